"""The watch list: who is on it, whom an arrival may be, and what the guard decided.

Looking at the list and every change of it are on the record of looking at personal data. A guard decides, never the
program: a hit is a likeness with its reason.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.near_days import read_near_day
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.staff import Staff
from frontdesk.domain.watch_list import LONGEST_NOTE, Decision, WatchDecision, Watched, WatchHit, checked
from frontdesk.domain.watch_matching import WatchMatcher, about_visitor

from .clock import SITE_ZONE
from .ports import Clock
from .repositories import Repositories, Storage

KEPT_AFTER_END = timedelta(days=365)
"""How long it stays known who was listed once an entry is over; then names, plate and reason are wiped, the next time
somebody opens the list, adds to it or decides."""

USUAL_TIME = timedelta(days=365)
"""How long an entry counts unless somebody says otherwise."""

MOST_ENTRIES = 2_000

EVER, EVER_AFTER = datetime.min.replace(tzinfo=UTC), timedelta(days=1)
"""From when and up to how long after now decisions are read; clocks are put right now and then."""


@dataclass(frozen=True, slots=True)
class WatchBoard:
    """What the page shows, read in one go: entries, the newest first, with the decisions about each, newest first.

    ``manages`` says whether whoever looks may end entries.
    """

    today: date
    entries: tuple[Watched, ...] = ()
    decisions: Mapping[str, tuple[WatchDecision, ...]] = field(default_factory=dict)
    staff: Mapping[str, Staff] = field(default_factory=dict)
    manages: bool = False


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Entries that count today, ready to compare with; stale once the list has changed or the day is over."""

    stamp: tuple[object, ...]
    matcher: WatchMatcher


