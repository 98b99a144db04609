"""The head of a card: name, nickname and what somebody is; under it who that is on paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from frontdesk.services.people_book import PersonCard
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.identity import identity_runs, missing_names, name_runs, shows_segment
from frontdesk.ui.pages.people.person_words import called
from frontdesk.ui.pages.people.spots import GHOST, Spot
from frontdesk.ui.pages.people.standing_words import why
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook, draw_tag, tag_width
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.widgets.labels import Painted

NAME, NICK, META = Ink("gate_name", bold=True), Ink("search", "text_2"), Ink("label", "text_2")
ABSENT = Ink("label", "text_3")
NAME_HEIGHT, META_HEIGHT, TAGS_HEIGHT, GAP, LEAST, LEAST_NAME = 44, 22, 30, 12, 96, 220
BETWEEN = " · "
MOST_NAMES = 10


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
    """A long name gives way to the tags; where there is little room they stand under it."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._editing, self._in_full = brush, False, False
        self._card: PersonCard | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_card(self, card: PersonCard) -> None:
        self._card = card
        name = called(card.person, self.kit.words.language)
        self.setAccessibleName(" ".join(filter(None, (name, card.person.nickname))))
        told = (*(tag.text for tag in self.tags(card)), self._why(card), self._sent(card))
        self.setAccessibleDescription(", ".join(filter(None, told)))
        self.refresh()

    def reveal(self, in_full: bool) -> None:
        """Show also what strangers may not read, or hide it again."""
        self._in_full = in_full
        self.refresh()

    def set_editing(self, editing: bool) -> None:
        """Show what is not there yet as well."""
        self._editing = editing
        self.refresh()

    def heightForWidth(self, width: int) -> int:
        if self._card is None:
            return self._brush.px(NAME_HEIGHT)
        lines = self._second(self._card, width)
        low = self._brush.px(META_HEIGHT)
        return round(lines[-1].top) + low if lines else self._top_of_second(self._card, width)

    def sizeHint(self) -> QSize:
        width = self.width() or self._brush.px("desk_right_min")
        return QSize(self._brush.px(LEAST), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._brush.px(LEAST), self._brush.px(NAME_HEIGHT) + self._brush.px(META_HEIGHT))

    def spots(self) -> list[Spot]:
        """Return where the values stand."""
        if self._card is None:
            return []
        card, width = self._card, self.width()
        high, low = self._brush.px(NAME_HEIGHT), self._brush.px(META_HEIGHT)
        first = [Spot(one.key, one.rect(round(high - 2 * one.top)), one.large) for one in self._first(card, width)]
        second = [Spot(one.key, one.rect(low)) for one in self._second(card, width) if one.key]
        return [*first, Spot("kind", self._tag_rects(card, width)[0]), *second]

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
        for one in [*self._first(self._card, self.width()), *self._second(self._card, self.width())]:
            self._brush.put_block(painter, one.block, one.ink.style, one.x, one.top)
        for tag, rect in zip(self.tags(self._card), self._tag_rects(self._card, self.width()), strict=True):
            draw_tag(painter, self.kit, tag, rect.x(), rect.center().y() + 1)

    def tags(self, card: PersonCard) -> list[TagLook]:
        """Return what somebody is, how well the desk knows them, and a birthday that is near."""
        words = self.kit.words
        tags = [TagLook(words(f"desk.kind_{card.person.kind.value}"))]
        if shows_segment(card):
            tags.append(TagLook(words(f"desk.segment_{card.segment.value}")))
        if card.birthday_in is not None and (self._in_full or not words.discreet):
            name = "people.birthday_today" if card.birthday_in == 0 else "people.birthday_soon"
            tags.append(TagLook(words(name, days=card.birthday_in), icon="cake"))
        return tags

    def _tip(self, card: PersonCard, at: QPoint) -> str:
        if shows_segment(card) and self._tag_rects(card, self.width())[1].contains(at):
            return self._why(card)
        below = at.y() >= self._top_of_second(card, self.width())
        return (self._sent(card) if below else "") or called(card.person, self.kit.words.language)

    def _sent(self, card: PersonCard) -> str:
        """Name those whom somebody sent."""
        language = self.kit.words.language
        names = ", ".join(called(one, language) for one in card.referred[:MOST_NAMES])
        more = "…" if len(card.referred) > MOST_NAMES else ""
        return self.kit.words("people.referred_names", names=names + more) if names else ""

    def _why(self, card: PersonCard) -> str:
        return why(self.kit.words, card.standing) if shows_segment(card) else ""

    def _first(self, card: PersonCard, width: int) -> list[_Placed]:
        """Lay out names and nickname; the last name is cut where the nickname would have no room."""
        gap, aside = self._brush.px(GAP), self._aside(card)
        taken = sum(round(self._brush.width(ink, text)) + gap for _, text, ink in aside)
        if not self._apart(card, width):
            taken += self._tags_width(card)
        names = name_runs(card, self.kit.words.language)
        placed = self._row([(*run, NAME) for run in names], width - taken - gap)
        x = placed[-1].x + round(placed[-1].block.natural_width) + gap
        for key, text, ink in aside:
            placed.append(self._placed(key, text, ink, x, width))
            x += round(placed[-1].block.natural_width) + gap
        return placed

    def _aside(self, card: PersonCard) -> list[tuple[str, str, Ink]]:
        """Return what stands beside the name: the nickname, and while editing names that are not there yet."""
        aside = [(key, text, ABSENT) for key, text in missing_names(card, self.kit.words)] if self._editing else []
        return [*aside, ("nickname", card.person.nickname, NICK)] if card.person.nickname else aside

    def _tags_width(self, card: PersonCard) -> int:
        return sum(tag_width(self.kit.theme, tag) + self._brush.px(GAP) for tag in self.tags(card))

    def _apart(self, card: PersonCard, width: int) -> bool:
        """Tell whether the tags need a line of their own: a name is not cut for them by more than half."""
        gap = self._brush.px(GAP)
        names = " ".join(text for _, text in name_runs(card, self.kit.words.language))
        taken = sum(round(self._brush.width(ink, text)) + gap for _, text, ink in self._aside(card))
        least = min(self._brush.width(NAME, names), self._brush.px(LEAST_NAME))
        return width < least + gap + taken + self._tags_width(card)

    def _top_of_second(self, card: PersonCard, width: int) -> int:
        if not self._apart(card, width):
            return self._brush.px(NAME_HEIGHT)
        return self._tag_rects(card, width)[-1].y() + self._brush.px(TAGS_HEIGHT)

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

    def _second(self, card: PersonCard, width: int) -> list[_Placed]:
        """Lay out the line below, the texts apart by dots; what has no room goes on in the next line."""
        runs = identity_runs(card, self.kit.words, self._editing)
        placed: list[_Placed] = []
        x, top = 0, self._top_of_second(card, width)
        for n, (key, text) in enumerate(runs):
            ink = ABSENT if text.startswith(GHOST) else META
            sign = (" " if key == "family_name" else BETWEEN) if n else ""
            before, wide = round(self._brush.width(META, sign)), round(self._brush.width(ink, text))
            if x and x + before + wide > width:
                x, top = 0, top + self._brush.px(META_HEIGHT)
            elif sign:
                placed.append(_Placed("", self._brush.block(sign, META, width), META, x, top))
                x += before
            placed.append(_Placed(key, self._brush.block(text, ink, width - x), ink, x, top))
            x += wide
        return placed

    def _tag_rects(self, card: PersonCard, width: int) -> list[QRect]:
        last, gap = self._first(card, width)[-1], self._brush.px(GAP)
        height, line = self._brush.px("tag"), self._brush.px(NAME_HEIGHT)
        x, y = last.x + round(last.block.natural_width) + gap, (line - height) // 2
        if self._apart(card, width):
            x, y = 0, line
        rects: list[QRect] = []
        for tag in self.tags(card):
            wide = tag_width(self.kit.theme, tag)
            if rects and x + wide > width:
                x, y = 0, y + self._brush.px(TAGS_HEIGHT)
            rects.append(QRect(x, y, wide, height))
            x += wide + gap
        return rects
