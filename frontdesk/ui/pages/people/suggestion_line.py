"""Words that may be taken into a field with Down and Up, side by side."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import draw_chord
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.labels import Painted

HEIGHT, GAP = 28, 14
WORD, TAKEN = Ink("caption", "text_2"), Ink("caption", "accent", bold=True)


class SuggestionLine(Painted):
    """Shows as many words as have room; says nothing where there are none."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._words: tuple[str, ...] = ()
        self._place = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def suggest(self, words: tuple[str, ...]) -> None:
        """Suggest these from now on."""
        self._words, self._place = words, -1
        self.setAccessibleName(", ".join(words))
        self.update()

    def step(self, way: int) -> str:
        """Take the next word, or the one before; after the last comes the first. "" where there are none."""
        if not self._words:
            return ""
        self._place = (self._place + way) % len(self._words) if self._place >= 0 or way > 0 else len(self._words) - 1
        self.update()
        return self._words[self._place]

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(100), self.kit.theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter, theme = QPainter(self), self.kit.theme
        x = float(draw_chord(painter, self.kit, ("↓",), 0, self.height() // 2) + theme.px(GAP))
        for place, word in enumerate(self._words):
            ink = TAKEN if place == self._place else WORD
            if x + text_width(theme, ink, word) > self.width():
                break
            y = baseline(theme, ink.style, 0, self.height())
            x = draw_text(painter, theme, ink, word, x, y) + theme.px(GAP)
