"""What a pane's list holds: things to pick, and headings between them."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ITEM = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Item(Protocol):
    """A row; ``key`` is the id it is known by, empty for a heading, ``spoken`` what it reads as."""

    @property
    def key(self) -> str: ...
    @property
    def spoken(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section, already in the language of the screen."""

    text: str
    key: str = ""

    @property
    def spoken(self) -> str:
        return self.text


class ItemModel(QAbstractListModel):
    """The items as Qt sees them; they are always replaced all together."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return self._items

    def set_items(self, items: tuple[Item, ...]) -> None:
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """Return where a key first stands, or -1."""
        return next((n for n, item in enumerate(self._items) if key and item.key == key), -1)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM:
            return item
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return item.spoken if spoken else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._items[index.row()].key:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
