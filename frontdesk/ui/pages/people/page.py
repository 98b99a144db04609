"""The people on file (F3): find somebody, see who it is, start a contact, write and change."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.people import Person
from frontdesk.domain.staff import Staff
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.pages.people.card import PersonCardView
from frontdesk.ui.pages.people.editor import PersonEditor
from frontdesk.ui.pages.people.people_reader import PeopleFound, PeopleReader, caption
from frontdesk.ui.pages.people.person_entry import FIELDS
from frontdesk.ui.pages.people.person_file import PersonFile, read_file
from frontdesk.ui.pages.people.person_painter import PersonPainter
from frontdesk.ui.pages.picking.pane import PickPane
from frontdesk.ui.pages.picking.split_page import SplitPage
from frontdesk.ui.reveal import Reveal
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

FIND, CARD = "people list", "people card"


class PeoplePage(SplitPage):
    """Implements ``Page``. ``contact_asked`` carries the id of the person to start a contact with;
    ``saved`` follows every change of somebody on file.
    """

    page_id = "people"
    contact_asked = Signal(str)
    saved = Signal()

    def __init__(
        self, kit: Kit, lookup: PeopleLookup, book: PeopleBook, log: ContactLog, tasks: Tasks, watcher: Watcher,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        brush = Brush(kit)
        card, form = PersonCardView(kit, brush), FormPane(kit, "people", FIELDS)
        pane = PickPane(kit, brush, PersonPainter(brush), "people", (("Ins", "people.add"),))
        super().__init__(kit, pane, card, card.scroller, form, watcher, parent)
        self.card = card
        self._book, self._log, self._tasks = book, log, tasks
        self._reader, self._text = PeopleReader(lookup, book, log), ""
        self.editor = PersonEditor(form, book, tasks, self)
        self._connect()

    def sign_in(self, staff: Staff) -> None:
        """Write as this one from now on."""
        self.editor.by = staff.id

    def open_person(self, person_id: str) -> None:
        """Show somebody, whether they are in the list or not."""
        if not self.pane.list.pick(person_id):
            self.load(person_id)

    def edit(self) -> None:
        """Change whoever is on the card."""
        if self.card.file is not None and not self.in_form:
            self.editor.edit(self.card.file.card.person.id)

    def reopen(self, key: str) -> None:
        self.editor.reopen(key)

    def read(self, key: str) -> None:
        if key:
            self._tasks.run(partial(read_file, self._book, self._log, key), self._show, latest=CARD)
        else:
            self._tasks.forget(CARD)
            self._show(None)

    def reload(self) -> None:
        self._tasks.run(partial(self._reader.read, self.pane.box.text()), self._list, latest=FIND)

    def _connect(self) -> None:
        self.pane.typed.connect(self.reload)
        self.pane.list.chosen.connect(self.contact_asked)
        self.card.start_asked.connect(lambda: self.contact_asked.emit(self.card.person_id))
        self.editor.opened.connect(self.show_form)
        self.editor.saved.connect(self._on_saved)
        self.kit.words.changed.connect(self.reload)
        Reveal(self).changed.connect(self.card.reveal)
        bind_commands(self, Scope.PEOPLE, {"new_person": self.editor.write_new, "edit_person": self.edit})

    def _on_saved(self, person: Person) -> None:
        self.saved.emit()
        self.reload()
        self.load(person.id)

    def _list(self, found: PeopleFound) -> None:
        self.pane.show_items(found.items, caption(self.kit.words, found), self._kept(found))

    def _kept(self, found: PeopleFound) -> str:
        """Return who stays selected: nobody when the text is a new one."""
        again, self._text = found.text == self._text, found.text
        return self.pane.list.key if again else ""

    def _show(self, file: PersonFile | None) -> None:
        self.card.show_file(file, bool(file and self.form.holds(file.card.person.id)))
