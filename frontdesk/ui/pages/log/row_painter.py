"""The rows of the record in view: one ground each, then the cells' words; the current row tells its correction.

A table of delegates asks for every cell of every repaint anew. Here a row is painted in one go, from words that are
made and shaped already: a page of new rows costs a few milliseconds, and rows that were there before next to nothing.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPen

from frontdesk.domain.contacts import Contact
from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.ui.contact_words import CHANNEL_ICONS
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import INSET, MARGIN, Brush, RowLook
from frontdesk.ui.pages.log.correction_words import correction_line, old_outcome
from frontdesk.ui.pages.log.model import LogModel
from frontdesk.ui.pages.log.row_words import Column, LogRow
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, elided
from frontdesk.ui.paint.thai_layout import DOTS, NEVER_LAST, ShapedLine

GAP, LINE = 12, 28
SHAPED = 3_000
"""Words that stay shaped: some thirty pages."""
TIME, BODY, STAFF = Ink("label", "text_2", tabular=True), Ink("body"), Ink("label", "text_2")
ASKED = Ink("body", "text_2")
DAY, OLD, TOLD = Ink("caption", "text", bold=True), Ink("body", "text_3"), Ink("label", "text_2")


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the columns begin and how wide they are; ``width`` is that of the whole view."""

    lefts: tuple[int, ...]
    widths: tuple[int, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Stand:
    """How a row stands in the table; ``first`` of those in view it says its day."""

    chosen: bool = False
    picked: bool = False
    hover: bool = False
    focused: bool = False
    first: bool = False


class RowPainter:
    """Paints rows of one table."""

    def __init__(self, kit: Kit, model: LogModel) -> None:
        self._brush, self._model = Brush(kit), model
        self._shaped: dict[tuple[Ink, str, int], ShapedLine] = {}
        self._bases: dict[str, float] = {}
        kit.theme.changed.connect(self._forget)

    def paint(self, painter: QPainter, row: int, rect: QRect, cells: Cells, stand: Stand) -> None:
        """Paint a row, or that it is on its way."""
        line = QRect(rect.x(), rect.y(), rect.width(), self._brush.px("row_table"))
        self._ground(painter, line, stand)
        found = self._model.row(row)
        if found is None:
            self._text(painter, line, cells, Column.CALLER, OLD, DOTS)
            return
        self._time(painter, line, cells, found, stand.first or self._model.begins_day(row))
        icon, middle = CHANNEL_ICONS[found.contact.channel], line.top() + line.height() / 2
        self._brush.icon(painter, icon, "text_2", cells.lefts[Column.CHANNEL], middle)
        topic = ASKED if found.asked else BODY
        for column, ink in ((Column.CALLER, BODY), (Column.TOPIC, topic), (Column.STAFF, STAFF)):
            self._text(painter, line, cells, column, ink, found.cells[column])
        self._outcome(painter, line, cells, found)
        if rect.height() > line.height():
            self._correction(painter, rect, cells, found.contact)

    def _ground(self, painter: QPainter, rect: QRect, stand: Stand) -> None:
        if not (stand.chosen or stand.picked or stand.hover):
            return
        margin, theme = self._brush.px(MARGIN), self._brush.theme
        inner = rect.adjusted(margin, 0, -margin, 0)
        if stand.picked and not stand.chosen:
            draw_frame(painter, theme, inner.adjusted(0, 1, 0, -1), fill="accent_soft", radius="radius.row")
        else:
            self._brush.ground(painter, rect, RowLook(stand.chosen, stand.focused, stand.hover))
        if stand.chosen and stand.focused:
            draw_focus_ring(painter, theme, inner, "radius.row")

    def _time(self, painter: QPainter, rect: QRect, cells: Cells, row: LogRow, with_day: bool) -> None:
        """Write the time, with the day before it where another day begins and on the first row in view."""
        brush, right = self._brush, cells.lefts[Column.TIME] + cells.widths[Column.TIME] - 1
        base = self._base(TIME.style, rect)
        left = right - brush.px(GAP) - brush.width(TIME, "00:00")
        self._put(painter, TIME, row.cells[Column.TIME], left, base)
        if with_day:
            day = format_date(row.contact.at, brush.kit.words.language, DateStyle.SHORT)
            self._put(painter, DAY, day, cells.lefts[Column.TIME] + brush.px(INSET), base)

    def _outcome(self, painter: QPainter, rect: QRect, cells: Cells, row: LogRow) -> None:
        """Write the outcome; where it was another one before, that too, struck through."""
        brush, now = self._brush, row.cells[Column.OUTCOME]
        left, old = float(cells.lefts[Column.OUTCOME]), old_outcome(row.contact)
        if old is not None:
            was = brush.kit.words(f"desk.was_{old.value}")
            room = cells.widths[Column.OUTCOME] - brush.width(BODY, now) - brush.px(8 + GAP)
            if brush.width(OLD, was) <= room:
                left = self._struck(painter, rect, was, left) + brush.px(8)
        self._text(painter, rect, cells, Column.OUTCOME, BODY, now, left)

    def _struck(self, painter: QPainter, rect: QRect, word: str, left: float) -> float:
        """Write a word struck through; return where it ends."""
        brush = self._brush
        base = self._base(OLD.style, rect)
        self._put(painter, OLD, word, left, base)
        end, y = left + brush.width(OLD, word), base - brush.theme.metrics(OLD.style).xHeight() / 2
        painter.setPen(QPen(brush.theme.color(OLD.role), brush.px("hair")))
        painter.drawLine(round(left), round(y), round(end), round(y))
        return end

    def _correction(self, painter: QPainter, rect: QRect, cells: Cells, contact: Contact) -> None:
        """Write the line under the row, over all columns but the first."""
        brush, height = self._brush, self._brush.px("row_table")
        left, top, line = cells.lefts[Column.CHANNEL], rect.top() + height, rect.height() - height
        brush.icon(painter, "history", "text_2", left, top + line / 2)
        text = correction_line(brush.kit.words, contact, self._model.name_of)
        shown = elided(brush.theme, TOLD, text, cells.width - left - brush.px(22 + INSET))
        self._put(painter, TOLD, shown, left + brush.px(22), baseline(brush.theme, TOLD.style, top, line))

    def _text(
        self, painter: QPainter, rect: QRect, cells: Cells, column: Column, ink: Ink, text: str,
        left: float | None = None,
    ) -> None:  # fmt: skip
        """Write as much of a text as its column has room for."""
        start = cells.lefts[column] if left is None else left
        room = cells.lefts[column] + cells.widths[column] - self._brush.px(GAP) - start
        self._put(painter, ink, text, start, self._base(ink.style, rect), room)

    def _put(self, painter: QPainter, ink: Ink, text: str, left: float, base: float, room: float | None = None) -> None:
        painter.setPen(self._brush.theme.color(ink.role))
        self._words(ink, text, -1 if room is None else int(room)).paint(painter, left, base)

    def _base(self, style: str, rect: QRect) -> float:
        """Return where letters stand in a line of the usual height."""
        if style not in self._bases:
            self._bases[style] = baseline(self._brush.theme, style, 0, rect.height())
        return rect.top() + self._bases[style]

    def _forget(self) -> None:
        self._shaped.clear()
        self._bases.clear()

    def _words(self, ink: Ink, text: str, room: int) -> ShapedLine:
        """Return a text shaped, cut to its room."""
        key = (ink, text, room)
        found = self._shaped.get(key)
        if found is None:
            found = self._shape(ink, text)
            if 0 <= room < found.width:
                fitting = text[: found.fitting(room - self._brush.width(ink, DOTS))]
                found = self._shape(ink, f"{fitting.rstrip(NEVER_LAST)}{DOTS}")
            while len(self._shaped) >= SHAPED:
                del self._shaped[next(iter(self._shaped))]
            self._shaped[key] = found
        return found

    def _shape(self, ink: Ink, text: str) -> ShapedLine:
        font = ink.font(self._brush.theme)
        return ShapedLine(text, font, font)
