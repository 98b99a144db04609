"""The table: figures by topic, channel, staff or answer, with painted bars."""

from collections.abc import Sequence

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
from frontdesk.ui.widgets.labels import Painted, TextLabel

ROW, PAD, GAP, BAR = 27, 8, 10, 8
COUNT, BARS, PERCENT, N, LAST = 58, 92, 44, 108, 44
HEADS = {
    **dict.fromkeys(("topic", "channel", "staff"), ("contacts", "resolution", "transfers")),
    "answer": ("uses", "", ""),
    "other": ("", "", ""),
}
NAME, NUMBER = Ink("label"), Ink("label", tabular=True)


def _columns(kit: Kit, left: int, right: int) -> tuple[int, int, int, int, int]:
    """Return the right edges of count, bar, percent, n and last column."""
    px = kit.theme.px
    last = right - px(PAD)
    n = last - px(LAST + GAP)
    percent = n - px(N + GAP)
    bar = percent - px(PERCENT + GAP)
    return bar - px(BARS + GAP), bar, percent, n, last


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
        count, bar, _, _, last = _columns(self.kit, 0, self.width())
        first, middle, end = (self.kit.words(f"supervise.column_{name}") if name else "" for name in self._heads)
        y = baseline(theme, BASIS.style, 0, self.height())
        draw_text(painter, theme, BASIS, first, count - text_width(theme, BASIS, first), y)
        draw_text(painter, theme, BASIS, middle, bar - theme.px(BARS), y)
        draw_text(painter, theme, BASIS, end, last - text_width(theme, BASIS, end), y)
        draw_hair(painter, theme, 0, self.width(), self.height() - theme.px("hair"))


class GroupTable(Card):
    """``chosen`` carries the table a person asked for."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.choice = Segments(kit, "supervise.tables", tuple(Option(one, f"supervise.by_{one}") for one in TABLES))
        self.list = RowList(kit, "supervise.table", self._paint_row, ROW)
        self.foot = TextLabel(kit, BASIS)
        self._heads = TableHead(kit)
        self.title.hide()
        line = QHBoxLayout()
        line.addWidget(self.choice)
        self.head.insertLayout(0, line)
        for widget, stretch in ((self._heads, 0), (self.list, 1), (self.foot, 0)):
            self.column.addWidget(widget, stretch)
        self.choice.chosen.connect(self.chosen)
        self.list.moved.connect(self._tell)

    def show_table(self, table: str, rows: Sequence[TableRow], remark: str = "", keep: bool = False) -> None:
        self.choice.set_value(table)
        self._heads.show_heads(table)
        self.basis.set_text(remark)
        self.list.show_rows(rows, keep)

    def _tell(self, row: TableRow | None) -> None:
        """Say of the chosen row what the columns leave out."""
        self.foot.set_text(row.foot if row else "")

    def _paint_row(self, painter: QPainter, rect: QRect, row: TableRow) -> None:
        theme = self.kit.theme
        count, bar, percent, n, last = _columns(self.kit, rect.left(), rect.left() + rect.width())
        left, y = rect.left() + theme.px(PAD), baseline(theme, NAME.style, rect.top(), rect.height())
        if row.value:
            half = rect.left() + round(rect.width() * 0.4)
            draw_text(painter, theme, NAME, elided(theme, NAME, row.name, half - left), left, y)
            draw_text(painter, theme, NUMBER, elided(theme, NUMBER, row.value, last - half), half, y)
            return
        room = count - theme.px(COUNT) - left
        draw_text(painter, theme, NAME, elided(theme, NAME, row.name, room), left, y)
        for text, edge, ink in (
            (row.count, count, NUMBER),
            (row.percent, percent, _ink(row.weak)),
            (row.last, last, _ink(row.weak_last)),
        ):
            draw_text(painter, theme, ink, text, edge - text_width(theme, ink, text), y)
        self._paint_bar(painter, QRect(bar - theme.px(BARS), rect.top(), theme.px(BARS), rect.height()), row)
        if row.tag:
            draw_tag(painter, self.kit, TagLook(row.tag), n - theme.px(N), rect.center().y() + 1)
        else:
            draw_text(painter, theme, BASIS, row.n, n - theme.px(N), y)

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
