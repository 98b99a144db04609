"""The rows of one column: moved by keys, whole rows at a time."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import RowLook
from frontdesk.ui.pages.gate.board_rows import BoardRow
from frontdesk.ui.pages.gate.row_painter import INSET, ROW_GAP, BoardRowPainter
from frontdesk.ui.pages.picking.items import ITEM, ItemModel
from frontdesk.ui.paint.frames import draw_focus_ring

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


class BoardList(QListView):
    """``moved`` carries the key of the row that is selected now; ``used`` follows Enter, ``removed`` Del, and
    ``typed`` carries what a plain key writes. ``marked`` is a row that is lit while the box has the focus."""

    moved = Signal(str)
    used = Signal()
    typed = Signal(str)
    removed = Signal()
    scrolled = Signal()

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self.painter, self._rows = kit, BoardRowPainter(kit), ItemModel(self)
        self.marked, self._went, self._stood = "", -1, 0
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self._set_up()
        kit.words.bind(self, self.setAccessibleName, name)
        kit.theme.changed.connect(self.measure_again)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.scrolled.emit())

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        return self._rows.items  # type: ignore[return-value]

    @property
    def row(self) -> BoardRow | None:
        """The selected row."""
        place = self.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    @property
    def first(self) -> int:
        """The place of the first row that is in view."""
        return self.verticalScrollBar().value()

    def show_rows(self, rows: tuple[BoardRow, ...]) -> None:
        """Show other rows; nothing moves. Where the selected visit went none is selected, so that no key acts on
        another one; the arrows go on from its place."""
        if rows == self.rows:
            return
        key, place, first = self.row.key if self.row else "", self.currentIndex().row(), self.first
        self._rows.set_items(rows)
        kept = self._rows.place_of(key)
        if key:
            self._went = place if kept < 0 else -1
            self.select(kept, show=False)
        self.verticalScrollBar().setValue(first)
        if key:
            self.moved.emit(key if kept >= 0 else "")

    def mark(self, key: str) -> None:
        """Light the row of a visit and bring it into view; for none go back to where the column stood."""
        if key and not self.marked:
            self._stood = self.first
        elif self.marked and not key and not self.hasFocus():
            self.verticalScrollBar().setValue(self._stood)
        self.marked = key
        place = self._rows.place_of(key)
        if place >= 0:
            self.scrollTo(self._rows.index(place, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def select(self, place: int, show: bool = True) -> None:
        """Select the row at a place."""
        index: Index = self._rows.index(place, 0) if 0 <= place < len(self.rows) else QModelIndex()
        self.setCurrentIndex(index)
        if show and index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            self.moved.emit(self.rows[place].key)
        self.viewport().update()

    def step(self, rows: int) -> None:
        """Move the selection by rows."""
        here = self.currentIndex().row()
        if here < 0 <= self._went:
            here = self._went - (rows > 0)
        if self.rows:
            self.select(max(0, min(here + rows, len(self.rows) - 1)))

    def measure_again(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(1, self.height() // self.painter.height() - 1)
        steps = {
            Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -len(self.rows), Qt.Key.Key_End: len(self.rows),
        }  # fmt: skip
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        elif event.key() in ENTER and not event.modifiers():
            self.used.emit()
        elif event.key() == Qt.Key.Key_Delete and plain:
            self.removed.emit()
        elif plain and event.text() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.select(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()) == self.currentIndex() and self.row is not None:
            self.used.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row is None and self.rows:
            self.select(max(0, self.first))
        else:
            self.moved.emit(self.row.key if self.row else "")
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: BoardList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._view.painter.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: BoardRow = index.data(ITEM)
        focused = self._view.hasFocus()
        current = focused and index.row() == self._view.currentIndex().row()
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        self._view.painter.paint(painter, option.rect, row, RowLook(current or self._marked(row), True, hover))
        if current:
            edge, gap = self._view.kit.theme.px(INSET), self._view.kit.theme.px(ROW_GAP)
            ring = option.rect.adjusted(edge, 0, -edge, -gap)
            draw_focus_ring(painter, self._view.kit.theme, ring, "radius.row")
        painter.restore()

    def _marked(self, row: BoardRow) -> bool:
        return not self._view.hasFocus() and bool(self._view.marked) and row.key == self._view.marked
