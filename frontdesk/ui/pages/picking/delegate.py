"""Paints the rows of a pane's list: ground and heading here, what an item says in its own painter."""

from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.ui.pages.desk.rows_paint.brush import MARGIN, Brush, RowLook
from frontdesk.ui.pages.picking.items import ITEM, Heading
from frontdesk.ui.paint.frames import draw_focus_ring
from frontdesk.ui.paint.ink import Ink

HEADING, HEADING_HEIGHT = Ink("caption", "text_3"), 30
Index = QModelIndex | QPersistentModelIndex


class ItemPainter(Protocol):
    """Draws one kind of item; all its rows are equally high."""

    def height(self) -> int: ...
    def paint(self, painter: QPainter, rect: QRect, item: Any, look: RowLook) -> None: ...


class ItemDelegate(QStyledItemDelegate):
    """``active`` tells whether Enter acts on the selected row now. Headings have the same look in most lists."""

    heading, heading_height = HEADING, HEADING_HEIGHT

    def __init__(self, brush: Brush, painter: ItemPainter, view: QListView) -> None:
        super().__init__(view)
        self._brush, self._painter, self._view, self.active = brush, painter, view, False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(ITEM), Heading)
        return QSize(0, self._brush.px(self.heading_height) if heading else self._painter.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, rect = index.data(ITEM), option.rect
        painter.save()
        if isinstance(item, Heading):
            self._paint_heading(painter, rect, item)
        else:
            self._paint_item(painter, rect, item, self._look(option, index))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, item: Heading) -> None:
        style, ink = self.heading.style, self.heading
        base = self._brush.base(style, rect.bottom() - self._brush.theme.line(style) - 2)
        block = self._brush.block(item.text, ink, round(self._brush.text_rect(rect).width()))
        block.paint(painter, self._brush.text_rect(rect).left(), base - self._brush.theme.rise(style))

    def _paint_item(self, painter: QPainter, rect: QRect, item: object, look: RowLook) -> None:
        self._brush.ground(painter, rect, look)
        self._painter.paint(painter, rect, item, look)
        if look.focused:
            edge = self._brush.px(MARGIN)
            draw_focus_ring(painter, self._brush.theme, rect.adjusted(edge, 0, -edge, 0), "radius.row")

    def _look(self, option: QStyleOptionViewItem, index: Index) -> RowLook:
        current = self._view.currentIndex().row()
        after = index.model().index(index.row() + 1, 0).data(ITEM)
        followed = after is not None and not isinstance(after, Heading)
        return RowLook(
            selected=index.row() == current,
            active=self.active,
            hover=bool(option.state & QStyle.StateFlag.State_MouseOver),
            line=followed and current not in (index.row(), index.row() + 1),
            focused=index.row() == current and self._view.hasFocus(),
        )
