"""The language is switched while somebody is on the line."""

from frontdesk.domain.languages import Language
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD


def test_words_cursor_and_selection_stay_in_the_box(at_desk: Driver) -> None:
    box = at_desk.desk.view.box
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Home", "Right", "Shift+Right", "Shift+Right")
    cursor, selected = box.cursorPosition(), box.selectedText()
    assert selected

    at_desk.press("Ctrl+L")

    assert (box.text(), box.cursorPosition(), box.selectedText()) == ("บัตรหาย", cursor, selected)
    assert box.hasFocus()
    assert at_desk.chosen_code == LOST_CARD
    assert at_desk.draft.query == "บัตรหาย"
    at_desk.press("Ctrl+L")
    assert (box.text(), box.cursorPosition(), box.selectedText()) == ("บัตรหาย", cursor, selected)


def test_a_note_goes_on_where_it_was(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return")
    note = at_desk.desk.view.strip.note
    note.setFocus()
    at_desk.type("รอที่ 3")
    at_desk.press("Left", "Left")
    at_desk.keys = 0

    at_desk.press("Ctrl+L")
    at_desk.type("ช่อง")
    at_desk.press("Ctrl+L")

    assert at_desk.keys == 2
    assert note.text() == "รอที่ช่อง 3"
    assert at_desk.draft.note == "รอที่ช่อง 3"
    assert at_desk.draft.topic == "บัตรประจำตัวผู้ป่วยหาย"


def test_everything_on_the_screen_speaks_the_other_language(at_desk: Driver) -> None:
    view = at_desk.desk.view
    assert at_desk.place.kit.words.language is Language.TH

    def spoken() -> tuple[str, ...]:
        return (
            view.box.accessibleName(), view.box.placeholderText(), view.strip.finish.text(),
            *(button.text() for button in view.strip.outcomes),
        )  # fmt: skip

    thai = spoken()
    at_desk.press("Ctrl+L")
    english = spoken()
    at_desk.press("Ctrl+L")

    assert spoken() == thai
    assert all(first != second for first, second in zip(thai, english, strict=True))
    assert all(text.isascii() for text in english)
    assert at_desk.keys == 2


def test_the_switch_takes_one_key_in_the_middle_of_the_three(at_desk: Driver) -> None:
    at_desk.find("lost card", LOST_CARD)

    at_desk.press("Return", "Ctrl+L", "Ctrl+Return", "1")

    assert at_desk.wait_for_record(1).articles == (LOST_CARD,)
    assert at_desk.keys == 4
