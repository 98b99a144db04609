"""The keys that a form takes wherever in it the focus is, before the page gets them."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from frontdesk.ui.pages.gate.forms.purposes import PURPOSES

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormKey(Enum):
    """What a key asks for."""

    SAVE = auto()
    LEAVE = auto()
    THROW = auto()
    NEXT = auto()
    AFTER = auto()
    BEFORE = auto()


_KEYS = {
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier): FormKey.LEAVE,
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier): FormKey.THROW,
    (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier): FormKey.AFTER,
    (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier): FormKey.BEFORE,
    **{(key, Qt.KeyboardModifier.ControlModifier): FormKey.SAVE for key in ENTER},
    **{(key, Qt.KeyboardModifier.NoModifier): FormKey.NEXT for key in ENTER},
}


def form_key(event: QKeyEvent) -> FormKey | int | None:
    """Return what a key asks for, the place of a purpose for Alt with its number, None for any other key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    place = event.key() - Qt.Key.Key_1
    if modifiers == Qt.KeyboardModifier.AltModifier and 0 <= place < len(PURPOSES):
        return place
    return _KEYS.get((Qt.Key(event.key()), modifiers))
