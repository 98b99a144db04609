"""The people on file (F3): find somebody, see who it is, start a contact, write and change."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Staff
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.commands import Handlers, Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.minutes import Minutes
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.pages.people.card import PersonCardView
from frontdesk.ui.pages.people.card_values import FACT, NUMBER
from frontdesk.ui.pages.people.editing import CardEditing
from frontdesk.ui.pages.people.editor import PersonEditor
from frontdesk.ui.pages.people.merge_pane import MergePane
from frontdesk.ui.pages.people.merger import Merger, MergeServices
from frontdesk.ui.pages.people.noticing import NEW
from frontdesk.ui.pages.people.people_reader import PeopleFound, PeopleReader, caption
from frontdesk.ui.pages.people.person_entry import FIELDS
from frontdesk.ui.pages.people.person_file import PersonFile, read_file
from frontdesk.ui.pages.people.person_painter import PersonPainter
from frontdesk.ui.pages.people.status_setting import DirectoryServices, StatusSetting
from frontdesk.ui.pages.picking.pane import PickPane
from frontdesk.ui.pages.picking.split_page import SplitPage
from frontdesk.ui.reveal import Reveal
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

FIND, CARD = "people list", "people card"


class PeopleServices(MergeServices, DirectoryServices, Protocol):
    """What the page needs of the services beside those that it is given by name."""


class PeoplePage(SplitPage):
    """Implements ``Page``. ``contact_asked`` carries the id of the person to start a contact with;
    ``saved`` follows every change of somebody on file; ``looked`` carries an ``AuditKind`` and whose data it was.
    """

    page_id = "people"
    contact_asked = Signal(str)
    promise_asked = Signal(str)
    saved = Signal()
    looked = Signal(object, str)

    def __init__(
        self, kit: Kit, lookup: PeopleLookup, book: PeopleBook, log: ContactLog, tasks: Tasks, watcher: Watcher,
        services: PeopleServices, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        brush = Brush(kit)
        card, form = PersonCardView(kit, brush), FormPane(kit, "people", FIELDS)
        pane = PickPane(kit, brush, PersonPainter(brush), "people", (("Ins", "people.add"), ("Ctrl+M", "people.merge")))
        super().__init__(kit, pane, card, card.scroller, form, watcher, parent)
        self.card = card
        self._book, self._log, self._tasks = book, log, tasks
        self._reader, self._text, self._next = PeopleReader(lookup, book, log), "", ""
        self.editor = PersonEditor(form, book, services.duplicates, tasks, self)
        self.editing, self._to_ask = CardEditing(card, book, lookup, tasks, self), ""
        self.merge = MergePane(kit, brush)
        self.right.addWidget(self.merge)
        self.merger = Merger(self.merge, services, tasks, self)
        self.status, self._directory = StatusSetting(card, services.statuses, tasks, self), services.directory
        self.minutes = Minutes(services.clock, self)
        self._connect()
        self._connect_editing()
        self._connect_merging()
        self._connect_status()

    def sign_in(self, staff: Staff) -> None:
        """Write as this one from now on."""
        self.editor.by = self.editing.by = self.merger.by = self.status.by = staff.id

    def open_person(self, person_id: str) -> None:
        """Show somebody, whether they are in the list or not."""
        self._next = ""  # whoever was to be shown next was asked for before
        if not self.pane.list.pick(person_id) or self.card.person_id != person_id:
            self.load(person_id)  # also where the list stands on them, and the card has somebody else

    @property
    def unsaved(self) -> bool:
        """Tell whether a form, or a field on the card, holds typing that is not saved."""
        return self.form.unsaved or self.editing.unsaved

    def ask_about_unsaved(self) -> None:
        """Bring forward what is not saved, and ask about it."""
        aside = self.editing.aside()
        if self.form.unsaved:
            super().ask_about_unsaved()
        elif aside and aside != self.card.person_id:
            self._to_ask = aside
            self.open_person(aside)
        else:
            self._ask_on_card()

    def _ask_on_card(self) -> None:
        self._to_ask = ""
        self.editing.begin()
        self.editing.warn()

    @property
    def on_card(self) -> bool:
        """Tell whether somebody's card is in view, neither a form nor a merge."""
        return self.card.file is not None and self.right.currentWidget() is self.card

    def edit(self) -> None:
        """Walk over the values of the card to change them in place, or go on in a form begun before."""
        if self.form.holds(self.card.person_id):
            self.edit_whole()
        elif self.on_card:
            self.editing.begin()

    def edit_whole(self) -> None:
        """Open the form with everything about whoever is on the card."""
        if self.on_card:
            self.editing.end()
            self.editor.edit(self.card.person_id)

    def add(self, kind: str) -> None:
        """Write a new number or fact on the card."""
        if self.on_card:
            self.editing.add(kind)

    def set_status(self) -> None:
        """Say what a member of staff is doing now."""
        if self.on_card and not self.editing.on:
            self.status.open()

    def merge_duplicates(self) -> None:
        """Look who may be the same as whoever is on the card."""
        if self.card.file is not None and self.on_card and not self.editing.on:
            self.merger.open(self.card.file.card.person)

    def write_new(self) -> None:
        """Begin somebody new from what stands in the box."""
        self.editor.write_new(self.pane.box.text() if self.pane.box.hasFocus() else "")

    def reopen(self, key: str) -> None:
        self.editor.reopen(key)

    def read(self, key: str) -> None:
        if key:
            self._tasks.run(partial(read_file, self._book, self._log, self._directory, key), self._show, latest=CARD)
        else:
            self._tasks.forget(CARD)
            self._show(None)

    def reload(self) -> None:
        """Read the list again; while the card is edited that waits, until somebody types in the box."""
        if self.editing.on and not self.pane.box.hasFocus():
            return
        self.editing.end()
        self._tasks.run(partial(self._reader.read, self.pane.box.text()), self._list, latest=FIND)

    def _connect(self) -> None:
        self.pane.typed.connect(self.reload)
        self.pane.list.moved.connect(self._stay)
        self.pane.list.chosen.connect(self.contact_asked)
        self.card.start_asked.connect(lambda: self.contact_asked.emit(self.card.person_id))
        self.editor.opened.connect(self.show_form)
        self.editor.saved.connect(self._on_saved)
        self.editor.instead.connect(self.load)
        self.form.left.connect(self.reload)
        for read in (self.editor.seen, self.editing.revealed):
            read.connect(partial(self.looked.emit, AuditKind.REVEAL))
        self.kit.words.changed.connect(self.reload)
        self._held = Reveal(self)
        self._held.changed.connect(self._reveal)
        keys = {"new_person": self.write_new, "edit_person": self.edit, "merge_people": self.merge_duplicates}
        bind_commands(self, Scope.PEOPLE, keys)

    def _connect_editing(self) -> None:
        self.editing.saved.connect(self._on_changed)
        self.editing.left.connect(self._on_edited)
        self.editing.status_asked.connect(self.status.open)
        keys: Handlers = {
            "edit_whole_person": self.edit_whole,
            "add_fact": partial(self.add, FACT),
            "add_number": partial(self.add, NUMBER),
            "see_all": self.card.show_whole,
        }
        bind_commands(self, Scope.PEOPLE, keys)

    def _on_changed(self, person: Person) -> None:
        """Show what was changed in place."""
        self.saved.emit()
        self.load(person.id)

    def _on_edited(self) -> None:
        """Back to the box; whoever was edited stays in view, whatever the list says of them now."""
        self.pane.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._next = self.card.person_id
        self.reload()

    def _connect_merging(self) -> None:
        self.merger.opened.connect(self._show_merge)
        self.merge.left.connect(self._on_left)
        self.merger.merged.connect(self._on_merged)
        self.merger.parted.connect(self._on_merged)
        self.merger.undo_offered.connect(lambda on: self.card.say("merging.done" if on else ""))
        self.merger.refused.connect(lambda error: self.card.say(f"errors.{error.code}"))
        for begun in (self.pane.typed, self.contact_asked, self.editor.opened, self.editing.saved, self.status.saved):
            begun.connect(self._forget_merge)
        for widget in (self.pane.box, self.pane.list):
            widget.installEventFilter(self.merger)

    def _connect_status(self) -> None:
        self.status.saved.connect(self._on_changed)
        self.status.left.connect(lambda: self.pane.box.setFocus(Qt.FocusReason.OtherFocusReason))
        self.minutes.passed.connect(self.look_at_clock)
        bind_commands(self, Scope.PEOPLE, {"set_status": self.set_status})

    def look_at_clock(self) -> None:
        """Say how it stands with whoever is on the card as of now; what is being changed stays as it is."""
        if self.isVisible() and self.on_card and not self.editing.on and self.card.file and self.card.file.entry:
            self.read(self.card.person_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ending = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        owed = self.card.file.card.promises if self.card.file and self.on_card and not self.editing.on else ()
        if ending and event.modifiers() & Qt.KeyboardModifier.ControlModifier and owed:
            self.promise_asked.emit(owed[0].id)
        else:
            super().keyPressEvent(event)

    def _show_merge(self) -> None:
        self.right.setCurrentWidget(self.merge)
        self.merge.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_merge(self) -> None:
        """Let the last merge rest once something else is done or somebody else is looked at."""
        if self.merger.kept:
            self.merger.forget_undo()
            self.card.say("")

    def _on_merged(self, person_id: str) -> None:
        """Turn to who stays after a merge, or after one was undone."""
        self._on_left()
        self.saved.emit()
        self._next = person_id
        self.reload()

    def _on_saved(self, person: Person) -> None:
        self.saved.emit()
        self.reload()
        self.load(person.id)

    def _list(self, found: PeopleFound) -> None:
        same = found.text == self._text and self.pane.list.key in {item.key for item in found.items}
        if self.in_form and not same:
            return  # a form must not give way to whoever comes into the list; it is read again when that is left
        wanted, self._next = self._next, ""
        self.pane.show_items(found.items, caption(self.kit.words, found), wanted or self._kept(found))
        if wanted:
            self.open_person(wanted)
            self.load(wanted)

    def _stay(self) -> None:
        """Stay with whoever is turned to now, even if another was to be shown with the next list."""
        self._next = ""

    def _kept(self, found: PeopleFound) -> str:
        """Return who stays selected: nobody when the text is a new one."""
        again, self._text = found.text == self._text, found.text
        return self.pane.list.key if again else ""

    def _reveal(self, on: bool) -> None:
        """Show everything in full while the keys are held, and put that on record."""
        self.card.reveal(on)
        self.form.form.reveal(on)
        subject = self.form.key if self.in_form else self.card.person_id
        if on and subject not in ("", NEW):
            self.looked.emit(AuditKind.REVEAL, subject)

    def _show(self, file: PersonFile | None) -> None:
        if file is not None and self._held.shown and file.card.person.id != self.card.person_id:
            self.looked.emit(AuditKind.REVEAL, file.card.person.id)
        key = file.card.person.id if file else ""
        if key and key != self.merger.kept:
            self._forget_merge()
        self.card.show_file(file, self.form.holds(key) or self.editing.holds(key))
        if key and key == self._to_ask:
            self._ask_on_card()
