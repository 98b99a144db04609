"""The bar over the desk: channel, number, clock."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.services.ports import Clock
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.call_clock import CallClock
from frontdesk.ui.pages.desk.channel_bar import ChannelBar
from frontdesk.ui.pages.desk.number_field import WIDTH, NumberField
from frontdesk.ui.paint.frames import draw_hair

SHORT_NUMBER = 180


class ContactBar(QWidget):
    """Lays out the parts; who uses them connects to them."""

    def __init__(self, kit: Kit, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.channels, self.number = ChannelBar(kit, self), NumberField(kit, self)
        self.clock = CallClock(kit, clock, self)
        self._row = QHBoxLayout(self)
        for part in (self.channels, self.number):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self.clock)
        kit.theme.changed.connect(self._measure)
        kit.words.changed.connect(self._shorten)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._kit.theme.color("surface"))
        draw_hair(painter, self._kit.theme, 0, self.width(), self.height() - self._kit.theme.px("hair"))

    def _measure(self) -> None:
        px = self._kit.theme.px
        self.setFixedHeight(px("contact_bar"))
        self._row.setContentsMargins(px(16), 0, px(16), px("hair"))
        self._row.setSpacing(px(16))
        self._shorten()

    def _shorten(self) -> None:
        """Leave words of channels out, and narrow the number, where they do not fit."""
        px = self._kit.theme.px
        beside = px(WIDTH) + self.clock.sizeHint().width() + 4 * px(16)
        short = self.channels.full_width() + beside > self.width()
        self.channels.set_short(short)
        self.number.setFixedWidth(px(SHORT_NUMBER if short else WIDTH))
