"""The last contacts with somebody, over all channels."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.contacts import Contact
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import format_time
from frontdesk.ui.contact_words import CHANNEL_ICONS, channel_word, day_word, matter_word, outcome_word, staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.card_lines import CardLines
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink

HEAD, ROW = 28, 32
DAY, TIME, TOPIC, OUTCOME, STAFF, NARROW = 28, 126, 178, 168, 72, 560
TITLE, HINT = Ink("label", bold=True), Ink("caption", "text_2")
META, TEXT, BY = Ink("label", tabular=True), Ink("body"), Ink("label", "text_2")


class ContactLines(CardLines):
    """Gone for somebody who was never in contact."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, brush, parent)
        self._contacts: tuple[Contact, ...] = ()
        self._staff: Mapping[str, Staff] = {}
        kit.words.changed.connect(self._say)

    def show_contacts(self, contacts: tuple[Contact, ...], staff: Mapping[str, Staff]) -> None:
        self._contacts, self._staff = contacts, staff
        self.setVisible(bool(contacts))
        self._say()

    @property
    def shown(self) -> tuple[Contact, ...]:
        return self.limited(self._contacts)

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(480), self._brush.px(HEAD) + self._brush.px(ROW) * len(self.shown))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush, words = QPainter(self), self._brush, self.kit.words
        base = brush.base(TITLE.style, brush.px(2))
        brush.put(painter, TITLE, words("people.last_contacts"), 0, base)
        brush.put_right(painter, HINT, words("people.all_in_log"), self.width(), base)
        for n, contact in enumerate(self.shown):
            self._paint_row(painter, contact, brush.px(HEAD) + n * brush.px(ROW))

    def _paint_row(self, painter: QPainter, contact: Contact, top: int) -> None:
        brush, words = self._brush, self.kit.words
        draw_hair(painter, brush.theme, 0, self.width(), top)
        middle = top + brush.px(ROW) / 2
        base, narrow = brush.base(META.style, middle - brush.theme.line(META.style) / 2), self._narrow
        brush.icon(painter, CHANNEL_ICONS[contact.channel], "text_2", 0, middle)
        brush.put(painter, META, day_word(words, contact), brush.px(DAY), base)
        end = self.width() - brush.px(OUTCOME - STAFF if narrow else OUTCOME)
        self._paint_topic(painter, contact, middle, end)
        brush.put(painter, META, outcome_word(words, contact), end, base)
        if not narrow:
            brush.put(painter, BY, format_time(contact.at), brush.px(TIME), base)
            brush.put(painter, BY, self._by(contact), self.width() - brush.px(STAFF), base)

    def _paint_topic(self, painter: QPainter, contact: Contact, middle: float, right: int) -> None:
        brush, left = self._brush, self._brush.px(TIME if self._narrow else TOPIC)
        text = matter_word(self.kit.words, contact)
        block = brush.block(text, TEXT, right - left - brush.px(12))
        brush.put_block(painter, block, TEXT.style, left, middle - brush.theme.line(TEXT.style) / 2)

    @property
    def _narrow(self) -> bool:
        """Whether time and staff have no room."""
        return self.width() < self._brush.px(NARROW)

    def _by(self, contact: Contact) -> str:
        one = self._staff.get(contact.staff)
        return staff_name(self.kit.words, one) if one else contact.staff

    def _say(self) -> None:
        self.setAccessibleName("; ".join(self._spoken(contact) for contact in self._contacts))
        self.refresh()

    def _spoken(self, contact: Contact) -> str:
        words = self.kit.words
        parts = (day_word(words, contact), channel_word(words, contact), contact.topic, outcome_word(words, contact))
        return ", ".join(filter(None, parts))
