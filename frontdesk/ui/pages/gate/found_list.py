"""The list of what was found, in place of the board. The box keeps the focus."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import RowLook
from frontdesk.ui.pages.gate.found_painter import FoundPainter, Listed, ListedRow
from frontdesk.ui.pages.picking.items import ITEM, ItemModel
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.widgets.labels import Painted
from frontdesk.ui.widgets.margin_bar import MarginBar

Index = QModelIndex | QPersistentModelIndex
EDGE = 6


class FoundList(QListView):
    """``picked`` carries the key of a row that somebody clicked, ``used`` of one clicked twice."""

    picked = Signal(str)
    used = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painter, self._rows = FoundPainter(kit), ItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self._set_up()
        kit.words.bind(self, self.setAccessibleName, "gate.found")
        kit.theme.changed.connect(self.measure_again)

    @property
    def rows(self) -> tuple[Listed, ...]:
        return self._rows.items  # type: ignore[return-value]

    @property
    def key(self) -> str:
        """The key of the selected row."""
        place = self.currentIndex().row()
        return self.rows[place].key if 0 <= place < len(self.rows) else ""

    def show_rows(self, rows: tuple[Listed, ...], key: str) -> None:
        """Show other rows, with the one of ``key`` selected; a list that was scrolled stays so."""
        offset, same = self.verticalScrollBar().value(), key == self.key
        if rows != self.rows:
            self._rows.set_items(rows)
        self._select(key, show=not same)
        if same:
            self.verticalScrollBar().setValue(offset)

    def select(self, key: str) -> None:
        """Select a row and bring it into view."""
        self._select(key, show=True)

    def measure_again(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._select(self.key, show=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._at(event)
        if row is not None:
            self.picked.emit(row.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._at(event)
        if row is not None:
            self.used.emit(row.key)

    def _at(self, event: QMouseEvent) -> ListedRow | None:
        place = self.indexAt(event.position().toPoint()).row()
        row = self.rows[place] if 0 <= place < len(self.rows) else None
        return row if isinstance(row, ListedRow) else None

    def _select(self, key: str, show: bool) -> None:
        place = self._rows.place_of(key)
        self.setCurrentIndex(self._rows.index(place, 0) if place >= 0 else QModelIndex())
        if show and place >= 0:
            top = place - 1 if place and not self.rows[place - 1].key else place
            for row in (place, top):
                self.scrollTo(self._rows.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = MarginBar(self)


class FoundPane(Painted):
    """The list in its frame."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.list = FoundList(kit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, EDGE, 1, EDGE)
        column.addWidget(self.list)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_frame(QPainter(self), self.kit.theme, self.rect(), fill="surface", outline="line", radius="radius.row")


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: FoundList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._view.painter.height(index.data(ITEM)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        selected = index.row() == self._view.currentIndex().row()
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver) and bool(index.data(ITEM).key)
        painter.save()
        self._view.painter.paint(painter, option.rect, index.data(ITEM), RowLook(selected, True, hover))
        painter.restore()
