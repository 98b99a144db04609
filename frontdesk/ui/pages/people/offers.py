"""What may be chosen for a value, one a row, under the field."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_selection
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided
from frontdesk.ui.widgets.labels import Painted

ROW, PAD = 30, 10
TEXT = Ink("label")


@dataclass(frozen=True, slots=True)
class Offer:
    """A value and how it reads."""

    value: str
    text: str


class Offers(Painted):
    """Up and Down in the field move the choice; ``picked`` follows a click. Gone while there is nothing to choose."""

    picked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._offers: tuple[Offer, ...] = ()
        self._place = -1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        return self._offers

    @property
    def current(self) -> Offer | None:
        """What Enter would take, or None."""
        return self._offers[self._place] if 0 <= self._place < len(self._offers) else None

    def show_offers(self, offers: tuple[Offer, ...], place: int = 0) -> None:
        """Offer these, one of them chosen; -1 for none."""
        self._offers, self._place = offers, place
        self.setVisible(bool(offers))
        self.refresh()

    def step(self, way: int) -> None:
        """Move the choice; it stays at the ends."""
        self._place = max(0, min(self._place + way, len(self._offers) - 1))
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(200), self.kit.theme.px(ROW) * len(self._offers))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._place = int(event.position().y()) // self.kit.theme.px(ROW)
        self.picked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, row = QPainter(self), self.kit.theme, self.kit.theme.px(ROW)
        for place, offer in enumerate(self._offers):
            if place == self._place:
                draw_selection(painter, theme, QRect(0, place * row, self.width(), row))
            text = elided(theme, TEXT, offer.text, self.width() - 2 * theme.px(PAD))
            draw_text(painter, theme, TEXT, text, theme.px(PAD), baseline(theme, TEXT.style, place * row, row))
