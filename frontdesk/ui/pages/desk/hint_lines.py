"""The first keys to know, one under the other, their words in one column."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.caps import caps_of, draw_chord
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

LINE, WORDS_AT = 30, 64
WORD = Ink("label", "text_2")


class HintLines(Painted):
    """Paints keys with the names of their texts."""

    def __init__(self, kit: Kit, lines: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._lines = Brush(kit), lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self.refresh)

    def set_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Name other keys."""
        self._lines = lines
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(320), len(self._lines) * self._brush.px(LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush = QPainter(self), self._brush
        for n, (keys, name) in enumerate(self._lines):
            middle = n * brush.px(LINE) + brush.px(LINE) // 2
            draw_chord(painter, brush.kit, caps_of(keys), 0, middle)
            base = brush.base("label", middle - brush.theme.line("label") / 2)
            brush.put(painter, WORD, brush.kit.words(name), brush.px(WORDS_AT), base)
