"""Merging on the page of people: reads, merges, and takes back what was done last."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from frontdesk.domain.errors import DeskError
from frontdesk.domain.merging import Merge
from frontdesk.domain.people import Person
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.duplicates import Duplicates
from frontdesk.services.merging import Merging
from frontdesk.ui.pages.people.merge_item import MergeChoices
from frontdesk.ui.pages.people.merge_pane import MergePane
from frontdesk.ui.pages.people.person_words import called
from frontdesk.ui.tasks import Tasks

LIST, LOOK = "merge list", "merge preview"


class MergeServices(Protocol):
    """What merging needs of the services."""

    @property
    def duplicates(self) -> Duplicates: ...
    @property
    def merging(self) -> Merging: ...
    @property
    def contact_log(self) -> ContactLog: ...


class Merger(QObject):
    """``kept`` is the id of who stayed, while the last merge is still spoken of.

    ``opened``: the pane has something to show. ``merged`` carries the id of who stays, ``parted`` that of who did.
    ``undo_offered`` tells whether Ctrl+Z takes a merge back now; ``refused`` carries the ``DeskError`` why not.
    """

    opened = Signal()
    merged = Signal(str)
    parted = Signal(str)
    undo_offered = Signal(bool)
    refused = Signal(object)

    def __init__(self, pane: MergePane, services: MergeServices, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane, self._services, self._tasks = pane, services, tasks
        self._last: Merge | None = None
        self._opened: Person | None = None
        self._before: Person | None = None
        self._wanted = self.by = self.kept = ""
        pane.looked.connect(self._look)
        pane.merged.connect(self._merge)
        pane.parted.connect(lambda merge_id: self._part(merge_id, pane.refuse))

    @property
    def can_undo(self) -> bool:
        """Tell whether a merge was made just before."""
        return self._last is not None

    def open(self, person: Person) -> None:
        """Look for duplicates of somebody; those whose names only sound alike follow when all names are read."""
        self._wanted = person.id
        if self._opened is not None and self._opened.id != person.id:
            self._before = self._opened
        self._opened = person
        self._read(person, self._open)
        if not self._services.duplicates.complete:
            self._tasks.aside(self._services.duplicates.prepare, lambda _: self._read_again(person))

    def undo(self) -> bool:
        """Take the last merge back; tell whether there was one."""
        merge = self._last
        if merge is not None:
            self.forget_undo()
            self.kept = merge.into_id
            self._part(merge.id, self.refused.emit)
        return merge is not None

    def forget_undo(self) -> None:
        """Let the last merge rest; it can still be undone from the list."""
        self.kept = ""
        if self._last is not None:
            self._last = None
            self.undo_offered.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z take a merge back right after it was made, even from the box."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo) and self.can_undo:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self.undo()
        return False

    def _read(self, person: Person, done: Callable[[MergeChoices], None]) -> None:
        name, before = called(person, self._pane.kit.words.language), self._before

        def work() -> MergeChoices:
            services = self._services
            found, past = services.duplicates.like(person), tuple(services.merging.past(person.id))
            staff = tuple(services.contact_log.staff_names().values()) if past else ()
            return MergeChoices(person.id, name, found, past, staff, before)

        self._tasks.run(work, done, latest=LIST)

    def _read_again(self, person: Person) -> None:
        if self._wanted == person.id == self._pane.person_id and not self._pane.previewing:
            self._read(person, self._pane.open)

    def _open(self, choices: MergeChoices) -> None:
        self._pane.open(choices)
        self.opened.emit()

    def _look(self, ids: tuple[str, ...]) -> None:
        look = partial(self._services.merging.preview, ids)
        self._tasks.run(look, self._pane.look_at, self._pane.refuse, LOOK)

    def _merge(self, ids: tuple[str, ...]) -> None:
        self._tasks.run(partial(self._services.merging.merge, ids, self.by), self._done, self._pane.refuse)

    def _done(self, merge: Merge) -> None:
        self._last, self.kept = merge, merge.into_id
        self._opened = self._before = None
        self.merged.emit(merge.into_id)
        self.undo_offered.emit(True)

    def _part(self, merge_id: str, refuse: Callable[[DeskError], None]) -> None:
        undo = partial(self._services.merging.undo, merge_id, self.by)
        self._tasks.run(undo, lambda person: self.parted.emit(person.id), refuse)
