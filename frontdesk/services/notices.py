"""Posting notices, and who has read them.

A notice is changed by another one in its place. Words that stay the same stay read; other words are read anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from frontdesk.domain.collation import sort_key
from frontdesk.domain.due_times import read_due
from frontdesk.domain.errors import DeskError
from frontdesk.domain.hours_words import Span
from frontdesk.domain.ids import new_id
from frontdesk.domain.notices import Notice, Posted, Terms, Wording
from frontdesk.domain.staff import Staff
from frontdesk.domain.working_hours import WorkingHours

from .clock import SITE_ZONE
from .ports import Clock
from .repositories import Repositories, Storage
from .security import TERMINAL

WHOLE_DAYS = WorkingHours(((Span(0, 24 * 60),),) * 7)
"""A notice up to a day stands until that day is over, whatever hours the desk works."""


@dataclass(frozen=True, slots=True)
class Readers:
    """Who has to read a notice and has not, and who has read it when; its words were first said at ``since``."""

    notice: Notice
    since: datetime
    unread: tuple[Staff, ...] = ()
    read: tuple[tuple[Staff, datetime], ...] = ()


class Notices:
    """Everything is only ever added."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def now(self) -> datetime:
        """Return the present in the site's time."""
        return self._clock.now().astimezone(SITE_ZONE)

    def read_until(self, text: str) -> datetime | None:
        """Read until when a notice stands: a day, to its end, or a time; nothing means until it is taken off.

        Raise ``DeskError`` as ``read_due`` does.
        """
        return read_due(text, self.now(), WHOLE_DAYS) if text.strip() else None

    def post(self, wording: Wording, terms: Terms, by: str) -> Notice:
        """Post a notice. Raise ``DeskError`` notice_empty, notice_too_long or due_past."""
        notice = self._made(wording.checked(), terms, by)
        with self._storage.write() as repos:
            _keep(repos, notice)
        return notice

    def replace(self, notice_id: str, wording: Wording, terms: Terms, by: str) -> Notice:
        """Put other words or terms in the place of a notice; the same change nothing.

        Raise ``DeskError`` as ``post`` does, or notice_gone for one that does not stand any more.
        """
        said = wording.checked()
        with self._storage.write() as repos:
            old = next((one for one in repos.notices.standing(self._clock.now()) if one.id == notice_id), None)
            if old is None:
                raise DeskError("notice_gone")
            if (said, terms) == (old.wording, old.terms):
                return old
            kept = old.wording_id if said == old.wording else ""
            notice = self._made(said, terms, by, kept, notice_id)
            _keep(repos, notice)
            repos.notices.end(notice_id, by, notice.made_at)
        return notice

    def end(self, notice_id: str, by: str) -> None:
        """Take a notice off; it stays on record."""
        with self._storage.write() as repos:
            repos.notices.end(notice_id, by, self._clock.now())

    def to_read(self) -> tuple[Posted, ...]:
        """Return the notices that somebody has to read and that stand now, the oldest first."""
        with self._storage.read() as repos:
            return tuple(one for one in repos.notices.posted(self._clock.now()) if one.notice.terms.must_read)

    def unread(self, staff_id: str) -> tuple[Notice, ...]:
        """Return what somebody still has to read, the oldest first."""
        with self._storage.read() as repos:
            staff = repos.staff.get(staff_id)
            posted = repos.notices.posted(self._clock.now()) if staff else []
            return tuple(one.notice for one in posted if staff and one.waits_for(staff))

    def mark_read(self, wording_ids: Iterable[str], staff_id: str) -> None:
        """Note that somebody who has signed in has read these words."""
        with self._storage.write() as repos:
            repos.notices.mark_read(wording_ids, staff_id, self._clock.now())

    def get(self, notice_id: str) -> Notice:
        """Return a notice. Raise ``DeskError`` notice_gone."""
        with self._storage.read() as repos:
            return _known(repos, notice_id)

    def readers(self, notice_id: str) -> Readers:
        """Return who has read a notice and who has not. Raise ``DeskError`` notice_gone."""
        with self._storage.read() as repos:
            notice = _known(repos, notice_id)
            first = repos.notices.get(notice.wording_id) or notice
            read_at = repos.notices.read_at([notice.wording_id]).get(notice.wording_id, {})
            staff = repos.staff.all()
        read = [(one, read_at[one.id]) for one in staff if one.id in read_at]
        unread = Posted(notice, read_at).unread_by(readers_among(staff))
        return Readers(notice, first.made_at, tuple(unread), tuple(sorted(read, key=lambda pair: pair[1])))

    def _made(self, said: Wording, terms: Terms, by: str, wording_id: str = "", replaces: str = "") -> Notice:
        now, key = self._clock.now().astimezone(UTC), new_id()
        if terms.until is not None and terms.until <= now:
            raise DeskError("due_past", value="")
        return Notice(key, said, now, by, terms, wording_id or key, replaces)


def readers_among(staff: Iterable[Staff]) -> list[Staff]:
    """Return those who can read notices, by name: people who work here, not the terminal."""
    there = (one for one in staff if not one.archived and one.code != TERMINAL)
    return sorted(there, key=lambda one: sort_key(one.name))


def _keep(repos: Repositories, notice: Notice) -> None:
    """Post a notice; whoever wrote its words knows them."""
    repos.notices.add(notice)
    if notice.wording_id == notice.id:
        repos.notices.mark_read([notice.id], notice.made_by, notice.made_at)


def _known(repos: Repositories, notice_id: str) -> Notice:
    notice = repos.notices.get(notice_id)
    if notice is None:
        raise DeskError("notice_gone")
    return notice
