"""A card: a white ground with a hairline round it, a title, and what it counts."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

TITLE, BASIS = Ink("body", bold=True), Ink("caption", "text_2")
INSET = 16


class Card(Ground):
    """``column`` takes what the card holds; ``title`` and ``basis`` stand on its first line."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self._least: dict[QWidget, int] = {}
        self.title, self.basis = TextLabel(kit, TITLE), TextLabel(kit, BASIS)
        self.column, self.head = QVBoxLayout(self), QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addWidget(self.basis, 1)
        self.column.addLayout(self.head)
        self.space(self.column, (INSET, 8, INSET, 10))
        self.space(self.head, gap=8)

    def keep_high(self, widget: QWidget, height: int) -> None:
        """Never show a widget lower than so many design pixels: the page scrolls sooner."""
        self._least[widget] = height
        self.measure()

    def measure(self) -> None:
        super().measure()
        for widget, height in self._least.items():
            widget.setMinimumHeight(self.kit.theme.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_frame(QPainter(self), self.kit.theme, self.rect(), fill="surface", outline="line", radius="radius.row")
