"""Who is calling, as a person finds it out: real keys into the real desk on a real database."""

import pytest
from PySide6.QtCore import Qt

from frontdesk.ui.pages.desk.rows import NumberRow, PersonRow
from tests.ui.desk.conftest import NOBODYS, NUMBER, SHARED, AtDesk
from tests.ui.desk.seen import caller, codes
from tests.ui.keys import press, type_text

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key


def test_a_number_in_the_box_shows_who_it_is_and_enter_makes_them_the_caller(at_desk: AtDesk) -> None:
    at_desk.find("0812345678")
    assert caller(at_desk) == ("P-1", True)
    press(KEY.Key_Return)
    at_desk.settle()
    draft = at_desk.draft
    assert (draft.person_id, draft.number) == ("P-1", "0812345678")
    assert at_desk.page.view.box.text() == ""
    assert caller(at_desk) == ("P-1", False)
    assert at_desk.page.view.bar.number.text() == "081-xxx-5678"


def read(at_desk: AtDesk) -> bool:
    """Tell whether an answer stands in full beside the list."""
    return at_desk.page.reader.detail is not None


@pytest.mark.parametrize("words", ["1120", NOBODYS, "เวชระเบียน"])
def test_beside_somebody_who_is_found_no_answer_to_other_words_stays(at_desk: AtDesk, words: str) -> None:
    at_desk.find("บัตรประจำตัว")
    assert read(at_desk)
    at_desk.page.view.box.selectAll()
    at_desk.find(words)
    assert isinstance(at_desk.page.view.list.current_row(), PersonRow | NumberRow)
    assert not read(at_desk)
    assert at_desk.page.view.greeting.isVisible()


def test_an_answer_shown_while_the_reply_was_awaited_goes_when_it_is_not_in_it(at_desk: AtDesk) -> None:
    at_desk.find("บัตรหาย")
    assert at_desk.page.reader.detail is not None
    at_desk.finder.held = True
    at_desk.page.box.set_text("สุดา ใจดี")
    at_desk.page._read(at_desk.page.reader.detail.article)  # what a glance at the rows of earlier words does
    at_desk.finder.release()
    at_desk.qtbot.waitUntil(lambda: at_desk.page.results.complete)
    at_desk.settle()

    assert isinstance(at_desk.page.view.list.current_row(), PersonRow)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.reader.detail is None)


def test_a_number_gets_no_answers_in_which_it_does_not_stand(at_desk: AtDesk) -> None:
    at_desk.find(NUMBER)
    assert codes(at_desk) == []


def test_a_number_typed_in_the_number_field_names_its_only_owner(at_desk: AtDesk) -> None:
    at_desk.page.view.bar.number.setFocus()
    type_text(NUMBER)
    at_desk.settle()
    assert at_desk.draft.person_id == "P-1"
    assert at_desk.page.view.who.card.isVisible()
    assert at_desk.page.view.bar.number.text() == NUMBER
    press(KEY.Key_Escape)
    assert at_desk.page.view.bar.number.text() == "081-xxx-5678"


def test_a_number_of_several_people_asks_and_f11_and_f12_answer(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(SHARED)
    at_desk.settle()
    first, second = (card.person.id for card in at_desk.page.caller.state.guesses)
    press(KEY.Key_F12)
    at_desk.settle()
    assert [card.person.id for card in at_desk.page.caller.state.guesses] == [second]
    press(KEY.Key_F11)
    at_desk.settle()
    assert at_desk.draft.person_id == second != first


def test_f12_refuses_the_one_whom_the_number_named(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(NUMBER)
    at_desk.settle()
    press(KEY.Key_F12)
    at_desk.settle()
    assert (at_desk.draft.person_id, at_desk.draft.number) == ("", NUMBER)
    assert at_desk.page.caller.state.card is None


def test_a_number_that_nobody_has_is_a_valid_caller(at_desk: AtDesk) -> None:
    at_desk.find(NOBODYS)
    assert isinstance(at_desk.page.view.list.current_row(), NumberRow)
    press(KEY.Key_Return)
    at_desk.settle()
    assert at_desk.draft.number == NOBODYS
    assert at_desk.page.caller.state.number == NOBODYS
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_1, modifiers=CTRL)
    assert at_desk.logged()[0].number == NOBODYS


def test_a_guess_in_the_list_is_confirmed_with_f11(at_desk: AtDesk) -> None:
    at_desk.find("สุดา จัยดี")
    row = next(row for row in at_desk.page.view.list.rows if isinstance(row, PersonRow))
    assert row.match.guess and row.asked
    press(KEY.Key_F11)
    assert at_desk.draft.person_id == "P-1"


def test_a_guess_in_the_list_goes_with_f12(at_desk: AtDesk) -> None:
    at_desk.find("สุดา จัยดี")
    before = [row.match.person.id for row in at_desk.page.view.list.rows if isinstance(row, PersonRow)]
    press(KEY.Key_F12)
    after = [row.match.person.id for row in at_desk.page.view.list.rows if isinstance(row, PersonRow)]
    assert after == before[1:]
