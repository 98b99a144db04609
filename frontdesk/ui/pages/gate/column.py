"""One column of the board: its count in large figures, its rows, and how many there are below."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.gate.board_list import BoardList
from frontdesk.ui.pages.gate.board_rows import ColumnKind, ColumnRows
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame, draw_hair
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

HEAD, TOP, FOOT, INSET = 66, 2, 40, 21
SIGN, SIGN_GAP, WORD_GAP = 24, 14, 8
WORD, FOOT_INK, EMPTY = Ink("gate_body"), Ink("gate_small", "text_2"), Ink("gate_body", "text_3")
SIGNS = {ColumnKind.EXPECTED: "calendar-clock", ColumnKind.INSIDE: "users", ColumnKind.OVERDUE: "clock-alert"}


class Column(Painted):
    """Shows ``ColumnRows``. ``counted`` tells that what it says has changed."""

    counted = Signal()

    def __init__(self, kit: Kit, kind: ColumnKind, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.kind, self._shown, self._brush = kind, ColumnRows(0), Brush(kit)
        self._read = False
        self.list = BoardList(kit, f"gate.{kind}", self)
        self.list.scrolled.connect(self.update)
        self.list.moved.connect(lambda _: self.update())
        kit.words.changed.connect(self.update)

    @property
    def shown(self) -> ColumnRows:
        return self._shown

    @property
    def below(self) -> int:
        """How many visits are counted but not in view below the last row."""
        last = self.list.first + self._fitting
        return max(0, len(self._shown.rows) - last) + self._shown.unread

    def show_rows(self, shown: ColumnRows) -> None:
        """Show other rows; cursor and selection stay."""
        self._shown, self._read = shown, True
        self.list.show_rows(shown.rows)
        self._place()
        self.counted.emit()
        self.update()

    def refresh(self) -> None:
        super().refresh()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        draw_frame(painter, theme, self.rect(), fill="surface", outline="line", radius="radius.row")
        draw_hair(painter, theme, 0, self.width(), theme.px(HEAD))
        if self.list.hasFocus() and self.list.row is None:
            draw_focus_ring(painter, theme, self.rect(), "radius.row")
        if self._read:
            self._draw_head(painter)
            self._draw_foot(painter)
            if not self._shown.rows:
                self._draw_empty(painter)

    @property
    def _fitting(self) -> int:
        return max(1, self.list.height() // self.list.painter.height())

    def _place(self) -> None:
        """Give the list room for whole rows; what is left is the foot's."""
        px, row = self.kit.theme.px, self.list.painter.height()
        top = px(HEAD) + px("hair") + px(TOP)
        room = self.height() - top - px(TOP)
        fitting = max(1, room // row)
        if len(self._shown.rows) > fitting or self._shown.unread:
            fitting = max(1, (room - px(FOOT)) // row)
        if not self._shown.rows:
            top, fitting = self.height() - px(TOP) - 1, 0  # a list has a ground, which would hide what is said instead
        self.list.setGeometry(QRect(1, top, self.width() - 2, max(1, fitting * row)))

    def _draw_head(self, painter: QPainter) -> None:
        theme, px, brush = self.kit.theme, self.kit.theme.px, self._brush
        alarm = self.kind is ColumnKind.OVERDUE and self._shown.count > 0
        count = Ink("gate_count", "overdue" if alarm else "text", tabular=True)
        x = brush.put(painter, count, str(self._shown.count), px(INSET), self._base(count))
        x += px(SIGN_GAP)
        side, top = px(SIGN), (px(HEAD) - px(SIGN)) // 2
        self.kit.icons.paint(painter, SIGNS[self.kind], count.role, x, top, side)
        word = self.kit.words(f"gate.{self.kind}")
        room = max(1, round(self.width() - px(INSET) - x - side - px(WORD_GAP)))
        block = brush.block(word, WORD, room)
        block.paint(painter, x + side + px(WORD_GAP), self._base(WORD) - theme.rise(WORD.style))

    def _base(self, ink: Ink) -> float:
        metrics = self.kit.theme.metrics(ink.style, ink.bold, ink.tabular)
        return (self.kit.theme.px(HEAD) + metrics.ascent() - metrics.descent()) / 2

    def _draw_foot(self, painter: QPainter) -> None:
        more = self.below
        above = self.list.first
        if not more and not above:
            return
        words, px = self.kit.words, self.kit.theme.px
        unread = self._shown.unread and not len(self._shown.rows) > self.list.first + self._fitting
        told = words("gate.more_here" if unread else "gate.more", count=more) if more else ""
        text = " · ".join(filter(None, (words("gate.more_above", count=above) if above else "", told)))
        base = self._brush.base(FOOT_INK.style, self.list.geometry().bottom() + px(4))
        self._brush.put(painter, FOOT_INK, text, px(INSET), base)

    def _draw_empty(self, painter: QPainter) -> None:
        px, theme = self.kit.theme.px, self.kit.theme
        text = self.kit.words(f"gate.none_{self.kind}")
        block = self._brush.block(text, EMPTY, self.width() - 2 * px(INSET), lines=3)
        self._brush.put_block(painter, block, EMPTY.style, px(INSET), px(HEAD) + theme.px(14))
