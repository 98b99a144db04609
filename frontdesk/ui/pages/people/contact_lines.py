"""The last contacts with somebody over all channels, and their visits, as one list."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.contacts import Contact
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import THAI_TIME, format_date, format_time
from frontdesk.domain.visits import Visit
from frontdesk.services.people_book import PersonCard
from frontdesk.ui.contact_words import matter_word, staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.card_lines import CardLines
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.past_lines import PastLine, past_lines, visit_matter

HEAD, ROW = 28, 32
DAY, TIME, TOPIC, OUTCOME, STAFF, NARROW = 28, 126, 178, 168, 72, 560
TITLE, HINT = Ink("label", bold=True), Ink("caption", "text_2")
META, TEXT, BY = Ink("label", tabular=True), Ink("body"), Ink("label", "text_2")


class ContactLines(CardLines):
    """Gone for somebody who was never in contact."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, brush, parent)
        self._contacts: tuple[Contact, ...] = ()
        self._visits: tuple[Visit, ...] = ()
        self._lines: tuple[PastLine, ...] = ()
        self._today = date.min
        self._staff: Mapping[str, Staff] = {}
        kit.words.changed.connect(self._say)

    def show_contacts(self, card: PersonCard, staff: Mapping[str, Staff]) -> None:
        self._contacts, self._visits, self._staff = card.last_contacts, card.visits, staff
        self._today = card.as_of.astimezone(THAI_TIME).date()
        self.setVisible(bool(self._contacts or self._visits))
        self._say()

    @property
    def shown(self) -> tuple[PastLine, ...]:
        return self.limited(self._lines)

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(480), self._brush.px(HEAD) + self._brush.px(ROW) * len(self.shown))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush, words = QPainter(self), self._brush, self.kit.words
        base = brush.base(TITLE.style, brush.px(2))
        brush.put(painter, TITLE, words("people.last_contacts"), 0, base)
        brush.put_right(painter, HINT, words("people.all_in_log"), self.width(), base)
        for n, line in enumerate(self.shown):
            self._paint_row(painter, line, brush.px(HEAD) + n * brush.px(ROW))

    def _paint_row(self, painter: QPainter, line: PastLine, top: int) -> None:
        brush, words = self._brush, self.kit.words
        draw_hair(painter, brush.theme, 0, self.width(), top)
        middle = top + brush.px(ROW) / 2
        base, narrow = brush.base(META.style, middle - brush.theme.line(META.style) / 2), self._narrow
        brush.icon(painter, line.icon, "text_2", 0, middle)
        brush.put(painter, META, format_date(line.at, words.language), brush.px(DAY), base)
        end = self.width() - brush.px(OUTCOME - STAFF if narrow else OUTCOME)
        self._paint_topic(painter, line, middle, end)
        brush.put(painter, META, line.outcome, end, base)
        if not narrow:
            brush.put(painter, BY, format_time(line.at), brush.px(TIME), base)
            brush.put(painter, BY, self._by(line), self.width() - brush.px(STAFF), base)

    def _paint_topic(self, painter: QPainter, line: PastLine, middle: float, right: int) -> None:
        brush, left = self._brush, self._brush.px(TIME if self._narrow else TOPIC)
        text = self._matter(line)
        block = brush.block(text, TEXT, right - left - brush.px(12))
        brush.put_block(painter, block, TEXT.style, left, middle - brush.theme.line(TEXT.style) / 2)

    @property
    def _narrow(self) -> bool:
        """Whether time and staff have no room."""
        return self.width() < self._brush.px(NARROW)

    def _matter(self, line: PastLine) -> str:
        if line.contact:
            return matter_word(self.kit.words, line.contact)
        return visit_matter(self.kit.words, line.visit) if line.visit else ""

    def _by(self, line: PastLine) -> str:
        one = self._staff.get(line.by)
        return staff_name(self.kit.words, one) if one else line.by

    def _say(self) -> None:
        self._lines = past_lines(self.kit.words, self._contacts, self._visits, self._today)
        self.setAccessibleName("; ".join(self._spoken(line) for line in self._lines))
        self.refresh()

    def _spoken(self, line: PastLine) -> str:
        matter = line.contact.topic if line.contact else self._matter(line)
        parts = (format_date(line.at, self.kit.words.language), line.way, matter, line.outcome)
        return ", ".join(filter(None, parts))
