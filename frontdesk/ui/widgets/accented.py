"""A strip with the accent along its upper edge: it asks something, and its keys act."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.ground import Ground


class Accented(Ground):
    """Stands out from the page below it by its edge alone."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "canvas", parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self.kit.theme
        QPainter(self).fillRect(0, 0, self.width(), theme.px("stroke.focus"), theme.color("accent"))
