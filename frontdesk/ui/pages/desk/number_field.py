"""The caller's number: masked unless it is being typed or held open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from frontdesk.domain.numbers import digits_of, mask
from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.fields import LineField

WIDTH, EYE_ROOM = 232, 36
LEAST_COPIED = 5
"""So many figures of a number on the clipboard are enough to know whose it is."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEERING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
    """Keeps the number as typed and shows it masked. ``typed`` carries the text after each key.

    ``seen``: a number that was not typed here came to be read in full; ``copied``: it is on the clipboard;
    ``entered``: the number is done.
    On a screen that strangers see it stays masked until somebody types.
    """

    typed = Signal(str)
    seen = Signal()
    copied = Signal()
    entered = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, "desk.number", "hash", "desk.number_hint", parent)
        self._number, self._open, self._editing, self._own = "", False, False, False
        self.eye = Eye(kit, parent)
        self.eye.pressed.connect(self._hold)
        self.eye.released.connect(lambda: self.reveal(False))
        self.textEdited.connect(self._on_edited)
        kit.words.changed.connect(self._show)
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard)
        self.refresh()

    @property
    def number(self) -> str:
        """The number as typed."""
        return self._number

    def set_number(self, number: str) -> None:
        """Show another number; what is being typed here is left alone."""
        if number != self._number:
            self._number, self._own = number, False
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
        self._editing = not self.kit.words.discreet
        if self._editing and self._number and not self._own:
            self.seen.emit()
        self._show()
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._open = self._editing = False
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
            return
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() not in STEERING and (plain or event.matches(QKeySequence.StandardKey.Paste)):
            self._begin()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() or event.preeditString():
            self._begin()
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._begin()
        super().contextMenuEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._begin()
        super().dropEvent(event)

    def _begin(self) -> None:
        """Open what is to be typed over: nothing may ever be typed into a masked number."""
        if self._editing:
            return
        self._editing = True
        if self._number and not self._own:
            self.seen.emit()
        self._show()
        self.selectAll()

    def _hold(self) -> None:
        if self._number:
            self.seen.emit()
        self.reveal(True)

    def _place_eye(self) -> None:
        room = self.kit.theme.px(EYE_ROOM)
        self.eye.setGeometry(self.x() + self.width() - room, self.y(), room, self.height())
        self.eye.raise_()

    def _on_edited(self, text: str) -> None:
        self._number, self._own = text, True
        self.typed.emit(text)

    def _on_clipboard(self) -> None:
        if not self.hasFocus() or not self.selectedText():
            return
        taken = digits_of(QGuiApplication.clipboard().text())
        if len(taken) >= LEAST_COPIED and taken in digits_of(self._number):
            self.copied.emit()

    def _show(self) -> None:
        whole = self._open or (self.hasFocus() and self._editing)
        text = self._number if whole else mask(self._number, self.kit.words.language)
        if text != self.text():
            self.setText(text)
        self.update()
