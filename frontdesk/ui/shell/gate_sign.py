"""In the bar, while the gate is in front: which gate this is, and since when reception sees the same."""

from datetime import datetime

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.labels import Painted

PAD, ICON_GAP, GAP, UNDERLINE = 14, 8, 28, 3
NAME, SEEN = Ink("label", bold=True), Ink("label", "text_2", tabular=True)


class GateSign(Painted):
    """Looks like the tab in hand, for here the gate is what is worked on."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._given = self._name = self._seen = ""
        self._at: datetime | None = None
        kit.words.changed.connect(self._say)
        self._say()

    def text(self) -> str:
        """What it says, as it is read out."""
        return f"{self._name} · {self._seen}" if self._seen else self._name

    def show_gate(self, name: str, seen: datetime) -> None:
        """Name the gate, and the moment (UTC) for which its board was read."""
        self._given, self._at = name, seen
        self._say()

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        width = self._part(NAME, self._name) + (theme.px(GAP) + self._part(SEEN, self._seen) if self._seen else 0)
        return QSize(theme.px(PAD) + width + theme.px(PAD), theme.px("top_bar"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(96), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        left = theme.px(PAD)
        end = self._draw(painter, "door-open", NAME, self._name, left)
        thick = theme.px(UNDERLINE)
        painter.fillRect(QRect(left, self.height() - thick, end - left, thick), theme.color("accent"))
        if self._seen:
            self._draw(painter, "link", SEEN, self._seen, end + theme.px(GAP))

    def _draw(self, painter: QPainter, icon: str, ink: Ink, text: str, x: int) -> int:
        theme, side = self.kit.theme, self.kit.theme.px("icon.small")
        self.kit.icons.paint(painter, icon, ink.role, x, (self.height() - side) // 2, side)
        y = baseline(theme, ink.style, 0, self.height())
        return round(draw_text(painter, theme, ink, text, x + side + theme.px(ICON_GAP), y) + 0.5)

    def _part(self, ink: Ink, text: str) -> int:
        theme = self.kit.theme
        return theme.px("icon.small") + theme.px(ICON_GAP) + round(text_width(theme, ink, text) + 0.5)

    def _say(self) -> None:
        words, at = self.kit.words, self._at
        self._name = self._given or words("gate.title")
        self._seen = words("gate.seen_alike", time=f"{at.astimezone(THAI_TIME):%H:%M:%S}") if at else ""
        self.setAccessibleName(self.text())
        self.refresh()
