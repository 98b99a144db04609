from dataclasses import replace

import pytest

from frontdesk.domain.duplicates import Sign
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import PartialDate, Person
from frontdesk.services.duplicates import Duplicates
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.storage.database import Database

SUDA = Person(
    "a", "P-1", "สุดา", "ใจดี", numbers=(parse_number("081-234-5678"),), birthday=PartialDate(1, 16), line="suda.j"
)
NUMBER = (parse_number("0812345678"),)
PEOPLE = (
    SUDA,
    Person("b", "P-2", "สุดา", "ใจดี", numbers=NUMBER),
    Person("c", "P-3", "มานพ", "ใจดี", numbers=NUMBER),
    Person("d", "P-4", "ศุดา", "ใจดี", birthday=PartialDate(1, 16)),
    Person("e", "P-5", "นิดา", line="Suda.J", nickname="สุดา"),
    Person("f", "P-6", "วิไล", "ศรีสุข"),
    Person("g", "P-7", "สุดา", "ใจดี", numbers=NUMBER, archived=True),
    Person("h", "P-8", "ดวงใจ", "แสนดี", aliases=("สุดา ใจดี",), birthday=PartialDate(1, 16)),
)


@pytest.fixture
def duplicates(storage: Database) -> Duplicates:
    with storage.write() as repos:
        repos.people.save_many(PEOPLE, "test")
    made = Duplicates(storage, PeopleLookup(storage))
    made.prepare()
    return made


def test_the_likeliest_come_first_and_who_only_shares_comes_last(duplicates: Duplicates) -> None:
    found = duplicates.like(SUDA)
    assert [one.person.id for one in found] == ["b", "e", "h", "d", "c"]
    assert [one.sharing for one in found] == [False] * 4 + [True]
    assert found[0].reasons == (Sign.NUMBER, Sign.NAME)


def test_somebody_who_is_just_being_written_is_compared_too(duplicates: Duplicates) -> None:
    typed = Person("new", "P-new", "สุดา", "ใจดี")
    assert [one.person.id for one in duplicates.like(typed)] == ["a", "b", "h", "d"]
    with_number = replace(typed, given_name="", family_name="", numbers=(parse_number("+66 81 234 5678"),))
    assert {one.person.id for one in duplicates.like(with_number)} == {"a", "b", "c"}
    assert duplicates.like(Person("new", "P-new", "")) == ()


def test_namesakes_are_no_duplicates(duplicates: Duplicates, storage: Database) -> None:
    with storage.write() as repos:
        repos.people.save_many([Person(f"n{n}", f"N-{n}", "สมชาย", "ใจดี") for n in range(5)], "test")
    assert duplicates.like(Person("new", "P-new", "สมชาย", "ใจดี")) == ()


def test_a_switchboard_makes_nobody_a_duplicate(duplicates: Duplicates, storage: Database) -> None:
    trunk = (parse_number("02-123-4567"),)
    with storage.write() as repos:
        staff = (Person(f"s{n:03}", f"S-{n:03}", f"ชื่อที่{n}", numbers=trunk) for n in range(200))
        repos.people.save_many(staff, "test")
    found = duplicates.like(Person("new", "P-new", "วิไล", numbers=trunk))
    assert all(one.sharing for one in found)
    assert len(found) <= 12


def test_sound_alikes_wait_until_the_names_are_read(duplicates: Duplicates, storage: Database) -> None:
    with storage.write() as repos:
        repos.people.save(Person("i", "P-9", "ศุดา", "ไจดี", birthday=PartialDate(1, 16)), "test")
    fresh = Duplicates(storage, PeopleLookup(storage))
    was_complete = fresh.complete
    assert "i" not in {one.person.id for one in fresh.like(SUDA)}
    fresh.prepare()
    assert (was_complete, fresh.complete) == (False, True)
    assert "i" in {one.person.id for one in fresh.like(SUDA)}


@pytest.mark.parametrize("given", ["นภา", "นธา", "ณภา", "นาภา"])
def test_one_slip_in_a_short_name_of_the_family_is_shown(storage: Database, given: str) -> None:
    with storage.write() as repos:
        repos.people.save(Person("n", "N-1", "นภา", "แก้วประเสริฐ"), "test")
    typed = Person("new", "P-new", given, "แก้วประเสริฐ")
    found = Duplicates(storage, PeopleLookup(storage)).like(typed)  # the names need not be read for it
    assert [one.person.id for one in found] == ["n"]
