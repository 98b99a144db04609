"""The caller's number: masked unless it is being typed or held open."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from frontdesk.domain.numbers import mask
from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.fields import LineField

WIDTH, EYE_ROOM = 232, 36


class Eye(QAbstractButton):
    """Held with the mouse, it opens the number. It lies over the field, beside it in the tree of
    widgets, for Qt would give the focus to a field that it stood in.
    """

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        kit.words.bind(self, self._explain, "desk.reveal")

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._kit.theme.px("icon.small")
        role = "accent" if self.isDown() else "text_2"
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        self._kit.icons.paint(QPainter(self), "eye", role, left, top, side)

    def _explain(self, sentence: str) -> None:
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)


class NumberField(LineField):
    """Keeps the number as typed and shows it masked. ``typed`` carries the text after each key."""

    typed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, "desk.number", "hash", "desk.number_hint", parent)
        self._number, self._open = "", False
        self.eye = Eye(kit, parent)
        self.eye.pressed.connect(lambda: self.reveal(True))
        self.eye.released.connect(lambda: self.reveal(False))
        self.textEdited.connect(self._on_edited)
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
        margins.setRight(self.kit.theme.px(EYE_ROOM))
        self.setTextMargins(margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_eye()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place_eye()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show()
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self.selectAll)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._open = False
        self._show()

    def _place_eye(self) -> None:
        room = self.kit.theme.px(EYE_ROOM)
        self.eye.setGeometry(self.x() + self.width() - room, self.y(), room, self.height())
        self.eye.raise_()

    def _on_edited(self, text: str) -> None:
        self._number = text
        self.typed.emit(text)

    def _show(self) -> None:
        whole = self._open or self.hasFocus()
        text = self._number if whole else mask(self._number, self.kit.words.language)
        if text != self.text():
            self.setText(text)
        self.update()
