"""The caller's number: masked unless it is being typed or held open."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.numbers import mask
from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.fields import LineField

WIDTH = 232


class NumberField(LineField):
    """Keeps the number as typed and shows it masked. ``typed`` carries the text after each key."""

    typed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "desk.number", "hash", "desk.number_hint", parent)
        self._number, self._open = "", False
        self.textEdited.connect(self._on_edited)
        kit.words.bind(self, self.setToolTip, "desk.reveal")
        kit.words.changed.connect(self._show)
        self.refresh()

    @property
    def number(self) -> str:
        """The number as typed."""
        return self._number

    def set_number(self, number: str) -> None:
        """Show another number; what is being typed here is left alone."""
        if number != self._number:
            self._number = number
            self._show()

    def reveal(self, on: bool) -> None:
        """Show the whole number while a key or the mouse is held."""
        self._open = on
        self._show()

    def refresh(self) -> None:
        super().refresh()
        self.setFixedWidth(self.kit.theme.px(WIDTH))
        margins = self.textMargins()
        margins.setRight(self.kit.theme.px(36))
        self.setTextMargins(margins)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self.kit.theme.px("icon.small")
        role = "accent" if self._open else "text_2"
        self.kit.icons.paint(painter, "eye", role, self._eye_left(), (self.height() - side) // 2, side)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show()
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self.selectAll)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._open = False
        self._show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self._eye_left() - self.kit.theme.px(8):
            self.reveal(True)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._open:
            self.reveal(False)
        super().mouseReleaseEvent(event)

    def _eye_left(self) -> int:
        return self.width() - self.kit.theme.px(11) - self.kit.theme.px("icon.small")

    def _on_edited(self, text: str) -> None:
        self._number = text
        self.typed.emit(text)

    def _show(self) -> None:
        whole = self._open or self.hasFocus()
        text = self._number if whole else mask(self._number, self.kit.words.language)
        if text != self.text():
            self.setText(text)
        self.update()
