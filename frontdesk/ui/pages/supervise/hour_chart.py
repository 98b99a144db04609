"""How many contacts began in each hour: bars from 0, the highest told."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.labels import Painted

OFFICE = range(8, 18)
TOP, FOOT, SIDE, WIDEST, FILLED = 26, 28, 12, 36, 0.74
OTHERS = 0.55
"""How strongly bars are filled that are not the highest."""
WORD = Ink("caption", "text_2", tabular=True)
PEAK = Ink("caption", tabular=True)


class HourChart(Painted):
    """Shows the hours in which anything happened, and office hours in any case."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_counts(self, counts: Sequence[int]) -> None:
        """Take how many contacts began in each of the 24 hours."""
        self._counts = tuple(counts)
        most = max(counts, default=0)
        words = self.kit.words
        name = words("supervise.hours_name", hour=self._counts.index(most), count=most) if most else ""
        self.setAccessibleName(name or words("supervise.nothing"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(280), self.kit.theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        most = max(self._counts, default=0)
        if not most:
            return
        painter, theme, px = QPainter(self), self.kit.theme, self.kit.theme.px
        hours = self._hours()
        foot, room = self.height() - px(FOOT), self.width() - 2 * px(SIDE)
        slot = room / len(hours)
        for place, hour in enumerate(hours):
            middle = px(SIDE) + slot * (place + 0.5)
            self._paint_bar(painter, middle, min(slot * FILLED, px(WIDEST)), foot, hour, most)
            word = str(hour)
            x = middle - text_width(theme, WORD, word) / 2
            draw_text(painter, theme, WORD, word, x, baseline(theme, WORD.style, foot + px("x1"), px(22)))
        draw_hair(painter, theme, px(SIDE), self.width() - px(SIDE), foot, "control")

    def _paint_bar(self, painter: QPainter, middle: float, width: float, foot: int, hour: int, most: int) -> None:
        theme, count = self.kit.theme, self._counts[hour]
        peak = hour == self._counts.index(most)
        top = foot - (foot - theme.px(TOP)) * count / most
        painter.setOpacity(1 if peak else OTHERS)
        painter.fillRect(QRectF(middle - width / 2, top, width, foot - top), theme.color("accent"))
        painter.setOpacity(1)
        if peak:
            word = f"{count:,}"
            x = middle - text_width(theme, PEAK, word) / 2
            draw_text(painter, theme, PEAK, word, x, baseline(theme, PEAK.style, top - theme.px(24), theme.px(22)))

    def _hours(self) -> range:
        met = [hour for hour, count in enumerate(self._counts) if count]
        return range(min(OFFICE.start, met[0]), max(OFFICE.stop, met[-1] + 1))
