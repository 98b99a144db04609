"""Rows of the list as they were last drawn: to draw one again costs ten times what copying it does."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

MOST = 40
"""The rows of a few keys; each takes 0.1 to 0.2 MB, four times that on a fine screen."""

Paint = Callable[[QPainter, QRect], None]


class RowPictures:
    """Keeps one picture for each row, by its key."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[object, QPixmap]] = {}

    def forget(self) -> None:
        self._kept.clear()

    def draw(
        self, painter: QPainter, rect: QRect, key: tuple[str, str], shown: object, ground: QColor, paint: Paint
    ) -> None:
        """Copy the row's picture; ``paint`` makes it anew where ``shown`` is not what it was made of."""
        ratio = painter.device().devicePixelRatio()
        if ratio != int(ratio):  # a row may begin between two dots of the screen there
            paint(painter, rect)
            return
        seen = shown, rect.size(), ratio, ground
        kept = self._kept.pop(key, None)
        if kept is None or kept[0] != seen:
            kept = seen, _drawn(rect, ratio, ground, paint)
        self._kept[key] = kept
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        painter.drawPixmap(rect.topLeft(), kept[1])


def _drawn(rect: QRect, ratio: float, ground: QColor, paint: Paint) -> QPixmap:
    picture = QPixmap(rect.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    painter = QPainter(picture)
    paint(painter, QRect(QPoint(0, 0), rect.size()))
    painter.end()
    return picture
