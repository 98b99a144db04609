"""The head of a card: name, nickname and what somebody is; under it who that is on paper."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.services.people_book import PersonCard
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.person_words import PUBLIC, called, identity
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook, draw_tag, tag_width
from frontdesk.ui.widgets.labels import Painted

NAME, NICK, META = Ink("gate_name", bold=True), Ink("search", "text_2"), Ink("label", "text_2")
NAME_HEIGHT, META_HEIGHT, GAP, LEAST = 44, 22, 12, 96


class NameLine(Painted):
    """A long name gives way to the tags."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush = brush
        self._card: PersonCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: PersonCard) -> None:
        self._card = card
        name = called(card.person, self.kit.words.language)
        self.setAccessibleName(" ".join(filter(None, (name, card.person.nickname))))
        self.setToolTip(name)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(LEAST), self.kit.theme.px(NAME_HEIGHT) + self.kit.theme.px(META_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._card is None:
            return
        painter, brush, height = QPainter(self), self._brush, self._brush.px(NAME_HEIGHT)
        self._paint_name(painter, self._card, height)
        block = brush.block(identity(self._card.person, self.kit.words.language), META, self.width())
        brush.put_block(painter, block, META.style, 0, height)

    def _paint_name(self, painter: QPainter, card: PersonCard, height: int) -> None:
        brush, gap = self._brush, self._brush.px(GAP)
        nick, tags = card.person.nickname, self.tags(card)
        aside = sum(tag_width(brush.theme, tag) + gap for tag in tags)
        aside += round(brush.width(NICK, nick)) + gap if nick else 0
        name = called(card.person, self.kit.words.language)
        block = brush.block(name, NAME, max(self.width() - aside - gap, brush.px(LEAST)))
        top = (height - brush.theme.line(NAME.style)) / 2
        brush.put_block(painter, block, NAME.style, 0, top)
        x = block.natural_width + gap
        if nick:
            x = brush.put(painter, NICK, nick, x, brush.base(NAME.style, top)) + gap
        for tag in tags:
            x = draw_tag(painter, self.kit, tag, round(x), height // 2) + gap

    def tags(self, card: PersonCard) -> list[TagLook]:
        """Return what somebody is, how well the desk knows them, and a birthday that is near."""
        words = self.kit.words
        tags = [TagLook(words(f"desk.kind_{card.person.kind.value}"))]
        if card.person.kind not in PUBLIC:
            tags.append(TagLook(words(f"desk.segment_{card.segment.value}")))
        if card.birthday_in is not None:
            name = "people.birthday_today" if card.birthday_in == 0 else "people.birthday_soon"
            tags.append(TagLook(words(name, days=card.birthday_in), icon="cake"))
        return tags
