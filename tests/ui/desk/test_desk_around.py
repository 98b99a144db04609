"""The desk around the contact: tabs, clock, answer, language, narrow windows, with real keys."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Particle
from tests.ui.desk.conftest import NOBODYS, NUMBER, STAFF, AtDesk
from tests.ui.keys import press, type_text

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key


def test_next_puts_the_contact_in_a_tab_and_the_tab_brings_it_back(at_desk: AtDesk) -> None:
    sent: list[tuple[list[str], str]] = []
    at_desk.page.tabs_changed.connect(lambda tabs, current: sent.append(([tab.label for tab in tabs], current)))
    at_desk.page.session.set_number(NUMBER)
    at_desk.settle()
    at_desk.find("บัตร")
    draft = at_desk.draft
    at_desk.page.next_contact()
    assert at_desk.page.view.box.text() == ""
    assert sent[-1] == (["สุดา ใจดี", "เรื่องใหม่"], "")
    at_desk.page.session.open(draft.id)
    at_desk.settle()
    assert at_desk.page.view.box.text() == "บัตร"
    assert sent[-1] == (["สุดา ใจดี"], draft.id)


def test_tabs_hide_numbers(at_desk: AtDesk) -> None:
    labels: list[str] = []
    at_desk.page.tabs_changed.connect(lambda tabs, current: labels.extend(tab.label for tab in tabs))
    at_desk.find(NOBODYS)
    assert labels[-1] == "089-xxx-2222"


def test_the_clock_counts_from_the_first_key(at_desk: AtDesk) -> None:
    assert at_desk.page.view.bar.clock.text() == "00:00"
    at_desk.find("บ")
    at_desk.clock.at = at_desk.clock.at.replace(minute=at_desk.clock.at.minute + 1)
    assert at_desk.page.view.bar.clock.text() == "01:00"


def test_the_answer_tells_who_verified_it_when_and_whom_to_call(at_desk: AtDesk) -> None:
    at_desk.find("บัตรประจำตัว")
    answer = at_desk.page.view.answer
    assert answer.state.accessibleName() == "ยืนยันแล้ว 3 พ.ย. 2569 · วรรณา ศรีสุข"
    assert answer.call_now.accessibleName() == "โทรหาตอนนี้ อรทัย ศรีสุข (ผู้แทน) ต่อ 1121 เจ้าของเรื่อง วรรณา ศรีสุข"
    assert "ใบมอบฉันทะ" in answer.steps.toPlainText().replace("\u200b", "")


def test_an_answer_that_is_due_says_so_instead(at_desk: AtDesk) -> None:
    at_desk.find("บัตรทองหาย")
    assert at_desk.page.view.answer.state.accessibleName() == "ควรทบทวน"


def test_lines_are_spoken_with_the_particle_of_the_speaker(at_desk: AtDesk) -> None:
    at_desk.page.sign_in(replace(STAFF, particle=Particle.KHRAP))
    at_desk.settle()
    at_desk.find("เวลาเยี่ยม")
    assert at_desk.page.view.answer.say.text() == "เยี่ยมได้ 11:00 ถึง 20:00 นะครับ"
    assert at_desk.page.view.greeting.say.text() == "สวัสดีครับ อรอนงค์รับสาย"


def test_the_language_changes_in_mid_contact_and_nothing_is_lost(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    at_desk.page.view.strip.note.setFocus()
    type_text("รอสาย")
    press(KEY.Key_L, modifiers=CTRL)
    view = at_desk.page.view
    assert view.kit.words.language is Language.EN
    assert view.answer.title.text() == "Lost patient card"
    assert view.answer.say.text() == "Please go to counter 3."
    assert (view.box.text(), view.strip.note.text()) == ("บัตร", "รอสาย")
    assert view.strip.note.hasFocus()


def test_control_r_held_shows_the_number(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(NUMBER)
    number, box = at_desk.page.view.bar.number, at_desk.page.view.box
    QTest.keyPress(box, KEY.Key_R, CTRL)
    assert number.text() == NUMBER
    QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyRelease, KEY.Key_R, CTRL))
    assert number.text() == "081-xxx-5678"


def test_the_eye_held_shows_the_number(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(NUMBER)
    number = at_desk.page.view.bar.number
    QTest.mousePress(number.eye, Qt.MouseButton.LeftButton)
    assert number.text() == NUMBER
    QTest.mouseRelease(number.eye, Qt.MouseButton.LeftButton)
    assert number.text() == "081-xxx-5678"
    assert at_desk.page.view.box.hasFocus()


def test_one_pane_at_a_time_in_a_narrow_window(at_desk: AtDesk) -> None:
    at_desk.window.resize(1000, 700)
    at_desk.find("บัตร")
    view = at_desk.page.view
    assert view.panes.narrow and view.list.isVisible() and not view.answer.isVisible()
    press(KEY.Key_Tab)
    assert view.answer.isVisible()
    press(KEY.Key_Escape)
    assert view.list.isVisible() and view.box.hasFocus()
    at_desk.window.resize(1366, 768)
    assert view.list.isVisible() and view.answer.isVisible()
    assert view.box.text() == "บัตร" and view.box.hasFocus()


def test_a_fault_is_said_in_place(at_desk: AtDesk) -> None:
    from frontdesk.domain.errors import DeskError

    at_desk.page.session.failed.emit(DeskError("disk_full"))
    assert at_desk.page.view.strip.status.text() == at_desk.page.view.kit.words("errors.disk_full")
