"""The desk as a person uses it: real keys into the real page on a real database."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from frontdesk.domain.contacts import Channel, Feedback, Outcome
from frontdesk.ui.pages.desk.rows import AnswerRow, ContactRow, MoreRow, PersonRow, Row, ShortRow, TryRow
from tests.ui.desk.conftest import CARD, EXTRA, NUMBER, STAFF, AtDesk
from tests.ui.desk.seen import codes
from tests.ui.keys import focused, press, type_text

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key


def kinds(at_desk: AtDesk) -> list[type[Row]]:
    return [type(row) for row in at_desk.page.view.list.rows]


def strip_state(at_desk: AtDesk) -> tuple[bool, bool, bool]:
    """Tell whether the keys are live, and which of the two words before them is seen."""
    strip = at_desk.page.view.strip
    return strip.live, strip.press.isVisible(), strip.finish.isVisible()


def rings(at_desk: AtDesk) -> int:
    """Count the widgets that show a focus ring."""
    inside = at_desk.window.findChildren(QWidget)
    return sum(widget.hasFocus() and widget.focusProxy() is None for widget in inside)


def test_an_empty_desk_shows_pinned_recent_and_the_greeting(at_desk: AtDesk) -> None:
    shorts = [row for row in at_desk.page.view.list.rows if isinstance(row, ShortRow)]
    assert [(row.number, row.article.code, row.used_at is not None) for row in shorts] == [
        (1, "IPD-01", False),
        (2, "IPD-01", True),
    ]
    assert at_desk.page.view.greeting.say.text() == "สวัสดีค่ะ อรอนงค์รับสาย"
    assert at_desk.page.view.list.current_row() is None
    assert not at_desk.page.view.strip.finish.isEnabled()


def test_a_call_answered_and_logged_in_three_keys_after_the_answer_is_found(at_desk: AtDesk) -> None:
    at_desk.find("บัตรประจำตัว")
    assert codes(at_desk)[0] == "MRD-01"
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_Return)
        press(KEY.Key_Return, modifiers=CTRL)
        press(KEY.Key_1)
    contact = at_desk.logged()[0]
    assert (contact.outcome, contact.articles, contact.topic) == (Outcome.ANSWERED, ("MRD-01",), CARD.title)
    assert contact.queries == ("บัตรประจำตัว",)
    assert at_desk.page.view.box.text() == ""
    assert at_desk.page.view.box.hasFocus()


def test_the_first_row_is_there_before_the_search_process_answers(at_desk: AtDesk) -> None:
    at_desk.finder.held = True
    type_text("บัตรประจำ")
    assert codes(at_desk)[0] == "MRD-01"
    at_desk.qtbot.waitUntil(lambda: at_desk.page.view.answer.title.text() == CARD.title)
    at_desk.finder.release()
    at_desk.qtbot.waitUntil(lambda: at_desk.page.results.complete)
    assert codes(at_desk)[0] == "MRD-01"


def test_enter_waits_for_the_rows_of_what_was_typed(at_desk: AtDesk) -> None:
    at_desk.find("บัตรประจำตัว")
    at_desk.finder.held = True
    at_desk.page.view.box.selectAll()
    type_text("gold")
    press(KEY.Key_Return)
    assert not at_desk.draft.articles
    at_desk.finder.release()
    at_desk.qtbot.waitUntil(lambda: at_desk.page.results.complete)
    assert at_desk.draft.articles == ("UC-02",)


def test_rows_that_come_later_never_move_the_row_that_was_chosen(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    press(KEY.Key_Down)
    rows = at_desk.page.view.list
    place, chosen = rows.currentIndex().row(), rows.current_row()
    before = rows.visualRect(rows.currentIndex())
    at_desk.page.results.adjust(answers=tuple(reversed(at_desk.page.results.listing.answers)))
    at_desk.page.results.settled.emit()
    assert rows.currentIndex().row() == place
    now = rows.current_row()
    assert isinstance(chosen, AnswerRow) and isinstance(now, AnswerRow)
    assert now.answer.article.id == chosen.answer.article.id
    assert rows.visualRect(rows.currentIndex()) == before


def test_a_refresh_moves_nothing(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    press(KEY.Key_Down)
    at_desk.page.view.box.setCursorPosition(2)
    before = at_desk.page.view.list.current_row()
    at_desk.desk.knowledge.save(replace(CARD, say="เปลี่ยนแล้วค่ะ"), "test")
    at_desk.page.refresh()
    at_desk.settle()
    assert at_desk.page.view.box.text() == "บัตร"
    assert at_desk.page.view.box.cursorPosition() == 2
    assert at_desk.page.view.list.current_row() == before


def test_folded_answers_unfold_when_the_selection_goes_past_them(at_desk: AtDesk) -> None:
    for article in EXTRA:
        at_desk.desk.knowledge.save(article, "test")
    at_desk.finder.refresh()
    at_desk.find("ห้องบัตร")
    assert MoreRow in kinds(at_desk) and PersonRow in kinds(at_desk)
    shown = len(codes(at_desk))
    for _ in range(shown):
        press(KEY.Key_Down)
    assert MoreRow not in kinds(at_desk)
    assert len(codes(at_desk)) > shown
    row = at_desk.page.view.list.current_row()
    assert isinstance(row, AnswerRow) and row.number == shown + 1


def test_alt_and_a_number_uses_that_answer(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    second = codes(at_desk)[1]
    press(KEY.Key_2, modifiers=ALT)
    assert at_desk.draft.articles == (second,)


def test_alt_and_a_number_uses_a_pinned_answer_on_an_empty_desk(at_desk: AtDesk) -> None:
    press(KEY.Key_1, modifiers=ALT)
    assert at_desk.draft.articles == ("IPD-01",)


def test_a_past_contact_brings_back_person_and_topic(at_desk: AtDesk) -> None:
    at_desk.find("เลื่อนนัดคลินิกตา")
    while not isinstance(at_desk.page.view.list.current_row(), ContactRow):
        press(KEY.Key_Down)
    press(KEY.Key_Return)
    draft = at_desk.draft
    assert (draft.person_id, draft.topic, draft.number) == ("P-1", "เลื่อนนัดคลินิกตา", NUMBER)


def test_words_to_try_where_nothing_was_found(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    at_desk.page.results.adjust(answers=(), people=(), contacts=(), tries=(("เวลา", 1),))
    at_desk.page.results.settled.emit()
    assert isinstance(at_desk.page.view.list.current_row(), TryRow)
    assert at_desk.page.view.greeting.say.text().startswith("ขอเวลาสอบถาม")
    press(KEY.Key_Return)
    at_desk.qtbot.waitUntil(lambda: codes(at_desk) == ["IPD-01"])
    assert at_desk.page.view.box.text() == "เวลา"


@pytest.mark.parametrize("place", [0, 2, 3, 4, 5, 6])
def test_control_and_a_digit_logs_in_one_chord(at_desk: AtDesk, place: int) -> None:
    at_desk.find("บัตร")
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY(KEY.Key_1 + place), modifiers=CTRL)
    assert at_desk.logged()[0].outcome is list(Outcome)[place]


@pytest.mark.parametrize(("typed", "outcome"), [("ๅ", Outcome.ANSWERED), ("ุ", Outcome.DROPPED), ("๗", Outcome.OTHER)])
def test_digits_work_on_a_thai_keyboard(at_desk: AtDesk, typed: str, outcome: Outcome) -> None:
    at_desk.find("บัตร")
    press(KEY.Key_Return, modifiers=CTRL)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        type_text(typed)
    assert at_desk.logged()[0].outcome is outcome


def test_live_keys_take_the_ring_and_escape_gives_it_back(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    press(KEY.Key_Return, modifiers=CTRL)
    assert strip_state(at_desk) == (True, True, False)
    assert not at_desk.page.view.box.hasFocus()
    press(KEY.Key_A)
    assert strip_state(at_desk) == (True, True, False)
    press(KEY.Key_Escape)
    assert strip_state(at_desk) == (False, False, True)
    assert at_desk.page.view.box.hasFocus()
    assert at_desk.page.view.box.text() == "บัตร"


def test_a_complaint_may_come_before_the_outcome(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    press(KEY.Key_Return, modifiers=CTRL)
    press(KEY.Key_9)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_4)
    contact = at_desk.logged()[0]
    assert (contact.feedback, contact.outcome) == (Feedback.COMPLAINT, Outcome.MESSAGE)


def test_nothing_to_finish_is_said_and_nothing_logged(at_desk: AtDesk) -> None:
    count = len(at_desk.logged())
    press(KEY.Key_Return, modifiers=CTRL)
    assert at_desk.page.view.strip.status.text() == at_desk.page.view.kit.words("desk.nothing_to_finish")
    assert not at_desk.page.view.strip.live
    assert len(at_desk.logged()) == count


def test_control_z_takes_a_logged_contact_back_and_opens_it_again(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_1, modifiers=CTRL)
    count = len(at_desk.logged())
    type_text("ที่จอด")
    with at_desk.qtbot.waitSignal(at_desk.page.session.withdrawn):
        press(KEY.Key_Z, modifiers=CTRL)
    assert at_desk.page.view.box.text() == "บัตร"
    assert len(at_desk.logged()) == count - 1
    assert [draft.query for draft in at_desk.page.session.waiting] == ["ที่จอด"]


def test_control_z_is_the_fields_own_when_nothing_was_logged(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    press(KEY.Key_Z, modifiers=CTRL)
    assert at_desk.page.view.box.text() != "บัตร"


def test_f10_and_control_d_store_their_marks_and_show_them(at_desk: AtDesk) -> None:
    at_desk.find("บัตรประจำตัว")
    press(KEY.Key_F10)
    press(KEY.Key_D, modifiers=CTRL)
    assert at_desk.page.view.answer.flag.isVisible()
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_7, modifiers=CTRL)
    contact = at_desk.logged()[0]
    assert contact.unanswered
    assert contact.flagged == ("MRD-01",)
    assert contact.queries == ("บัตรประจำตัว",)


@pytest.mark.parametrize("place", range(6))
def test_channels(at_desk: AtDesk, place: int) -> None:
    press(KEY(KEY.Key_1 + place), modifiers=CTRL | SHIFT)
    assert at_desk.draft.channel is list(Channel)[place]
    assert at_desk.page.view.bar.channels.buttons()[place].isChecked()


def test_a_walk_in_without_a_number(at_desk: AtDesk) -> None:
    press(KEY.Key_2, modifiers=CTRL | SHIFT)
    at_desk.find("เวลาเยี่ยม")
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_Return)
        press(KEY.Key_1, modifiers=CTRL)
    contact = at_desk.logged()[0]
    assert (contact.channel, contact.number, contact.person_id) == (Channel.WALK_IN, "", "")
    assert at_desk.page.view.bar.channels.buttons()[0].isChecked()


def test_escape_goes_back_one_step_at_a_time(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    at_desk.page.view.strip.note.setFocus()
    press(KEY.Key_Escape)
    assert at_desk.page.view.box.hasFocus()
    press(KEY.Key_Escape)
    assert at_desk.page.view.box.text() == ""
    press(KEY.Key_Escape)
    assert at_desk.page.session.draft is None


def test_exactly_one_ring_wherever_tab_goes(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    seen = []
    for _ in range(6):
        assert rings(at_desk) == 1
        seen.append(focused())
        press(KEY.Key_Tab)
    view = at_desk.page.view
    assert seen == [view.box, view.list, view.bar.number, view.strip.topic, view.strip.note, view.strip.finish]


def test_the_list_works_by_itself_when_it_has_the_focus(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    press(KEY.Key_Tab)
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert at_desk.draft.articles == (codes(at_desk)[1],)


def test_the_mouse_selects_and_uses(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    rows = at_desk.page.view.list
    middle = rows.visualRect(rows.model().index(2, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert rows.currentIndex().row() == 2
    assert at_desk.page.view.box.hasFocus()
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert at_desk.draft.articles == (codes(at_desk)[1],)


def test_outcomes_and_channels_by_mouse(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    QTest.mouseClick(at_desk.page.view.bar.channels.buttons()[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(at_desk.page.view.strip.finish, Qt.MouseButton.LeftButton)
    assert at_desk.page.view.strip.live
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        QTest.mouseClick(at_desk.page.view.strip.outcomes[3], Qt.MouseButton.LeftButton)
    contact = at_desk.logged()[0]
    assert (contact.channel, contact.outcome) == (Channel.EMAIL, Outcome.MESSAGE)


def test_topic_and_note_are_saved_and_said_so(at_desk: AtDesk) -> None:
    at_desk.find("บัตร")
    at_desk.page.view.strip.topic.setFocus()
    type_text("เรื่องบัตร")
    at_desk.page.view.strip.note.setFocus()
    with at_desk.qtbot.waitSignal(at_desk.page.session.saved):
        type_text("รอสาย")
    (draft,) = at_desk.desk.contact_log.drafts(STAFF.id)
    assert (draft.topic, draft.note, draft.query) == ("เรื่องบัตร", "รอสาย", "บัตร")
