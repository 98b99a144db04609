"""A visit from expected to left, on a real database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.visits import MOST_PEOPLE, CardKind, Stay, StepKind, Visit, VisitState
from frontdesk.services.card_exchange import CardExchange
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

GUARD = "guard"


@pytest.fixture
def visits(storage: Database, clock: StillClock) -> Visits:
    return Visits(storage, clock)


@pytest.fixture
def cards(storage: Database, clock: StillClock) -> CardExchange:
    return CardExchange(storage, clock)


def expected(visits: Visits, name: str = "วิชัย ทองดี", **more: object) -> Visit:
    return visits.expect(Visit("", visits.today(), name, **more), GUARD)  # type: ignore[arg-type]


def test_an_expected_visitor_comes_is_seen_and_leaves(visits: Visits, clock: StillClock) -> None:
    made = expected(visits, number="081-234-5678", due=clock.now() + timedelta(minutes=10))
    assert (made.digits, len(made.token), len(made.code)) == ("0812345678", 16, 6)
    assert [one.id for one in visits.board().expected] == [made.id]
    clock.move(minutes=12)
    visits.arrive(made.id, GUARD, "ป้อม 2", plate="1กก 1234")
    board = visits.board()
    assert (board.expected_count, board.people, board.inside[0].plate) == (0, 1, "1กก 1234")
    visits.tell_host(made.id, GUARD)
    visits.at_reception(made.id, "reception")
    clock.move(minutes=30)
    gone = visits.leave(made.id, GUARD)
    assert (gone.state, gone.left_at, gone.gate) == (VisitState.LEFT, clock.now(), "ป้อม 2")
    assert (visits.board().people, visits.board().left_today) == (0, 1)
    kinds = [step.kind for step in visits.steps(made.id)]
    assert kinds == [StepKind.ENTERED, StepKind.ARRIVED, StepKind.HOST_TOLD, StepKind.AT_RECEPTION, StepKind.LEFT]


def test_some_of_a_group_leave_before_the_others(visits: Visits) -> None:
    group = visits.walk_in(Visit("", visits.today(), "คณะดูงาน", party=12), GUARD)
    fewer = visits.change(replace(group, party=11), GUARD)
    assert (visits.board().people, fewer.state) == (11, VisitState.GATE)
    assert [(step.kind, step.detail) for step in visits.steps(group.id)][-1] == (StepKind.SOME_LEFT, "1")
    visits.put_back(group, fewer, GUARD)
    assert visits.board().people == 12


def test_late_and_overdue_are_told_by_the_clock(visits: Visits, clock: StillClock) -> None:
    late = expected(visits, due=clock.now())
    inside = visits.walk_in(Visit("", visits.today(), "Peter Brown", party=3), GUARD)
    assert inside.until == clock.now() + Stay().usual
    clock.move(minutes=16)
    assert visits.board().late_count == 1
    clock.move(hours=2)
    board = visits.board()
    assert ([one.id for one in board.overdue], board.inside, board.people) == ([inside.id], (), 3)
    clock.move(days=1)
    assert visits.board().expected == ()
    stands = visits.get(late.id)
    assert stands is not None
    assert stands.never_came(visits.today())


def test_who_is_expected_before_midnight_is_awaited_after_it(visits: Visits, clock: StillClock) -> None:
    clock.moment = datetime(2026, 11, 20, 16, 50, tzinfo=UTC)  # 23:50 at the site
    late = expected(visits, due=clock.now() + timedelta(minutes=9))
    expected(visits, "สมศรี")  # some time that day, which is over then
    clock.move(minutes=13)
    board = visits.board()
    assert ([one.id for one in board.expected], board.expected_count, board.late_count) == ([late.id], 1, 1)
    assert visits.arrive(late.id, GUARD).day == visits.today()
    clock.move(hours=8)
    assert visits.board().expected == ()


def test_a_second_window_cannot_let_somebody_in_twice(visits: Visits) -> None:
    made = expected(visits)
    visits.arrive(made.id, GUARD)
    with pytest.raises(DeskError, match="visit_inside"):
        visits.arrive(made.id, "reception")
    visits.leave(made.id, GUARD)
    for act in (visits.leave, visits.arrive, visits.at_reception):
        with pytest.raises(DeskError, match="visit_over"):
            act(made.id, GUARD)


def test_who_has_not_come_cannot_leave(visits: Visits) -> None:
    made = expected(visits)
    with pytest.raises(DeskError, match="visit_not_inside"):
        visits.leave(made.id, GUARD)
    with pytest.raises(DeskError, match="visit_gone"):
        visits.leave("nobody", GUARD)


@pytest.mark.parametrize("reason", ["", "  "])
def test_leaving_is_assumed_only_with_a_reason(visits: Visits, reason: str) -> None:
    made = visits.walk_in(Visit("", visits.today(), "ช่างลิฟต์"), GUARD)
    with pytest.raises(DeskError, match="reason_needed"):
        visits.assume_left(made.id, reason, GUARD)
    gone = visits.assume_left(made.id, "ไม่พบในอาคาร", GUARD)
    assert (gone.state, gone.reason) == (VisitState.ASSUMED_LEFT, "ไม่พบในอาคาร")
    assert visits.steps(made.id)[-1].detail == "ไม่พบในอาคาร"


def test_a_slip_of_the_hand_is_put_back_and_stays_on_record(visits: Visits) -> None:
    made = expected(visits)
    visits.put_back(made, visits.arrive(made.id, GUARD), GUARD)
    assert visits.get(made.id) == made
    assert [step.kind for step in visits.steps(made.id)][-1] is StepKind.TAKEN_BACK
    assert visits.board().people == 0


def test_what_somebody_went_on_with_is_not_put_back(visits: Visits, cards: CardExchange) -> None:
    made = expected(visits)
    inside = visits.arrive(made.id, GUARD)
    changed = visits.at_reception(made.id, "reception")
    with pytest.raises(DeskError, match="visit_changed"):
        visits.put_back(made, inside, GUARD)
    assert visits.get(made.id) == changed
    other = expected(visits, "สมศรี")
    inside = visits.arrive(other.id, GUARD)
    card = cards.take(other.id, CardKind.PASSPORT, GUARD)
    with pytest.raises(DeskError, match="visit_changed"):
        visits.put_back(other, inside, GUARD)
    cards.give_back(card.id, GUARD)
    assert visits.put_back(other, inside, GUARD) == other


def test_a_change_of_words_does_not_move_the_visit(visits: Visits) -> None:
    made = expected(visits)
    inside = visits.arrive(made.id, GUARD)
    changed = visits.change(Visit(made.id, made.day, "วิชัย ทองดี", number="02-123-4567", party=2), GUARD)
    assert (changed.state, changed.arrived_at, changed.token) == (VisitState.GATE, inside.arrived_at, made.token)
    assert (changed.digits, changed.party) == ("021234567", 2)


@pytest.mark.parametrize(
    ("visit", "code"),
    [
        ({"name": " "}, "visit_name_needed"),
        ({"party": 0}, "bad_party"),
        ({"party": MOST_PEOPLE + 1}, "bad_party"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(visits: Visits, visit: dict[str, object], code: str) -> None:
    with pytest.raises(DeskError, match=code):
        visits.expect(Visit(**({"id": "", "day": visits.today(), "name": "สมศรี"} | visit)), GUARD)  # type: ignore[arg-type]
    with pytest.raises(DeskError, match="visit_day_past"):
        visits.expect(Visit("", visits.today() - timedelta(days=1), "สมศรี"), GUARD)
    assert visits.board().expected_count == 0


def test_many_are_expected_all_or_none(visits: Visits) -> None:
    some = [Visit("", visits.today(), name) for name in ("สมศรี", "John", "")]
    with pytest.raises(DeskError, match="visit_name_needed"):
        visits.expect_all(some, GUARD)
    assert visits.board().expected_count == 0
    assert len(visits.expect_all(some[:2], GUARD)) == visits.board().expected_count == 2


def test_cards_go_into_the_lowest_free_slot_and_back(visits: Visits, cards: CardExchange, clock: StillClock) -> None:
    one, two = (visits.walk_in(Visit("", visits.today(), name), GUARD) for name in ("สมศรี", "Peter"))
    first = cards.take(one.id, CardKind.NATIONAL_ID, GUARD, last="56-78")
    second = cards.take(two.id, CardKind.PASSPORT, GUARD)
    assert (first.slot, first.last, second.slot, cards.free_slot()) == ("1", "5678", "2", "3")
    with pytest.raises(DeskError, match="slot_taken"):
        cards.take(two.id, CardKind.OTHER, GUARD, slot="1")
    assert visits.board().cards[one.id] == (first,)
    visits.leave(one.id, GUARD)
    assert [card.card.id for card in visits.board().open_cards] == [first.id]
    cards.give_back(first.id, GUARD)
    cards.give_back(first.id, GUARD)
    assert (visits.board().open_cards, cards.free_slot()) == ((), "1")
    assert [step.kind for step in visits.steps(one.id)].count(StepKind.CARD_RETURNED) == 1
    cards.take_again(first.id, GUARD)
    assert [card.id for card, _ in cards.open()] == [first.id, second.id]


@pytest.mark.parametrize(
    ("typed", "slot"), [("๑๔", "14"), ("014", "14"), (" 7 ", "7"), ("a12", "A12"), ("A-12", "A12"), ("ก 3", "ก3")]
)
def test_a_slot_is_one_however_it_is_written(visits: Visits, cards: CardExchange, typed: str, slot: str) -> None:
    made = visits.walk_in(Visit("", visits.today(), "สมศรี"), GUARD)
    assert cards.take(made.id, CardKind.NATIONAL_ID, GUARD, slot=typed).slot == slot
    with pytest.raises(DeskError, match="slot_taken"):
        cards.take(made.id, CardKind.NATIONAL_ID, GUARD, slot=slot)


@pytest.mark.parametrize("typed", ["0", "-1", "๐", "000", "12345", "ช่องซ้าย"])
def test_what_is_no_slot_is_refused(visits: Visits, cards: CardExchange, typed: str) -> None:
    made = visits.walk_in(Visit("", visits.today(), "สมศรี"), GUARD)
    with pytest.raises(DeskError, match="bad_slot"):
        cards.take(made.id, CardKind.NATIONAL_ID, GUARD, slot=typed)


def test_thai_digits_of_a_card_are_digits(visits: Visits, cards: CardExchange) -> None:
    made = visits.walk_in(Visit("", visits.today(), "สมศรี"), GUARD)
    assert cards.take(made.id, CardKind.NATIONAL_ID, GUARD, last="๑๒๓๔").last == "1234"


@pytest.mark.parametrize("signs", ["12345", "1-2345-67890-12-3", "กขคงจ"])
def test_a_whole_number_of_a_card_is_never_kept(visits: Visits, cards: CardExchange, signs: str) -> None:
    made = visits.walk_in(Visit("", visits.today(), "สมศรี"), GUARD)
    with pytest.raises(DeskError, match="bad_card_signs"):
        cards.take(made.id, CardKind.NATIONAL_ID, GUARD, last=signs)
    assert cards.of_visit(made.id) == []


def test_only_supervisors_set_the_rules_of_the_gate(visits: Visits, storage: Database) -> None:
    guard, chief = (
        Staff(new_id(), code, code, role=role) for code, role in (("g", Role.GUARD), ("s", Role.SUPERVISOR))
    )
    with storage.write() as repos:
        for one in (guard, chief):
            repos.staff.save(one)
    own = Stay(timedelta(hours=1), timedelta(minutes=5), staff_tracked=True, slots=9)
    with pytest.raises(DeskError, match="rules_not_allowed"):
        visits.save_stay(own, guard.id)
    assert visits.stay() == Stay()
    visits.save_stay(own, chief.id)
    assert visits.stay() == own
