"""What is typed in the caller's field: every key counts, and an address or a plate says who it is as a number does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from frontdesk.domain.contacts import Channel
from frontdesk.ui.pages.desk.rows import NewPersonRow
from tests.ui.desk.conftest import NOBODYS, NUMBER, SHARED, SUDA, AtDesk
from tests.ui.keys import press, type_text


def save_suda(at_desk: AtDesk) -> None:
    """Put an e-mail and a LINE name on Suda's card."""
    with at_desk.desk.storage.write() as repos:
        repos.people.save(replace(SUDA, email="suda@example.org", line="suda.j"), "test")


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


@pytest.mark.parametrize("typed", ["กข1234", "1234 กข", "suda@example.org", "SUDA@example.org", "@suda.j"])
def test_a_plate_or_an_address_names_its_only_owner(at_desk: AtDesk, typed: str) -> None:
    save_suda(at_desk)
    at_desk.page.view.bar.number.setFocus()
    type_text(typed)
    at_desk.settle()
    assert at_desk.draft.person_id == "P-1"


@pytest.mark.parametrize("typed", ["กข 123", "suda@example", "P-1", "สุดา", "นิดา", "081-234"])
def test_a_part_a_code_or_a_name_names_nobody(at_desk: AtDesk, typed: str) -> None:
    save_suda(at_desk)
    at_desk.page.view.bar.number.setFocus()
    type_text(typed)
    at_desk.settle()
    assert (at_desk.draft.person_id, at_desk.draft.number) == ("", typed)


def test_a_line_name_counts_where_the_channel_is_line(at_desk: AtDesk) -> None:
    save_suda(at_desk)
    at_desk.page.session.set_number("suda.j")
    at_desk.settle()
    assert at_desk.draft.person_id == ""
    at_desk.page.session.set_channel(Channel.LINE)
    at_desk.settle()
    assert at_desk.draft.person_id == "P-1"


def test_a_number_only_begun_is_a_guess(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number("081-234")
    at_desk.settle()
    assert [card.person.id for card in at_desk.page.caller.state.guesses] == ["P-1"]


def test_enter_goes_on_to_the_box_with_the_number_kept(at_desk: AtDesk) -> None:
    at_desk.page.view.bar.number.setFocus()
    type_text(NUMBER)
    press(Qt.Key.Key_Return)
    at_desk.settle()
    assert at_desk.page.view.box.hasFocus()
    assert (at_desk.draft.number, at_desk.draft.person_id) == (NUMBER, "P-1")


@pytest.mark.parametrize("shown", ["Anonymous", "ไม่แสดงเบอร์", "266696687"])
def test_a_number_that_is_withheld_is_said_to_be(at_desk: AtDesk, shown: str) -> None:
    at_desk.page.view.bar.number.setFocus()
    type_text(shown)
    at_desk.settle()
    head = at_desk.page.view.who.guesses.accessibleName()
    assert head == "ผู้โทรไม่แสดงเบอร์"
    assert at_desk.draft.number == shown
    assert not any(isinstance(row, NewPersonRow) for row in at_desk.page.view.list.rows)


def test_after_every_guess_is_refused_the_head_says_what_is_true(at_desk: AtDesk) -> None:
    at_desk.page.session.set_number(SHARED)
    at_desk.settle()
    owners = len(at_desk.page.caller.state.guesses)
    for _ in range(owners):
        press(Qt.Key.Key_F12)
        at_desk.settle()
    state = at_desk.page.caller.state
    assert owners > 1
    assert (state.guesses, state.refused) == ((), True)
    assert alone_words(at_desk) == "เป็นคนอื่นที่ใช้เบอร์นี้ เก็บเบอร์ไว้แล้ว"
    at_desk.page.session.set_number(NOBODYS)
    at_desk.settle()
    assert alone_words(at_desk) == "ไม่มีในรายชื่อ ใช้เบอร์อย่างเดียวได้"


def alone_words(at_desk: AtDesk) -> str:
    """Return what is said beside a number that belongs to nobody known."""
    return at_desk.page.view.who.guesses.alone()[1]
