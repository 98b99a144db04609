"""A card is left at the gate against a badge, given back, or forgotten."""

import pytest

from frontdesk.domain.visits import CardKind, StepKind, VisitState
from tests.features.driver import Driver
from tests.features.gate_guard import Guard


@pytest.fixture
def guard(at_desk: Driver) -> Guard:
    return Guard(at_desk)


def slots(guard: Guard) -> list[str]:
    return [card.slot for card, _ in guard.driver.place.services.card_exchange.open()]


def test_a_card_is_taken_with_two_keys_and_given_back_with_two(guard: Guard) -> None:
    visit = guard.let_in("วิชัย ทองดี")
    guard.find("วิชัย")
    guard.press("Ctrl+G")
    strip = guard.forms.cards.exchange
    guard.driver.wait_for(lambda: strip.hasFocus() and strip.slot.text() == "1")
    guard.press("1")
    guard.wait_until_closed()
    assert guard.driver.keys == 2
    (card,) = guard.driver.place.services.card_exchange.of_visit(visit.id)
    assert (card.slot, card.kind, card.last) == ("1", CardKind.NATIONAL_ID, "")
    assert guard.gate.box.hasFocus()

    guard.driver.keys = 0
    guard.press("Ctrl+G")
    guard.driver.wait_for(lambda: strip.back.isVisible())
    guard.press("0")
    guard.wait_until_closed()
    assert guard.driver.keys == 2
    assert slots(guard) == []

    guard.press("Ctrl+Z")
    guard.driver.wait_for(lambda: slots(guard) == ["1"])
    kinds = [step.kind for step in guard.visits.steps(visit.id)]
    assert kinds[2:] == [StepKind.CARD_TAKEN, StepKind.CARD_RETURNED, StepKind.TAKEN_BACK]


def test_a_slot_and_the_last_signs_can_be_typed_but_never_a_whole_number(guard: Guard) -> None:
    visit = guard.let_in("John Smith")
    guard.find("John")
    guard.press("Ctrl+G")
    strip = guard.forms.cards.exchange
    guard.driver.wait_for(lambda: strip.hasFocus() and strip.slot.text() == "1")
    guard.press("Tab")
    guard.type("14")
    guard.press("Tab")
    guard.type("AB12345")
    guard.press("Return", "5")
    guard.driver.wait_for(lambda: "4 ตัวท้าย" in strip.told.text())
    assert slots(guard) == []
    guard.press("Tab", "Tab")
    guard.type("2345")
    guard.press("Return", "5")
    guard.wait_until_closed()
    (card,) = guard.driver.place.services.card_exchange.of_visit(visit.id)
    assert (card.slot, card.kind, card.last) == ("14", CardKind.PASSPORT, "2345")


def test_several_cards_of_one_visit(guard: Guard) -> None:
    guard.let_in("ทีมช่างลิฟต์", party=2)
    guard.find("ทีมช่าง")
    strip = guard.forms.cards.exchange
    for place, key in enumerate("13", 1):
        guard.press("Ctrl+G")
        guard.driver.wait_for(lambda place=place: strip.hasFocus() and strip.slot.text() == str(place))  # type: ignore[misc]
        guard.press(key)
        guard.wait_until_closed()
    assert slots(guard) == ["1", "2"]


def test_a_card_is_given_back_by_its_slot(guard: Guard) -> None:
    visit = guard.let_in("วิชัย ทองดี")
    cards = guard.driver.place.services.card_exchange
    cards.take(visit.id, CardKind.DRIVING_LICENCE, "staff-orn", slot="14", last="4567")
    guard.driver.keys = 0
    guard.press("Ctrl+G")
    strip = guard.forms.cards.by_slot
    guard.driver.wait_for(lambda: strip.slot.hasFocus())
    guard.type("-")
    guard.driver.wait_for(lambda: strip.told.text() == "ช่องนี้ไม่มีบัตร")
    strip.slot.selectAll()
    guard.type("๐๑๔")
    guard.driver.wait_for(lambda: "วิชัย ทองดี" in strip.told.text())
    assert "ใบขับขี่" in strip.told.text()
    guard.press("Return")
    guard.wait_until_closed()
    assert guard.driver.keys == 2
    assert slots(guard) == []


def test_an_empty_slot_is_said_and_esc_leads_back(guard: Guard) -> None:
    guard.press("Ctrl+G")
    strip = guard.forms.cards.by_slot
    guard.driver.wait_for(lambda: strip.slot.hasFocus())
    guard.type("9")
    guard.press("Return")
    guard.driver.wait_for(lambda: strip.told.text() == "ช่องนี้ไม่มีบัตร")
    guard.press("Esc")
    guard.wait_until_closed()
    assert guard.gate.box.hasFocus()


def test_nobody_is_closed_away_without_a_reason(guard: Guard) -> None:
    visit = guard.let_in("วิชัย ทองดี")
    guard.forms.assume_left(visit)
    strip = guard.forms.leaving.reason
    guard.driver.wait_for(lambda: strip.reason.hasFocus())
    guard.press("Return")
    guard.driver.wait_for(lambda: "เหตุผล" in strip.told.text())
    assert guard.visits.get(visit.id).inside  # type: ignore[union-attr]
    guard.press("2")
    guard.wait_until_closed()
    closed = guard.visits.get(visit.id)
    assert closed is not None
    assert (closed.state, closed.reason) == (VisitState.ASSUMED_LEFT, "ออกทางประตูอื่น")
    guard.press("Ctrl+Z")
    guard.driver.wait_for(lambda: guard.board.people == 1)


def test_leaving_asks_for_the_card_where_one_is_held(guard: Guard) -> None:
    visit, other = guard.let_in("วิชัย ทองดี"), guard.let_in("John Smith")
    guard.driver.place.services.card_exchange.take(visit.id, CardKind.NATIONAL_ID, "staff-orn")
    guard.forms.let_out(other)
    guard.driver.wait_for(lambda: not guard.visits.get(other.id).inside)  # type: ignore[union-attr]
    guard.forms.let_out(visit)
    strip = guard.forms.leaving.card_back
    guard.driver.wait_for(lambda: strip.hasFocus())
    assert "คืนบัตรช่อง 1 · วิชัย ทองดี" in strip.title.text()
    guard.press("2")
    guard.wait_until_closed()
    assert [one.card.slot for one in guard.board.open_cards] == ["1"]
