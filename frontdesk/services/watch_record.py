"""What the services need of the database for the watch list; storage implements it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from frontdesk.domain.watch_list import WatchDecision, Watched


class WatchRecord(Protocol):
    """Entries and decisions. Rows are only ever added: a change and an end are rows of their own."""

    def save(self, watched: Watched, by: str, at: datetime) -> None:
        """Add an entry, or a change of it; earlier versions stay."""

    def end(self, watched_id: str, by: str, at: datetime) -> None:
        """End an entry; a second time changes nothing."""

    def get(self, watched_id: str) -> Watched | None: ...
    def all(self) -> list[Watched]:
        """Return all entries as they stand, also those that are over, the newest first."""

    def versions(self, watched_id: str) -> list[Watched]:
        """Return an entry as it stood after each change, oldest first."""

    def revision(self) -> tuple[int, int, int]:
        """Return what differs after every change of an entry."""

    def wipe(self, watched_ids: Iterable[str]) -> None:
        """Empty names, plate and reason of entries that are over, in every version, and the notes about them."""

    def decide(self, decision: WatchDecision) -> None: ...
    def decisions(self, start: datetime, end: datetime) -> list[WatchDecision]:
        """Return decisions, newest first, ``start <= at < end``."""

    def decisions_on(self, watched_id: str) -> list[WatchDecision]:
        """Return the decisions about an entry, newest first."""

    def latest_about(self, watched_id: str, about: str) -> WatchDecision | None:
        """Return what was decided last about a visitor and an entry; nothing where ``about`` is empty."""
