"""One contact in full, under the table."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.contacts import Contact, Feedback
from frontdesk.ui.contact_words import (
    CHANNEL_ICONS,
    caller_word,
    channel_word,
    moment_word,
    note_word,
    number_word,
    outcome_word,
    told_word,
)
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.correction_words import correction_lines
from frontdesk.ui.pages.log.detail_line import DetailLine
from frontdesk.ui.pages.log.log_words import title_line, transfer_line
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, Tag, TextLabel

HEIGHT, INSET = 196, 20
LINES = ("topic", "note", "transfer", "answers", "queries", "corrections")


@dataclass(frozen=True, slots=True)
class ContactInFull:
    """A contact, the titles of the answers used, Thai and English, and how members of staff are called."""

    contact: Contact
    name_of: Callable[[str], str]
    answers: tuple[tuple[str, str], ...] = ()


class ContactDetail(Ground):
    """Shows what the row has no room for; parts that are empty are left out."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._shown: ContactInFull | None = None
        self._in_full = False
        self.who = TextLabel(kit, Ink("title", bold=True))
        self._number = TextLabel(kit, Ink("body", "text_2", tabular=True))
        self.when = TextLabel(kit, Ink("label", "text_2", tabular=True))
        self._later, self._channel, self._outcome, self._extra = (Tag(kit, TagLook("")) for _ in range(4))
        self.lines = {name: DetailLine(kit, f"log.{name}") for name in LINES}
        self._arrange()
        kit.words.changed.connect(self._renew)
        self.measure()
        self._renew()

    def show_contact(self, shown: ContactInFull | None) -> None:
        self._shown = shown
        self._renew()

    def reveal(self, in_full: bool) -> None:
        """Show the number in full, or masked again."""
        self._in_full = in_full
        self._renew()

    def _renew(self) -> None:
        self._body.setVisible(self._shown is not None)
        if self._shown is not None:
            self._renew_head(self._shown)
            self._renew_lines(self._shown)

    def event(self, event: QEvent) -> bool:
        """Follow what the lines need, once their layouts know it."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return heard

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as always, but for a contact with more to tell."""
        column = self.layout()
        needed = column.totalHeightForWidth(self.width()) if column is not None else 0
        self.setFixedHeight(max(self.kit.theme.px(HEIGHT), needed))

    def _renew_head(self, shown: ContactInFull) -> None:
        words, contact = self.kit.words, shown.contact
        self.who.set_text(caller_word(words, contact, self._in_full))
        number = number_word(words, contact, self._in_full) if contact.person_name else ""
        self._number.set_text(number)
        self._number.setVisible(bool(number))
        self._later.set_look(TagLook(words("attaching.later"), icon="history"))
        self._later.setVisible(contact.attributed)
        self.when.set_text(words("log.when_by", when=moment_word(words, contact), staff=shown.name_of(contact.staff)))
        self._channel.set_look(TagLook(channel_word(words, contact), icon=CHANNEL_ICONS[contact.channel]))
        self._outcome.set_look(TagLook(outcome_word(words, contact)))
        self._extra.set_look(self._extra_look(contact))
        self._extra.setVisible(contact.unanswered or contact.feedback is not None)

    def _extra_look(self, contact: Contact) -> TagLook:
        words = self.kit.words
        if contact.feedback is not None:
            name = "log.compliment" if contact.feedback is Feedback.COMPLIMENT else "log.complaint"
            return TagLook(words(name), icon="star" if contact.feedback is Feedback.COMPLIMENT else "megaphone")
        return TagLook(words("log.unanswered"), icon="circle-question-mark")

    def _renew_lines(self, shown: ContactInFull) -> None:
        words, contact = self.kit.words, shown.contact
        texts = {
            "topic": contact.topic,
            "transfer": transfer_line(words, contact),
            "answers": title_line(words, shown.answers),
            "queries": " · ".join(contact.queries),
            "corrections": "; ".join(correction_lines(words, contact, shown.name_of)),
        }
        told = {name: told_word(words, text, self._in_full) for name, text in texts.items()}
        told["note"] = note_word(words, contact.note, self._in_full)
        for name, line in self.lines.items():
            line.set_text(told[name])

    def measure(self) -> None:
        super().measure()
        self._fit()

    def _arrange(self) -> None:
        self._body, head = QWidget(), QHBoxLayout()
        for widget in (self.who, self._number, self._later, self._channel, self._outcome, self._extra):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.when)
        body, column = QVBoxLayout(self._body), QVBoxLayout(self)
        body.addLayout(head)
        for line in self.lines.values():
            body.addWidget(line)
        body.addStretch(1)
        column.addWidget(HairLine(self.kit))
        column.addWidget(self._body, 1)
        self.space(head, gap=8)
        self.space(body, (INSET - 2, 8, INSET, 8))
        self.space(column)
