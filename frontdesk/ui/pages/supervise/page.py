"""The desk in figures (F8): five figures, one of them over time, the hours, a table, and what is missing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.counted_days import CountedDays, Span, days_of, stepped
from frontdesk.domain.keyboard_layout import to_english
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Staff
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.figure_papers import FigureOrder, FigurePaper
from frontdesk.services.figures import DeskFigures, Overview
from frontdesk.services.ports import Clock
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.supervise.chart_cards import FigureCard, HourCard
from frontdesk.ui.pages.supervise.gap_card import GapCard, GapRow
from frontdesk.ui.pages.supervise.group_table import GroupTable
from frontdesk.ui.pages.supervise.period_bar import PeriodBar
from frontdesk.ui.pages.supervise.readings import readings
from frontdesk.ui.pages.supervise.table_rows import TABLES, rows_of
from frontdesk.ui.pages.supervise.tiles import TileRow
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.ground import PAGE_INSET, Ground
from frontdesk.ui.widgets.labels import HairLine
from frontdesk.ui.widgets.scrolled import scrolled

SAY_COUNTING_MS = 250
RECOUNT_MS = 30_000
"""How often figures that are looked at are counted again while contacts come in."""
GAP, FOOT = 12, 20
LEFT_SHARE, RIGHT_SHARE = 65, 57
UPPER, LOWER = 266, 238


class SupervisePage(Ground):
    """Implements ``Page``. ``answer_asked`` carries the words that an answer is to be written for, ``print_asked``
    what makes the order of a paper of these days in a language.
    """

    page_id = "supervise"
    answer_asked = Signal(str)
    print_asked = Signal(object)
    counted = Signal()

    def __init__(
        self, kit: Kit, figures: DeskFigures, clock: Clock, tasks: Tasks, watcher: Watcher,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "canvas", parent)
        self._figures, self._clock, self._tasks = figures, clock, tasks
        self.staff: Staff | None = None
        self.found: Overview | None = None
        self.table_name = TABLES[0]
        self._busy = self._stale = False
        self._wished: CountedDays | None = None
        self.bar, self.tiles = PeriodBar(kit, clock.today()), TileRow(kit)
        self.figure, self.hours = FigureCard(kit), HourCard(kit)
        self.table, self.gaps = GroupTable(kit), GapCard(kit)
        self._arrange()
        self._connect(watcher)

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def head_height(self) -> int:
        """How far down the period reaches, which goes over the whole width."""
        return self.bar.height() + self.kit.theme.px("hair")

    def leave_room(self, width: int) -> None:
        """Keep so much free at the right below the period, where a paper of the figures is shown."""
        self._room.setFixedWidth(width)

    def print(self) -> None:
        """Ask for the papers of these days."""
        self.print_asked.emit(self._order())

    def focus_first(self) -> None:
        self.tiles.tiles[self.tiles.place].setFocus()

    def sign_in(self, staff: Staff) -> None:
        """Show what this one may see: colleagues' figures are for supervisors only."""
        self.staff = staff
        self._show_table()

    def show_days(self, days: CountedDays) -> None:
        """Count other days; what is shown stays until they are counted."""
        self.bar.show_days(days)
        self._count()

    def show_table(self, table: str) -> None:
        self.table_name = table
        self._show_table()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_the_day()
        if self.found is None or self._stale:
            self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters as commands, whatever keyboard is on; fields have kept theirs."""
        act = self._acts().get(to_english(event.text()).casefold())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _acts(self) -> dict[str, Callable[[], None]]:
        spans = {"d": Span.DAY, "w": Span.WEEK, "m": Span.MONTH}
        return {
            "[": partial(self._step, -1),
            "]": partial(self._step, 1),
            "r": self.bar.type_days,
            **{key: partial(self._choose_span, span) for key, span in spans.items()},
            **{str(place): partial(self.show_table, table) for place, table in enumerate(TABLES, 1)},
        }

    def _step(self, steps: int) -> None:
        days = stepped(self.bar.days, steps, self.bar.today)
        if days != self.bar.days:
            self.show_days(days)

    def _choose_span(self, span: Span) -> None:
        self.show_days(days_of(span, self.bar.days.last, self.bar.today))

    def _follow_the_day(self) -> None:
        """After midnight, let a period that ended today go on to the new day."""
        today, days = self._clock.today(), self.bar.days
        if today == self.bar.today:
            return
        followed = days.last == self.bar.today and days.span is not Span.RANGE
        self.bar.today, self._stale = today, True
        if followed:
            self.bar.show_days(days_of(days.span, today, today))

    def _count(self) -> None:
        """Count on a thread of its own; of several wishes meanwhile, the last one is counted next."""
        if self._busy:
            self._wished = self.bar.days
            return
        self._busy, self._stale = True, False
        self._late.start(SAY_COUNTING_MS)
        days = self.bar.days
        self._tasks.aside(lambda: self._figures.overview(days), self._take)

    def _take(self, found: Overview) -> None:
        self._busy = False
        self._late.stop()
        wished, self._wished = self._wished, None
        if wished is not None and wished != found.now.days:
            self._count()
            return
        self.found = found
        self._show()
        self.counted.emit()

    def _show(self) -> None:
        if self.found is None:
            return
        self.bar.renew()
        told = readings(self.found, self.kit.words)
        self.tiles.show_readings(told)
        self.figure.show_figure(self.found, self.tiles.place, told[self.tiles.place])
        self.hours.show_hours(self.found.now)
        self._show_table()
        self._show_gaps(self.found)

    def _show_figure(self, place: int) -> None:
        if self.found is not None:
            self.figure.show_figure(self.found, place, readings(self.found, self.kit.words)[place])

    def _show_table(self) -> None:
        if self.found is None:
            return
        own = "" if self.staff is None or self.staff.role.manages_staff else self.staff.id
        rows = rows_of(self.table_name, self.found, self.kit.words, own)
        remark = self.kit.words("supervise.own_only") if own and self.table_name == "staff" else ""
        self.table.show_table(self.table_name, rows, remark, keep=self.table.choice.value == self.table_name)

    def _show_gaps(self, found: Overview) -> None:
        now, words = self._clock.now(), self.kit.words
        rows = []
        for gap in found.gaps:
            days = max(0, (now.astimezone(SITE_ZONE).date() - gap.first_at.astimezone(SITE_ZONE).date()).days)
            told = words("supervise.gap_row", words=gap.words, count=gap.count, days=days)
            count, age = words("supervise.gap_count", count=gap.count), words("supervise.gap_age", days=days)
            rows.append(GapRow(gap.words, told, count, age))
        self.gaps.show_gaps(rows, found.now.verified, found.targets.get("verified_uses"))

    def _on_news(self) -> None:
        self._stale = True
        if self.isVisible() and not self._again.isActive():
            self._again.start(RECOUNT_MS)

    def _recount(self) -> None:
        if self.isVisible() and self._stale:
            self._count()

    def _connect(self, watcher: Watcher) -> None:
        self._late, self._again = QTimer(self), QTimer(self)
        for timer, act in ((self._late, self._say_counting), (self._again, self._recount)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        self.bar.changed.connect(self.show_days)
        self.bar.left.connect(self.focus_first)
        self.tiles.chosen.connect(self._show_figure)
        self.table.chosen.connect(self.show_table)
        bind_commands(self, Scope.SUPERVISE, {"print_figures": self.print})
        self.gaps.list.opened.connect(lambda row: self.answer_asked.emit(row.words))
        self.kit.words.changed.connect(self._show)
        watcher.changed.connect(self._on_news)

    def _order(self) -> Callable[[Language], FigureOrder]:
        """Return what orders a day as a report, anything else as its month."""
        days = self.bar.days
        paper = FigurePaper.DAY if days.span is Span.DAY else FigurePaper.MONTH
        return lambda language: FigureOrder(days.last, language, paper)

    def _say_counting(self) -> None:
        self.bar.remark.set_text(self.kit.words("supervise.counting"))

    def _arrange(self) -> None:
        body = QWidget()
        column, upper, lower, inner = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(body)
        below, self._room = QHBoxLayout(), QWidget()
        self._room.setFixedWidth(0)
        for row, widgets in ((upper, (self.figure, self.hours)), (lower, (self.table, self.gaps))):
            for widget, share in zip(widgets, (LEFT_SHARE, RIGHT_SHARE), strict=True):
                row.addWidget(widget, share)
            self.space(row, gap=GAP)
        inner.addWidget(self.tiles)
        inner.addLayout(upper, UPPER)
        inner.addLayout(lower, LOWER)
        column.addWidget(self.bar)
        column.addWidget(HairLine(self.kit))
        below.addWidget(scrolled(body), 1)
        below.addWidget(self._room)
        column.addLayout(below, 1)
        self.space(column)
        self.space(below)
        self.space(inner, (PAGE_INSET, 14, PAGE_INSET, FOOT), GAP, page=True)
