"""What a figure says in words: its value, how it changed, of how many, what it means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from frontdesk.domain.counting import joined
from frontdesk.domain.figures import Share, Tally
from frontdesk.services.figures import Figures, Overview
from frontdesk.ui.words import Words

MOST_POINTS = 11
"""So many points on a line can be told apart."""
MINUTES_FROM = 120
"""Seconds from which a time is told in minutes."""

Measure = Callable[[Tally], float | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure ready to be shown. ``rise`` is 1, 0 or -1; ``good`` whether that is better, None if it is neither."""

    code: str
    value: str
    unit: str
    change: str
    rise: int
    good: bool | None
    basis: str
    meaning: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """How a figure is taken from a tally, for its line over time; ``aim`` is the code of its target."""

    code: str
    measure: Measure
    of: Callable[[Tally], int]
    percent: bool = False
    aim: str = ""


def percent(part: float | None) -> float | None:
    return None if part is None else part * 100


KINDS = (
    Kind("contacts", lambda tally: tally.contacts, lambda tally: tally.contacts),
    Kind(
        "resolution", lambda tally: percent(tally.resolution.value), lambda tally: tally.first, True, "resolved_first"
    ),
    Kind("transfers", lambda tally: percent(tally.transfers.value), lambda tally: tally.contacts, True, "transferred"),
    Kind(
        "answering",
        lambda tally: tally.time_to_answer.median,
        lambda tally: tally.time_to_answer.n,
        aim="time_to_answer",
    ),
    Kind("promises", lambda tally: tally.promised, lambda tally: tally.contacts),
)
"""The figures of the tiles, in their order."""


def target_of(found: Overview, kind: Kind) -> float | None:
    """Return what the site aims at, on the axis of a figure."""
    target = found.targets.get(kind.aim)
    return percent(target) if kind.percent else target


def readings(found: Overview, words: Words) -> tuple[Reading, ...]:
    """Return what the five tiles say."""
    tell = _Teller(found.now, found.then, words)
    return tell.contacts(), tell.resolution(), tell.transfers(), tell.answering(), tell.promises()


class _Teller:
    def __init__(self, now: Figures, then: Figures, words: Words) -> None:
        self._now, self._then, self._words = now, then, words
        self._tally, self._before = now.total, then.total

    def contacts(self) -> Reading:
        count, before = self._tally.contacts, self._before.contacts
        by = round(100 * (count - before) / before) if before else 0
        change = self._words(f"supervise.{'more' if by > 0 else 'fewer'}", by=abs(by)) if by else ""
        basis = self._words("supervise.basis_contacts", days=self._now.days.count)
        return self._reading("contacts", f"{count:,}", "", change, _sign(by), None, basis)

    def resolution(self) -> Reading:
        share = self._tally.resolution
        waits = self._words("supervise.young", count=f"{self._tally.young:,}") if self._tally.young else ""
        basis = self._with_n(share.whole, waits or self._words("supervise.not_again"))
        return self._share("resolution", share, self._before.resolution, basis)

    def transfers(self) -> Reading:
        share, chain = self._tally.transfers, self._tally.longest_chain
        basis = self._with_n(share.whole, self._words("supervise.chain", count=chain) if chain else "")
        return self._share("transfers", share, self._before.transfers, basis, less=True)

    def answering(self) -> Reading:
        times, before = self._tally.time_to_answer, self._before.time_to_answer.median
        value, unit = duration(times.median, self._words)
        by = (times.median - before) if times.median is not None and before is not None else 0
        text, of = duration(abs(by), self._words)
        change = self._changed(by, True, f"{text} {of}") if by else ""
        basis = self._with_n(times.n, " ".join(duration(times.p90, self._words)) if times.n else "", "supervise.p90")
        return self._reading("answering", value, unit, change, _sign(by), by < 0 if by else None, basis)

    def promises(self) -> Reading:
        share = self._now.promises
        basis = self._with_n(share.whole, self._words("supervise.on_time"))
        return self._share("promises", share, self._then.promises, basis)

    def _share(self, code: str, share: Share, past: Share, basis: str, less: bool = False) -> Reading:
        """Tell a percentage; a change from or to one of few says nothing and is left out."""
        value, before = share.value, past.value
        shown = "–" if value is None else f"{value * 100:.0f}"
        certain = value is not None and before is not None and not (share.weak or past.weak)
        by = round((value or 0) * 100) - round((before or 0) * 100) if certain else 0
        change = self._changed(by, less, self._words("supervise.points", by=abs(by))) if by else ""
        good = None if not by else (by < 0) == less
        weak = value is not None and share.weak
        return self._reading(code, shown, "%" if value is not None else "", change, _sign(by), good, basis, weak)

    def _changed(self, by: int, less: bool, amount: str) -> str:
        better = (by < 0) == less
        return self._words(f"supervise.{'better' if better else 'worse'}", amount=amount)

    def _with_n(self, n: int, rest: str, name: str = "") -> str:
        told = self._words(name, time=rest) if name and rest else rest
        return " · ".join(filter(None, (f"n {n:,}", told)))

    def _reading(
        self, code: str, value: str, unit: str, change: str, rise: int, good: bool | None, basis: str,
        weak: bool = False,
    ) -> Reading:  # fmt: skip
        unknown = f"{self._tally.unknown:,}"
        meaning = self._words(f"supervise.means_{code}", unknown=unknown) if code == "resolution" else ""
        meaning = meaning or self._words(f"supervise.means_{code}")
        return Reading(code, value, unit, change, rise, good, basis, meaning, weak)


def duration(seconds: int | None, words: Words) -> tuple[str, str]:
    """Return a time and its unit: 9 seconds, 3:20 minutes."""
    if seconds is None:
        return "–", ""
    if seconds < MINUTES_FROM:
        return f"{seconds}", words("supervise.seconds")
    return f"{seconds // 60}:{seconds % 60:02}", words("supervise.minutes")


@dataclass(frozen=True, slots=True)
class Point:
    """A value over some days; ``n`` is of how many, ``days`` since the first day of the period the last of them."""

    days: int
    value: float
    n: int


def bucket_days(figures: Figures) -> int:
    """Return how many days one point of a line stands for."""
    return max(1, -(-figures.days.count // MOST_POINTS))


def line_of(figures: Figures, kind: Kind, width: int) -> tuple[Point, ...]:
    """Return a figure over time, so many days a point; points without a value are left out."""
    points = []
    for start in range(0, figures.days.count, width):
        last = min(start + width, figures.days.count) - 1
        days = (figures.days.first + timedelta(days=number) for number in range(start, last + 1))
        tally = joined(figures.by_day[day] for day in days if day in figures.by_day)
        value = kind.measure(tally)
        if value is not None:
            points.append(Point(last, value, kind.of(tally)))
    return tuple(points)


def _sign(by: int) -> int:
    return (by > 0) - (by < 0)
