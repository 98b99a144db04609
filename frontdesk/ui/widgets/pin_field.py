"""A field for a PIN: dots only, and digits whichever keyboard is on."""

import unicodedata

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from frontdesk.domain.keyboard_layout import to_english
from frontdesk.domain.staff import MIN_PIN_DIGITS
from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.fields import LineField

WIDTH, HEIGHT, DOT, PITCH, FIRST = 190, 44, 12, 26, 22
LONGEST_PIN = 64


def typed_digits(text: str) -> str:
    """Return the digits that were meant: Thai digits and the number row of the Thai keyboard count."""
    digits = (_digit(letter) or _digit(to_english(letter)) for letter in text)
    return "".join(digit for digit in digits if digit)


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None) if len(letter) == 1 else None
    return "" if value is None else str(value)


class PinField(LineField):
    """Shows a filled dot for each digit, and hollow ones for those still missing of ``expected``.

    ``pin_changed`` carries the digits after every change; ``letters_typed`` a text that cannot be
    part of a PIN.
    """

    pin_changed = Signal(str)
    letters_typed = Signal(str)

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, name, parent=parent)
        self.expected = MIN_PIN_DIGITS
        self.setEchoMode(QLineEdit.EchoMode.NoEcho)
        self.setMaxLength(LONGEST_PIN)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textChanged.connect(self._keep_digits)

    def refresh(self) -> None:
        super().refresh()
        self.setFixedSize(self.kit.theme.px(WIDTH), self.kit.theme.px(HEIGHT))

    def type_text(self, text: str) -> None:
        """Take typed text: digits go in, anything else is handed on."""
        digits = typed_digits(text)
        if digits:
            self.insert(digits)
        else:
            self.letters_typed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and event.text() and event.text().isprintable():
            on_pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
            if not self.isReadOnly() and (event.text().isdecimal() or not on_pad):  # "/" of the pad is no Thai 2
                self.type_text(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_frame(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        typed = len(self.text())
        for place in range(max(typed, self.expected)):
            self._draw_dot(painter, place, place < typed)
        if self.hasFocus() and not self.isReadOnly():
            self._draw_caret(painter, typed)

    def _keep_digits(self, text: str) -> None:
        digits = typed_digits(text)
        if digits != text:
            self.setText(digits)
        else:
            self.pin_changed.emit(text)

    def _middle(self, place: float) -> float:
        """Return where a dot's centre is; more dots than fit stand closer."""
        theme = self.kit.theme
        room = theme.px(WIDTH) - 2 * theme.px(FIRST)
        dots = max(len(self.text()), self.expected, 2)
        return theme.px(FIRST) + place * min(theme.px(PITCH), room / (dots - 1))

    def _draw_dot(self, painter: QPainter, place: int, filled: bool) -> None:
        theme, side = self.kit.theme, self.kit.theme.px(DOT)
        dot = QRectF(self._middle(place) - side / 2, (self.height() - side) / 2, side, side)
        role = "text" if filled else "control"
        painter.setPen(QPen(theme.color(role), theme.px("hair")))
        painter.setBrush(theme.color(role) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)

    def _draw_caret(self, painter: QPainter, typed: int) -> None:
        theme = self.kit.theme
        tall = theme.px(DOT) * 2
        left = round(self._middle(typed - 0.5)) if typed else theme.px("x2")
        caret = QRect(left, (self.height() - tall) // 2, theme.px("stroke.focus"), tall)
        painter.fillRect(caret, theme.color("focus"))
