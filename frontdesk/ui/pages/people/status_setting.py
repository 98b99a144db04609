"""Setting a status from a card: Ctrl+T, a number, Enter."""

from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.inner_number import LISTED
from frontdesk.domain.people import Leave, Person
from frontdesk.services.directory import Directory
from frontdesk.services.ports import Clock
from frontdesk.services.statuses import Statuses
from frontdesk.ui.pages.people.card import PersonCardView
from frontdesk.ui.pages.people.person_words import called
from frontdesk.ui.pages.people.status_strip import StatusStrip
from frontdesk.ui.tasks import Tasks


class DirectoryServices(Protocol):
    """What the directory's side of a card needs of the services."""

    @property
    def directory(self) -> Directory: ...
    @property
    def statuses(self) -> Statuses: ...
    @property
    def clock(self) -> Clock: ...


class StatusSetting(QObject):
    """``saved`` carries the person as stored; ``left`` follows the strip's end."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, card: PersonCardView, statuses: Statuses, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card, self._statuses, self._tasks, self.by = card, statuses, tasks, ""
        self.strip = StatusStrip(card.kit)
        card.put_strip(self.strip)
        self.strip.entered.connect(self._put)
        self.strip.leave_entered.connect(self._leave)
        self.strip.cleared.connect(self._clear)
        self.strip.left.connect(self._end)
        card.shown.connect(self._on_shown)

    def open(self) -> None:
        """Ask what whoever is on the card is doing, if they are of the directory."""
        file = self._card.file
        if file is None or file.card.person.kind not in LISTED:
            return
        person, now = file.card.person, self._statuses.now()
        name = called(person, self._card.kit.words.language)
        self.strip.open(person, name, now)

    def _put(self, status: str, until: datetime) -> None:
        self._run(partial(self._statuses.put, self.strip.person_id, status, until, self.by))

    def _leave(self, leave: Leave) -> None:
        self._run(partial(self._statuses.leave, self.strip.person_id, leave, self.by))

    def _clear(self) -> None:
        self._run(partial(self._statuses.clear, self.strip.person_id, self.by))

    def _run(self, work: "partial[Person]") -> None:
        self._tasks.run(work, self._done, self.strip.say_error)

    def _done(self, person: Person) -> None:
        self._end()
        self.saved.emit(person)

    def _end(self) -> None:
        if not self.strip.isHidden():  # the page itself may be out of sight by now
            self.strip.hide()
            self.left.emit()

    def _on_shown(self) -> None:
        """Another person came: their status is not what was being typed."""
        if self.strip.person_id and self.strip.person_id != self._card.person_id:
            self._end()
