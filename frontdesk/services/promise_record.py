"""What the services need of the database for promises; storage implements it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from frontdesk.domain.promises import DueCounts, Promise, PromiseEvent


class PromiseRecord(Protocol):
    """What the desk owes, as it stands, with events that are only ever added. Times are in UTC."""

    def add(self, promise: Promise, event: PromiseEvent) -> bool:
        """Add a promise; a second one with the same id is ignored and False returned."""

    def add_many(self, items: Iterable[tuple[Promise, Sequence[PromiseEvent]]]) -> None: ...
    def save(self, promise: Promise, event: PromiseEvent) -> None:
        """Store how a promise stands now, and what brought it there."""

    def get(self, promise_id: str) -> Promise | None: ...
    def events(self, promise_id: str) -> list[PromiseEvent]:
        """Return what happened to a promise, oldest first."""

    def open(self, owner: str = "", limit: int = -1) -> list[Promise]:
        """Return open promises, of one member of staff or of all, by due time; those without one come last."""

    def open_at(self, moment: datetime) -> list[Promise]:
        """Return what was open at a moment, by the due times of then; what was taken back since is left out."""

    def due_between(self, start: datetime, end: datetime, moment: datetime) -> list[Promise]:
        """Return what was due, ``start <= due < end``, as all of it stood at a moment."""

    def open_of(self, person_id: str, limit: int) -> list[Promise]:
        """Return what is promised to somebody, or to those who were merged into them, by due time."""

    def call_backs(self, person_id: str, digits: str) -> list[Promise]:
        """Return the open call-backs of a person or of a number, newest first."""

    def closed_by_contact(self, contact_id: str) -> list[Promise]:
        """Return call-backs that were closed because somebody called again."""

    def closed_since(self, since: datetime, limit: int = -1) -> list[Promise]:
        """Return closed promises, the last one closed first; -1 for all."""

    def counts(self, now: datetime, midnight: datetime, owner: str = "") -> DueCounts:
        """Count what is open; what is due before ``midnight`` is due today."""

    def of_contacts(self, contact_ids: Collection[str]) -> dict[str, Promise]:
        """Return what was promised in these contacts, by contact."""
