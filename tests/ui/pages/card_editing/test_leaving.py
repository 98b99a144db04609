"""Typing in a card that something else comes between, with real keys."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.ui.pages.people.page import PeoplePage
from tests.ui.keys import focused, press, type_text
from tests.ui.pages.card_editing.hands import CTRL, ENTER, SUDA, stored, to_be_saved, walk_to


def test_typing_meets_a_change_made_meanwhile(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    other = Desk(desk.folder.root)
    other.people_book.save(replace(SUDA, nickname="ต้อย"), "s-other")
    other.close()
    press(ENTER)
    qtbot.waitUntil(lambda: bool(on_card.editing.field.wrong.text()))
    assert on_card.editing.field.text == "แดง"
    assert stored(desk).nickname == "ต้อย"


def test_typing_is_kept_while_somebody_else_is_looked_at(on_card: PeoplePage, qtbot: QtBot) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    on_card.open_person("p-wilai")
    qtbot.waitUntil(lambda: on_card.card.person_id == "p-wilai")
    assert on_card.unsaved
    assert not on_card.editing.on
    on_card.open_person("p-suda")
    qtbot.waitUntil(lambda: on_card.card.person_id == "p-suda")
    assert "Ctrl+E" in on_card.card.foot.remark.text()
    on_card.edit()
    qtbot.waitUntil(on_card.editing.field.field.hasFocus)
    assert on_card.editing.field.text == "แดง"


def test_leaving_with_typing_in_a_field_is_asked_about_once(on_card: PeoplePage) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    assert to_be_saved(on_card)
    on_card.ask_about_unsaved()
    assert on_card.editing.field.wrong.text()
    assert focused() is on_card.editing.field.field
    assert not to_be_saved(on_card)
    type_text("น")
    assert to_be_saved(on_card)


def test_leaving_brings_typing_forward_that_was_set_aside(on_card: PeoplePage, qtbot: QtBot) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    on_card.open_person("p-wilai")
    qtbot.waitUntil(lambda: on_card.card.person_id == "p-wilai")
    on_card.ask_about_unsaved()
    qtbot.waitUntil(lambda: on_card.editing.field.text == "แดง" and bool(on_card.editing.field.wrong.text()))
    assert on_card.card.person_id == "p-suda"
    assert not on_card.unsaved


def test_one_comes_back_to_a_field_left_open(on_card: PeoplePage) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    on_card.pane.box.setFocus()
    press(Qt.Key.Key_E, modifiers=CTRL)
    assert focused() is on_card.editing.field.field
    assert on_card.editing.field.text == "แดง"
