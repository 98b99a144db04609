"""The two charts on their cards: the chosen figure over time with its definition, and the hours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from frontdesk.domain.thai_dates import DateStyle
from frontdesk.services.figures import Figures, Overview
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.supervise.card import Card
from frontdesk.ui.pages.supervise.hour_chart import HourChart
from frontdesk.ui.pages.supervise.line_chart import LineChart, Lines
from frontdesk.ui.pages.supervise.readings import KINDS, Kind, Point, Reading, bucket_days, line_of, target_of
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import TextBlock

LEAST_POINTS = 2
MEANING_LINES = 3
LEAST_CHART = 110


class FigureCard(Card):
    """Shows one figure: its line beside the last one, and what it means in words."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.chart = LineChart(kit)
        self.remark = TextBlock(kit, Ink("label", "text_2"))
        self.meaning = TextBlock(kit, Ink("caption", "text_2"), max_lines=MEANING_LINES)
        for widget, stretch in ((self.remark, 1), (self.chart, 1), (self.meaning, 0)):
            self.column.addWidget(widget, stretch)
        self.keep_high(self.chart, LEAST_CHART)
        self.column.setAlignment(self.remark, Qt.AlignmentFlag.AlignTop)

    def show_figure(self, found: Overview, place: int, reading: Reading) -> None:
        kind, now = KINDS[place], found.now
        width = bucket_days(now)
        points, before = line_of(now, kind, width), line_of(found.then, kind, width)
        remark = self._remark(now, points)
        self.title.set_text(self.kit.words(f"supervise.figure_{kind.code}"))
        target = target_of(found, kind)
        self.basis.set_text(self._basis(kind, width, kind.of(now.total), target))
        self.meaning.set_text(reading.meaning)
        self.remark.set_text(remark)
        self.remark.setVisible(bool(remark))
        self.chart.setHidden(bool(remark))
        self.chart.show_lines(None if remark else Lines(kind, points, before, now.days.first, now.days.count, target))
        self._name(kind, points, found)

    def _remark(self, now: Figures, points: tuple[Point, ...]) -> str:
        """Say why there is no line, if so."""
        if not now.total.contacts:
            return self.kit.words("supervise.nothing")
        if not points and now.total.young:
            return self.kit.words("supervise.chart_young")
        return self.kit.words("supervise.chart_short") if len(points) < LEAST_POINTS else ""

    def _basis(self, kind: Kind, width: int, n: int, target: float | None) -> str:
        words = self.kit.words
        unit = "percent" if kind.percent else "seconds" if kind.code == "answering" else "count"
        basis = words(f"supervise.chart_{unit}", days=width, n=f"{n:,}")
        return basis if target is None else f"{basis} · {words('supervise.chart_target', target=f'{target:g}')}"

    def _name(self, kind: Kind, points: tuple[Point, ...], found: Overview) -> None:
        """Tell a screen reader the points."""
        first = found.now.days.first.toordinal()
        told = (
            f"{self.kit.words.date(found.now.days.first.fromordinal(first + point.days), DateStyle.SHORT)}"
            f" {point.value:.0f}" for point in points
        )  # fmt: skip
        figure = self.kit.words(f"supervise.figure_{kind.code}")
        self.chart.setAccessibleName(self.kit.words("supervise.chart_name", name=figure, points=", ".join(told)))


class HourCard(Card):
    """Shows in which hours contacts began."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.chart = HourChart(kit)
        self.column.addWidget(self.chart, 1)
        self.keep_high(self.chart, LEAST_CHART)
        kit.words.bind(self, self.title.set_text, "supervise.hours")

    def show_hours(self, now: Figures) -> None:
        n = f"{now.total.contacts:,}"
        self.basis.set_text(self.kit.words("supervise.hours_basis", days=now.days.count, n=n))
        self.chart.show_counts(now.hours)
