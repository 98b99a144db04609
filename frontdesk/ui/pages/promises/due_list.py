"""The list of promises: any number of rows, moved by keys, with a key of its own for each thing to do."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.promises import Promise
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.picking.pick_list import PickList
from frontdesk.ui.pages.promises.items import PromiseItem
from frontdesk.ui.pages.promises.painter import PromisePainter

MOVE_KEYS, TOLD_KEYS = ("m", "ท"), ("t", "ะ")
"""What the keys M and T write in either layout."""


class DueListView(PickList):
    """``move_asked`` and ``told_asked`` follow the plain keys M and T."""

    move_asked = Signal()
    told_asked = Signal()

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, brush, PromisePainter(brush), "promises.list", parent)

    @property
    def promise(self) -> Promise | None:
        """The promise of the selected row."""
        place = self.currentIndex().row()
        item = self.items[place] if 0 <= place < len(self.items) else None
        return item.promise if isinstance(item, PromiseItem) else None

    def neighbour(self) -> str:
        """Return the key of the row that is next when the selected one goes."""
        keys = [item.key for item in self.items if item.key]
        if self.key not in keys:
            return ""
        place = keys.index(self.key)
        return next(iter(keys[place + 1 : place + 2] or keys[max(0, place - 1) : place]), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().lower()
        if typed in MOVE_KEYS and self.key:
            self.move_asked.emit()
        elif typed in TOLD_KEYS and self.key:
            self.told_asked.emit()
        else:
            super().keyPressEvent(event)
