"""What the desk owes: made with a contact or by itself, moved, told, closed only with an outcome."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from itertools import chain

from frontdesk.domain.contacts import Contact
from frontdesk.domain.due_times import read_due, suggested_due
from frontdesk.domain.errors import DeskError
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.promises import (
    RATE_DAYS,
    Closing,
    DueCounts,
    KeptRate,
    Promise,
    PromiseEvent,
    PromiseEventKind,
    kept_rate,
)
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.owing import closed
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Storage
from frontdesk.services.site_hours import desk_hours

LATEST_CLOSED = 200


@dataclass(frozen=True, slots=True)
class DueList:
    """Open promises by due time, those without one last, and how well times were kept lately."""

    promises: tuple[Promise, ...] = ()
    rate: KeptRate = field(default_factory=KeptRate)


@dataclass(frozen=True, slots=True)
class BrokenOff:
    """A line that broke off and is to be called back: the promise and the contact it comes from."""

    promise: Promise
    contact: Contact


class Promises:
    """Each change is stored with an event of its own; nothing is ever lost."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def now(self) -> datetime:
        """Return the present in the site's time."""
        return self._clock.now().astimezone(SITE_ZONE)

    def suggested(self) -> datetime:
        """Return by when most things are promised: the end of today's work, in the site's time."""
        with self._storage.read() as repos:
            return suggested_due(self.now(), desk_hours(repos))

    def read(self, text: str) -> datetime:
        """Read by when something is promised, in the site's time. Raise ``DeskError`` as ``read_due`` does."""
        with self._storage.read() as repos:
            return read_due(text, self.now(), desk_hours(repos))

    def get(self, promise_id: str) -> Promise | None:
        with self._storage.read() as repos:
            return repos.promises.get(promise_id)

    def events(self, promise_id: str) -> list[PromiseEvent]:
        with self._storage.read() as repos:
            return repos.promises.events(promise_id)

    def make(self, promise: Promise) -> Promise:
        """Add a promise that no contact made."""
        due = promise.due_at.astimezone(UTC) if promise.due_at else None
        parsed = parse_number(promise.number) if promise.number else None
        digits = (parsed.digits or parsed.extension) if parsed else ""
        stored = replace(promise, due_at=due, digits=digits)
        with self._storage.write() as repos:
            event = PromiseEvent(stored.made_at, stored.made_by, PromiseEventKind.MADE, due.isoformat() if due else "")
            repos.promises.add(stored, event)
        return stored

    def move(self, promise_id: str, due: datetime | None, by: str) -> Promise:
        """Agree on another time, None on none. A time that had passed counts as missed for good.

        Raise ``DeskError``, as all changes do: promise_gone, promise_closed.
        """
        moment, now = due.astimezone(UTC) if due else None, self._clock.now()

        def moved(before: Promise) -> Promise:
            return replace(before, due_at=moment, late=before.late or before.overdue(now))

        return self._change(promise_id, moved, PromiseEventKind.MOVED, moment.isoformat() if moment else "", by)

    def address(self, promise_id: str, name: str, person_id: str, by: str) -> Promise:
        """Say for whom a message is; the id is empty for somebody who is not in the directory. Events hold no names:
        nobody could erase them."""
        kind = PromiseEventKind.ADDRESSED
        return self._change(
            promise_id, lambda before: replace(before, for_id=person_id, for_name=name), kind, person_id, by
        )

    def tell(self, promise_id: str, by: str) -> Promise:
        """Mark a message as told now. Raise ``DeskError`` also message_only."""
        return self._change(promise_id, self._told, PromiseEventKind.TOLD, "", by)

    def close(self, promise_id: str, closing: Closing, by: str) -> Promise:
        now = self._clock.now()
        return self._change(
            promise_id, lambda before: closed(before, closing, by, now), PromiseEventKind.CLOSED, closing.value, by
        )

    def put_back(self, before: Promise, by: str) -> Promise:
        """Let a promise stand as it did before the last change; what happened meanwhile stays on record."""
        with self._storage.write() as repos:
            present = repos.promises.get(before.id)
            if present is None:
                raise DeskError("promise_gone")
            repos.promises.save(before, PromiseEvent(self._clock.now(), by, *_way_back(present, before)))
        return before

    def due_list(self, owner: str = "") -> DueList:
        """Return what is open, of one member of staff or of all."""
        now = self._clock.now()
        with self._storage.read() as repos:
            promises = repos.promises.open(owner)
            done = repos.promises.closed_since(now - timedelta(days=RATE_DAYS))
        mine = (one for one in done if owner in ("", one.owner))
        return DueList(tuple(promises), kept_rate(chain(promises, mine), now))

    def closed_lately(self, owner: str = "") -> tuple[Promise, ...]:
        """Return what was closed last, newest first; what was taken back is left out."""
        since = self._clock.now() - timedelta(days=RATE_DAYS)
        with self._storage.read() as repos:
            done = repos.promises.closed_since(since, LATEST_CLOSED)
        return tuple(one for one in done if one.closing is not Closing.WITHDRAWN and owner in ("", one.owner))

    def counts(self, owner: str = "") -> DueCounts:
        """Count what is to be done today, of one member of staff or of all."""
        now = self.now()
        midnight = datetime.combine(now.date() + timedelta(days=1), time(), SITE_ZONE)
        with self._storage.read() as repos:
            return repos.promises.counts(now, midnight, owner)

    def most_urgent(self, limit: int) -> list[Promise]:
        """Return what is to be done today, what is due first at the top."""
        midnight = datetime.combine(self.now().date() + timedelta(days=1), time(), SITE_ZONE)
        with self._storage.read() as repos:
            found = repos.promises.open(limit=limit)
        return [one for one in found if one.due_at is not None and one.due_at < midnight]

    def due_between(self, start: datetime, end: datetime) -> list[Promise]:
        """Return open promises that became due after ``start``, up to ``end``."""
        with self._storage.read() as repos:
            return [one for one in repos.promises.open() if one.due_at and start < one.due_at <= end]

    def broken_off(self, person_id: str, number: str) -> BrokenOff | None:
        """Return the last call with somebody, or with a number, that broke off and was not called back yet."""
        parsed = parse_number(number) if number else None
        digits = (parsed.digits or parsed.extension) if parsed else ""
        with self._storage.read() as repos:
            for promise in repos.promises.call_backs(person_id, digits):
                contact = repos.contacts.get(promise.contact_id)
                if contact is not None:
                    return BrokenOff(promise, contact)
        return None

    def _told(self, before: Promise) -> Promise:
        if not before.to_tell:
            raise DeskError("message_only")
        return replace(before, told_at=self._clock.now())

    def _change(
        self, promise_id: str, change: Callable[[Promise], Promise], kind: PromiseEventKind, detail: str, by: str
    ) -> Promise:
        with self._storage.write() as repos:
            before = repos.promises.get(promise_id)
            if before is None:
                raise DeskError("promise_gone")
            if not before.open:
                raise DeskError("promise_closed")
            after = change(before)
            repos.promises.save(after, PromiseEvent(self._clock.now(), by, kind, detail))
        return after


def _way_back(present: Promise, before: Promise) -> tuple[PromiseEventKind, str]:
    """Name what leads from how a promise stands back to how it stood."""
    if before.open and not present.open:
        return PromiseEventKind.REOPENED, ""
    if present.told_at and not before.told_at:
        return PromiseEventKind.UNTOLD, ""
    return PromiseEventKind.MOVED, before.due_at.isoformat() if before.due_at else ""
