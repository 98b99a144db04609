"""A list that is moved from its box or from itself; the selection never rests on a heading."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.picking.delegate import ItemDelegate, ItemPainter
from frontdesk.ui.pages.picking.items import Item, ItemModel

PAGE = 8
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -PAGE, Qt.Key.Key_PageDown: PAGE}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickList(QListView):
    """``moved`` carries the key the selection is on now, ``chosen`` the key that Enter was pressed on."""

    moved = Signal(str)
    chosen = Signal(str)

    def __init__(self, kit: Kit, brush: Brush, painter: ItemPainter, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items, self._told = ItemModel(self), ""
        self._delegate = ItemDelegate(brush, painter, self)
        self.setModel(self._items)
        self.setItemDelegate(self._delegate)
        self._plain()
        kit.words.bind(self, self.setAccessibleName, name)
        kit.theme.changed.connect(self.measure_again)
        kit.words.changed.connect(self.measure_again)

    @property
    def items(self) -> tuple[Item, ...]:
        return self._items.items

    @property
    def key(self) -> str:
        """The key of the selected row, or empty."""
        place = self.currentIndex().row()
        return self.items[place].key if 0 <= place < len(self.items) else ""

    def show_items(self, items: tuple[Item, ...], keep: str = "") -> None:
        """Show other rows; the selection stays with ``keep`` where it is among them, else goes first."""
        self._items.set_items(items)
        kept = self._items.place_of(keep)
        self._select(kept if kept >= 0 else self._selectable(0, 1))
        if kept < 0:
            self.scrollToTop()

    def pick(self, key: str) -> bool:
        """Select a key; tell whether it is in the list."""
        place = self._items.place_of(key)
        if place >= 0:
            self._select(place)
        return place >= 0

    def step(self, rows: int) -> None:
        """Move the selection by rows, over headings."""
        if self.items:
            target = max(0, min(self.currentIndex().row() + rows, len(self.items) - 1))
            way = 1 if rows > 0 else -1
            place = self._selectable(target, way)
            self._select(place if place >= 0 else self._selectable(target, -way))

    def set_active(self, active: bool) -> None:
        """Say whether Enter acts on the selected row."""
        self._delegate.active = active
        self.viewport().update()

    def measure_again(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self.step(STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step(len(self.items) * (1 if event.key() == Qt.Key.Key_End else -1))
        elif event.key() in ENTER and not event.modifiers() and self.key:
            self.chosen.emit(self.key)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.items[index.row()].key:
            self._select(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()) == self.currentIndex() and self.key:
            self.chosen.emit(self.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_active(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_active(False)

    def _select(self, place: int) -> None:
        index = self._items.index(place, 0) if place >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if place >= 0:
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()
        if self.key != self._told:
            self._told = self.key
            self.moved.emit(self.key)

    def _selectable(self, start: int, way: int) -> int:
        places = range(start, len(self.items)) if way > 0 else range(start, -1, -1)
        return next((place for place in places if self.items[place].key), -1)

    def _plain(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
