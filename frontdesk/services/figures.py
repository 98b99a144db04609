"""The desk in figures: a period, and the one before beside it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from frontdesk.domain.counted_days import CountedDays, before
from frontdesk.domain.counting import LOOK_AHEAD, LOOK_BACK, Count, count_all
from frontdesk.domain.figures import DuePromise, Seen, Share, Tally
from frontdesk.domain.question_groups import Gap, grouped
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Repositories, Storage
from frontdesk.services.targets import targets_in

TOP_ANSWERS = 50
EPOCH = date(1970, 1, 1)


class FiguresRecord(Protocol):
    """What the figures need of the database. Withdrawn contacts are left out, corrected ones stand as corrected."""

    def contacts(self, start: datetime, end: datetime, written: dict[str, str]) -> Iterator[Seen]:
        """Return contacts, ``start <= at < end``, oldest first; put topics as written by their normalised form."""

    def uses(self, start: datetime, end: datetime) -> Counter[str]:
        """Return how often answers were used, by code."""

    def unanswered(self, start: datetime, end: datetime) -> list[tuple[datetime, str]]:
        """Return when what could not be answered: the last words searched, else the topic; oldest first."""

    def verified(self, today: date) -> set[str]:
        """Return the codes of answers that are verified and not due for review."""

    def named(self) -> set[str]: ...
    def promises(
        self, start: datetime, end: datetime, moment: datetime, written: dict[str, str]
    ) -> Iterator[DuePromise]:
        """Return promises that fell due, ``start <= due < end``, as they stood at a moment; topics as above."""


@dataclass(frozen=True, slots=True)
class UsedAnswer:
    """An answer, and in how many contacts it was used."""

    code: str
    title: str
    uses: int
    verified: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """A period in figures.

    ``topics`` are by normalised topic ("" for none), whose words are in ``written``; ``staff`` by id. ``hours``
    counts contacts by the hour they began in. ``verified`` are of all ``uses`` of answers those of verified ones.
    """

    days: CountedDays
    total: Tally
    topics: dict[str, Tally]
    channels: dict[str, Tally]
    staff: dict[str, Tally]
    by_day: dict[date, Tally]
    hours: tuple[int, ...]
    written: dict[str, str]
    verified: Share
    answers: tuple[UsedAnswer, ...]

    @property
    def promises(self) -> Share:
        """Of the promises that fell due those kept on time, as it stood when the days were over."""
        return self.total.promises


@dataclass(frozen=True, slots=True)
class Overview:
    """A period beside the one before. ``names`` are of staff by id; ``gaps`` what could not be answered.

    ``targets`` are what the site aims at, by the codes of the scorecard.
    """

    now: Figures
    then: Figures
    names: dict[str, str]
    gaps: tuple[Gap, ...]
    targets: Mapping[str, float] = field(default_factory=dict)


class DeskFigures:
    """Counts contacts. Every call reads them anew, so it belongs on a thread that nobody waits for."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def overview(self, days: CountedDays) -> Overview:
        """Count a period and the one it is held against, as both stand in one view of the record."""
        start, end = _bounds(days)
        with self._storage.read() as repos:
            now, then = self._of(repos, days), self._of(repos, before(days))
            gaps = grouped(repos.figures.unanswered(start, end), repos.figures.named())
            names = {one.id: one.nickname or one.name for one in repos.staff.all()}
            return Overview(now, then, names, tuple(gaps), targets_in(repos))

    def of(self, days: CountedDays) -> Figures:
        """Count one period."""
        with self._storage.read() as repos:
            return self._of(repos, days)

    def unanswered(self, days: CountedDays) -> list[Gap]:
        """Return what could not be answered in some days, also what could be by now."""
        with self._storage.read() as repos:
            return grouped(repos.figures.unanswered(*_bounds(days)))

    def _of(self, repos: Repositories, days: CountedDays) -> Figures:
        start, end = _bounds(days)
        moment = self._clock.now()
        zone = moment.astimezone(SITE_ZONE).utcoffset() or timedelta()
        written: dict[str, str] = {}
        count = Count(_seconds(start), _seconds(end), _seconds(moment), round(zone.total_seconds()))
        around = start - timedelta(seconds=LOOK_BACK), end + timedelta(seconds=LOOK_AHEAD)
        count_all(count, repos.figures.contacts(*around, written))
        for one in repos.figures.promises(start, end, min(moment, end), written):
            count.take_promise(one)
        answers, verified = self._answers(repos, start, end)
        return Figures(
            days, count.total(), dict(count.topics), count.channels, count.staff, _days(count),
            tuple(count.hours), written, verified, answers,
        )  # fmt: skip

    def _answers(self, repos: Repositories, start: datetime, end: datetime) -> tuple[tuple[UsedAnswer, ...], Share]:
        uses, verified = repos.figures.uses(start, end), repos.figures.verified(self._clock.today())
        share = Share(sum(uses[code] for code in uses if code in verified), uses.total())
        top = sorted(uses, key=lambda code: (-uses[code], code))[:TOP_ANSWERS]
        found = repos.articles.by_codes(top)
        titles = {code: one.title or one.title_en for code, one in found.items()}
        return tuple(UsedAnswer(code, titles.get(code, code), uses[code], code in verified) for code in top), share


def _bounds(days: CountedDays) -> tuple[datetime, datetime]:
    """Return when the first day begins and the last is over at the site."""
    first, after = (datetime.combine(day, time(), SITE_ZONE) for day in (days.first, days.last + timedelta(days=1)))
    return first.astimezone(UTC), after.astimezone(UTC)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _days(count: Count) -> dict[date, Tally]:
    return {EPOCH + timedelta(days=number): tally for number, tally in count.days.items()}
