"""Whom somebody comes to see: found in the directory while it is typed, free words otherwise."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from frontdesk.domain.inner_number import LISTED, number_to_call
from frontdesk.domain.people import PersonMatch
from frontdesk.services.directory import Directory, DirectoryEntry
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.directory_words import call_word, presence_word
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.pages.gate.forms.fields import Captioned, NameField
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.words import Words

MOST_FOUND, LOOKED_AT, FIND = 5, 40, "host of a visit"
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class FoundHost:
    """Somebody of the directory; ``sure`` unless they only sound so."""

    entry: DirectoryEntry
    sure: bool


class HostField(QObject):
    """The field with the line under it. Enter takes whom the line names, Tab only one who is no guess.

    ``taken`` says that one of the directory was taken, ``edited`` that somebody typed.
    """

    edited = Signal()
    taken = Signal()

    def __init__(
        self, kit: Kit, people: PeopleLookup, directory: Directory, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kit, self._people, self._directory, self._tasks = kit, people, directory, tasks
        self._found: tuple[FoundHost, ...] = ()
        self._place, self.host_id, self.place = 0, "", ""
        self._chosen: DirectoryEntry | None = None
        self.field = NameField(kit, "host", "user", "gate_forms.host_hint")
        self.captioned = Captioned(kit, "host", self.field)
        self.field.textEdited.connect(self._on_edited)
        self.field.installEventFilter(self)
        kit.words.changed.connect(self._say)

    def show_host(self, name: str, host_id: str, place: str) -> None:
        """Fill in whom a visit is to, and say how it stands with them now."""
        self.field.setText(name)
        self.host_id, self.place, self._found, self._chosen = host_id, place, (), None
        self._tasks.forget(FIND)
        self._say()
        if host_id:
            self._tasks.run(partial(self._directory.entry, host_id), self._show_entry, latest=FIND)

    def settle(self) -> bool:
        """Take whom the line names if that is no guess; tell whether one was taken."""
        return self._take(self._shown) if self._shown is not None and self._shown.sure else False

    def take(self) -> bool:
        """Take whom the line names, a guess too."""
        return self._take(self._shown) if self._shown is not None else False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._found:
            step = STEPS.get(Qt.Key(event.key()))
            if step:
                self._place = (self._place + step) % len(self._found)
                self._say()
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self.settle()
        return False

    @property
    def _shown(self) -> FoundHost | None:
        return self._found[self._place] if self._found else None

    def _take(self, found: FoundHost) -> bool:
        person = found.entry.person
        self.field.setText(shown_name(person, self._kit.words.language))
        self.host_id, self.place = person.id, place_of(found.entry)
        self._found, self._chosen = (), found.entry
        self._say()
        self.taken.emit()
        return True

    def _on_edited(self, text: str) -> None:
        self.host_id, self.place, self._chosen = "", "", None
        self.edited.emit()
        if text.strip():
            self._tasks.run(partial(self._look_up, text), partial(self._show_found, text), latest=FIND)
        else:
            self._tasks.forget(FIND)
            self._show_found(text, ())

    def _look_up(self, text: str) -> tuple[FoundHost, ...]:
        found = self._people.find(text, LOOKED_AT, around=False).people
        listed = [one for one in found if one.person.kind in LISTED and not one.person.archived][:MOST_FOUND]
        return tuple(host for one in listed if (host := self._with_entry(one)) is not None)

    def _with_entry(self, match: PersonMatch) -> FoundHost | None:
        entry = self._directory.entry(match.person.id)
        return FoundHost(entry, not match.guess) if entry else None

    def _show_found(self, text: str, found: tuple[FoundHost, ...]) -> None:
        if text != self.field.text():
            return
        self._found, self._place = found, 0
        if not self.field.hasFocus() and self.settle():
            return
        self._say()

    def _show_entry(self, entry: DirectoryEntry | None) -> None:
        if entry is not None and entry.person.id == self.host_id:
            self._chosen = entry
            self._say()

    def _say(self) -> None:
        words, shown = self._kit.words, self._shown
        if shown is not None:
            sign = "→ " if shown.sure else "→ ~ "
            more = f"   {self._place + 1}/{len(self._found)} ↓" if len(self._found) > 1 else ""
            name = shown_name(shown.entry.person, words.language)
            self.captioned.say(f"{sign}{' · '.join(filter(None, (name, host_line(words, shown.entry))))}{more}")
        elif self._chosen is not None:
            self.captioned.say(host_line(words, self._chosen))
        else:
            typed = bool(self.field.text().strip()) and not self.host_id
            self.captioned.say(words("gate_forms.host_free") if typed else "")


def place_of(entry: DirectoryEntry) -> str:
    """Return where somebody is found: their department and room."""
    person = entry.person
    where = (person.department, person.room)
    return " ".join(dict.fromkeys(part for part in where if part))


def host_line(words: Words, entry: DirectoryEntry) -> str:
    """Say where somebody is, by which number, and who covers while they are away."""
    said = [place_of(entry), _call(words, entry), presence_word(words, entry.person, entry.coverage, entry.asked_at)]
    deputy, cover = entry.deputy, entry.deputy_coverage
    if not entry.coverage.available and deputy is not None and cover is not None and cover.available:
        number = number_to_call(deputy)
        name = shown_name(deputy, words.language)
        said.append(words("gate_forms.covers", name=name, number=call_word(words, number) if number else "").strip())
    return " · ".join(filter(None, said))


def _call(words: Words, entry: DirectoryEntry) -> str:
    number = number_to_call(entry.person)
    return call_word(words, number) if number else ""
