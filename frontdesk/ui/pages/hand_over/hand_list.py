"""The list of what is handed over, with plain keys for what is done to a row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.hand_over import HandItem, HandOver
from frontdesk.domain.shift_log import ShiftEntry
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.hand_over.items import HandRow, PastRow
from frontdesk.ui.pages.hand_over.log_items import LogRow
from frontdesk.ui.pages.hand_over.painter import HandOverPainter
from frontdesk.ui.pages.picking.items import Item
from frontdesk.ui.pages.picking.pick_list import PickList

OWNER_KEYS, UNTIL_KEYS, WRITE_KEYS, CLOSE_KEYS, ASSUME_KEYS = ("o", "น"), ("u", "ี"), ("l", "ส"), ("c", "แ"), ("a", "ฟ")
"""What the keys O, U, L, C and A write in either layout."""


class HandList(PickList):
    """``owner_asked``, ``until_asked`` and ``removal_asked`` follow the keys O, U and Del; ``writing_asked``,
    ``closing_asked`` and ``assuming_asked`` L, C and A, ``pick_asked`` the space bar."""

    owner_asked = Signal()
    until_asked = Signal()
    removal_asked = Signal()
    writing_asked = Signal()
    closing_asked = Signal()
    assuming_asked = Signal()
    pick_asked = Signal()

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, brush, HandOverPainter(brush), "hand_over.list", parent)
        self._signals = (
            (OWNER_KEYS, self.owner_asked), (UNTIL_KEYS, self.until_asked), (WRITE_KEYS, self.writing_asked),
            (CLOSE_KEYS, self.closing_asked), (ASSUME_KEYS, self.assuming_asked), ((" ",), self.pick_asked),
        )  # fmt: skip

    @property
    def item(self) -> HandItem | None:
        """What the selected row stands for."""
        row = self._row
        return row.item if isinstance(row, HandRow) else None

    @property
    def hand_over(self) -> HandOver | None:
        """The past hand-over of the selected row."""
        row = self._row
        return row.hand_over if isinstance(row, PastRow) else None

    @property
    def entry(self) -> ShiftEntry | None:
        """The entry of the log of the selected row."""
        row = self._row
        return row.entry if isinstance(row, LogRow) else None

    @property
    def _row(self) -> Item | None:
        place = self.currentIndex().row()
        return self.items[place] if 0 <= place < len(self.items) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().lower()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        told = next((signal for keys, signal in self._signals if typed in keys), None) if plain else None
        if told is not None:
            told.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)
