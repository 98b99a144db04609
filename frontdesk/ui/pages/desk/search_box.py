"""The one box, and the keys that steer the list while it keeps the focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.results_list import STEPS, USE_KEYS
from frontdesk.ui.widgets.fields import SearchField


class SearchBox(SearchField):
    """``stepped`` asks to move the selection, ``entered`` to use it, ``focused`` tells who has the ring."""

    stepped = Signal(int)
    entered = Signal()
    focused = Signal(bool)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "desk.box", "desk.box_hint", parent)
        self._said = ""
        self.textChanged.connect(self._show_esc)

    def say(self, sentence: str) -> None:
        """Show a quiet sentence at the end of the box; nothing shows its key again."""
        said = sentence or ("Esc" if self.text() else "")
        if said != self._said:
            self._said = said
            self.set_trailing(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        elif event.key() in USE_KEYS and not _modified(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _show_esc(self, text: str) -> None:
        self.say("")


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
