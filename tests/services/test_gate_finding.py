"""The gate's box on a real database: today's visits, those of earlier days, scans, and calls of the day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.ids import new_id
from frontdesk.domain.keyboard_layout import to_thai
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.visits import CardKind, MatchedBy, Visit
from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.gate_finding import GateFinder
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

GUARD = "guard"


@pytest.fixture
def visits(storage: Database, clock: StillClock) -> Visits:
    return Visits(storage, clock)


@pytest.fixture
def finder(storage: Database, clock: StillClock) -> GateFinder:
    return GateFinder(storage, clock)


def ids(finder: GateFinder, text: str) -> list[str]:
    return [match.visit.id for match in finder.find(text).matches]


def make(visits: Visits, name: str, **more: object) -> Visit:
    return visits.expect(Visit("", visits.today(), name, **more), GUARD)  # type: ignore[arg-type]


def call(storage: Database, clock: StillClock, channel: Channel = Channel.PHONE, **more: object) -> Contact:
    now = clock.now()
    contact = Contact(new_id(), now, now, channel, Outcome.ANSWERED, GUARD, **more)  # type: ignore[arg-type]
    with storage.write() as repos:
        repos.contacts.add(contact)
    return contact


def test_the_box_follows_every_change(visits: Visits, finder: GateFinder) -> None:
    assert ids(finder, "วิชัย") == []
    made = make(visits, "วิชัย ทองดี", plate="1กก 1234")
    assert ids(finder, "วิชัย") == ids(finder, "กก1234") == [made.id]
    visits.arrive(made.id, GUARD, plate="2ขข 99")
    assert ids(finder, "กก1234") == []
    assert finder.find("99 2ขข").matches[0].visit.inside


def test_a_slot_finds_whose_card_it_holds(
    visits: Visits, finder: GateFinder, storage: Database, clock: StillClock
) -> None:
    inside = visits.walk_in(Visit("", visits.today(), "สมศรี บุญมา"), GUARD)
    card = CardExchange(storage, clock).take(inside.id, CardKind.NATIONAL_ID, GUARD, slot="14")
    assert ids(finder, "ช่อง 14") == [inside.id]
    clock.move(days=1)
    assert ids(finder, "14") == [inside.id]
    CardExchange(storage, clock).give_back(card.id, GUARD)
    assert ids(finder, "14") == []


def test_a_scan_finds_its_visit_with_any_keyboard_on(visits: Visits, finder: GateFinder, clock: StillClock) -> None:
    made = make(visits, "Peter Brown")
    for typed in (made.token, made.token.upper(), to_thai(made.token)):
        found = finder.find(typed)
        assert ([match.visit.id for match in found.matches], found.scanned) == ([made.id], True)
        assert (found.matches[0].reason, found.matches[0].earlier) == (MatchedBy.QR, False)
    clock.move(days=1)
    assert finder.find(made.token).matches[0].earlier


@pytest.mark.parametrize(
    ("text", "reason", "guess"),
    [
        ("ปรีชา มั่นคง", MatchedBy.NAME, False),
        ("ปรีชา", MatchedBy.NAME, False),
        ("0899998888", MatchedBy.NUMBER, False),
        ("89-999-8888", MatchedBy.NUMBER, False),
        ("3ขค 771", MatchedBy.PLATE, False),
        ("ปรีชา มันคง", MatchedBy.SOUND, True),
        ("Preecha Mankong", MatchedBy.SOUND, True),
    ],
)
def test_a_visitor_of_earlier_days_is_known(
    visits: Visits, finder: GateFinder, clock: StillClock, text: str, reason: MatchedBy, guess: bool
) -> None:
    for _ in range(3):
        last = visits.walk_in(Visit("", visits.today(), "นายปรีชา มั่นคง", number="089-999-8888", plate="3ขค 771"), GUARD)
        visits.leave(last.id, GUARD)
        clock.move(days=1)
    found = finder.find(text).matches
    assert [(match.visit.id, match.reason, match.guess, match.earlier) for match in found] == [
        (last.id, reason, guess, True)
    ]


def test_who_is_expected_today_is_not_offered_as_known_too(
    visits: Visits, finder: GateFinder, clock: StillClock
) -> None:
    before = visits.walk_in(Visit("", visits.today(), "มาลี พูลสุข"), GUARD)
    visits.leave(before.id, GUARD)
    clock.move(days=1)
    made = make(visits, "มาลี พูลสุข")
    assert ids(finder, "มาลี") == [made.id]


def test_who_called_a_while_ago_is_recognised_at_the_gate(
    visits: Visits, finder: GateFinder, storage: Database, clock: StillClock
) -> None:
    number = parse_number("081-234-5678")
    suda = Person(new_id(), "P1", "สุดา", "ใจดี", numbers=(number,))
    with storage.write() as repos:
        repos.people.save(suda, GUARD)
    by_number = make(visits, "วิชัย ทองดี", number="02-555-1188")
    by_person = make(visits, "สุดา ใจดี", number="081 234 5678")
    stranger = make(visits, "Peter Brown", number="02-555-0000")
    first = call(storage, clock, digits="025551188", number="02-555-1188")
    second = call(storage, clock, person_id=suda.id)
    clock.move(minutes=11)
    for visit, contact in ((by_number, first), (by_person, second)):
        assert dict(finder.find(visit.name).called) == {visit.id: contact.at}
    assert not finder.find(stranger.name).called
    clock.move(days=2)
    assert not finder.find("วิชัย").called


@pytest.mark.parametrize("channel", [Channel.WALK_IN, Channel.LINE, Channel.EMAIL])
def test_who_wrote_or_came_is_not_said_to_have_telephoned(
    visits: Visits, finder: GateFinder, storage: Database, clock: StillClock, channel: Channel
) -> None:
    made = make(visits, "วิชัย ทองดี", number="02-555-1188")
    call(storage, clock, channel, digits="025551188", number="02-555-1188")
    call(storage, clock, channel, digits="0895550117", person_name="ธีรเดช มั่นคง")
    clock.move(minutes=11)
    assert not finder.find("วิชัย").called
    assert finder.find("ธีรเดช").matches == ()
    telephoned = call(storage, clock, digits="025551188", number="02-555-1188")
    assert dict(finder.find("วิชัย").called) == {made.id: telephoned.at}


def test_calls_and_visits_stand_on_one_card(visits: Visits, storage: Database, clock: StillClock) -> None:
    suda = Person(new_id(), "P1", "สุดา", "ใจดี", numbers=(parse_number("081-234-5678"),))
    with storage.write() as repos:
        repos.people.save(suda, GUARD)
    contact = call(storage, clock, person_id=suda.id)
    named = visits.walk_in(Visit("", visits.today(), "สุดา ใจดี", person_id=suda.id), GUARD)
    by_number = visits.walk_in(Visit("", visits.today(), "คุณดา", number="081 234 5678"), GUARD)
    visits.walk_in(Visit("", visits.today(), "Peter Brown"), GUARD)
    card = PeopleBook(storage, clock).card(suda.id)
    assert card is not None
    assert (card.last_contacts, set(card.visits)) == ((contact,), {named, by_number})


@pytest.mark.parametrize("text", ["089-555-0117", "0117", "ธีรเดช", "0895550117", "+66 89 555 0117"])
def test_a_caller_whom_nobody_expects_is_offered(
    finder: GateFinder, storage: Database, clock: StillClock, text: str
) -> None:
    assert finder.find(text).matches == ()
    contact = call(storage, clock, number="089-555-0117", digits="0895550117", person_name="ธีรเดช มั่นคง")
    clock.move(minutes=10)
    found = finder.find(text)
    assert [(match.visit.id, match.visit.name, match.earlier) for match in found.matches] == [
        (contact.id, "ธีรเดช มั่นคง", True)
    ]
    assert dict(found.called) == {contact.id: contact.at}
    clock.move(hours=5)
    assert finder.find(text).matches == ()


def test_a_caller_with_a_visit_stands_once(
    visits: Visits, finder: GateFinder, storage: Database, clock: StillClock
) -> None:
    call(storage, clock, number="089-555-0117", digits="0895550117", person_name="ธีรเดช มั่นคง")
    made = make(visits, "ธีรเดช มั่นคง", number="089-555-0117")
    assert ids(finder, "ธีรเดช") == ids(finder, "0117") == [made.id]


def test_who_leaves_after_a_night_is_not_found_as_inside(visits: Visits, finder: GateFinder, clock: StillClock) -> None:
    over_night = visits.walk_in(Visit("", visits.today(), "ช่างลิฟต์ สายธาร"), GUARD)
    clock.move(days=1)
    assert finder.find("สายธาร").matches[0].visit.inside
    visits.leave(over_night.id, GUARD)
    assert finder.find("สายธาร").matches == ()
    match = finder.find("ช่างลิฟต์").matches[0]
    assert (match.visit.inside, match.earlier) == (False, True)


def test_a_visit_moved_to_another_day_moves_in_the_box_too(visits: Visits, finder: GateFinder) -> None:
    made = make(visits, "วิชัย ทองดี")
    assert not finder.find("วิชัย").matches[0].visit.day > visits.today()
    visits.change(replace(made, day=made.day + timedelta(days=1)), GUARD)
    assert [match.visit.day for match in finder.find("วิชัย").matches] == [made.day + timedelta(days=1)]


@pytest.mark.parametrize("text", ["วิชัย ทองดี", "วิชัย", "1กก 1234", "0812345678", "code", "token"])
def test_who_comes_a_day_early_is_let_in_on_that_visit(visits: Visits, finder: GateFinder, text: str) -> None:
    tomorrow = visits.today() + timedelta(days=1)
    typed = Visit("", tomorrow, "วิชัย ทองดี", plate="1กก 1234", number="081-234-5678")
    made = visits.expect(typed, GUARD)
    asked = {"code": made.code.upper(), "token": made.token}.get(text, text)
    found = finder.find(asked).matches
    assert [(match.visit.id, match.earlier) for match in found] == [(made.id, False)]
    inside = visits.arrive(made.id, GUARD)
    assert inside.day == visits.today()
    assert [match.visit.inside for match in finder.find("วิชัย").matches] == [True]


def test_a_visit_that_repeats_waits_for_its_own_day(visits: Visits, finder: GateFinder) -> None:
    later = Visit("", visits.today() + timedelta(days=2), "แม่บ้าน สายสมร", series_id="s1")
    visits.expect(later, GUARD)
    assert [match.earlier for match in finder.find("แม่บ้าน สายสมร").matches] == [True]


@pytest.mark.parametrize("text", ["วิชัย", "1กก 1234", "0812345678", "token"])
def test_who_comes_after_midnight_is_let_in_on_the_visit_of_the_evening(
    visits: Visits, finder: GateFinder, clock: StillClock, text: str
) -> None:
    clock.moment = datetime(2026, 11, 20, 16, 50, tzinfo=UTC)  # 23:50 at the site
    made = make(visits, "วิชัย ทองดี", plate="1กก 1234", number="081-234-5678", due=clock.now())
    finder.find("")
    clock.move(minutes=13)
    asked = made.token if text == "token" else text
    assert [(match.visit.id, match.earlier) for match in finder.find(asked).matches] == [(made.id, False)]
    clock.move(hours=7)
    assert [(match.visit.id, match.earlier) for match in finder.find(asked).matches] == [(made.id, True)]
