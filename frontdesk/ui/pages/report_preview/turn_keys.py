"""The caps of the keys that turn pages; what they do is read out, and needs no words on the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import CapLook, cap_width, draw_cap
from frontdesk.ui.widgets.labels import Painted

KEYS = ("PgUp", "PgDn")
GAP = 6


class TurnKeys(Painted):
    """Two caps side by side."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.words.bind(self, self.setAccessibleName, "report_preview.turn")

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        width = sum(cap_width(theme, key) for key in KEYS) + theme.px(GAP) * (len(KEYS) - 1)
        return QSize(width, theme.px("key_cap") + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = QPainter(self), 0
        for key in KEYS:
            x = draw_cap(painter, self.kit, key, x, self.height() // 2, CapLook.OUTLINED) + self.kit.theme.px(GAP)
