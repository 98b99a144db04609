"""How often and when somebody was in contact: one outlined row."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.people import ContactFigures
from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

HEIGHT, PAD, VALUE_TOP, LABEL_TOP = 62, 14, 6, 33
VALUE, LABEL = Ink("row_say", bold=True, tabular=True), Ink("caption", "text_2")


class Figures(Painted):
    """Gone for somebody who was never in contact."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._figures = brush, ContactFigures()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self._say)

    def show_figures(self, figures: ContactFigures) -> None:
        self._figures = figures
        self.setVisible(figures.total > 0)
        self._say()

    def cells(self) -> list[tuple[str, str]]:
        """Return value and label of each figure."""
        words, figures = self.kit.words, self._figures
        days = (("people.first", figures.first), ("people.last", figures.last))
        cells = [(f"{figures.total:,}", words("people.total"))]
        return cells + [(format_date(day, words.language), words(name)) for name, day in days if day]

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(320), self._brush.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, cells = QPainter(self), self.kit.theme, self.cells()
        draw_frame(painter, theme, self.rect(), outline="line", radius="radius.row")
        width = self.width() / len(cells)
        for n, cell in enumerate(cells):
            left = round(n * width)
            if n:
                painter.fillRect(QRect(left, 0, theme.px("hair"), self.height()), theme.color("line"))
            self._paint_cell(painter, cell, left + self._brush.px(PAD))

    def _paint_cell(self, painter: QPainter, cell: tuple[str, str], left: int) -> None:
        brush, (value, label) = self._brush, cell
        brush.put(painter, VALUE, value, left, brush.base(VALUE.style, brush.px(VALUE_TOP)))
        brush.put(painter, LABEL, label, left, brush.base(LABEL.style, brush.px(LABEL_TOP)))

    def _say(self) -> None:
        self.setAccessibleName(", ".join(f"{label} {value}" for value, label in self.cells()))
        self.refresh()
