"""Widgets side by side, and on further lines where one has not room for all."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Gives each widget the size it asks for; lines stand apart as far as widgets do. Hidden ones take no room."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for _, rect in self._places(width)), default=0)

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget: everything else can go on another line."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((one.width() for one in shown), default=0), max((one.height() for one in shown), default=0))

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(one.width() for one in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((one.height() for one in shown), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Yield where each widget goes; those of a line stand on one middle as high as they are."""
        at, gap, line = QPoint(0, 0), self.spacing(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at, line = QPoint(0, at.y() + line + gap), 0
            yield item, QRect(at, size)
            at.setX(at.x() + size.width() + gap)
            line = max(line, size.height())
