"""Building the log of contacts as a paper, having it made, and noting that it was."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.contacts import Contact, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Staff

from .contact_lines import ContactLines
from .contact_totals import counted
from .ports import Clock, Progress
from .reports import ContactLogReport, Figure, Printed, Printer, Unit
from .repositories import Repositories, Storage
from .security import TERMINAL
from .site_papers import KEEP_DAYS, end_of, site_paper, start_of

Chosen = Callable[[Repositories], Iterable[Contact]]
"""Yields the contacts that are to be printed, oldest first; it is called twice."""


@dataclass(frozen=True, slots=True)
class LogOrder:
    """A log to be made. Days are days at the site, both included; None means no bound.

    ``as_of`` is the time it bears, by default that of its last contact. ``filters`` says in words what ``chosen``
    leaves out; without ``chosen`` it is every contact of these days. ``maker`` is the id of whose name stands under
    it, by default of whoever has it made.
    """

    first: date | None
    last: date | None
    language: Language = Language.TH
    as_of: datetime | None = None
    full_numbers: bool = False
    keep_days: int = KEEP_DAYS
    filters: tuple[str, ...] = ()
    chosen: Chosen | None = None
    maker: str = ""


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
            if order.full_numbers and not may_see_all(staff.get(by)):
                raise DeskError("not_allowed")
            count = counted(_chosen(order, repos))
            as_of = order.as_of or count.last or end_of(order.last)
            paper = site_paper(
                repos, order.language, self._logo, as_of, keep_days=order.keep_days, full_numbers=order.full_numbers
            )
            lines = ContactLines(staff, order.language, order.full_numbers)
            yield ContactLogReport(
                paper=paper, first=order.first, last=order.last,
                totals=count.totals, lines=lines.of(_chosen(order, repos)), filters=order.filters,
                figures=_figures(count.outcomes), makers=(lines.whole_name(order.maker or by), ""),
            )  # fmt: skip


def may_see_all(staff: Staff | None) -> bool:
    """Tell whether somebody may take out numbers in full."""
    return staff is not None and (staff.code == TERMINAL or (staff.role.manages_staff and not staff.archived))


def _chosen(order: LogOrder, repos: Repositories) -> Iterable[Contact]:
    if order.chosen is not None:
        return order.chosen(repos)
    return repos.contacts.between(start_of(order.first), end_of(order.last))


def _figures(outcomes: Counter[Outcome]) -> tuple[Figure, ...]:
    """Return what can be told from the lines alone."""
    total = outcomes.total()

    def share(code: str, *ended: Outcome) -> Figure:
        count = sum(outcomes[one] for one in ended)
        return Figure(code, count / total if total else None, Unit.SHARE, total)

    return (
        Figure("contacts", total),
        share("answered_here", Outcome.ANSWERED),
        share("transferred", Outcome.TRANSFERRED),
        share("promised", Outcome.PROMISED, Outcome.MESSAGE),
    )
