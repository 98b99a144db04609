"""A row of the record: one ground over all cells, then each cell's words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from frontdesk.domain.contacts import Contact
from frontdesk.ui.contact_words import CHANNEL_ICONS
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import INSET, MARGIN, Brush, RowLook
from frontdesk.ui.pages.log.model import CONTACT, Column
from frontdesk.ui.paint.frames import draw_focus_ring
from frontdesk.ui.paint.ink import Ink, baseline

Index = QModelIndex | QPersistentModelIndex
GAP = 12
INKS = {
    Column.TIME: Ink("label", "text_2", tabular=True),
    Column.CALLER: Ink("body"),
    Column.TOPIC: Ink("body"),
    Column.OUTCOME: Ink("body"),
    Column.STAFF: Ink("label", "text_2"),
}


class LogDelegate(QStyledItemDelegate):
    """Paints the cells of one table."""

    def __init__(self, kit: Kit, table: QTableView) -> None:
        super().__init__(table)
        self._brush, self._table = Brush(kit), table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._brush.px("row_table"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        self._ground(painter, rect, option, index.row())
        contact = index.data(CONTACT)
        if isinstance(contact, Contact):
            self._cell(painter, rect, contact, index)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, row: int) -> None:
        whole = QRect(0, rect.y(), self._table.viewport().width(), rect.height())
        chosen = row == self._table.currentIndex().row()
        focused = self._table.hasFocus()
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._brush.ground(painter, whole, RowLook(chosen, focused, hover))
        if chosen and focused:
            margin = self._brush.px(MARGIN)
            draw_focus_ring(painter, self._brush.theme, whole.adjusted(margin, 0, -margin, 0), "radius.row")

    def _cell(self, painter: QPainter, rect: QRect, contact: Contact, index: Index) -> None:
        brush, column = self._brush, Column(index.column())
        left = rect.left() + brush.px(INSET if column is Column.TIME else 0)
        if column is Column.CHANNEL:
            icon = CHANNEL_ICONS[contact.channel]
            brush.icon(painter, icon, "text_2", left, rect.top() + rect.height() / 2)
            return
        ink = INKS[column]
        block = brush.block(str(index.data()), ink, rect.right() - brush.px(GAP) - left)
        base = baseline(brush.theme, ink.style, rect.top(), rect.height())
        block.paint(painter, left, base - brush.theme.rise(ink.style))
