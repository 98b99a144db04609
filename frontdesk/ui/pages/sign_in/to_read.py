"""The notices that whoever is chosen has to read, as cards. None is cut; those without room come after signing in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.notices import Notice, Posted
from frontdesk.domain.staff import Staff
from frontdesk.ui.kit import Kit
from frontdesk.ui.notice_words import said_word, until_word
from frontdesk.ui.notices.card import CardLook, NoticeCard
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

MOST, GAP = 9, 10
"""There are nine keys with a number."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody has to read as of a moment: how much in all, what of it waits, and which of that they say they
    have read now, by the id of its words."""

    total: int = 0
    waiting: tuple[Notice, ...] = ()
    marked: frozenset[str] = frozenset()
    now: datetime | None = None

    @property
    def read(self) -> int:
        return self.total - sum(one.wording_id not in self.marked for one in self.waiting)


def reading_of(posted: Sequence[Posted], staff: Staff | None, marked: frozenset[str], now: datetime) -> Reading:
    """Return what somebody has to read now; nobody has nothing to read."""
    if staff is None:
        return Reading()
    concerned = [one for one in posted if one.notice.concerns(staff) and one.notice.stands(now)]
    waiting = tuple(one.notice for one in concerned if one.waits_for(staff))
    return Reading(len(concerned), waiting, marked, now)


class NoticesToRead(Ground):
    """``pressed`` carries the place of a card that somebody clicked, from 0."""

    pressed = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self._reading, self._room = Reading(), 0
        self.cards = tuple(NoticeCard(kit, f"Alt+{place}", parent=self) for place in range(1, MOST + 1))
        self.more = TextLabel(kit, Ink("label", "text_2"))
        column = QVBoxLayout(self)
        self.space(column, gap=GAP)
        for place, card in enumerate(self.cards):
            column.addWidget(card)
            card.pressed.connect(lambda place=place: self.pressed.emit(place))
        column.addWidget(self.more)
        kit.words.changed.connect(self._say)

    @property
    def shown(self) -> tuple[Notice, ...]:
        """The notices that are on the screen, whole; only they can be read."""
        return tuple(one for one, card in zip(self._reading.waiting, self.cards, strict=False) if not card.isHidden())

    def show_reading(self, reading: Reading) -> None:
        self._reading = reading
        self._say()

    def set_room(self, width: int, height: int) -> None:
        """Say how much room there is."""
        self._room = height
        self.resize(width, self.height())
        self._fit(width)

    def measure(self) -> None:
        super().measure()
        self._fit(self.width())

    def _say(self) -> None:
        words, reading = self.kit.words, self._reading
        for card, notice in zip(self.cards, reading.waiting, strict=False):
            title, text = said_word(words, notice, in_full=False)
            until = until_word(words, notice.terms.until, reading.now) if reading.now else ""
            card.show_look(CardLook(title, text, until, notice.wording_id in reading.marked))
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Show as many cards as there is room for, and say how many are left."""
        px, waiting = self.kit.theme.px, len(self._reading.waiting)
        heights = [card.heightForWidth(width) for card in self.cards[:waiting]]
        there = _fitting(heights, px(GAP), self._room)
        if there < waiting:
            there = _fitting(heights, px(GAP), self._room - self.more.sizeHint().height() - px(GAP))
            self.more.set_text(self.kit.words("notices.more_after", count=waiting - there))
        for place, card in enumerate(self.cards):
            card.setVisible(place < there)
        self.more.setVisible(there < waiting)
        self.updateGeometry()


def _fitting(heights: Sequence[int], gap: int, room: int) -> int:
    """Return how many of these stand in the room one below the other."""
    used = 0
    for count, height in enumerate(heights):
        used += height + (gap if count else 0)
        if used > room:
            return count
    return len(heights)
