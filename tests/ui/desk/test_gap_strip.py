"""A question without an answer goes to whoever knows, in the caller's words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from frontdesk.domain.contacts import Outcome
from frontdesk.domain.gaps import Gap
from frontdesk.domain.ids import new_id
from frontdesk.ui.pages.desk.gap.strip import HEIGHT, GapStrip
from tests.ui.desk.conftest import CARD, NUMBER, AtDesk, past
from tests.ui.keys import press, type_text

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WORDS = "ชาร์จรถไฟฟ้า"


def ask(at_desk: AtDesk, words: str = WORDS) -> GapStrip:
    """Type words, press F10 and wait for all that is guessed."""
    at_desk.find(words)
    press(KEY.Key_F10)
    at_desk.settle()
    return at_desk.page.view.gap


def test_the_strip_takes_the_words_and_has_the_focus(at_desk: AtDesk) -> None:
    strip = ask(at_desk)
    assert (strip.isVisible(), strip.height(), strip.words.edit.hasFocus()) == (True, HEIGHT, True)
    assert strip.words.text() == WORDS
    assert (at_desk.draft.unanswered, at_desk.draft.queries) == (True, (WORDS,))
    type_text("ไหม")
    assert strip.words.text() == f"{WORDS}ไหม"
    assert at_desk.draft.query == WORDS


def test_ctrl_enter_sends_it_with_a_promise(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(NUMBER)
    strip = ask(at_desk)
    assert "4471" not in strip.call_back.text()
    assert NUMBER not in strip.call_back.text()
    assert strip.due.text() == "วันนี้ 16:30"
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_Return, modifiers=CTRL)
    at_desk.settle()
    contact = at_desk.logged()[0]
    assert (contact.outcome, contact.unanswered) == (Outcome.PROMISED, True)
    assert contact.gap is not None
    assert contact.gap.words == WORDS
    promise = at_desk.desk.promises.get(contact.id)
    assert promise is not None
    assert promise.due_at is not None
    assert promise.due_at.astimezone(at_desk.desk.promises.now().tzinfo).strftime("%H:%M") == "16:30"
    assert not strip.isVisible()
    assert not at_desk.page.promise.shown
    assert at_desk.page.view.box.hasFocus()
    assert "วันนี้ 16:30" in at_desk.page.view.strip.status.text()


def test_another_time_is_read(at_desk: AtDesk) -> None:
    strip = ask(at_desk)
    strip.due.setFocus()
    strip.due.selectAll()
    type_text("บ่าย 3")
    at_desk.settle()
    assert "15:00" in strip.due._trailing
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_Return, modifiers=CTRL)
    at_desk.settle()
    promise = at_desk.desk.promises.get(at_desk.logged()[0].id)
    assert promise is not None
    assert promise.due_at is not None
    assert promise.due_at.astimezone(at_desk.desk.promises.now().tzinfo).strftime("%H:%M") == "15:00"


def test_a_time_nobody_can_read_is_said_and_nothing_is_logged(at_desk: AtDesk) -> None:
    count = len(at_desk.logged())
    strip = ask(at_desk)
    strip.due.setFocus()
    strip.due.selectAll()
    type_text("เมื่อไรก็ได้")
    press(KEY.Key_Return, modifiers=CTRL)
    at_desk.settle()
    assert (strip.due.wrong, strip.due.hasFocus(), bool(strip.told.text())) == (True, True, True)
    assert len(at_desk.logged()) == count


def test_alt_enter_sends_it_without_a_promise(at_desk: AtDesk) -> None:
    ask(at_desk)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_Return, modifiers=ALT)
    contact = at_desk.logged()[0]
    assert contact.gap is not None
    assert (contact.outcome, contact.gap.words) == (Outcome.MESSAGE, WORDS)
    assert not at_desk.page.promise.shown


def test_without_words_nothing_is_sent(at_desk: AtDesk) -> None:
    strip = ask(at_desk)
    strip.words.edit.selectAll()
    press(KEY.Key_Delete)
    press(KEY.Key_Return, modifiers=CTRL)
    assert strip.words._wrong
    assert strip.told.text() == at_desk.page.view.kit.words("gap.words_needed")
    type_text("โดรน")
    assert strip.told.text() == ""


def test_the_department_is_a_guess_until_f11(at_desk: AtDesk) -> None:
    with at_desk.desk.storage.write() as repos:
        repos.articles.save(replace(CARD, department="D-MRD"), "test")
    at_desk.desk.index.catch_up()
    strip = ask(at_desk, "บัตรประจำตัวหายแบบพิเศษ")
    assert (strip.department.text(), strip.department.guessed) == ("~ เวชระเบียน", True)
    assert strip.owner.text() == "วรรณา ศรีสุข"
    press(KEY.Key_F11)
    assert (strip.department.text(), strip.department.guessed) == ("เวชระเบียน", False)
    assert at_desk.draft.gap == Gap("บัตรประจำตัวหายแบบพิเศษ", "เวชระเบียน", "วรรณา ศรีสุข")


def test_typing_over_a_guess_makes_it_certain(at_desk: AtDesk) -> None:
    strip = ask(at_desk, "บัตรประจำตัวหายแบบพิเศษ")
    strip.department.set_guess("เวชระเบียน")
    strip.department.setFocus()
    strip.department.selectAll()
    type_text("อาคาร")
    assert (strip.department.value, strip.department.guessed) == ("อาคาร", False)


def test_who_asked_the_like_before(at_desk: AtDesk) -> None:
    with at_desk.desk.storage.write() as repos:
        for days, words in ((6, "มีที่ชาร์จรถ EV ไหม"), (2, "ชาร์จรถไฟฟ้าได้ไหม")):
            repos.contacts.add(past(new_id(), days, Outcome.OTHER, unanswered=True, gap=Gap(words)))
    similar = ask(at_desk, "ที่จอดรถชาร์จรถไฟฟ้าได้ไหม").similar
    assert (similar.similar.count, similar.similar.words[0]) == (2, "ชาร์จรถไฟฟ้าได้ไหม")
    assert "รอมา 6 วัน" in similar.accessibleName()


def test_escape_keeps_the_mark_and_the_words(at_desk: AtDesk) -> None:
    ask(at_desk)
    type_text(" หัวแบบไหน")
    press(KEY.Key_Escape)
    view = at_desk.page.view
    assert (view.gap.isVisible(), view.strip.isVisible(), view.box.hasFocus()) == (False, True, True)
    assert view.strip.unanswered.isVisible()
    assert at_desk.draft.gap is not None
    assert at_desk.draft.gap.words == f"{WORDS} หัวแบบไหน"


def test_f10_again_takes_the_mark_back(at_desk: AtDesk) -> None:
    ask(at_desk)
    press(KEY.Key_F10)
    assert (at_desk.draft.unanswered, at_desk.page.view.gap.isVisible()) == (False, False)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_1, modifiers=CTRL)
    assert (at_desk.logged()[0].gap, at_desk.logged()[0].unanswered) == (None, False)


def test_ctrl_2_passes_the_caller_on_instead(at_desk: AtDesk) -> None:
    ask(at_desk)
    press(KEY.Key_2, modifiers=CTRL)
    view = at_desk.page.view
    assert (view.gap.isVisible(), view.transfer.hasFocus(), view.strip.isVisible()) == (False, True, False)
    press(KEY.Key_Escape)
    assert (view.transfer.isVisible(), view.strip.isVisible(), view.box.hasFocus()) == (False, True, True)


@pytest.mark.parametrize("elsewhere", ["next", "log"])
def test_it_never_stays_for_another_contact(at_desk: AtDesk, elsewhere: str) -> None:
    ask(at_desk)
    if elsewhere == "next":
        at_desk.page.next_contact()
        assert at_desk.page.session.waiting[0].unanswered
    else:
        with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
            press(KEY.Key_5, modifiers=CTRL)
        assert at_desk.logged()[0].outcome is Outcome.WRONG_PLACE
    assert not at_desk.page.view.gap.isVisible()
    assert at_desk.page.view.strip.isVisible()


def test_only_one_thing_is_asked_at_a_time(at_desk: AtDesk) -> None:
    at_desk.page.session.set_person("P-2", "089-111-2222")
    at_desk.settle()
    ask(at_desk)
    press(KEY.Key_Equal, modifiers=CTRL)
    at_desk.qtbot.waitUntil(at_desk.page.view.attach.isVisible)
    view = at_desk.page.view
    assert (view.gap.isVisible(), view.transfer.isVisible(), view.strip.isVisible()) == (False, False, False)
    press(KEY.Key_Escape)
    assert (view.attach.isVisible(), view.strip.isVisible()) == (False, True)
