"""The list of keys is longer than the window, and is read by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from frontdesk.domain.languages import Language
from frontdesk.ui.commands import COMMANDS, Scope
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.key_list import FIRST_SHARE, GAP, KeyList, KeyTable
from frontdesk.ui.paint.ink import Ink, text_width

from ..keys import press


@pytest.fixture
def page(kit: Kit, qtbot: QtBot) -> KeyList:
    made = KeyList(kit, lambda: None)
    made.show_pages([scope.value for scope in Scope])
    qtbot.addWidget(made)
    made.resize(1278, 728)
    made.show()
    made.activateWindow()
    made.focus_first()
    return made


def test_keys_scroll_it_to_its_end_and_back(page: KeyList) -> None:
    scroll = page.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    bar = scroll.verticalScrollBar()
    assert bar.maximum() > 0
    places = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Up):
        press(key)
        places.append(bar.value())
    assert 0 < places[0] < places[1]
    assert places[2:] == [places[0], 0]
    press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(Qt.Key.Key_Home)
    assert bar.value() == 0


def test_keys_of_papers_are_listed_with_the_pages_that_make_them(page: KeyList) -> None:
    table = page.findChild(KeyTable)
    assert isinstance(table, KeyTable)
    page.show_pages(["desk", "log"])
    assert "Alt+L" in table.accessibleDescription()
    page.show_pages(["desk"])
    assert "Alt+L" not in table.accessibleDescription()


@pytest.mark.parametrize("language", list(Language))
def test_every_command_fits_beside_its_keys(page: KeyList, language: Language) -> None:
    """At 1366 pixels no sentence is cut, in the language that is in use."""
    theme, words, table = page._kit.theme, page._kit.words, page.findChild(KeyTable)
    assert isinstance(table, KeyTable)
    room = round((table.width() - theme.px(GAP)) // 2 * FIRST_SHARE) - theme.px("x2")
    said = {words.in_language(language, command.text) for command in COMMANDS}
    assert [text for text in said if text_width(theme, Ink("body"), text) > room] == []
