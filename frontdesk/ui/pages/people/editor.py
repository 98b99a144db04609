"""Writing and changing one person: from the record into the form, and checked back."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.new_person import as_person, read_new_person
from frontdesk.domain.people import Person
from frontdesk.services.duplicates import Duplicates
from frontdesk.services.people_book import PeopleBook
from frontdesk.ui.pages.forms.fields import Values
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.pages.people.noticing import NEW, Noticing
from frontdesk.ui.pages.people.person_entry import FIELD_OF, read_person, values_of
from frontdesk.ui.pages.people.person_words import called
from frontdesk.ui.tasks import Tasks

NAMING = frozenset(("given_name", "family_name", "title", "nickname", "numbers"))
"""What a line says of somebody; with nothing else typed, whoever is on file says it too."""


class PersonEditor(QObject):
    """``opened``: the form is ready to be shown. ``saved`` carries the person as stored, ``seen`` the id of whoever's
    numbers are read in the form, ``instead`` that of somebody on file who is to be shown in place of the form.
    """

    opened = Signal()
    saved = Signal(object)
    seen = Signal(str)
    instead = Signal(str)

    def __init__(
        self, pane: FormPane, book: PeopleBook, duplicates: Duplicates, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pane, self._book, self._tasks = pane, book, tasks
        self._bases: dict[str, Person] = {}
        self.by, self._seen = "", ""
        self.noticing = Noticing(pane, self._typed, duplicates, tasks, self)
        pane.save_asked.connect(self._save)
        pane.form.uncovered.connect(self._tell_seen)
        self.noticing.chosen.connect(self._leave_for)

    def write_new(self, line: str = "") -> None:
        """Begin somebody new, filled from a line such as "081-234-5678 สุดา", or go on with one begun before."""
        begun = self._bases.get(NEW) if self._pane.holds(NEW) else None
        self._open(NEW, begun or as_person(read_new_person(line), self._book.new()), "people.form_new")

    def reopen(self, key: str) -> None:
        """Go on with typing that was put aside."""
        if key == NEW:
            self.write_new()
        else:
            self.edit(key)

    def edit(self, person_id: str) -> None:
        """Read somebody afresh and open the form."""
        self._tasks.run(partial(self._read, person_id), self._edit, latest="person form")

    def _read(self, person_id: str) -> tuple[Person | None, str]:
        """Return somebody, and the code of who sent them; runs on the data thread."""
        person = self._book.get(person_id)
        referrer = self._book.get(person.referred_by) if person and person.referred_by else None
        return person, referrer.code if referrer else ""

    def _edit(self, read: tuple[Person | None, str]) -> None:
        person, referrer = read
        if person is not None:
            name = called(person, self._pane.kit.words.language)
            self._open(person.id, person, "people.form_edit", referrer, name=name)

    def _open(self, key: str, person: Person, title: str, referrer: str = "", **gaps: object) -> None:
        self._bases[key] = person
        self._pane.open(key, values_of(person, self._pane.kit.words.language, referrer), title, **gaps)
        self._seen = ""
        self.noticing.look()
        self.opened.emit()
        if not self._pane.kit.words.discreet:
            self._tell_seen()

    def _typed(self) -> Person | None:
        """Return the person as the open form has them by now."""
        base = self._bases.get(self._pane.key)
        return read_person(self._pane.form.values(), base, self._book.today())[0] if base else None

    def _tell_seen(self) -> None:
        """Tell once for each opening of the form whose data can be read in it."""
        key = self._pane.key
        if key not in ("", NEW, self._seen):
            self._seen = key
            self.seen.emit(key)

    def _leave_for(self, person_id: str) -> None:
        """Show somebody on file instead; what was typed that they have already is let go."""
        if self._pane.key == NEW and self._pane.only_changed(NAMING):
            self._bases.pop(NEW, None)
            self._pane.done()
        else:
            self._pane.put_aside()
            self._pane.left.emit()
        self.instead.emit(person_id)

    def _save(self, key: str, values: Values) -> None:
        person, errors = read_person(values, self._bases[key], self._book.today())
        if errors:
            self._pane.refuse(errors)
        else:
            work = partial(self._store, person, values["referred_by"].strip())
            self._tasks.run(work, partial(self._done, key), self._refuse)

    def _store(self, person: Person, referrer: str) -> Person:
        """Save somebody as sent by whom the code says; runs on the data thread."""
        one = self._book.by_code(referrer) if referrer else None
        if referrer and one is None:
            raise DeskError("unknown_person", value=referrer)
        if one is not None and one.id == person.id:
            raise DeskError("refers_self")
        return self._book.save(replace(person, referred_by=one.id if one else ""), self.by)

    def _done(self, key: str, person: Person) -> None:
        self._bases.pop(key, None)
        self._pane.done()
        self.saved.emit(person)

    def _refuse(self, error: DeskError) -> None:
        field = FIELD_OF.get(error.code, "")
        self._pane.refuse({field: error} if field else {}, None if field else error)
