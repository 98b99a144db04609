"""Somebody new at the desk: one line, one key, and one key to take it back."""

import pytest
from PySide6.QtCore import Qt

from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Person
from frontdesk.ui.pages.desk.newcomer import new_person_in
from frontdesk.ui.pages.desk.rows import NewPersonRow
from tests.ui.desk.conftest import NOBODYS, NUMBER, SHARED, AtDesk
from tests.ui.keys import press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def row(at_desk: AtDesk) -> NewPersonRow | None:
    return new_person_in(at_desk.page.view.list.rows)


def caller(at_desk: AtDesk) -> Person:
    at_desk.settle()
    person = at_desk.desk.people_book.get(at_desk.draft.person_id)
    assert person is not None
    return person


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"{NOBODYS} มานี มีสุข", "มานี มีสุข"),
        (f"คุณมานี มีสุข (นี) {NOBODYS} ต่อ 12", "มานี มีสุข"),
        ("Anna Smith +49 30 901820", "Anna Smith"),
        (NOBODYS, ""),
        ("มานี มีสุข", "มานี มีสุข"),
    ],
)
def test_a_line_about_nobody_on_file_offers_them_last(at_desk: AtDesk, line: str, name: str) -> None:
    at_desk.find(line)

    offered = row(at_desk)
    assert offered is not None
    assert offered.new.name == name
    assert at_desk.page.view.list.rows[-1] == offered


@pytest.mark.parametrize("line", ["บัตรหาย", "สุดา ใจดี", NUMBER, "เปิดกี่โมง", "", "1120"])
def test_neither_questions_nor_known_people_are_offered(at_desk: AtDesk, line: str) -> None:
    at_desk.find(line)

    assert row(at_desk) is None


def test_insert_makes_them_the_caller(at_desk: AtDesk) -> None:
    at_desk.find(f"คุณมานี มีสุข (นี) {NOBODYS} ต่อ 12")
    press(Qt.Key.Key_Insert)

    person = caller(at_desk)
    assert (person.title, person.name, person.nickname) == ("คุณ", "มานี มีสุข", "นี")
    assert [(one.digits, one.extension) for one in person.numbers] == [("0891112222", "12")]
    assert at_desk.page.view.box.text() == ""
    assert at_desk.draft.number.startswith(NOBODYS)
    assert at_desk.page.caller.state.card is not None
    assert at_desk.page.view.strip.status.text() == at_desk.page.view.kit.words("new_person.added")


def test_letters_typed_fast_and_insert_at_once_are_enough(at_desk: AtDesk) -> None:
    at_desk.finder.held = True
    type_text(f"มานี {NOBODYS}")
    press(Qt.Key.Key_Insert)
    assert at_desk.draft.person_id == ""

    at_desk.finder.release()

    at_desk.qtbot.waitUntil(lambda: bool(at_desk.draft.person_id))
    assert caller(at_desk).name == "มานี"


def test_enter_still_uses_the_answer_and_adds_nobody(at_desk: AtDesk) -> None:
    at_desk.find("มานี มีสุข")
    press(Qt.Key.Key_Return)

    assert at_desk.draft.person_id == ""
    at_desk.settle()
    assert at_desk.desk.people_book.count() == 6


def test_the_row_can_be_entered_when_it_is_chosen(at_desk: AtDesk) -> None:
    at_desk.find(f"{NOBODYS} มานี มีสุข")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert caller(at_desk).name == "มานี มีสุข"


