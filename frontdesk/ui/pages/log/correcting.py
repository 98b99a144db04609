"""Putting a contact right, where it stands: its values become fields under the table."""

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.contact_words import number_word
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.whose import NEAR, named, offered, person_id
from frontdesk.ui.pages.people.suggestion_line import SuggestionLine
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import FlatButton, PrimaryButton
from frontdesk.ui.widgets.choice import ChoiceList, Option
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Labelled, Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextLabel

INSET, CHOICE = 20, 168
TEXTS = ("topic", "note", "person", "number")
NOTHING = ("-", "–", "—")
"""What stands for no number, as in the line that tells a correction."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
LOOK_UP = "log person"


class CorrectServices(Protocol):
    """What correcting needs."""

    @property
    def contact_log(self) -> ContactLog: ...
    @property
    def people(self) -> PeopleLookup: ...


class CorrectStrip(Ground):
    """``saved`` carries the contact as it stands now; ``left`` follows Esc, and saving."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit, services: CorrectServices, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._services, self._tasks, self._staff = services, tasks, ""
        self._contact: Contact | None = None
        self._title, self.wrong = TextLabel(kit, Ink("body", bold=True)), Sentence(kit)
        self.outcome = ChoiceList(kit, "log.field_outcome", [Option(o, f"desk.was_{o}") for o in Outcome])
        self.channel = ChoiceList(kit, "log.field_channel", [Option(c, f"desk.channel_{c}") for c in Channel])
        self.offers = SuggestionLine(kit)
        self.offers.hide()
        self.fields = {name: LineField(kit, f"log.correct_{name}") for name in TEXTS}
        self.save_button = PrimaryButton(kit, "log.save_correction", "Return")
        self._leave_button = FlatButton(kit, "log.leave", "Escape")
        kit.words.bind(self, self._title.set_text, "log.correct_title")
        self._arrange()
        for widget in (self.outcome, self.channel, *self.fields.values()):
            widget.installEventFilter(self)
        self.fields["person"].textEdited.connect(self._look_up)
        self.save_button.clicked.connect(self.save)
        self._leave_button.clicked.connect(self.left)

    def sign_in(self, staff_id: str) -> None:
        self._staff = staff_id

    def open(self, contact: Contact) -> None:
        """Show what may be put right in a contact."""
        self._contact = contact
        self.wrong.clear()
        self._offer(())
        self.outcome.set_value(contact.outcome)
        self.channel.set_value(contact.channel)
        for name, value in _texts_of(contact).items():
            self.fields[name].setText(value)
        self.fields["number"].clear()
        self.fields["number"].setPlaceholderText(number_word(self.kit.words, contact))
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def contact_id(self) -> str:
        return self._contact.id if self._contact else ""

    def save(self) -> None:
        """Append what was changed; what was written stays beside it."""
        contact = self._contact
        if contact is None:
            return
        changes, person = self._changes(contact), self.fields["person"].text().strip()
        changes = {name: value for name, value in changes.items() if getattr(contact, name) != value}
        if not changes and person == _texts_of(contact)["person"]:
            self.left.emit()
            return
        services, by = self._services, self._staff

        def work() -> Contact:
            if person != _texts_of(contact)["person"]:
                changes["person_id"] = person_id(services.people, person)
            return services.contact_log.correct(contact.id, changes, by)

        self._tasks.run(work, self._on_saved, self.wrong.say_error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTER:
                self.save()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if watched is self.fields["person"] and event.key() in WAYS:
                if taken := self.offers.step(WAYS[Qt.Key(event.key())]):
                    self.fields["person"].setText(taken)
                return True
        return super().eventFilter(watched, event)

    def _changes(self, contact: Contact) -> dict[str, Any]:
        """Return the new values, but for the person, who is looked up first."""
        changes: dict[str, Any] = {}
        if self.outcome.value != contact.outcome:
            changes["outcome"] = Outcome(self.outcome.value)
        if self.channel.value != contact.channel:
            changes["channel"] = Channel(self.channel.value)
        for name in ("topic", "note"):
            text = self.fields[name].text().strip()
            if text != _texts_of(contact)[name]:
                changes[name] = text
        if number := self.fields["number"].text().strip():
            changes["number"] = "" if number in NOTHING else number
        return changes

    def _look_up(self, text: str) -> None:
        """Look for people by what is typed, and offer them."""
        find, language = self._services.people.find, self.kit.words.language

        def work() -> tuple[str, ...]:
            return offered(find(text, NEAR, around=False).people, language) if text.strip() else ()

        self._tasks.run(work, self._offer, latest=LOOK_UP)

    def _offer(self, people: tuple[str, ...]) -> None:
        self.offers.suggest(people)
        self.offers.setVisible(bool(people))

    def _on_saved(self, contact: Contact) -> None:
        self.saved.emit(contact)
        self.left.emit()

    def _arrange(self) -> None:
        head, first, second, column = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self._title, 1)
        for button in (self._leave_button, self.save_button):
            head.addWidget(button)
        for name, choice in (("outcome", self.outcome), ("channel", self.channel)):
            choice.setFixedWidth(self.kit.theme.px(CHOICE))
            first.addWidget(Labelled(self.kit, f"log.field_{name}", choice))
        for row, names in ((first, ("topic",)), (second, ("person", "number"))):
            for name in names:
                row.addWidget(Labelled(self.kit, f"log.correct_{name}", self.fields[name]), 1)
        second.addWidget(Labelled(self.kit, "log.correct_note", self.fields["note"]), 2)
        column.addWidget(HairLine(self.kit))
        body = QVBoxLayout()
        for part in (head, first, second):
            body.addLayout(part)
            self.space(part, gap=12)
        for line in (self.offers, self.wrong):
            body.addWidget(line)
        column.addLayout(body)
        self.space(body, (INSET, 8, INSET, 10), 4)
        self.space(column)


def _texts_of(contact: Contact) -> dict[str, str]:
    """Return the values as the fields show them: each on one line. The number is only ever typed anew."""
    values = {"topic": contact.topic, "note": contact.note, "person": named(contact.person_name, contact.person_code)}
    return {name: " ".join(value.split()) for name, value in values.items()}
