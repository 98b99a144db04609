"""How long the contact in hand has lasted."""

from datetime import datetime

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.services.ports import Clock
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.labels import Painted

INK = Ink("title", bold=True, tabular=True)
TICK_MS, GAP, HOUR = 1_000, 8, 3_600


class CallClock(Painted):
    """Minutes and seconds since a contact began; stands at nought before."""

    def __init__(self, kit: Kit, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._clock = clock
        self._since: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.words.bind(self, self.setAccessibleName, "desk.clock")
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.refresh)

    def start_from(self, since: datetime | None) -> None:
        """Count from a moment (UTC), or stop."""
        if since == self._since:
            return
        self._since = since
        if since is None:
            self._tick.stop()
        elif not self._tick.isActive():
            self._tick.start()
        self.refresh()

    def text(self) -> str:
        """Return mm:ss, or h:mm:ss after an hour."""
        passed = max(0, int((self._clock.now() - self._since).total_seconds())) if self._since else 0
        minutes = f"{passed % HOUR // 60:02}:{passed % 60:02}"
        return f"{passed // HOUR}:{minutes}" if passed >= HOUR else minutes

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        width = text_width(theme, INK, self.text().translate(_ZEROS)) + theme.px("icon.normal") + theme.px(GAP)
        return QSize(round(width + 1.5), theme.px("field"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, text = QPainter(self), self.kit.theme, self.text()
        left = self.width() - round(text_width(theme, INK, text) + 0.5)
        side = theme.px("icon.normal")
        top = (self.height() - side) // 2
        self.kit.icons.paint(painter, "clock", "text_2", left - theme.px(GAP) - side, top, side)
        draw_text(painter, theme, INK, text, left, baseline(theme, INK.style, 0, self.height()))


_ZEROS = str.maketrans("123456789", "0" * 9)
