"""The list of keys is longer than the window, and is read by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from frontdesk.ui.commands import Scope
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.key_list import KeyList

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
