"""The table: figures by topic, channel, staff or answer, with painted bars."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.supervise.card import BASIS, Card
from frontdesk.ui.pages.supervise.row_list import RowList
from frontdesk.ui.pages.supervise.table_rows import TABLES, TableRow
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided, line_height, text_width
from frontdesk.ui.paint.tags import TagLook, draw_tag
from frontdesk.ui.widgets.choice import Option, Segments
from frontdesk.ui.widgets.labels import Painted, TextBlock

ROW, PAD, GAP, BAR = 27, 8, 10, 8
COUNT, BARS, PERCENT, N, LAST = 58, 92, 44, 108, 44
LEAST_ROWS = 3
NARROW = 560
"""A table less wide than this leaves n to its last line, and draws shorter bars."""
HEADS = {
    **dict.fromkeys(("topic", "channel", "staff"), ("contacts", "resolution", "transfers")),
    "answer": ("uses", "", ""),
    "other": ("", "", ""),
}
NAME, NUMBER = Ink("label"), Ink("label", tabular=True)
FOOT_LINES = 2


class Columns(NamedTuple):
    """The right edges of the columns, and how wide bar and n are."""

    first: int
    bar: int
    percent: int
    n: int
    last: int
    bar_width: int
    n_width: int


def _columns(kit: Kit, left: int, right: int) -> Columns:
    px, narrow = kit.theme.px, right - left < kit.theme.px(NARROW)
    bar_width, n_width = (px(BARS) // 2, 0) if narrow else (px(BARS), px(N))
    last = right - px(PAD)
    n = last - px(LAST + GAP)
    percent = n - n_width - px(GAP)
    bar = percent - px(PERCENT + GAP)
    return Columns(bar - bar_width - px(GAP), bar, percent, n, last, bar_width, n_width)


class TableHead(Painted):
    """Names the columns."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._heads: tuple[str, str, str] = HEADS["topic"]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_heads(self, table: str) -> None:
        self._heads = HEADS[table]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, line_height(self.kit.theme, BASIS.style))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        at = _columns(self.kit, 0, self.width())
        first, middle, end = (self.kit.words(f"supervise.column_{name}") if name else "" for name in self._heads)
        y = baseline(theme, BASIS.style, 0, self.height())
        draw_text(painter, theme, BASIS, first, at.first - text_width(theme, BASIS, first), y)
        draw_text(painter, theme, BASIS, middle, at.bar - at.bar_width, y)
        draw_text(painter, theme, BASIS, end, at.last - text_width(theme, BASIS, end), y)
        draw_hair(painter, theme, 0, self.width(), self.height() - theme.px("hair"))


class GroupTable(Card):
    """``chosen`` carries the table a person asked for."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.choice = Segments(kit, "supervise.tables", tuple(Option(one, f"supervise.by_{one}") for one in TABLES))
        self.list = RowList(kit, "supervise.table", self._paint_row, ROW)
        self.foot, self.before = (TextBlock(kit, BASIS, max_lines=FOOT_LINES) for _ in range(2))
        self._heads = TableHead(kit)
        self.title.hide()
        line = QHBoxLayout()
        line.addWidget(self.choice)
        self.head.insertLayout(0, line)
        for widget, stretch in ((self._heads, 0), (self.list, 1), (self.foot, 0), (self.before, 0)):
            self.column.addWidget(widget, stretch)
        self.keep_high(self.list, LEAST_ROWS * ROW)
        self.choice.chosen.connect(self.chosen)
        self.list.moved.connect(self._tell)

    def show_table(self, table: str, rows: Sequence[TableRow], remark: str = "", keep: bool = False) -> None:
        self.choice.set_value(table)
        self._heads.show_heads(table)
        self.basis.set_text(remark)
        self.list.show_rows(rows, keep)
        self._tell(self.list.current)

    def _tell(self, row: TableRow | None) -> None:
        """Say of the chosen row what the columns leave out, and how it was before."""
        self.foot.set_text(row.foot if row else "")
        self.before.set_text(row.before if row else "")

    def _paint_row(self, painter: QPainter, rect: QRect, row: TableRow) -> None:
        theme = self.kit.theme
        at = _columns(self.kit, rect.left(), rect.left() + rect.width())
        left, y = rect.left() + theme.px(PAD), baseline(theme, NAME.style, rect.top(), rect.height())
        if row.value:
            half = rect.left() + round(rect.width() * 0.4)
            draw_text(painter, theme, NAME, elided(theme, NAME, row.name, half - left), left, y)
            draw_text(painter, theme, NUMBER, elided(theme, NUMBER, row.value, at.last - half), half, y)
            return
        room = at.first - theme.px(COUNT) - left
        draw_text(painter, theme, NAME, elided(theme, NAME, row.name, room), left, y)
        for text, edge, ink in (
            (row.count, at.first, NUMBER),
            (row.percent, at.percent, _ink(row.weak)),
            (row.last, at.last, _ink(row.weak_last)),
        ):
            draw_text(painter, theme, ink, text, edge - text_width(theme, ink, text), y)
        self._paint_bar(painter, QRect(at.bar - at.bar_width, rect.top(), at.bar_width, rect.height()), row)
        if row.tag and at.n_width:
            draw_tag(painter, self.kit, TagLook(row.tag), at.n - at.n_width, rect.center().y() + 1)
        elif at.n_width:
            draw_text(painter, theme, BASIS, row.n, at.n - at.n_width, y)

    def _paint_bar(self, painter: QPainter, rect: QRect, row: TableRow) -> None:
        if row.bar is not None:
            paint_bar(painter, self.kit, rect, row.bar, "control" if row.weak else "accent")


def _ink(weak: bool) -> Ink:
    return Ink("label", "text_3", tabular=True) if weak else NUMBER


def paint_bar(painter: QPainter, kit: Kit, rect: QRect, share: float, role: str) -> None:
    """Paint a level bar, filled so far, across the middle of a rectangle."""
    theme = kit.theme
    height = theme.px(BAR)
    top = rect.center().y() + 1 - height // 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color("line") if theme.outlined else theme.color("sunken"))
    painter.setBrush(theme.color("sunken"))
    painter.drawRoundedRect(rect.left(), top, rect.width(), height, height / 2, height / 2)
    painter.setPen(theme.color(role))
    painter.setBrush(theme.color(role))
    width = round(rect.width() * min(1.0, share))
    if width:
        painter.drawRoundedRect(rect.left(), top, width, height, height / 2, height / 2)
    painter.restore()
