"""The pass-down log: incidents, keys, patrols, unusual calls; what waits is closed by whoever sees to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta

from frontdesk.domain.clock_times import read_clock
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.shift_log import LONGEST_ENTRY, EntryKind, ShiftEntry
from frontdesk.domain.staff import Staff

from .clock import SITE_ZONE
from .ports import Clock
from .repositories import Repositories, Storage

LONGEST_SHIFT = timedelta(hours=24)
"""A shift began with the last hand-over, and at most so long ago."""


@dataclass(frozen=True, slots=True)
class ShiftPage:
    """The log of this shift: ``entries`` in the order in which they happened, ``waiting`` what was left open before.

    ``earlier`` are the words that an entry had before they were put right, by its id, the first ones first.
    """

    since: datetime
    entries: tuple[ShiftEntry, ...] = ()
    waiting: tuple[ShiftEntry, ...] = ()
    earlier: Mapping[str, tuple[ShiftEntry, ...]] = field(default_factory=dict)
    staff: Mapping[str, Staff] = field(default_factory=dict)


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

    def page(self) -> ShiftPage:
        """Read the log of this shift in one go."""
        now = self._clock.now()
        with self._storage.read() as repos:
            since = shift_start(repos, now)
            entries = tuple(repos.shift_log.between(since, now + timedelta(minutes=1)))
            waiting = tuple(one for one in repos.shift_log.open() if one.at < since)
            corrected = [one.id for one in (*entries, *waiting) if one.corrects]
            earlier = {key: tuple(repos.shift_log.history(key)[:-1]) for key in corrected}
            return ShiftPage(since, entries, waiting, earlier, {one.id: one for one in repos.staff.all()})

    def read_at(self, text: str) -> datetime:
        """Read at what time something happened, the last time that it was so late; nothing is now.

        Raise ``DeskError`` bad_time.
        """
        now = self._clock.now().astimezone(SITE_ZONE)
        if not text.strip():
            return now
        read = read_clock(text)
        if read is None:
            raise DeskError("bad_time", value=text.strip())
        day = datetime.combine(now.date(), time(), SITE_ZONE)
        at = day + timedelta(minutes=read.minutes)
        return at if at <= now else at - timedelta(days=1)

    def history(self, entry_id: str) -> list[ShiftEntry]:
        with self._storage.read() as repos:
            return repos.shift_log.history(entry_id)


def shift_start(repos: Repositories, now: datetime) -> datetime:
    """Return when the present shift began (UTC)."""
    newest = next(iter(repos.hand_overs.latest(1)), None)
    return max(newest.signed.at, now - LONGEST_SHIFT) if newest else now - LONGEST_SHIFT


def _said(text: str) -> str:
    said = text.strip()
    if not said:
        raise DeskError("entry_empty")
    if len(said) > LONGEST_ENTRY:
        raise DeskError("entry_too_long", most=LONGEST_ENTRY)
    return said