class WatchList:
    """Anybody who works here adds entries and puts them right; only supervisors let one count less long."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock
        self._prepared: _Prepared | None = None

    def today(self) -> date:
        """Return the day at the site."""
        return self._clock.now().astimezone(SITE_ZONE).date()

    def usual_until(self) -> date:
        """Return up to when an entry counts unless somebody says otherwise."""
        return self.today() + USUAL_TIME

    def read_until(self, text: str) -> date | None:
        """Read the last day on which an entry counts; nothing is none. Raise ``DeskError`` as ``read_near_day``."""
        return read_near_day(text, self.today()) if text.strip() else None

    def open(self, by: str) -> None:
        """Note that somebody begins to read the list, and wipe what is long over. Raise ``DeskError`` not_allowed."""
        with self._storage.write() as repos:
            _working(repos, by)
            _wipe_old(repos, self.today() - KEPT_AFTER_END)
            self._note(repos, AuditKind.WATCH_LOOK, by, "", len(repos.watch.all()))

    def board(self, by: str) -> WatchBoard:
        """Return the whole list to one who has opened it. Raise ``DeskError`` not_allowed."""
        with self._storage.read() as repos:
            looking, entries = _working(repos, by), tuple(repos.watch.all())
            decided = defaultdict[str, list[WatchDecision]](list)
            for one in repos.watch.decisions(EVER, self._clock.now() + EVER_AFTER):
                decided[one.watched_id].append(one)
            staff = {one.id: one for one in repos.staff.all()}
        decisions = {key: tuple(found) for key, found in decided.items()}
        return WatchBoard(self.today(), entries, decisions, staff, looking.role.manages_staff)

    def standing(self) -> tuple[Watched, ...]:
        """Return the entries that count today, the newest first."""
        today = self.today()
        with self._storage.read() as repos:
            return tuple(entry for entry in repos.watch.all() if entry.stands(today))

    def add(self, entry: Watched, by: str) -> Watched:
        """List somebody or a plate. Raise ``DeskError``: not_allowed, watch_list_full, or as ``checked`` does."""
        now = self._clock.now()
        made = checked(replace(entry, id=entry.id or new_id(), added_by=by, added_at=now), self.today())
        with self._storage.write() as repos:
            _working(repos, by)
            _wipe_old(repos, self.today() - KEPT_AFTER_END)
            if len(repos.watch.all()) >= MOST_ENTRIES:
                raise DeskError("watch_list_full", most=MOST_ENTRIES)
            repos.watch.save(made, by, now)
            self._note(repos, AuditKind.WATCH_ADD, by, made.id)
        return made

    def change(self, entry: Watched, by: str) -> Watched:
        """Put an entry right. Raise ``DeskError``: watch_gone, watch_not_allowed to shorten it, or as ``checked``."""
        tidy, now = checked(entry, self.today()), self._clock.now()
        with self._storage.write() as repos:
            who, before = _working(repos, by), _open_entry(repos, entry.id)
            if _shorter(tidy.until, before.until) and not who.role.manages_staff:
                raise DeskError("watch_not_allowed")
            repos.watch.save(tidy, by, now)
            self._note(repos, AuditKind.WATCH_CHANGE, by, tidy.id)
        return replace(tidy, changed_by=by, changed_at=now)

    def end(self, watched_id: str, by: str) -> None:
        """End an entry before its time. Raise ``DeskError``: watch_gone, watch_not_allowed."""
        with self._storage.write() as repos:
            who, entry = _working(repos, by), _open_entry(repos, watched_id)
            if not who.role.manages_staff:
                raise DeskError("watch_not_allowed")
            repos.watch.end(entry.id, by, self._clock.now())
            self._note(repos, AuditKind.WATCH_END, by, entry.id)

    def versions(self, watched_id: str) -> list[Watched]:
        """Return an entry as it stood after each change, oldest first."""
        with self._storage.read() as repos:
            return repos.watch.versions(watched_id)

    def check(self, name: str = "", plate: str = "", number: str = "") -> tuple[WatchHit, ...]:
        """Return whom an arrival may be, those to decide on first; nothing of it is stored."""
        with self._storage.read() as repos:
            hits = self._matcher(repos).matches(name, plate)
            digits = _digits(number) if hits else ""
            known = (self._known(repos, hit, about_visitor(hit.watched.id, name, plate, digits)) for hit in hits)
            return tuple(sorted(known, key=lambda hit: (hit.quiet, -hit.likeness, hit.watched.id)))

    def decide(self, hit: WatchHit, decision: Decision, by: str, visit_id: str = "", note: str = "") -> WatchDecision:
        """Record what the guard decided about a hit. Raise ``DeskError`` not_allowed."""
        made = WatchDecision(
            new_id(), hit.watched.id, self._clock.now().astimezone(UTC), by, decision, hit.percent, visit_id,
            " ".join(note.split())[:LONGEST_NOTE], hit.about,
        )  # fmt: skip
        with self._storage.write() as repos:
            _working(repos, by)
            _wipe_old(repos, self.today() - KEPT_AFTER_END)
            repos.watch.decide(made)
        return made

    def looked(self, watched_id: str, by: str) -> None:
        """Note that somebody uncovered the reason of a hit."""
        with self._storage.write() as repos:
            self._note(repos, AuditKind.WATCH_LOOK, by, watched_id)

    def decisions(self, start: datetime, end: datetime) -> list[WatchDecision]:
        """Return what was decided, newest first, ``start <= at < end``."""
        with self._storage.read() as repos:
            return repos.watch.decisions(start, end)

    def _matcher(self, repos: Repositories) -> WatchMatcher:
        """Return the entries that count, kept in memory until the list changes or the day is over."""
        today = self.today()
        stamp = (repos.watch.revision(), today)
        if self._prepared is None or self._prepared.stamp != stamp:
            standing = (entry for entry in repos.watch.all() if entry.stands(today))
            self._prepared = _Prepared(stamp, WatchMatcher(standing))
        return self._prepared.matcher

    def _known(self, repos: Repositories, hit: WatchHit, about: str) -> WatchHit:
        """Add to a hit that this same visitor was found not to be the one, unless the entry was changed since."""
        latest = repos.watch.latest_about(hit.watched.id, about)
        changed = hit.watched.changed_at or hit.watched.added_at
        same = latest is not None and latest.decision is Decision.NOT_THE_SAME and latest.at >= changed
        adder = repos.staff.get(hit.watched.added_by)
        return replace(hit, about=about, earlier=latest if same else None, adder=adder)

    def _note(self, repos: Repositories, kind: AuditKind, by: str, subject: str, count: int = 1) -> None:
        repos.audit.add(AuditEvent(new_id(), self._clock.now(), by, kind, subject, f"watched {count}"))


def _working(repos: Repositories, staff_id: str) -> Staff:
    staff = repos.staff.get(staff_id)
    if staff is None or staff.archived:
        raise DeskError("not_allowed")
    return staff


def _open_entry(repos: Repositories, watched_id: str) -> Watched:
    entry = repos.watch.get(watched_id)
    if entry is None or entry.ended_at is not None or entry.wiped:
        raise DeskError("watch_gone")
    return entry


def _shorter(until: date | None, before: date | None) -> bool:
    return until is not None and (before is None or until < before)


def _digits(number: str) -> str:
    read = parse_number(number) if number.strip() else None
    return (read.digits or read.extension) if read else ""


def _wipe_old(repos: Repositories, day: date) -> None:
    repos.watch.wipe(entry.id for entry in repos.watch.all() if not entry.wiped and _over_before(entry, day))


def _over_before(entry: Watched, day: date) -> bool:
    ended = entry.ended_at is not None and entry.ended_at.astimezone(SITE_ZONE).date() < day
    return ended or (entry.until is not None and entry.until < day)
