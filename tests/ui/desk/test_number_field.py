"""What is typed in the caller's field: every key counts."""

from tests.ui.desk.conftest import NUMBER, AtDesk
from tests.ui.keys import type_text


def test_keys_pressed_before_the_field_has_settled_are_all_kept(at_desk: AtDesk) -> None:
    at_desk.page.view.bar.number.setFocus()
    type_text("0")
    at_desk.settle()
    type_text(NUMBER[1:])
    assert at_desk.draft.number == NUMBER


def test_a_number_is_typed_over_when_the_field_is_entered_again(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(NUMBER)
    at_desk.page.view.bar.number.setFocus()
    type_text("1669")
    assert at_desk.draft.number == "1669"
