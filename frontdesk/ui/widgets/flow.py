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
        heights = [max(item.sizeHint().height() for item in line) for line in self._lines(width)]
        return sum(heights) + self.spacing() * max(0, len(heights) - 1)

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
        """Yield where each widget goes; those of a line stand on one middle."""
        top = 0
        for line in self._lines(width):
            x, height = 0, max(item.sizeHint().height() for item in line)
            for item in line:
                size = item.sizeHint()
                yield item, QRect(QPoint(x, top + (height - size.height()) // 2), size)
                x += size.width() + self.spacing()
            top += height + self.spacing()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Part the widgets into lines."""
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._items:
            wanted = 0 if item.isEmpty() else item.sizeHint().width()
            if wanted and (not lines or wanted > room):
                lines.append([])
                room = width
            if wanted:
                lines[-1].append(item)
                room -= wanted + self.spacing()
        return lines
