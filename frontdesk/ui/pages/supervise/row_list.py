"""A list of painted rows that moves by the arrows and leaves letters and digits to the page."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_selection

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
MOVING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip
LEAST_WIDTH = 200
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Row(Protocol):
    """``told`` is what a screen reader says of it."""

    @property
    def told(self) -> str: ...


PaintRow = Callable[[QPainter, QRect, Any], None]


class RowModel(QAbstractListModel):
    """The rows as they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return row.told
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, kit: Kit, paint_row: PaintRow, height: int, view: QListView) -> None:
        super().__init__(view)
        self._kit, self._paint_row, self._height, self._view = kit, paint_row, height, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._kit.theme.px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        if index == self._view.currentIndex() and self._view.hasFocus():
            draw_selection(painter, self._kit.theme, rect)
        self._paint_row(painter, rect, index.data(ROW_ROLE))
        painter.restore()


class RowList(QListView):
    """``moved`` carries the row that is chosen, ``opened`` the one that Enter was pressed on."""

    moved = Signal(object)
    opened = Signal(object)

    def __init__(self, kit: Kit, name: str, paint_row: PaintRow, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self.rows, self._height = kit, RowModel(self), height
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(kit, paint_row, height, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("ground", "card")
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))
        kit.words.bind(self, self.setAccessibleName, name)
        kit.theme.changed.connect(self._measure)

    @property
    def current(self) -> Any:
        """The chosen row, None in an empty list."""
        return self.currentIndex().data(ROW_ROLE)

    def show_rows(self, rows: Sequence[Row], keep: bool = False) -> None:
        """Show other rows and choose the first, or the one at the same place."""
        place = max(0, self.currentIndex().row()) if keep else 0
        self.rows.set_rows(rows)
        if rows:
            self.setCurrentIndex(self.rows.index(min(place, len(rows) - 1)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.moved.emit(current.data(ROW_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVING:
            super().keyPressEvent(event)
        elif event.key() in ENTER and self.current is not None:
            self.opened.emit(self.current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Ask for no more than the least: a list takes what room there is."""
        return QSize(self.kit.theme.px(LEAST_WIDTH), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole rows only."""
        self.setViewportMargins(0, 0, 0, self.height() % self.kit.theme.px(self._height))
        super().resizeEvent(event)

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
