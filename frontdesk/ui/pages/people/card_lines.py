"""Lines of a card that show as many as there is room for."""

from typing import TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.widgets.labels import Painted

Item = TypeVar("Item")


class CardLines(Painted):
    """As wide as the card, as high as its lines."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._most = brush, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_most(self, rows: int) -> None:
        """Show at most so many; 0 for all."""
        if rows != self._most:
            self._most = rows
            self.refresh()

    def limited(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """Return those that are shown."""
        return items[: self._most] if self._most else items
