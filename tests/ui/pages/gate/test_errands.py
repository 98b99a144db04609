"""Texts that follow one another faster than they are found: each is seen to by itself, in order."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from frontdesk.domain.visits import VisitState
from frontdesk.domain.watch_list import Advice, Watched, WatchKind
from frontdesk.ui.pages.gate.control import DeedKind

from ...desk.conftest import NOW
from ...keys import press, type_text
from ..conftest import ORN
from .conftest import AtGate

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
UNKNOWN = "2" * 16


def scan(text: str) -> None:
    type_text(text)
    press(Key.Key_Return)


def all_done(gate: AtGate) -> None:
    gate.qtbot.waitUntil(lambda: not gate.page.hand.waits)
    gate.settle()


def state(gate: AtGate, name: str) -> VisitState:
    return gate.visit(name).state


def test_two_scans_without_a_pause_are_two_deeds_in_order(at_gate: AtGate) -> None:
    done = QSignalSpy(at_gate.page.control.done)
    for name in ("นงนุช แสงทอง", "วิชัย ทองดี"):
        scan(at_gate.visit(name).token)
        assert at_gate.page.box.text() == ""
    all_done(at_gate)
    assert [done.at(n)[0].visit.name for n in range(done.count())] == ["นงนุช แสงทอง", "วิชัย ทองดี"]
    assert at_gate.page.band.text.title == "วิชัย ทองดี"
    at_gate.do(DeedKind.TAKEN_BACK, lambda: press(Key.Key_Z, modifiers=CONTROL))
    assert (state(at_gate, "นงนุช แสงทอง"), state(at_gate, "วิชัย ทองดี")) == (VisitState.GATE, VisitState.EXPECTED)


def test_a_plate_and_the_next_one_at_once_lose_neither(at_gate: AtGate) -> None:
    at_gate.finder.held = True
    scan("กก1234")
    type_text("บว8820")
    assert at_gate.page.box.text() == "บว8820"
    at_gate.qtbot.waitUntil(lambda: state(at_gate, "วิชัย ทองดี") is VisitState.GATE)
    at_gate.settle()
    assert at_gate.page.box.text() == "บว8820"
    assert state(at_gate, "บ.ธารการแพทย์") is VisitState.EXPECTED
    at_gate.do(DeedKind.ARRIVED, lambda: press(Key.Key_Return))
    assert state(at_gate, "บ.ธารการแพทย์") is VisitState.GATE
    at_gate.finder.release()


def test_a_question_that_waits_for_the_search_is_done_before_what_comes_after_it(at_gate: AtGate) -> None:
    at_gate.finder.held = True
    done = QSignalSpy(at_gate.page.control.done)
    scan("จอดรถ")
    scan("กก1234")
    at_gate.settle()
    assert done.count() == 0
    at_gate.finder.release()
    all_done(at_gate)
    assert [done.at(n)[0].kind for n in range(done.count())] == [DeedKind.ANSWERED, DeedKind.ARRIVED]
    assert at_gate.desk.contact_log.latest()[0].queries == ("จอดรถ",)


def test_what_nobody_has_comes_back_into_the_box_and_makes_room_for_the_next(at_gate: AtGate) -> None:
    scan(UNKNOWN)
    scan(at_gate.visit("วิชัย ทองดี").token)
    all_done(at_gate)
    assert state(at_gate, "วิชัย ทองดี") is VisitState.GATE
    at_gate.qtbot.waitUntil(lambda: UNKNOWN in at_gate.page.band.text.title)
    assert at_gate.page.box.text() == UNKNOWN
    at_gate.do(DeedKind.ARRIVED, lambda: scan(at_gate.visit("นงนุช แสงทอง").token))
    assert state(at_gate, "นงนุช แสงทอง") is VisitState.GATE


def test_after_what_came_back_is_cleared_the_last_deed_is_taken_back(at_gate: AtGate) -> None:
    scan(UNKNOWN)
    scan(at_gate.visit("วิชัย ทองดี").token)
    all_done(at_gate)
    press(Key.Key_Escape)
    assert at_gate.page.box.text() == ""
    at_gate.do(DeedKind.TAKEN_BACK, lambda: press(Key.Key_Z, modifiers=CONTROL))
    assert state(at_gate, "วิชัย ทองดี") is VisitState.EXPECTED


def test_a_guess_that_was_not_seen_is_not_taken_for_sure(at_gate: AtGate) -> None:
    scan("วิไช ทองดี")
    at_gate.qtbot.waitUntil(lambda: at_gate.page.band.text.title == "~ วิชัย ทองดี")
    assert state(at_gate, "วิชัย ทองดี") is VisitState.EXPECTED


def test_no_form_comes_up_over_typing(at_gate: AtGate) -> None:
    scan("สุดา")
    type_text("99")
    all_done(at_gate)
    assert not at_gate.page.at_forms.open
    assert at_gate.page.box.text() == "99"
    press(Key.Key_Escape)
    at_gate.qtbot.waitUntil(lambda: at_gate.page.band.text.title == "สุดา ใจดี")
    press(Key.Key_Return)
    at_gate.qtbot.waitUntil(lambda: at_gate.page.at_forms.open)


def test_whom_the_list_names_is_held_and_so_is_who_comes_after(at_gate: AtGate) -> None:
    entry = Watched("w", WatchKind.PERSON, ("วิชัย ทองดี",), "", "ก่อเหตุทะเลาะวิวาท", Advice.CALL_SUPERVISOR, ORN.id, NOW)
    at_gate.desk.watch_list.add(entry, ORN.id)
    scan("กก1234")
    scan("บว8820")
    at_gate.qtbot.waitUntil(lambda: at_gate.page.at_watch.holding)
    at_gate.settle()
    assert state(at_gate, "วิชัย ทองดี") is VisitState.EXPECTED
    assert at_gate.page.band.text.title == "วิชัย ทองดี"
    assert at_gate.page.band.text.primary is None
    assert state(at_gate, "บ.ธารการแพทย์") is VisitState.EXPECTED
    press(Key.Key_Escape)
    all_done(at_gate)
    assert state(at_gate, "วิชัย ทองดี") is VisitState.EXPECTED
    assert state(at_gate, "บ.ธารการแพทย์") is VisitState.GATE


def test_nothing_that_waits_is_done_after_escape(at_gate: AtGate) -> None:
    at_gate.finder.held = True
    scan("จอดรถ")
    press(Key.Key_Escape)
    at_gate.finder.release()
    all_done(at_gate)
    assert [one.id for one in at_gate.desk.contact_log.latest()] == ["c-1"]
