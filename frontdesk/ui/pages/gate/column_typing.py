"""Tells a key that is pressed alone in a column from what a scanner types there."""

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.keyboard_layout import to_english
from frontdesk.ui.pages.gate.key_bar import LETTERS

ALONE_MS = 80
"""No hand presses two keys one after the other within this; a scanner does."""


class ColumnTyping(QObject):
    """``letter`` carries a key of a row, pressed alone; ``text`` what was meant for the box."""

    letter = Signal(str)
    text = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending = ""
        self._timer = QTimer(self, singleShot=True, interval=ALONE_MS)
        self._timer.timeout.connect(self._act)

    def take(self, typed: str) -> None:
        """Take what a key has written, whatever the keyboard is."""
        if not self._pending and to_english(typed).lower() in LETTERS:
            self._pending = typed
            self._timer.start()
            return
        self._timer.stop()
        text, self._pending = self._pending + typed, ""
        self.text.emit(text)

    def _act(self) -> None:
        typed, self._pending = self._pending, ""
        self.letter.emit(to_english(typed).lower())
