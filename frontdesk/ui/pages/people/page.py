"""The people on file (F3): find somebody, see who it is, start a contact, write and change."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

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
from frontdesk.ui.reveal import Reveal
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.ground import Ground

FIND, CARD = "people list", "people card"


class PeoplePage(Ground):
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
        super().__init__(kit, "surface", parent)
        self._book, self._log, self._tasks = book, log, tasks
        self._reader, self._fresh = PeopleReader(lookup, book, log), False
        brush = Brush(kit)
        self.pane = PickPane(kit, brush, PersonPainter(brush), "people", (("Ins", "people.add"),))
        self.card = PersonCardView(kit, brush)
        self.form = FormPane(kit, "people", FIELDS)
        self.editor = PersonEditor(self.form, book, tasks, self)
        self.right = QStackedWidget()
        self._arrange()
        self._connect(watcher)

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def unsaved(self) -> bool:
        """Tell whether a form holds typing that is not saved."""
        return self.form.unsaved

    def focus_first(self) -> None:
        """Go on with an open form, else begin in the box."""
        target = self.form if self.form.key else self.pane.box
        (target.focusWidget() or target).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sign_in(self, staff: Staff) -> None:
        """Write as this one from now on."""
        self.editor.by = staff.id

    def open_person(self, person_id: str) -> None:
        """Show somebody, whether they are in the list or not."""
        if not self.pane.list.pick(person_id):
            self._load(person_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fresh:
            self._find()

    def _connect(self, watcher: Watcher) -> None:
        self.pane.typed.connect(self._find)
        self.pane.turned.connect(self.card.scroller.turn)
        self.pane.list.moved.connect(self._on_moved)
        self.pane.list.chosen.connect(self.contact_asked)
        self.card.start_asked.connect(lambda: self.contact_asked.emit(self.pane.list.key))
        self.editor.opened.connect(lambda: self.right.setCurrentWidget(self.form))
        self.editor.saved.connect(self._on_saved)
        self.form.left.connect(self._on_left)
        self.kit.words.changed.connect(self._find)
        watcher.changed.connect(self._on_news)
        Reveal(self).changed.connect(self.card.reveal)
        bind_commands(self, Scope.PEOPLE, {"new_person": self.editor.write_new, "edit_person": self.edit})

    def edit(self) -> None:
        """Change whoever is on the card."""
        if self.card.file is not None and self.right.currentWidget() is self.card:
            self.editor.edit(self.card.file.card.person.id)

    def _on_moved(self, person_id: str) -> None:
        """Turn to somebody else; typing in the form is put aside for later."""
        self.form.put_aside()
        self.right.setCurrentWidget(self.card)
        self._load(person_id)

    def _on_left(self) -> None:
        self.right.setCurrentWidget(self.card)
        self.pane.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self, person: Person) -> None:
        self.saved.emit()
        self._find()
        self._load(person.id)

    def _on_news(self) -> None:
        self._fresh = False
        if self.isVisible():
            self._find()
            self._load(self.pane.list.key)

    def _find(self) -> None:
        self._fresh = True
        self._tasks.run(partial(self._reader.read, self.pane.box.text()), self._list, latest=FIND)

    def _list(self, found: PeopleFound) -> None:
        self.pane.show_items(found.items, caption(self.kit.words, found), keep="" if found.text else self.pane.list.key)

    def _load(self, person_id: str) -> None:
        if person_id:
            self._tasks.run(partial(read_file, self._book, self._log, person_id), self._show, latest=CARD)
        else:
            self._tasks.forget(CARD)
            self._show(None)

    def _show(self, file: PersonFile | None) -> None:
        self.card.show_file(file, bool(file and self.form.holds(file.card.person.id)))

    def _arrange(self) -> None:
        self.right.addWidget(self.card)
        self.right.addWidget(self.form)
        across = QHBoxLayout(self)
        across.addWidget(self.pane)
        across.addWidget(self.right, 1)
        self.space(across)
        self.setFocusProxy(self.pane)
