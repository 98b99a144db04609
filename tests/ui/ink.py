"""Counts painted pixels, to prove that nothing was cut off."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

WORDS = ("ที่", "ปี้", "ปั๊ม", "น้ำ", "กตัญญู", "ฎีกา", "ฏู ฐู", "Ågjpq")


def painted(size: QSize, draw: Callable[[QPainter], None]) -> QImage:
    """Return what ``draw`` paints on white."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def ink(image: QImage, inset: int = 0) -> int:
    """Add up the darkness of an image, leaving out a margin where a frame may be."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    bits, stride = bytes(grey.constBits()), grey.bytesPerLine()
    rows = range(inset, grey.height() - inset)
    lines = (bits[y * stride + inset : y * stride + grey.width() - inset] for y in rows)
    return sum(255 * len(line) - sum(line) for line in lines)


def seen(widget: QWidget, height: int, inset: int = 0) -> int:
    """Return the ink of a widget on white at a height."""
    widget.setFixedHeight(height)
    widget.resize(widget.width(), height)
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    return ink(image, inset)
