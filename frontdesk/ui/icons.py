"""The line icons, tinted from a role and kept per size and screen ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from frontdesk.paths import resources
from frontdesk.ui.theme import Theme

STROKE_IN_FILE, STROKE = 'stroke-width="2"', 'stroke-width="1.75"'


class Icons:
    """Pixmaps of the shipped icons. A wrong name is a bug: FileNotFoundError."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, role: str, size: int, dpr: float = 1.0) -> QPixmap:
        """Return an icon of ``size`` pixels for a screen of ``dpr`` dots per pixel."""
        key = (name, self._theme.color(role).name(), size, dpr)
        if key not in self._made:
            self._made[key] = _drawn(*key)
        return self._made[key]

    def icon(self, name: str, role: str, size: str = "icon.normal") -> QIcon:
        """Return an icon for Qt's own widgets; ask again when the theme changes."""
        icon = QIcon()
        for dpr in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, role, self._theme.px(size), dpr))
        return icon

    def paint(self, painter: QPainter, name: str, role: str, x: float, y: float, size: int) -> None:
        """Draw an icon with its top left corner at ``x``, ``y``."""
        dpr = max(1.0, painter.deviceTransform().m11())
        painter.drawPixmap(QRectF(x, y, size, size).toRect(), self.pixmap(name, role, size, dpr))


@cache
def _source(name: str) -> str:
    text = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    return text.replace(STROKE_IN_FILE, STROKE)


def _drawn(name: str, color: str, size: int, dpr: float) -> QPixmap:
    pixmap = QPixmap(round(size * dpr), round(size * dpr))
    pixmap.fill(Qt.GlobalColor.transparent)
    source = _source(name).replace("currentColor", color)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap
