"""An arrival that the watch list has something to say on waits until the guard has decided."""

import pytest
from PySide6.QtCore import Qt

from frontdesk.domain.visits import VisitState
from frontdesk.domain.watch_list import Advice, Decision, Watched, WatchKind
from frontdesk.ui.pages.gate.control import DeedKind

from ...desk.conftest import NOW
from ...keys import press, type_text
from ..conftest import ORN
from .conftest import AtGate

Key = Qt.Key


@pytest.fixture
def listed(at_gate: AtGate) -> AtGate:
    """Wichai's name is on the list."""
    entry = Watched("w", WatchKind.PERSON, ("วิชัย ทองดี",), "", "ก่อเหตุทะเลาะวิวาท", Advice.CALL_SUPERVISOR, ORN.id, NOW)
    at_gate.desk.watch_list.add(entry, ORN.id)
    at_gate.page.watch.grace_ms = at_gate.page.watch.settle_ms = 0
    return at_gate


def knock(gate: AtGate) -> None:
    """Let Wichai come to the gate."""
    type_text("กก1234")
    press(Key.Key_Return)
    gate.qtbot.waitUntil(lambda: gate.page.watch.hasFocus())
    gate.settle()


def test_nobody_is_in_before_the_guard_has_decided(listed: AtGate) -> None:
    knock(listed)
    assert listed.visit("วิชัย ทองดี").state is VisitState.EXPECTED
    assert not listed.page.band.key.isVisible()
    deed = listed.do(DeedKind.ARRIVED, lambda: press(Key.Key_4))
    assert deed.visit is not None
    assert listed.visit("วิชัย ทองดี").inside
    assert listed.page.box.hasFocus()
    decision = listed.desk.watch_list.board(ORN.id).decisions["w"][0]
    assert (decision.decision, decision.visit_id) == (Decision.LET_IN, deed.visit.id)


@pytest.mark.parametrize(
    ("key", "said"), [(Key.Key_3, "ไม่ให้เข้า"), (Key.Key_2, "รอหัวหน้า"), (Key.Key_Escape, "ยังไม่ได้ตัดสินใจ")]
)
def test_whoever_is_not_let_in_stays_outside(listed: AtGate, key: Key, said: str) -> None:
    knock(listed)
    press(key)
    listed.settle()
    assert listed.visit("วิชัย ทองดี").state is VisitState.EXPECTED
    assert said in listed.page.band.text.spoken
    assert listed.page.box.hasFocus()
    assert not listed.page.watch.isVisible()


def test_another_one_of_that_name_comes_in_and_is_not_asked_about_again(listed: AtGate) -> None:
    knock(listed)
    listed.do(DeedKind.ARRIVED, lambda: press(Key.Key_1))
    listed.do(DeedKind.TAKEN_BACK, lambda: press(Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier))

    def again() -> None:
        type_text("กก1234")
        press(Key.Key_Return)

    deed = listed.do(DeedKind.ARRIVED, again)
    assert [hit.quiet for hit in deed.hits] == [True]
    assert listed.page.watch.isVisible()  # small, and nothing to decide
    assert listed.page.watch.hit is None
    type_text("x")
    assert not listed.page.watch.isVisible()


def test_a_walk_in_typed_into_the_form_is_held_too(listed: AtGate) -> None:
    press(Key.Key_Insert)
    type_text("วิชัย ทองดี")
    press(Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    listed.qtbot.waitUntil(lambda: listed.page.watch.hasFocus())
    listed.settle()
    assert len(listed.all_visits()) == 6
    listed.do(DeedKind.OTHER, lambda: press(Key.Key_4))
    assert len(listed.all_visits()) == 7
