"""A number nobody was known by is given to somebody, with the contacts it was written down in."""

from dataclasses import replace

import pytest

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.drafts import begin
from frontdesk.domain.errors import DeskError
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.services.attaching import Attaching
from frontdesk.services.contact_log import ContactLog, Entry
from frontdesk.storage.database import Database

from .conftest import StillClock

SUDA = Person("a", "P-1", "สุดา", "ใจดี", numbers=(parse_number("081-234-5678"),))
MANOP = Person("b", "P-2", "มานพ", "แสนดี", numbers=(parse_number("02-999-1234"), parse_number("2500")))


@pytest.fixture
def log(storage: Database, clock: StillClock) -> ContactLog:
    with storage.write() as repos:
        repos.people.save_many((SUDA, MANOP), "test")
    return ContactLog(storage, clock)


@pytest.fixture
def attaching(storage: Database, clock: StillClock, log: ContactLog) -> Attaching:
    return Attaching(storage, clock)


def called(log: ContactLog, clock: StillClock, number: str, person: str = "") -> Contact:
    clock.move(minutes=1)
    return log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, number, person), "อร")


def test_earlier_contacts_are_shown_and_then_count(
    attaching: Attaching, log: ContactLog, clock: StillClock, storage: Database
) -> None:
    earlier = [called(log, clock, form) for form in ("089-111-2222", "+66 89 111 2222", "๐๘๙๑๑๑๒๒๒๒")]
    others = [called(log, clock, "089-111-2223"), called(log, clock, "089-111-2222", "P-2")]
    shown = attaching.preview("0891112222", "a")
    assert [one.id for one in shown.earlier] == [one.id for one in reversed(earlier)]
    assert (shown.person, shown.others, shown.drafts) == (SUDA, (), ())
    with storage.read() as repos:
        assert repos.people.get("a") == SUDA
        assert repos.contacts.figures("a").total == 0

    attached = attaching.attach("0891112222", "a", "อร")
    with storage.read() as repos:
        person = repos.people.get("a")
        assert person is not None
        assert [one.digits for one in person.numbers] == ["0812345678", "0891112222"]
        assert repos.contacts.figures("a").total == 3
        assert all(one.attributed for one in repos.contacts.of_person("a", 9))
        assert [one.person_id for one in repos.contacts.between(None, None)] == ["a", "a", "a", "", "b"]
        assert repos.contacts.last_contact_of(["a"]) == {"a": earlier[2].at}

    attaching.take_back(attached, "อร")
    with storage.read() as repos:
        assert repos.people.get("a") == replace(SUDA, updated_at=clock.now())
        assert repos.contacts.figures("a").total == 0
        assert list(repos.contacts.between(None, None)) == [*earlier, *others]


def test_a_number_of_others_brings_no_contacts(attaching: Attaching, log: ContactLog, clock: StillClock) -> None:
    called(log, clock, "02-999-1234")
    shown = attaching.preview("029991234", "a")
    assert (shown.others, shown.earlier) == ((MANOP,), ())
    assert attaching.attach("029991234", "a", "อร").contact_ids == ()


def test_contacts_from_before_somebody_was_on_file_can_be_counted(
    attaching: Attaching, log: ContactLog, clock: StillClock, storage: Database
) -> None:
    earlier = [called(log, clock, "081-234-5678"), called(log, clock, "0812345678")]
    shown = attaching.preview("0812345678", "a")
    assert (shown.known, [one.id for one in shown.earlier]) == (True, [one.id for one in reversed(earlier)])
    attached = attaching.attach("0812345678", "a", "อร")
    with storage.read() as repos:
        assert repos.people.get("a") == SUDA
        assert repos.contacts.figures("a").total == 2
    with pytest.raises(DeskError, match="number_known_here"):
        attaching.preview("0812345678", "a")
    attaching.take_back(attached, "อร")
    with storage.read() as repos:
        assert repos.people.get("a") == SUDA
        assert repos.contacts.figures("a").total == 0


def test_contacts_with_a_number_that_two_have_stay_nobodys(
    attaching: Attaching, log: ContactLog, clock: StillClock
) -> None:
    attaching.attach("02-999-1234", "a", "อร")
    called(log, clock, "02-999-1234")
    for person_id in ("a", "b"):
        with pytest.raises(DeskError, match="number_known_here"):
            attaching.preview("02-999-1234", person_id)


def test_an_inner_number_behind_a_trunk_is_a_number_of_its_own(
    attaching: Attaching, log: ContactLog, clock: StillClock
) -> None:
    wanted = called(log, clock, "02-123-4567 ต่อ 25")
    called(log, clock, "02-123-4567 ต่อ 26")
    called(log, clock, "02-123-4567")
    assert [one.id for one in attaching.preview("02 123 4567 ext 25", "a").earlier] == [wanted.id]


def test_contacts_begun_and_not_logged_are_given_too(
    attaching: Attaching, log: ContactLog, clock: StillClock, storage: Database
) -> None:
    mine = log.save_draft(replace(begin("อร", clock.now()), number="089-111-2222"))
    log.save_draft(replace(begin("สมชาย", clock.now()), number="0891112222", person_id="b"))
    shown = attaching.preview("0891112222", "a")
    assert [one.id for one in shown.drafts] == [mine.id]
    attached = attaching.attach("0891112222", "a", "อร")
    assert {draft.person_id for draft in log.drafts()} == {"a", "b"}
    attaching.take_back(attached, "อร")
    assert {draft.person_id for draft in log.drafts()} == {"", "b"}


def test_a_later_change_of_the_person_is_kept_when_the_number_is_taken_back(
    attaching: Attaching, storage: Database
) -> None:
    attached = attaching.attach("0891112222", "a", "อร")
    with storage.write() as repos:
        person = repos.people.get("a")
        assert person is not None
        repos.people.save(replace(person, note="พูดช้า ๆ"), "สมชาย")
    attaching.take_back(attached, "อร")
    with storage.read() as repos:
        person = repos.people.get("a")
        assert person is not None
        assert (person.note, person.numbers) == ("พูดช้า ๆ", SUDA.numbers)


def test_a_contact_taken_back_is_not_given_to_anybody(attaching: Attaching, log: ContactLog, clock: StillClock) -> None:
    contact = called(log, clock, "0891112222")
    log.withdraw(contact.id, "อร")
    assert attaching.preview("0891112222", "a").earlier == ()


WRONG = [("0891112222", "nobody", "person_gone"), ("สุดา", "a", "no_number_to_attach"), ("", "a", "no_number_to_attach"),
         ("+66812345678", "a", "number_known_here"), ("ต่อ 2500", "b", "number_known_here")]  # fmt: skip


@pytest.mark.parametrize(("number", "person_id", "error"), WRONG)
def test_what_cannot_be_is_refused(attaching: Attaching, number: str, person_id: str, error: str) -> None:
    with pytest.raises(DeskError, match=error):
        attaching.preview(number, person_id)
    with pytest.raises(DeskError, match=error):
        attaching.attach(number, person_id, "อร")
