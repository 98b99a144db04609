"""The form of a visit by keys: numbers for purposes, the host by a few letters, times read back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.visits import Visit, again
from frontdesk.ui.pages.gate.forms.done import Done
from frontdesk.ui.pages.gate.forms.gate_forms import GateForms

from ....keys import press, type_text
from ...conftest import ORN
from .conftest import LetIn

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER, TAB, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Down


@pytest.fixture
def opened(forms: GateForms, qtbot: QtBot) -> GateForms:
    forms.new_arrival()
    qtbot.waitUntil(forms.form.name.hasFocus)
    return forms


def wait_for_data(forms: GateForms, qtbot: QtBot) -> None:
    for _ in range(2):
        told = list[None]()
        forms._tasks.run(lambda: None, told.append)
        qtbot.waitUntil(lambda told=told: bool(told))  # type: ignore[misc]


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_3, ALT), (None, None)])
def test_a_purpose_is_one_key(opened: GateForms, key: Qt.Key | None, modifier: Qt.KeyboardModifier | None) -> None:
    form = opened.form
    if key is None or modifier is None:
        form.purpose.field.setFocus()
        type_text("๓")
    else:
        press(key, modifiers=modifier)
    assert form.purpose.text() == "ส่งของ"
    assert form.typed.purpose == "ส่งของ"


def test_a_number_within_own_words_is_a_number(opened: GateForms) -> None:
    opened.form.purpose.field.setFocus()
    type_text("ตึก 3")
    assert opened.form.purpose.text() == "ตึก 3"
    press(Qt.Key.Key_A, modifiers=CTRL)
    type_text("1")
    assert opened.form.purpose.text() == "ติดต่องาน"


def test_tab_goes_round_the_form_and_enter_goes_on(opened: GateForms) -> None:
    form = opened.form
    order = [form.host.field, form.purpose.field, form.plain["plate"], form.party, form.plain["number"],
             form.plain["organisation"], form.plain["belongings"], form.plain["until"], form.name]  # fmt: skip
    for field in order:
        press(TAB)
        assert field.hasFocus(), field.accessibleName()
    for field in order:
        press(ENTER)
        assert field.hasFocus(), field.accessibleName()


def test_enter_takes_the_host_and_says_where_they_are(opened: GateForms, qtbot: QtBot) -> None:
    form = opened.form
    form.host.field.setFocus()
    type_text("112")
    qtbot.waitUntil(lambda: "→ วรรณา ศรีสุข" in form.host.captioned.said)
    press(ENTER)
    assert (form.host.field.text(), form.host.host_id, form.host.place) == ("วรรณา ศรีสุข", "S-1", "เวชระเบียน 1120")
    assert form.host.captioned.said.startswith("เวชระเบียน 1120 · ต่อ 1121")
    form.host.field.setFocus()
    type_text("x")
    assert (form.host.host_id, form.host.place) == ("", "")


def test_free_words_stay_as_they_are(opened: GateForms, qtbot: QtBot) -> None:
    form = opened.form
    form.host.field.setFocus()
    type_text("ร้านกาแฟ")
    qtbot.waitUntil(lambda: form.host.captioned.said == form.kit.words("gate_forms.host_free"))
    press(TAB)
    assert (form.host.field.text(), form.typed.host_id) == ("ร้านกาแฟ", "")


def test_times_are_read_back_while_they_are_typed(opened: GateForms, qtbot: QtBot) -> None:
    part = opened.form.parts["until"]
    qtbot.waitUntil(lambda: "ตามปกติ" in part.said)
    opened.form.plain["until"].setFocus()
    type_text("พรุ่งนี้ 17:00")
    qtbot.waitUntil(lambda: part.said == "= พรุ่งนี้ 17:00")
    type_text("x")
    qtbot.waitUntil(lambda: "อ่านเวลาไม่ออก" in part.said)
    assert opened.form.plain["until"].wrong


def test_arrows_count_people(opened: GateForms) -> None:
    opened.form.party.setFocus()
    press(Qt.Key.Key_Up, Qt.Key.Key_Up, DOWN)
    assert opened.form.typed.party == "2"
    press(DOWN, DOWN)
    assert opened.form.typed.party == "1"


def test_a_known_visitor_needs_one_chord(
    forms: GateForms, desk: Desk, qtbot: QtBot, done: list[Done], let_in: LetIn
) -> None:
    before = let_in("วิชัย ทองดี")
    desk.visits.leave(before.id, ORN.id)
    forms.new_arrival(visit=again(before, "", desk.visits.today()))
    qtbot.waitUntil(forms.form.host.field.hasFocus)
    press(ENTER, modifiers=CTRL)
    qtbot.waitUntil(lambda: bool(done))
    assert [one.name for one in desk.visits.board().inside] == ["วิชัย ทองดี"]


def test_a_form_that_was_only_looked_at_leaves_nothing(
    forms: GateForms, desk: Desk, qtbot: QtBot, done: list[Done], let_in: LetIn
) -> None:
    forms.edit(let_in("วิชัย ทองดี"))
    qtbot.waitUntil(forms.form.host.field.hasFocus)
    press(ESC)
    wait_for_data(forms, qtbot)
    assert done == []
    assert desk.visit_entry.waiting(ORN.id) == []


def test_a_changed_visit_can_be_changed_back(
    forms: GateForms, desk: Desk, qtbot: QtBot, done: list[Done], let_in: LetIn
) -> None:
    visit = let_in("วิชัย ทองดี")
    forms.edit(visit)
    forms.form.plain["plate"].setFocus()
    type_text("กก1234")
    press(ENTER, modifiers=CTRL)
    qtbot.waitUntil(lambda: bool(done))
    assert desk.visits.get(visit.id).plate == "กก 1234"  # type: ignore[union-attr]
    assert done[0].undo is not None
    done[0].undo()
    assert desk.visits.get(visit.id) == visit


def test_a_group_that_repeats_shows_its_codes(forms: GateForms, desk: Desk, qtbot: QtBot) -> None:
    forms.expect("โรงเรียนบ้านดอน")
    form = forms.form
    form.plain["when"].setFocus()
    type_text("พรุ่งนี้ 09:00")
    press(TAB, TAB)
    assert form.repeat.hasFocus()
    type_text("2")
    press(TAB)
    type_text("31/12/2570")
    qtbot.waitUntil(lambda: "260" in form.parts["repeat_until"].said)
    press(Qt.Key.Key_A, modifiers=CTRL)
    when = desk.visits.today().toordinal() + 2
    day = type(desk.visits.today()).fromordinal(when)
    type_text(f"{day.day}/{day.month}/{day.year + 543}")
    form.names.setFocus()
    type_text("เอก ดีงาม")
    press(ENTER)
    type_text("โท ใจดี")
    qtbot.waitUntil(lambda: form.parts["repeat_until"].said == "= 2 ครั้ง")
    press(ENTER, modifiers=CTRL)
    qtbot.waitUntil(lambda: forms.code.isVisible())
    assert forms.code.title.text() == "รหัสของ เอก ดีงาม"
    assert "โท ใจดี" in forms.code.others.text()
    press(ESC)
    assert forms.open is None


def test_words_handed_over_as_a_name_are_parted_too(forms: GateForms, desk: Desk) -> None:
    """A bare visit whose name is a plate is parted as the box is."""
    forms.new_arrival(visit=Visit("", desk.visits.today(), "กก1234"))
    assert (forms.form.name.text(), forms.form.plain["plate"].text()) == ("", "กก 1234")


def test_where_strangers_read_along_no_number_stands_in_full(
    forms: GateForms, desk: Desk, qtbot: QtBot, done: list[Done]
) -> None:
    known = Visit("", desk.visits.today(), "วิชัย ทองดี", number="081-234-5678", plate="1กก 1234")
    forms.form.kit.words.set_discreet(True)
    forms.new_arrival(visit=known)
    fields = forms.form.plain
    assert "234" not in fields["number"].text()
    assert fields["plate"].text() != "1กก 1234"
    fields["number"].setFocus()
    press(ENTER, modifiers=CTRL)
    qtbot.waitUntil(lambda: bool(done))
    (visit,) = desk.visits.board().inside
    assert (visit.number, visit.plate) == ("081-234-5678", "1กก 1234")

    forms.new_arrival(visit=known)
    fields["number"].selectAll()
    fields["number"].setFocus()
    type_text("0891112222")
    assert forms.form.typed.number == "0891112222"
