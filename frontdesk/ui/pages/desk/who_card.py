"""The card that tells at a glance who somebody is."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.coverage import coverage_of
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.quick_facts import tells_of_health
from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date, format_partial_date
from frontdesk.services.people_book import LONG_AGO, PersonCard
from frontdesk.ui.contact_words import CHANNEL_ICONS, note_word, topic_word
from frontdesk.ui.directory_words import presence_word
from frontdesk.ui.kit import Kit
from frontdesk.ui.opening_words import hours_word
from frontdesk.ui.pages.desk.counted import counted
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.desk.rows_paint.person_row import PLACES, reach, shown_name
from frontdesk.ui.pages.people.person_words import fact_words, handle_word, number_word, plate_word
from frontdesk.ui.pages.people.preference_words import preference
from frontdesk.ui.pages.people.standing_words import why
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook, draw_tag, tag_width
from frontdesk.ui.past_lines import PastLine, past_lines, visit_matter
from frontdesk.ui.promise_words import due_tag, what_word
from frontdesk.ui.widgets.labels import Painted

TOP, BOTTOM, NAME_LINE, NOTE, PROMISE, HEAD, ROW = 10, 8, 38, 36, 44, 22, 22
NARROW_INSET, WIDE_INSET, COLUMN, LOW = 24, 32, 0.536, 700
NAME, NICK, META = Ink("name"), Ink("body", "text_2"), Ink("label", "text_2")
CAPTION, TEXT, STAR = Ink("caption", "text_3"), Ink("label"), Ink("body", "note")
PROMISED = Ink("label", "overdue", bold=True)

Fact = tuple[str, str]
"""An icon and a sentence."""


class WhoCard(Painted):
    """Paints a ``PersonCard``; as high as what there is to tell, and it never scrolls."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._preview = Brush(kit), False
        self._card: PersonCard | None = None
        self._today, self._low, self._in_full = date.min, False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self._renew)

    def show_card(self, card: PersonCard | None, today: date, preview: bool = False) -> None:
        """Show somebody; ``preview`` says that they are not the caller yet."""
        self._card, self._today, self._preview = card, today, preview
        self.setAccessibleName(card.person.name if card else "")
        self.setAccessibleDescription(self._said(card) if card else "")
        self._renew()

    def reveal(self, in_full: bool) -> None:
        """Show note and numbers in full, or masked again."""
        self._in_full = in_full
        self._renew()

    def set_low(self, low: bool) -> None:
        """Show less where the window is low."""
        if low != self._low:
            self._low = low
            self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px("desk_right_min"), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._card is None:
            return
        painter, brush, card = QPainter(self), self._brush, self._card
        y = brush.px(TOP)
        self._paint_name(painter, card, y)
        y += brush.px(NAME_LINE)
        if card.person.note:
            self._paint_note(painter, self._note(), y)
            y += brush.px(NOTE + 4)
        if card.promises:
            self._paint_promise(painter, card, y)
            y += brush.px(PROMISE - 10)
        self._paint_columns(painter, card, y)

    def _renew(self) -> None:
        self.setToolTip(self._note())
        self.refresh()

    def _note(self) -> str:
        return note_word(self.kit.words, self._card.person.note, self._in_full) if self._card else ""

    def _rows(self) -> int:
        return 5 if self.kit.theme.wide else 2 if self._low else 3

    def _height(self) -> int:
        card, brush = self._card, self._brush
        if card is None:
            return 0
        height = TOP + NAME_LINE + BOTTOM
        height += (NOTE + 4) * bool(card.person.note) + (PROMISE - 10) * bool(card.promises)
        rows = min(self._rows(), max(len(card.last_contacts) + len(card.visits), len(self._facts(card))))
        return brush.px(height + (HEAD + rows * ROW if rows else 0))

    def _sides(self) -> tuple[int, int]:
        inset = self._brush.px(WIDE_INSET if self.kit.theme.wide else NARROW_INSET)
        return inset, self.width() - inset

    def _paint_name(self, painter: QPainter, card: PersonCard, top: int) -> None:
        brush, (left, right) = self._brush, self._sides()
        middle = top + brush.theme.line("name") // 2
        base = brush.base("label", middle - brush.theme.line("label") / 2)
        right = round(self._paint_figures(painter, card, right, base)) - brush.px(12)
        nick = f"({card.person.nickname})" if card.person.nickname else ""
        tags = self._tags(card)
        aside = sum(tag_width(brush.theme, tag) + brush.px(10) for tag in tags)
        room = right - left - aside - round(brush.width(NICK, nick)) - brush.px(10)
        block = brush.block(shown_name(card.person, self.kit.words.language), NAME, max(room, brush.px(96)))
        brush.put_block(painter, block, "name", left, top)
        x = left + block.natural_width + brush.px(10)
        if nick:
            base = brush.base("body", middle - brush.theme.line("body") / 2)
            x = brush.put(painter, NICK, nick, x, base) + brush.px(10)
        for tag in tags:
            x = draw_tag(painter, brush.kit, tag, round(x), middle) + brush.px(9)

    def _tags(self, card: PersonCard) -> list[TagLook]:
        words = self.kit.words
        tags = [TagLook(words(f"desk.kind_{card.person.kind.value}"))]
        if card.person.kind in (PersonKind.CUSTOMER, PersonKind.PARTNER, PersonKind.VISITOR):
            tags.append(TagLook(words(f"desk.segment_{card.segment.value}")))
        return tags

    def _said(self, card: PersonCard) -> str:
        """Say what the tags and facts say, and why somebody is known so well."""
        told = [tag.text for tag in self._tags(card)]
        told += [why(self.kit.words, card.standing)] if len(told) > 1 else []
        return ", ".join([*told, *(text for _, text in self._facts(card))])

    def _paint_figures(self, painter: QPainter, card: PersonCard, right: int, base: float) -> float:
        """Say how often and when; for somebody only looked at, how to make them the caller."""
        words, figures = self.kit.words, card.figures
        if self._preview:
            return self._brush.put_right(painter, META, words("desk.make_caller"), right, base)
        if not figures.total or not figures.first or not figures.last:
            return self._brush.put_right(painter, META, words("desk.no_contacts"), right, base)
        first, last = (format_date(day, words.language) for day in (figures.first, figures.last))
        text = counted(words, "desk.figures", figures.total, first=first, last=last)
        return self._brush.put_right(painter, META, text, right, base)

    def _paint_note(self, painter: QPainter, note: str, top: int) -> None:
        brush, (left, right) = self._brush, self._sides()
        rect = QRect(left, top, right - left, brush.px(NOTE))
        outline = "note" if brush.theme.outlined else ""
        draw_frame(painter, brush.theme, rect, fill="note_soft", outline=outline, radius="radius.row")
        x = brush.icon(painter, "star", "note", left + brush.px(12), rect.center().y() + 1) + brush.px(10)
        block = brush.block(note, STAR, round(right - brush.px(12) - x))
        brush.put_block(painter, block, "body", x, top + (brush.px(NOTE) - brush.theme.line("body")) / 2)

    def _paint_promise(self, painter: QPainter, card: PersonCard, top: int) -> None:
        brush, words, (left, right) = self._brush, self.kit.words, self._sides()
        promise, middle = card.promises[0], top + brush.px(18)
        base = brush.base("label", middle - brush.theme.line("label") / 2)
        tag = due_tag(words, promise, card.as_of)
        right -= tag_width(brush.theme, tag)
        draw_tag(painter, brush.kit, tag, right, middle)
        x = brush.icon(painter, "handshake", "overdue", left, middle) + brush.px(8)
        x = brush.put(painter, PROMISED, words("desk.promises", count=len(card.promises)), x, base) + brush.px(8)
        block = brush.block(what_word(words, promise), TEXT, round(right - brush.px(12) - x))
        brush.put_block(painter, block, "label", x, middle - brush.theme.line("label") / 2)

    def _paint_columns(self, painter: QPainter, card: PersonCard, top: int) -> None:
        brush, words, (left, right) = self._brush, self.kit.words, self._sides()
        facts = self._facts(card)[: self._rows()]
        contacts = past_lines(words, card.last_contacts, card.visits, self._today)[: self._rows()]
        middle = left + round((right - left) * COLUMN) if contacts else left
        head = brush.base("caption", top)
        if contacts:
            brush.put(painter, CAPTION, words("desk.last_contacts"), left, head)
        if facts:
            brush.put(painter, CAPTION, words("desk.good_to_know"), middle + brush.px(24 if contacts else 0), head)
        y = top + brush.px(HEAD)
        for n, line in enumerate(contacts):
            self._paint_past(painter, line, left, middle, y + n * brush.px(ROW))
        for n, fact in enumerate(facts):
            self._paint_fact(painter, fact, middle + brush.px(24 if contacts else 0), right, y + n * brush.px(ROW))

    def _paint_past(self, painter: QPainter, line: PastLine, left: int, right: int, top: int) -> None:
        brush, words = self._brush, self.kit.words
        base, middle = brush.base("label", top), top + brush.theme.line("label") / 2
        brush.icon(painter, line.icon, "text_2", left, middle - 1)
        brush.put(painter, META, format_date(line.at, words.language, DateStyle.SHORT), left + brush.px(24), base)
        end = brush.put_right(painter, META, line.outcome, right, base)
        x = left + brush.px(82)
        matter = (
            topic_word(words, line.contact) if line.contact else visit_matter(words, line.visit) if line.visit else ""
        )
        brush.put_block(painter, brush.block(matter, TEXT, round(end - brush.px(8) - x)), "label", x, top)

    def _paint_fact(self, painter: QPainter, fact: Fact, left: int, right: int, top: int) -> None:
        brush, (icon, text) = self._brush, fact
        brush.icon(painter, icon, "text_2", left, top + brush.theme.line("label") / 2 - 1)
        x = left + brush.px(25)
        brush.put_block(painter, brush.block(text, TEXT, right - x), "label", x, top)

    def _facts(self, card: PersonCard) -> list[Fact]:
        """Gather what is good to know, most telling first; nothing about health is ever here."""
        person, words = card.person, self.kit.words
        liked = CHANNEL_ICONS[person.channel] if person.channel else "clock"
        facts: list[Fact] = [("clock", self._presence(card)), (liked, preference(words, person))]
        shown = self._in_full or not words.discreet
        if shown and card.birthday_in is not None and person.birthday is not None:
            day = format_partial_date(replace(person.birthday, year=None), words.language)
            near = counted(words, "desk.birthday", card.birthday_in, day=day)
            facts.append(("cake", near if card.birthday_in else words("desk.birthday_today", day=day)))
        if shown:
            kept = (fact for fact in person.facts if not tells_of_health(fact))
            facts += [("star", " · ".join(fact_words(fact, words, self._in_full))) for fact in kept]
        facts += self._plain_facts(person)
        return [(icon, text) for icon, text in facts if text]

    def _presence(self, card: PersonCard) -> str:
        """Say of the directory who is there, or until when not; empty for whoever calls."""
        if card.person.kind not in PLACES or card.as_of <= LONG_AGO:
            return ""
        now = card.as_of.astimezone(THAI_TIME)
        return presence_word(self.kit.words, card.person, coverage_of(card.person, now), now)

    def _plain_facts(self, person: Person) -> list[Fact]:
        words, in_full = self.kit.words, self._in_full
        line = handle_word(person.line, words, in_full)
        second = number_word(person, person.numbers[1], words, in_full) if len(person.numbers) > 1 else ""
        private = person.kind not in PLACES
        return [
            ("clock", hours_word(words, person.hours)),
            ("building-2", person.organisation or person.department),
            ("message-circle", words("desk.line_name", line=line) if line else ""),
            ("car", plate_word(person.plate, words, in_full)),
            ("phone", "" if private else reach(person, words)),
            ("phone", second if private else ""),
        ]
