"""A field that may hold a guess: shown with its sign and a dotted line until it is confirmed or typed over."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import draw_hint, hint_width
from frontdesk.ui.paint.frames import draw_guess_line
from frontdesk.ui.paint.ink import Ink, text_width
from frontdesk.ui.widgets.fields import LineField

SIGN, KEY, HINT = "~ ", ("F11",), Ink("caption", "text_2")


class GuessField(LineField):
    """``changed``: somebody typed, or confirmed the guess."""

    changed = Signal()

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        self._guessed = False
        super().__init__(kit, name, parent=parent)
        self.textEdited.connect(self._on_edited)

    @property
    def guessed(self) -> bool:
        """Whether what stands here is only a guess."""
        return self._guessed

    @property
    def value(self) -> str:
        """What stands here, without the sign of a guess."""
        return self.text().removeprefix(SIGN).strip()

    def set_guess(self, text: str) -> None:
        """Show a guess, or nothing."""
        self._guessed = bool(text)
        self.setText(f"{SIGN}{text}" if text else "")
        self.setCursorPosition(0)
        self.refresh()

    def set_value(self, text: str) -> None:
        """Show what is certain."""
        self._guessed = False
        self.setText(text)
        self.refresh()

    def confirm(self) -> bool:
        """Take the guess as right; tell whether there was one."""
        was_guess = self._guessed
        if was_guess:
            self.set_value(self.value)
            self.changed.emit()
        return was_guess

    def refresh(self) -> None:
        super().refresh()
        role = "guess" if self._guessed else "text"
        self.setStyleSheet(f"color: {self.kit.theme.color(role).name()}")
        if self._guessed:
            margins = self.textMargins()
            margins.setRight(margins.right() + self._hint_width() + self.kit.theme.px(self.icon_gap))
            self.setTextMargins(margins)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._guessed:
            return
        painter, theme = QPainter(self), self.kit.theme
        left, foot = theme.px(self.pad), self.height() - theme.px(5)
        shown = min(text_width(theme, Ink("body"), self.text()), self.width() - 3 * left - self._hint_width())
        draw_guess_line(painter, theme, left, left + shown, foot)
        x = self.width() - theme.px(self.pad) - self._hint_width()
        draw_hint(painter, self.kit, KEY, self.kit.words("gap.yes"), x, self.height() // 2, HINT)

    def _hint_width(self) -> int:
        return hint_width(self.kit.theme, KEY, self.kit.words("gap.yes"), HINT)

    def _on_edited(self, text: str) -> None:
        """What is typed over a guess is certain."""
        if self._guessed:
            self._guessed = False
            self.setText(text.removeprefix(SIGN.strip()).lstrip())
            self.refresh()
        self.changed.emit()
