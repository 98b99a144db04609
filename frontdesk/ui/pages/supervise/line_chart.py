"""A figure over time: this period solid, the one before dashed, each named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.figures import WEAK_BELOW
from frontdesk.domain.thai_dates import DateStyle
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.supervise.axis import count_axis, percent_axis
from frontdesk.ui.pages.supervise.readings import Kind, Point
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.labels import Painted

LEFT, RIGHT, TOP, BOTTOM = 44, 76, 12, 26
MOST_LABELS = 4
DOT, SMALL_DOT, STROKE, APART = 4, 3, 2.5, 20
STEP = Ink("caption", "text_2", tabular=True)


@dataclass(frozen=True, slots=True)
class Lines:
    """What is drawn; ``first`` is the first day, ``days`` how many there are."""

    kind: Kind
    now: tuple[Point, ...]
    then: tuple[Point, ...]
    first: date
    days: int
    target: float | None = None


class LineChart(Painted):
    """Draws two lines on one axis. Points of fewer than 30 cases are hollow."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._lines: Lines | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: Lines | None) -> None:
        self._lines = lines
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(320), self.kit.theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._lines is not None:
            _Drawing(self.kit, QPainter(self), QRectF(self.rect()), self._lines).draw()


class _Drawing:
    """One painting of a chart."""

    def __init__(self, kit: Kit, painter: QPainter, room: QRectF, lines: Lines) -> None:
        self._kit, self._painter, self._lines = kit, painter, lines
        px = kit.theme.px
        self._plot = room.adjusted(px(LEFT), px(TOP), -px(RIGHT), -px(BOTTOM))
        values = [point.value for point in (*lines.now, *lines.then)]
        if lines.target is not None and values:
            values.append(lines.target)
        steps = (percent_axis if lines.kind.percent else count_axis)(values or [0])
        self._steps, self._low, self._high = steps, steps[0], max(steps[-1], steps[0] + 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self) -> None:
        self._draw_axis()
        self._draw_days()
        if self._lines.target is not None:
            self._draw_target(self._lines.target)
        self._draw_line(self._lines.then, "control", dashed=True)
        self._draw_line(self._lines.now, "accent", dashed=False)
        self._draw_points()
        self._draw_names()

    def _x(self, days: int) -> float:
        return self._plot.left() + self._plot.width() * days / max(1, self._lines.days - 1)

    def _y(self, value: float) -> float:
        return self._plot.bottom() - self._plot.height() * (value - self._low) / (self._high - self._low)

    def _at(self, point: Point) -> QPointF:
        return QPointF(self._x(point.days), self._y(point.value))

    def _draw_axis(self) -> None:
        theme, painter = self._kit.theme, self._painter
        left, right = round(self._plot.left()), round(self._plot.right())
        for step in self._steps:
            y = self._y(step)
            draw_hair(painter, theme, left, right, round(y))
            word = f"{step:,}"
            x = left - theme.px("x2") - text_width(theme, STEP, word)
            draw_text(painter, theme, STEP, word, x, baseline(theme, STEP.style, y - 10, 20))

    def _draw_days(self) -> None:
        theme, last = self._kit.theme, self._lines.days - 1
        for number in _spread(last, MOST_LABELS):
            word = self._kit.words.date(self._lines.first + timedelta(days=number), DateStyle.SHORT)
            x = self._x(number) - text_width(theme, STEP, word) / 2
            top = self._plot.bottom() + theme.px("x1")
            draw_text(self._painter, theme, STEP, word, x, baseline(theme, STEP.style, top, theme.px(20)))

    def _draw_target(self, target: float) -> None:
        pen = QPen(self._kit.theme.color("text_3"), self._kit.theme.px("hair"), Qt.PenStyle.DotLine)
        self._painter.setPen(pen)
        y = self._y(target)
        self._painter.drawLine(QPointF(self._plot.left(), y), QPointF(self._plot.right(), y))

    def _draw_line(self, points: Sequence[Point], role: str, dashed: bool) -> None:
        theme = self._kit.theme
        pen = QPen(theme.color(role), (1.75 if dashed else STROKE) * theme.scale)
        if dashed:
            pen.setDashPattern([4, 3])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([self._at(point) for point in points]))

    def _draw_points(self) -> None:
        """Mark the last point, and those of few cases."""
        theme, now = self._kit.theme, self._lines.now
        self._painter.setPen(QPen(theme.color("accent"), 1.5 * theme.scale))
        for point in now:
            weak = self._lines.kind.percent and point.n < WEAK_BELOW
            if weak or point is now[-1]:
                self._painter.setBrush(theme.color("surface" if weak else "accent"))
                radius = theme.px(DOT if point is now[-1] else SMALL_DOT)
                self._painter.drawEllipse(self._at(point), radius, radius)

    def _draw_names(self) -> None:
        """Name the lines at their ends, apart from each other."""
        px = self._kit.theme.px
        ends = [(points[-1], name, role) for points, name, role in (
            (self._lines.now, "supervise.now", "accent"), (self._lines.then, "supervise.then", "text_2")
        ) if points]  # fmt: skip
        heights = [self._y(point.value) for point, _, _ in ends]
        if len(ends) == 2 and abs(heights[0] - heights[1]) < px(APART) and ends[0][0].days == ends[1][0].days:
            middle, up = sum(heights) / 2, heights[0] <= heights[1]
            heights = [middle + px(APART) / 2 * way for way in ((-1, 1) if up else (1, -1))]
        for (point, name, role), y in zip(ends, heights, strict=True):
            self._draw_name(self._kit.words(name), role, self._x(point.days) + px("x2"), y)

    def _draw_name(self, word: str, role: str, x: float, y: float) -> None:
        theme = self._kit.theme
        ink = Ink("caption", role, bold=role == "accent")
        height = theme.px(20)
        ground = QRectF(x - 1, y - height / 2, text_width(theme, ink, word) + 3, height)
        self._painter.fillRect(ground, theme.color("surface"))
        draw_text(self._painter, theme, ink, word, x, baseline(theme, ink.style, y - height / 2, height))


def _spread(last: int, most: int) -> list[int]:
    """Return at most so many numbers from 0 to ``last``, as far apart as can be."""
    if last < most:
        return list(range(last + 1))
    return [round(last * part / (most - 1)) for part in range(most)]
