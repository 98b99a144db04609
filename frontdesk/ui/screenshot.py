"""Pictures of a widget as it would be seen on a screen of a given size and density."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QPoint, Qt
from PySide6.QtGui import QCursor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.domain.errors import DeskError


def save_picture(widget: QWidget, file: Path, width: int, height: int, scale: float = 1.0) -> None:
    """Write a PNG of ``width`` x ``height`` logical pixels times ``scale``. Raise ``DeskError``."""
    image = picture(widget, width, height, scale)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f"{file.name}.new")
        unfinished.write_bytes(_png(image))
        unfinished.replace(file)
    except OSError as error:
        raise DeskError("picture_not_written", name=file.name) from error


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())


def picture(widget: QWidget, width: int, height: int, scale: float = 1.0) -> QImage:
    """Render a widget off the screen, laid out and with its focus as it stands."""
    widget.resize(width, height)
    if not widget.isVisible():
        widget.show()
    widget.activateWindow()
    if QApplication.platformName() == "offscreen":
        QCursor.setPos(widget.mapToGlobal(QPoint(-100, -100)))  # its mouse else rests on the first button
    _settle()
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    widget.render(image)
    return image


def _settle() -> None:
    """Let layouts come to rest: each pass may ask for another."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
