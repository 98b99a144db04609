"""A quiet line in a form: something that was noticed, and the one key that acts on it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import KeyCap, TextLabel


class KeyRemark(Ground):
    """Gone while it says nothing. ``asked`` follows a click; the key itself belongs to the form."""

    asked = Signal()

    def __init__(self, kit: Kit, shortcut: str, name: str, role: str = "text_2", parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self._text, self._key = TextLabel(kit, Ink("label", role)), KeyCap(kit, shortcut, name)
        row = QHBoxLayout(self)
        row.addWidget(self._text)
        row.addWidget(self._key)
        row.addStretch(1)
        self.space(row, gap=12)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str) -> None:
        """Say something, or nothing."""
        self._text.set_text(text)
        self.setVisible(bool(text))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.asked.emit()
