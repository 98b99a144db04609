"""The card, birthdays, and saving people."""

from datetime import date

import pytest

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import PartialDate, Person, Segment
from frontdesk.services.contact_log import ContactLog, Entry
from frontdesk.services.people_book import PeopleBook, days_to_birthday
from frontdesk.storage.database import Database

from .conftest import StillClock


@pytest.fixture
def book(storage: Database, clock: StillClock) -> PeopleBook:
    return PeopleBook(storage, clock)


@pytest.mark.parametrize(
    ("birthday", "today", "days"),
    [
        (PartialDate(11, 23, 1983), date(2026, 11, 20), 3),
        (PartialDate(11, 23), date(2026, 11, 20), 3),
        (PartialDate(11, 20), date(2026, 11, 20), 0),
        (PartialDate(1, 2), date(2026, 12, 30), 3),
        (PartialDate(2, 29), date(2027, 2, 20), 9),
        (PartialDate(5, 1), date(2026, 11, 20), None),
        (None, date(2026, 11, 20), None),
    ],
)
def test_a_birthday_shows_when_it_is_near(birthday: PartialDate | None, today: date, days: int | None) -> None:
    assert days_to_birthday(birthday, today.toordinal(), today.year) == days


def test_the_card_gathers_contacts_and_promises(book: PeopleBook, storage: Database, clock: StillClock) -> None:
    person = book.save(Person("p1", "P-1", "สุดา", "ใจดี", birthday=PartialDate(11, 23)), "test")
    log = ContactLog(storage, clock)
    for outcome in (Outcome.ANSWERED, Outcome.PROMISED):
        log.enter(Entry(Channel.PHONE, outcome, person="P-1"), "cli")
        clock.move(hours=1)
    card = book.card(person.id)
    assert card is not None
    assert (card.figures.total, card.segment, card.birthday_in) == (2, Segment.REPEAT, 3)
    assert [c.outcome for c in card.last_contacts] == [Outcome.PROMISED, Outcome.ANSWERED]
    assert [c.outcome for c in card.promises] == [Outcome.PROMISED]


def test_nobody_has_no_card(book: PeopleBook) -> None:
    assert book.card("nobody") is None


def test_a_code_belongs_to_one_person_and_a_name_or_number_is_needed(book: PeopleBook) -> None:
    book.save(Person("p1", "P-1", "สุดา"), "test")
    with pytest.raises(DeskError) as taken:
        book.save(Person("p2", "P-1", "มานพ"), "test")
    with pytest.raises(DeskError) as empty:
        book.save(Person("p3", "P-3", " "), "test")
    assert (taken.value.code, empty.value.code) == ("duplicate_code", "name_or_number_missing")


def test_every_save_keeps_the_earlier_version(book: PeopleBook) -> None:
    person = book.save(Person("p1", "P-1", "สุดา"), "ann")
    book.save(Person(person.id, "P-1", "สุดารัตน์"), "bee")
    assert [(by, earlier.given_name) for _, by, earlier in book.versions(person.id)] == [("bee", "สุดา")]
