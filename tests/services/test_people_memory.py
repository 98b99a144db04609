"""What is kept of everybody follows what is saved, and no number waits for it."""

from contextlib import AbstractContextManager
from dataclasses import replace
from threading import Event, Thread

from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.services import people_memory
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.services.people_memory import Everybody, PeopleMemory
from frontdesk.services.repositories import Repositories
from frontdesk.storage.database import Database

SUDA = Person(
    "id-1", "P-1", "สุดา", "ใจดี", organisation="บริษัท กรุงทอง จำกัด", romanised="Suda Jaidee",
    numbers=(parse_number("081-234-5678"),),
)  # fmt: skip
MANEE = Person("id-2", "P-2", "มานี", "มีนา", organisation="ร้าน มานะ", numbers=(parse_number("02-111-2233"),))


def _save(storage: Database, *people: Person) -> None:
    with storage.write() as repos:
        repos.people.save_many(people, "test")


def _now(memory: PeopleMemory, storage: Database) -> Everybody:
    with storage.read() as repos:
        return memory.everybody(repos.people)


def test_everybody_is_known(storage: Database) -> None:
    _save(storage, SUDA)
    known = _now(PeopleMemory(storage), storage)
    assert "สุดา" in known.given and "ใจดี" in known.family and "sudajaidee" in known.romanised
    assert known.numbers_holding("3456", 9) == ["0812345678"] and known.numbers_holding("999", 9) == []
    assert len(known.organisations_holding(("กรุง", "จำกัด"))) == 1


def test_a_few_who_came_since_are_taken_in(storage: Database) -> None:
    _save(storage, SUDA)
    memory = PeopleMemory(storage)
    before = _now(memory, storage)
    _save(storage, MANEE, replace(SUDA, numbers=(parse_number("0899990000"),)))
    known = _now(memory, storage)
    assert "มานี" in known.given and "สุดา" in known.given and known.given.like("มานี") == {"มานี": 0.0}
    assert known.numbers_holding("999", 9) == ["0899990000"] and known.numbers is before.numbers
    assert len(known.organisations_holding(("มานะ",))) == 1


def test_of_very_many_all_are_read_again(storage: Database) -> None:
    memory = PeopleMemory(storage)
    _now(memory, storage)
    _save(storage, *(replace(MANEE, id=f"n-{n}", code=f"N-{n}") for n in range(people_memory.FEW + 1)))
    known = _now(memory, storage)
    assert "มานี" in known.given and known.later_numbers == ()


def test_old_knowledge_is_not_taken_for_new(storage: Database) -> None:
    memory = PeopleMemory(storage)
    with storage.read() as repos:
        assert memory.known(repos.people) is None
    memory.prepare()
    with storage.read() as repos:
        assert memory.known(repos.people) is not None
    _save(storage, SUDA)
    with storage.read() as repos:
        assert memory.known(repos.people) is None


def test_the_same_are_found_before_and_after_everybody_is_known(storage: Database) -> None:
    _save(storage, SUDA, MANEE)
    texts = ("สุดา", "ดา", "ใจดีสุดา", "สุดา ใจดี", "กรุงทอง", "2345", "081", "มานี มี", "ไม่มีใคร", "suda")
    fresh, ready = PeopleLookup(storage), PeopleLookup(storage)
    ready.prepare()
    for text in texts:
        assert fresh.find(text).people == ready.find(text).people


def test_a_number_does_not_wait_for_everybody(storage: Database) -> None:
    _save(storage, SUDA)
    lookup = PeopleLookup(storage)
    lookup.find("081-234-5678")
    lookup.find("1234")
    assert lookup.find("089-999-0000").people == lookup.find("ต่อ 77").people == ()
    assert lookup.prepared is False


class Waiting:
    """A database that is read only when the test lets it."""

    def __init__(self, storage: Database) -> None:
        self._storage, self.asked, self.go_on = storage, Event(), Event()

    def read(self) -> AbstractContextManager[Repositories]:
        self.asked.set()
        self.go_on.wait()
        return self._storage.read()


def test_nobody_waits_while_the_names_are_read_for_the_first_time(storage: Database) -> None:
    _save(storage, SUDA)
    waiting = Waiting(storage)
    memory = PeopleMemory(waiting)  # type: ignore[arg-type] # only read is asked
    reading = Thread(target=memory.prepare)
    reading.start()
    waiting.asked.wait()
    try:
        with storage.read() as repos:
            meanwhile = memory.everybody(repos.people)
        assert not meanwhile.known and "สุดา" not in meanwhile.given and not meanwhile.given.like("สุดา")
    finally:
        waiting.go_on.set()
        reading.join()
    assert _now(memory, storage).known and "สุดา" in _now(memory, storage).given


def test_what_is_read_aside_is_never_read_by_a_look_up(storage: Database) -> None:
    _save(storage, SUDA)
    lookup = PeopleLookup(storage, aside=True)
    assert lookup.find("สุตา").ready is False and lookup.prepared is False
    lookup.prepare()
    found = lookup.find("สุตา")
    assert found.ready and [one.person.id for one in found.people] == ["id-1"]
