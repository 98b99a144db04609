"""Building the log of contacts as a paper, having it made, and noting that it was."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Staff

from .clock import SITE_ZONE
from .contact_lines import ContactLines
from .ports import Clock, Progress
from .reports import ContactLogReport, Figure, Letterhead, Paper, Printed, Printer, Totals, Unit
from .repositories import Repositories, Storage
from .security import TERMINAL

KEEP_DAYS = 365
"""How long a printed log may be kept where nobody says otherwise."""

Chosen = Callable[[Repositories], Iterable[Contact]]
"""Yields the contacts that are to be printed, oldest first; it is called twice."""


@dataclass(frozen=True, slots=True)
class LogOrder:
    """A log to be made. Days are days at the site, both included; None means no bound.

    ``as_of`` is the time it bears, by default that of its last contact. ``filters`` says in words what ``chosen``
    leaves out; without ``chosen`` it is every contact of these days.
    """

    first: date | None
    last: date | None
    language: Language = Language.TH
    as_of: datetime | None = None
    full_numbers: bool = False
    keep_days: int = KEEP_DAYS
    filters: tuple[str, ...] = ()
    chosen: Chosen | None = None


@dataclass(frozen=True, slots=True)
class _Tally:
    """What must be known before the first line is printed."""

    outcomes: Counter[Outcome]
    channels: Counter[Channel]
    last: datetime | None


class ContactReports:
    """Logs of contacts on paper. ``logo`` is the file of the site's logo, if it is there."""

    def __init__(self, storage: Storage, clock: Clock, printer: Printer, logo: Path) -> None:
        self._storage, self._clock, self._printer, self._logo = storage, clock, printer, logo

    def make(self, order: LogOrder, path: Path, by: str, progress: Progress | None = None) -> Printed:
        """Write a log as PDF and put on record who had it made.

        Only a supervisor, or the command line, gets numbers in full: ``DeskError`` not_allowed for the others.
        """
        printed = self._make(order, path, by, progress)
        self.note(order, printed, by)
        return printed

    def preview(self, order: LogOrder, path: Path, by: str, progress: Progress | None = None) -> Printed:
        """Write a log as PDF to look at; only if its numbers are in full is that put on record already."""
        printed = self._make(order, path, by, progress)
        if order.full_numbers:
            self.note(order, printed, by)
        return printed

    def note(self, order: LogOrder, printed: Printed, by: str) -> None:
        """Put on record that a log left the program, on paper or as a file."""
        kind = AuditKind.PRINT_FULL if order.full_numbers else AuditKind.PRINT
        with self._storage.write() as repos:
            detail = f"contacts {printed.lines}"
            repos.audit.add(AuditEvent(new_id(), self._clock.now(), by, kind, detail=detail))

    def _make(self, order: LogOrder, path: Path, by: str, progress: Progress | None) -> Printed:
        with self.report(order, by) as report:
            return self._printer.make(report, path, progress)

    @contextmanager
    def report(self, order: LogOrder, by: str) -> Iterator[ContactLogReport]:
        """Build a log; its lines are read from the database while the block lasts."""
        with self._storage.read() as repos:
            staff = {one.id: one for one in repos.staff.all()}
            if order.full_numbers and not _may_see_all(staff.get(by)):
                raise DeskError("not_allowed")
            tally = _tally(_chosen(order, repos))
            lines = ContactLines(staff, order.language, order.full_numbers)
            yield ContactLogReport(
                paper=self._paper(order, repos, tally.last), first=order.first, last=order.last,
                totals=_totals(tally), lines=lines.of(_chosen(order, repos)), filters=order.filters,
                figures=_figures(tally), makers=(lines.whole_name(by), ""),
            )  # fmt: skip

    def _paper(self, order: LogOrder, repos: Repositories, last: datetime | None) -> Paper:
        site = repos.site.get()
        name = site.name_en if order.language is Language.EN and site.name_en else site.name
        as_of, head = order.as_of or last or _end_of(order.last), repos.chain.head()
        return Paper(
            language=order.language, letterhead=Letterhead(name, logo=self._logo if self._logo.is_file() else None),
            as_of=as_of, destroy_by=_destroy_by(as_of, order.keep_days), full_numbers=order.full_numbers,
            chain_head=head.printed if head.count else "",
        )  # fmt: skip


def _may_see_all(staff: Staff | None) -> bool:
    return staff is not None and (staff.code == TERMINAL or (staff.role.manages_staff and not staff.archived))


def _chosen(order: LogOrder, repos: Repositories) -> Iterable[Contact]:
    if order.chosen is not None:
        return order.chosen(repos)
    return repos.contacts.between(_start_of(order.first), _end_of(order.last))


def _start_of(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min, SITE_ZONE).astimezone(UTC) if day else None


def _end_of(day: date | None) -> datetime | None:
    return _start_of(day + timedelta(days=1)) if day else None


def _destroy_by(as_of: datetime | None, days: int) -> date | None:
    return as_of.astimezone(SITE_ZONE).date() + timedelta(days=days) if as_of else None


def _tally(contacts: Iterable[Contact]) -> _Tally:
    tally, last = _Tally(Counter(), Counter(), None), None
    for contact in contacts:
        tally.outcomes[contact.outcome] += 1
        tally.channels[contact.channel] += 1
        last = contact.at
    return replace(tally, last=last)


def _totals(tally: _Tally) -> Totals:
    outcomes = tuple((one, tally.outcomes[one]) for one in Outcome if tally.outcomes[one])
    channels = tuple((one, tally.channels[one]) for one in Channel if tally.channels[one])
    return Totals(tally.outcomes.total(), outcomes, channels)


def _figures(tally: _Tally) -> tuple[Figure, ...]:
    """Return what can be told from the lines alone."""
    total = tally.outcomes.total()

    def share(code: str, *outcomes: Outcome) -> Figure:
        count = sum(tally.outcomes[one] for one in outcomes)
        return Figure(code, count / total if total else None, Unit.SHARE, total)

    return (
        Figure("contacts", total),
        share("answered_here", Outcome.ANSWERED),
        share("transferred", Outcome.TRANSFERRED),
        share("promised", Outcome.PROMISED, Outcome.MESSAGE),
    )
