"""The other papers: what is owed, one day, one month, and a slip that goes with a caller."""

from datetime import date, datetime, timedelta
from pathlib import Path

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.counted_days import CountedDays, Span, days_of
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.masking import mask_numbers_in
from frontdesk.domain.numbers import mask
from frontdesk.domain.promises import Promise
from frontdesk.domain.staff import Staff

from .contact_lines import ContactLines
from .contact_totals import counted
from .figures import DeskFigures
from .paper import Paper
from .ports import Clock, Progress
from .reports import DailyReport, HandOffSlip, Printed, Printer, PromiseLine, PromiseList, Report, Scorecard
from .repositories import Repositories, Storage
from .score import day_score, month_score
from .site_papers import end_of, site_paper, start_of

MOST_ASKED, REPORTS = 8, "reports"


class DeskPapers:
    """Builds papers from what is on record, and has them made."""

    def __init__(self, storage: Storage, clock: Clock, figures: DeskFigures, printer: Printer, logo: Path) -> None:
        self._storage, self._clock, self._figures = storage, clock, figures
        self._printer, self._logo = printer, logo

    def make(self, report: Report, path: Path, by: str) -> Printed:
        """Write a paper as PDF and put on record who had it made."""
        printed = self.draw(report, path)
        self.note(report, by)
        return printed

    def draw(self, report: Report, path: Path, progress: Progress | None = None) -> Printed:
        """Write a paper as PDF, to look at."""
        return self._printer.make(report, path, progress)

    def note(self, report: Report, by: str) -> None:
        """Put on record that a paper left the program."""
        self._note(AuditKind.PRINT_FULL if report.paper.full_numbers else AuditKind.PRINT, _kind(report), by)

    def note_report(self, by: str) -> None:
        """Put on record that a report of a day or a month left the program."""
        self._note(AuditKind.PRINT, REPORTS, by)

    def slip_head(self, language: Language) -> Paper:
        """Return what a slip that is made now bears; its number is in full, for whoever takes over must call."""
        with self._storage.read() as repos:
            return site_paper(repos, language, self._logo, self._clock.now(), keep_days=1, full_numbers=True)

    def promises(self, language: Language, as_of: datetime | None = None) -> PromiseList:
        """List what is owed now, or was at another time."""
        with self._storage.read() as repos:
            moment = as_of or self._clock.now()
            paper = site_paper(repos, language, self._logo, moment)
            return PromiseList(paper, _promise_lines(repos, language, moment))

    def day(self, day: date, language: Language, by: str, as_of: datetime | None = None) -> DailyReport:
        """Report one day at the site. What was promised and could not be answered stands as it did when the day was
        over, whatever came of it later; what was put right later is right here too."""
        days = CountedDays(day, day, Span.DAY)
        overview, gaps = self._figures.overview(days), self._figures.unanswered(days)
        with self._storage.read() as repos:
            moment, names = as_of or self._end(day), _names(repos, language)
            count = counted(repos.contacts.between(start_of(day), end_of(day)))
            return DailyReport(
                site_paper(repos, language, self._logo, moment), day, day_score(overview), count.totals,
                _hours(overview.now.hours), tuple((one.title, one.uses) for one in overview.now.answers[:MOST_ASKED]),
                tuple(mask_numbers_in(gap.words, language) for gap in gaps[:MOST_ASKED]),
                _promise_lines(repos, language, moment), (names.whole_name(by), ""),
            )  # fmt: skip

    def month(self, month: date, language: Language, by: str, as_of: datetime | None = None) -> Scorecard:
        """Score the calendar month around a day, as far as it has come, beside the month before."""
        days = days_of(Span.MONTH, month, self._clock.today())
        score = month_score(self._figures.overview(days))
        with self._storage.read() as repos:
            paper = site_paper(repos, language, self._logo, as_of or self._end(days.last))
            makers = (_names(repos, language).whole_name(by), "")
        return Scorecard(paper, days.first, *score, makers=makers)

    def _note(self, kind: AuditKind, what: str, by: str) -> None:
        with self._storage.write() as repos:
            repos.audit.add(AuditEvent(new_id(), self._clock.now(), by, kind, detail=f"{what} 1"))

    def _end(self, day: date) -> datetime:
        """Return when a day is over, or the present while it lasts."""
        over = end_of(day)
        assert over is not None
        return min(over - timedelta(minutes=1), self._clock.now())


def _kind(report: Report) -> str:
    if isinstance(report, HandOffSlip):
        return "slips"
    return "promises" if isinstance(report, PromiseList) else REPORTS


def _names(repos: Repositories, language: Language) -> ContactLines:
    staff: dict[str, Staff] = {one.id: one for one in repos.staff.all()}
    return ContactLines(staff, language, full_numbers=False)


def _promise_lines(repos: Repositories, language: Language, moment: datetime) -> tuple[PromiseLine, ...]:
    names = _names(repos, language)
    found = enumerate(repos.promises.open_at(moment), start=1)
    return tuple(_promise_line(number, one, names, language, moment) for number, one in found)


def _promise_line(number: int, one: Promise, names: ContactLines, language: Language, moment: datetime) -> PromiseLine:
    return PromiseLine(
        number, one.due_at, one.person_name, mask_numbers_in(one.what, language),
        mask(one.number, language) if one.number else "", one.channel, names.first_name(one.owner),
        one.overdue(moment),
    )  # fmt: skip


def _hours(hours: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Return the hours from the first to the last in which anything happened."""
    busy = [hour for hour, count in enumerate(hours) if count]
    return tuple((hour, hours[hour]) for hour in range(busy[0], busy[-1] + 1)) if busy else ()
