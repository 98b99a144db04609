"""The card, birthdays, and saving people."""

from dataclasses import replace
from datetime import date

import pytest

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import PartialDate, Person
from frontdesk.domain.promises import PromiseKind
from frontdesk.domain.segments import Ground, Segment, SegmentRules, Standing
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.contact_log import ContactLog, Entry
from frontdesk.services.people_book import PeopleBook, days_to_birthday
from frontdesk.services.segments import Segments
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
    assert [one.contact_id for one in card.promises] == [card.last_contacts[0].id]


def test_a_promise_stays_on_the_card_however_many_contacts_follow(
    book: PeopleBook, storage: Database, clock: StillClock
) -> None:
    book.save(Person("p1", "P-1", "สุดา"), "test")
    log = ContactLog(storage, clock)
    for outcome in (Outcome.PROMISED, *[Outcome.ANSWERED] * 6):
        log.enter(Entry(Channel.PHONE, outcome, person="P-1"), "cli")
        clock.move(hours=1)
    card = book.card("p1")
    assert card is not None
    assert Outcome.PROMISED not in [contact.outcome for contact in card.last_contacts]
    assert [one.kind for one in card.promises] == [PromiseKind.PROMISE]


def test_the_card_names_who_sent_somebody_and_whom_they_sent(book: PeopleBook) -> None:
    book.save(Person("p1", "P-1", "วิไล"), "test")
    book.save(Person("p2", "P-2", "สุดา", referred_by="p1"), "test")
    book.save(Person("p3", "P-3", "มานพ", referred_by="p1"), "test")
    sender, sent = book.card("p1"), book.card("p2")
    assert sender is not None
    assert sent is not None
    assert [one.given_name for one in sender.referred] == ["สุดา", "มานพ"]
    assert (sender.segment, sender.standing.ground) == (Segment.ADVOCATE, Ground.REFERRALS)
    assert sent.referred_by is not None
    assert sent.referred_by.given_name == "วิไล"


def test_the_rules_of_the_site_hold_on_the_card(book: PeopleBook, storage: Database) -> None:
    with storage.write() as repos:
        repos.staff.save(Staff("s1", "chai", "สมชาย", role=Role.SUPERVISOR))
    book.save(Person("p1", "P-1", "วิไล", purchases=3), "test")
    Segments(storage).save(SegmentRules(advocate_purchases=3), "s1")
    card = book.card("p1")
    assert card is not None
    assert card.standing == Standing(Segment.ADVOCATE, Ground.PURCHASES, 3)


def test_a_change_meets_what_is_on_file_and_makes_one_version(book: PeopleBook) -> None:
    book.save(Person("p1", "P-1", "สุดา", note="เดิม"), "ann")
    book.change("p1", lambda person: replace(person, nickname="ดา"), "bee")
    book.change("p1", lambda person: person, "bee")
    stored = book.get("p1")
    assert stored is not None
    assert (stored.nickname, stored.note) == ("ดา", "เดิม")
    assert [by for _, by, _ in book.versions("p1")] == ["bee"]
    with pytest.raises(DeskError, match="person_gone"):
        book.change("nobody", lambda person: person, "bee")


def test_changes_are_taken_back_one_after_the_other(book: PeopleBook) -> None:
    book.save(Person("p1", "P-1", "หนึ่ง"), "ann")
    for name in ("สอง", "สาม", "สี่"):
        book.change("p1", lambda person, name=name: replace(person, given_name=name), "ann")  # type: ignore[misc]
    assert [book.put_back("p1", "ann", steps).given_name for steps in range(3)] == ["สาม", "สอง", "หนึ่ง"]
    with pytest.raises(DeskError, match="no_change_to_undo"):
        book.put_back("p1", "ann", 3)


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