def test_a_number_in_the_number_field_comes_along(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(NOBODYS)
    at_desk.settle()
    at_desk.find("มานี มีสุข")
    press(Qt.Key.Key_Insert)

    person = caller(at_desk)
    assert (person.name, [one.digits for one in person.numbers]) == ("มานี มีสุข", ["0891112222"])
    assert at_desk.draft.number == NOBODYS


def test_a_number_alone_in_the_field_is_offered_on_an_empty_desk(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(NOBODYS)
    at_desk.settle()

    at_desk.qtbot.waitUntil(lambda: row(at_desk) is not None)
    at_desk.page.focus_first()
    press(Qt.Key.Key_Insert)

    assert [one.digits for one in caller(at_desk).numbers] == ["0891112222"]


def test_somebody_new_on_a_number_of_several_is_added_when_asked_twice(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(SHARED)
    at_desk.settle()
    at_desk.page.focus_first()
    press(Qt.Key.Key_Insert)
    assert at_desk.draft.person_id == ""
    press(Qt.Key.Key_Insert)

    assert [one.digits for one in caller(at_desk).numbers] == ["029991234"]


def test_the_number_of_a_known_caller_is_not_given_to_another(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(NUMBER)
    at_desk.settle()
    assert at_desk.draft.person_id == "P-1"
    at_desk.find("มานี มีสุข")
    press(Qt.Key.Key_Insert)

    assert caller(at_desk).numbers == ()


def test_somebody_known_is_added_again_only_when_asked_twice(at_desk: AtDesk) -> None:
    at_desk.find("สุดา ใจดี")
    press(Qt.Key.Key_Insert)
    assert at_desk.draft.person_id == ""
    assert row(at_desk) is not None

    press(Qt.Key.Key_Insert)

    assert caller(at_desk).id != "P-1"


def test_insert_with_nothing_to_add_says_so(at_desk: AtDesk) -> None:
    at_desk.page.focus_first()
    press(Qt.Key.Key_Insert)

    assert at_desk.page.view.strip.status.text() == at_desk.page.view.kit.words("new_person.nobody")
    assert at_desk.page.session.draft is None


def test_whoever_is_much_alike_stands_below_and_is_taken_with_one_key(at_desk: AtDesk) -> None:
    at_desk.find(f"สุดา ใจดี {NOBODYS}")
    at_desk.qtbot.waitUntil(lambda: bool(row(at_desk) and row(at_desk).alike))  # type: ignore[union-attr]

    press(Qt.Key.Key_F11)

    assert (at_desk.draft.person_id, at_desk.draft.number) == ("P-1", NOBODYS)
    assert at_desk.page.view.box.text() == ""


def test_the_number_in_a_line_comes_along_with_somebody_known(at_desk: AtDesk) -> None:
    at_desk.find(f"สุดา {NUMBER}")
    press(Qt.Key.Key_Return)

    assert (at_desk.draft.person_id, at_desk.draft.number) == ("P-1", NUMBER)


def test_ctrl_z_takes_them_back_and_the_words_with_them(at_desk: AtDesk) -> None:
    line = f"มานี มีสุข {NOBODYS}"
    at_desk.find(line)
    press(Qt.Key.Key_Insert)
    added = caller(at_desk)

    press(Qt.Key.Key_Z, modifiers=CTRL)
    at_desk.settle()

    assert (at_desk.draft.person_id, at_desk.draft.number) == ("", "")
    assert at_desk.page.view.box.text() == line
    again = at_desk.desk.people_book.get(added.id)
    assert again is not None
    assert again.archived


def test_taking_back_is_over_once_the_contact_is_logged(at_desk: AtDesk) -> None:
    at_desk.find(f"มานี มีสุข {NOBODYS}")
    press(Qt.Key.Key_Insert)
    added = caller(at_desk)
    press(Qt.Key.Key_1, modifiers=CTRL)
    at_desk.qtbot.waitUntil(lambda: at_desk.page.session.can_undo)

    press(Qt.Key.Key_Z, modifiers=CTRL)
    at_desk.settle()

    assert at_desk.draft.person_id == added.id
    assert not caller(at_desk).archived


def test_when_saving_fails_nobody_is_the_caller(at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(person: Person, by: str) -> Person:
        raise DeskError("duplicate_code", value=person.code)

    monkeypatch.setattr(at_desk.desk.people_book, "save", refuse)
    at_desk.find(f"มานี มีสุข {NOBODYS}")
    press(Qt.Key.Key_Insert)
    at_desk.settle()

    assert at_desk.draft.person_id == ""
    assert not at_desk.page.newcomer.can_undo


def test_no_word_is_tried_instead_of_a_number(at_desk: AtDesk) -> None:
    at_desk.find(f"เวลา {NOBODYS}")

    assert [type(one) for one in at_desk.page.view.list.rows] == [NewPersonRow]
    press(Qt.Key.Key_Return)
    assert at_desk.page.view.box.text() == f"เวลา {NOBODYS}"
