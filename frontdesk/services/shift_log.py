"""The pass-down log: incidents, keys, patrols, unusual calls; what waits is closed by whoever sees to it."""

from dataclasses import replace
from datetime import UTC, datetime

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.shift_log import LONGEST_ENTRY, EntryKind, ShiftEntry

from .ports import Clock
from .repositories import Storage


class ShiftLog:
    """Entries are only ever added; putting one right is another that takes its place."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def write(
        self,
        kind: EntryKind,
        text: str,
        by: str,
        place: str = "",
        at: datetime | None = None,
        follow_up: bool = False,
        visit_id: str = "",
    ) -> ShiftEntry:
        """Write an entry; ``at`` is when it happened, now if not said.

        Raise ``DeskError``: entry_empty, entry_too_long.
        """
        now = self._clock.now()
        entry = ShiftEntry(
            new_id(), (at or now).astimezone(UTC), kind, _said(text), now, by, place, visit_id, follow_up=follow_up
        )
        with self._storage.write() as repos:
            repos.shift_log.add(entry)
        return entry

    def put_right(self, entry_id: str, text: str, by: str, kind: EntryKind | None = None) -> ShiftEntry:
        """Replace an entry's words; the first ones stay on record. Raise ``DeskError`` also entry_gone."""
        said, now = _said(text), self._clock.now()
        with self._storage.write() as repos:
            before = repos.shift_log.get(entry_id)
            if before is None:
                raise DeskError("entry_gone")
            after = replace(
                before, id=new_id(), text=said, kind=kind or before.kind, by=by, written_at=now, corrects=entry_id
            )
            repos.shift_log.add(after)
            if before.closed_at is not None:
                repos.shift_log.close(after.id, before.closed_at, before.closed_by, before.closing)
        return after

    def close(self, entry_id: str, by: str, closing: str = "") -> None:
        """Say that what waited has been seen to. Raise ``DeskError`` entry_gone."""
        with self._storage.write() as repos:
            if repos.shift_log.get(entry_id) is None:
                raise DeskError("entry_gone")
            repos.shift_log.close(entry_id, self._clock.now(), by, " ".join(closing.split()))

    def between(self, start: datetime, end: datetime) -> list[ShiftEntry]:
        with self._storage.read() as repos:
            return repos.shift_log.between(start, end)

    def open(self) -> list[ShiftEntry]:
        with self._storage.read() as repos:
            return repos.shift_log.open()

    def history(self, entry_id: str) -> list[ShiftEntry]:
        with self._storage.read() as repos:
            return repos.shift_log.history(entry_id)


def _said(text: str) -> str:
    said = text.strip()
    if not said:
        raise DeskError("entry_empty")
    if len(said) > LONGEST_ENTRY:
        raise DeskError("entry_too_long", most=LONGEST_ENTRY)
    return said
