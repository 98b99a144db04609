"""The two panes of the desk: rearranging them leaves the focus with whoever has it."""

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.panes import Panes


def test_a_page_that_is_put_away_takes_the_focus_from_nobody(kit: Kit, qtbot: QtBot) -> None:
    around, left, right = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(around)
    panes = Panes(kit, left, right, around)
    inside, outside = QLineEdit(left), QLineEdit(around)
    around.show()
    around.activateWindow()
    inside.setFocus()
    qtbot.waitUntil(inside.hasFocus)
    panes.hide()
    outside.setFocus()
    qtbot.waitUntil(outside.hasFocus)
    for width in (1000, 1366):
        kit.theme.set_window_width(width)
        assert outside.hasFocus()
        assert not inside.hasFocus()


def test_whoever_types_here_goes_on_typing_here(kit: Kit, qtbot: QtBot) -> None:
    around, left, right = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(around)
    Panes(kit, left, right, around)
    inside = QLineEdit(left)
    around.show()
    around.activateWindow()
    inside.setFocus()
    qtbot.waitUntil(inside.hasFocus)
    for width in (1000, 1366):
        kit.theme.set_window_width(width)
        assert inside.hasFocus()
