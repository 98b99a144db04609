"""A row of the record: one ground over all cells, then each cell's words; the current row tells its correction."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from frontdesk.domain.contacts import Contact
from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.ui.contact_words import CHANNEL_ICONS
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import INSET, MARGIN, Brush, RowLook
from frontdesk.ui.pages.log.correction_words import correction_line, old_outcome
from frontdesk.ui.pages.log.model import CONTACT, Column, LogModel
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, elided

Index = QModelIndex | QPersistentModelIndex
GAP, LINE = 12, 28
INKS = {
    Column.TIME: Ink("label", "text_2", tabular=True),
    Column.CALLER: Ink("body"),
    Column.TOPIC: Ink("body"),
    Column.OUTCOME: Ink("body"),
    Column.STAFF: Ink("label", "text_2"),
}
DAY, OLD, TOLD = Ink("caption", "text", bold=True), Ink("body", "text_3"), Ink("label", "text_2")


class LogDelegate(QStyledItemDelegate):
    """Paints the cells of one table."""

    def __init__(self, kit: Kit, table: QTableView, model: LogModel) -> None:
        super().__init__(table)
        self._brush, self._table, self._model = Brush(kit), table, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._brush.px("row_table"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        line = QRect(rect.x(), rect.y(), rect.width(), self._brush.px("row_table"))
        self._ground(painter, line, option, index)
        contact = index.data(CONTACT)
        if isinstance(contact, Contact):
            self._cell(painter, line, contact, index)
            if rect.height() > line.height():
                self._correction(painter, rect, contact)
        elif index.column() == Column.CALLER:
            self._words(painter, line, OLD, "…", rect.left())
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        selection, hover = self._table.selectionModel(), bool(option.state & QStyle.StateFlag.State_MouseOver)
        chosen = index.row() == selection.currentIndex().row()
        picked = selection.hasSelection() and selection.isRowSelected(index.row(), QModelIndex())
        if not (chosen or picked or hover):
            return
        whole = QRect(0, rect.y(), self._table.viewport().width(), rect.height())
        focused, margin = self._table.hasFocus(), self._brush.px(MARGIN)
        inner = whole.adjusted(margin, 0, -margin, 0)
        if picked and not chosen:
            draw_frame(painter, self._brush.theme, inner.adjusted(0, 1, 0, -1), fill="accent_soft", radius="radius.row")
        else:
            self._brush.ground(painter, whole, RowLook(chosen, focused, hover))
        if chosen and focused:
            draw_focus_ring(painter, self._brush.theme, inner, "radius.row")

    def _cell(self, painter: QPainter, rect: QRect, contact: Contact, index: Index) -> None:
        brush, column = self._brush, Column(index.column())
        if column is Column.TIME:
            self._time(painter, rect, contact, index)
        elif column is Column.CHANNEL:
            brush.icon(painter, CHANNEL_ICONS[contact.channel], "text_2", rect.left(), rect.top() + rect.height() / 2)
        elif column is Column.OUTCOME and old_outcome(contact) is not None:
            self._outcomes(painter, rect, contact, str(index.data()))
        else:
            self._words(painter, rect, INKS[column], str(index.data()), rect.left())

    def _words(self, painter: QPainter, rect: QRect, ink: Ink, text: str, left: float) -> None:
        brush = self._brush
        shown = elided(brush.theme, ink, text, rect.right() - brush.px(GAP) - left)
        brush.put(painter, ink, shown, left, baseline(brush.theme, ink.style, rect.top(), rect.height()))

    def _time(self, painter: QPainter, rect: QRect, contact: Contact, index: Index) -> None:
        """Write the time, with the day before it where another day begins and on the first row in view."""
        brush, ink = self._brush, INKS[Column.TIME]
        base = baseline(brush.theme, ink.style, rect.top(), rect.height())
        time_left = rect.right() - brush.px(GAP) - brush.width(ink, "00:00")
        brush.put(painter, ink, str(index.data()), time_left, base)
        if index.row() == self._table.rowAt(0) or self._model.begins_day(index.row()):
            day = format_date(contact.at, brush.kit.words.language, DateStyle.SHORT)
            brush.put(painter, DAY, day, rect.left() + brush.px(INSET), base)

    def _outcomes(self, painter: QPainter, rect: QRect, contact: Contact, now: str) -> None:
        """Write what it was struck through, and what it is."""
        brush, left = self._brush, float(rect.left())
        base = baseline(brush.theme, OLD.style, rect.top(), rect.height())
        old = old_outcome(contact)
        was = brush.kit.words(f"desk.was_{old.value}") if old else ""
        room = rect.width() - brush.width(INKS[Column.OUTCOME], now) - brush.px(8 + GAP)
        if brush.width(OLD, was) <= room:
            end = brush.put(painter, OLD, was, left, base)
            y = base - brush.theme.metrics(OLD.style).xHeight() / 2
            painter.setPen(QPen(brush.theme.color(OLD.role), brush.px("hair")))
            painter.drawLine(round(left), round(y), round(end), round(y))
            left = end + brush.px(8)
        self._words(painter, rect, INKS[Column.OUTCOME], now, left)

    def _correction(self, painter: QPainter, rect: QRect, contact: Contact) -> None:
        """Write the line under the row, over all columns; each cell draws its part of it."""
        brush, height = self._brush, self._brush.px("row_table")
        left = self._table.columnViewportPosition(Column.CHANNEL)
        top = rect.top() + height
        line = rect.height() - height
        brush.icon(painter, "history", "text_2", left, top + line / 2)
        text = correction_line(brush.kit.words, contact, self._model.name_of)
        room = self._table.viewport().width() - left - brush.px(22 + INSET)
        shown = elided(brush.theme, TOLD, text, room)
        brush.put(painter, TOLD, shown, left + brush.px(22), baseline(brush.theme, TOLD.style, top, line))
