"""The head of a card: name, nickname and what somebody is; under it who that is on paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from frontdesk.services.people_book import PersonCard
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.identity import Run, identity_runs, missing_names, name_runs, shows_segment
from frontdesk.ui.pages.people.person_words import called
from frontdesk.ui.pages.people.spots import GHOST, Spot
from frontdesk.ui.pages.people.standing_words import why
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook, draw_tag, tag_width
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.widgets.labels import Painted

NAME, NICK, META = Ink("gate_name", bold=True), Ink("search", "text_2"), Ink("label", "text_2")
ABSENT = Ink("label", "text_3")
NAME_HEIGHT, META_HEIGHT, GAP, LEAST = 44, 22, 12, 96
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class _Placed:
    """A text laid out, and where."""

    key: str
    block: ThaiBlock
    ink: Ink
    x: int
    top: float
    large: bool = False

    def rect(self, height: int) -> QRect:
        return QRect(self.x, round(self.top), round(self.block.natural_width), height)


class NameLine(Painted):
    """A long name gives way to the tags."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._editing = brush, False
        self._card: PersonCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: PersonCard) -> None:
        self._card = card
        name = called(card.person, self.kit.words.language)
        self.setAccessibleName(" ".join(filter(None, (name, card.person.nickname))))
        self.setAccessibleDescription(", ".join([*(tag.text for tag in self.tags(card)), self._why(card)]))
        self.refresh()

    def set_editing(self, editing: bool) -> None:
        """Show what is not there yet as well."""
        self._editing = editing
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(LEAST), self.kit.theme.px(NAME_HEIGHT) + self.kit.theme.px(META_HEIGHT))

    def spots(self) -> list[Spot]:
        """Return where the values stand."""
        if self._card is None:
            return []
        high, low = self._brush.px(NAME_HEIGHT), self._brush.px(META_HEIGHT)
        first = [
            Spot(one.key, one.rect(round(high - 2 * one.top)), one.large) for one in self._first(self._card) if one.key
        ]
        kind = self._tag_rects(self._card)[0]
        second = [Spot(one.key, one.rect(low)) for one in self._second(self._card) if one.key]
        return [*first, Spot("kind", kind), *second]

    def event(self, event: QEvent) -> bool:
        """Say over the segment why it is that one, elsewhere the whole name."""
        if isinstance(event, QHelpEvent) and self._card is not None:
            QToolTip.showText(event.globalPos(), self._tip(self._card, event.pos()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._card is None:
            return
        painter = QPainter(self)
        for one in [*self._first(self._card), *self._second(self._card)]:
            self._brush.put_block(painter, one.block, one.ink.style, one.x, one.top)
        for tag, rect in zip(self.tags(self._card), self._tag_rects(self._card), strict=True):
            draw_tag(painter, self.kit, tag, rect.x(), rect.center().y() + 1)

    def tags(self, card: PersonCard) -> list[TagLook]:
        """Return what somebody is, how well the desk knows them, and a birthday that is near."""
        words = self.kit.words
        tags = [TagLook(words(f"desk.kind_{card.person.kind.value}"))]
        if shows_segment(card):
            tags.append(TagLook(words(f"desk.segment_{card.segment.value}")))
        if card.birthday_in is not None:
            name = "people.birthday_today" if card.birthday_in == 0 else "people.birthday_soon"
            tags.append(TagLook(words(name, days=card.birthday_in), icon="cake"))
        return tags

    def _tip(self, card: PersonCard, at: QPoint) -> str:
        over_segment = shows_segment(card) and self._tag_rects(card)[1].contains(at)
        return self._why(card) if over_segment else called(card.person, self.kit.words.language)

    def _why(self, card: PersonCard) -> str:
        return why(self.kit.words, card.standing) if shows_segment(card) else ""

    def _first(self, card: PersonCard) -> list[_Placed]:
        """Lay out names and nickname; the last name is cut where the tags would have no room."""
        gap, names = self._brush.px(GAP), name_runs(card, self.kit.words.language)
        aside = [(key, text, ABSENT) for key, text in missing_names(card, self.kit.words)] if self._editing else []
        if card.person.nickname:
            aside.append(("nickname", card.person.nickname, NICK))
        taken = sum(round(self._brush.width(ink, text)) + gap for _, text, ink in aside)
        taken += sum(tag_width(self.kit.theme, tag) + gap for tag in self.tags(card))
        placed, space = self._row([(*run, NAME) for run in names], self.width() - taken - gap), 0
        x = placed[-1].x + round(placed[-1].block.natural_width) + gap
        for key, text, ink in aside:
            placed.append(self._placed(key, text, ink, x + space, self.width()))
            x += round(placed[-1].block.natural_width) + gap
        return placed

    def _row(self, runs: Iterable[tuple[str, str, Ink]], room: int) -> list[_Placed]:
        """Place names a space apart."""
        placed: list[_Placed] = []
        x = 0
        for key, text, ink in runs:
            placed.append(self._placed(key, text, ink, x, max(room - x, self._brush.px(LEAST))))
            x += round(placed[-1].block.natural_width + self._brush.width(ink, " "))
        return placed

    def _placed(self, key: str, text: str, ink: Ink, x: int, room: int) -> _Placed:
        height = self._brush.px(NAME_HEIGHT)
        top = (height - self._brush.theme.line(ink.style)) / 2
        if ink is not NAME:
            drop = self._brush.base(NAME.style, (height - self._brush.theme.line(NAME.style)) / 2)
            top = drop - self._brush.base(ink.style, 0)
        return _Placed(key, self._brush.block(text, ink, room), ink, x, top, ink is NAME)

    def _second(self, card: PersonCard) -> list[_Placed]:
        """Lay out the line below, the texts apart by dots; it ends where the card ends."""
        runs = identity_runs(card, self.kit.words, self._editing)
        placed: list[_Placed] = []
        x, top = 0, self._brush.px(NAME_HEIGHT)
        for n, (key, text) in enumerate(runs):
            for part_key, part in self._dotted(n, (key, text)):
                ink = ABSENT if part.startswith(GHOST) else META
                room = self.width() - x
                if room < self._brush.px(GAP):
                    break
                placed.append(_Placed(part_key, self._brush.block(part, ink, room), ink, x, top))
                x += round(self._brush.width(ink, part))
        return placed

    def _dotted(self, place: int, run: Run) -> list[Run]:
        """Put a dot before a text; before a family name, which follows the given one, a space."""
        return [("", " " if run[0] == "family_name" else BETWEEN), run] if place else [run]

    def _tag_rects(self, card: PersonCard) -> list[QRect]:
        last, gap = self._first(card)[-1], self._brush.px(GAP)
        x, height = last.x + round(last.block.natural_width) + gap, self._brush.px("tag")
        rects = []
        for tag in self.tags(card):
            width = tag_width(self.kit.theme, tag)
            rects.append(QRect(x, (self._brush.px(NAME_HEIGHT) - height) // 2, width, height))
            x += width + gap
        return rects
