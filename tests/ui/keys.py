"""Keys pressed wherever the focus is, Thai letters too (QTest's own typing knows ASCII only)."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PLAIN = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """Return what has the focus; there must be something."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def type_text(text: str) -> None:
    """Type letter by letter."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(focused(), letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(focused(), QKeyEvent(kind, Qt.Key.Key_unknown, PLAIN, letter))


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """Press keys one after the other."""
    for key in keys:
        QTest.keyClick(focused(), key, modifiers)
