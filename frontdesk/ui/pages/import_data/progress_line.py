"""How far work has come: a line that fills, or the count alone where the end is not known."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, line_height
from frontdesk.ui.widgets.labels import OVERHANG, Painted

WORD = Ink("label", "text_2", tabular=True)


class ProgressLine(Painted):
    """Says rows done, and of how many."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._done = self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(lambda: self.show_count(self._done, self._total))
        self.hide()

    def show_count(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.setAccessibleName(self._word())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(240), line_height(self.kit.theme, WORD.style) + self.kit.theme.px("x2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        height = line_height(theme, WORD.style)
        draw_text(painter, theme, WORD, self._word(), OVERHANG, baseline(theme, WORD.style, 0, height))
        bar = QRect(0, height, self.width(), theme.px("x1"))
        painter.fillRect(bar, theme.color("line"))
        if self._total:
            bar.setWidth(round(self.width() * min(1.0, self._done / self._total)))
            painter.fillRect(bar, theme.color("accent"))

    def _word(self) -> str:
        if self._total:
            return self.kit.words("import_data.writing", done=f"{self._done:,}", total=f"{self._total:,}")
        return self.kit.words("import_data.checking", done=f"{self._done:,}")
