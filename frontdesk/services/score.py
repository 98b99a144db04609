"""The figures of a day and of a month as they go on paper, each beside that of the period before."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from frontdesk.domain.figures import Share, Spread

from .figures import Figures, Overview
from .reports import Figure
from .targets import BOXES, MEASURES

Boxed = tuple[Figure, ...]


class Score(NamedTuple):
    """The four boxes of the scorecard."""

    customer: Boxed
    process: Boxed
    knowledge: Boxed
    cost: Boxed


def month_score(overview: Overview) -> Score:
    """Return what a month is judged by."""
    figures = _all(overview)
    return Score(*(tuple(figures[code] for code in BOXES[box]) for box in Score._fields))


def day_score(overview: Overview) -> Boxed:
    """Return what a day is told by; whether a matter was settled shows after seven days only."""
    figures = _all(overview)
    codes = ("contacts", "transferred", "unanswered", "promises_kept", "time_to_answer", "handling")
    return tuple(figures[code] for code in codes)


def _all(overview: Overview) -> dict[str, Figure]:
    now, then = overview.now, overview.then
    found = (
        _share("resolved_first", lambda one: one.total.resolution, now, then),
        _share("transferred", lambda one: one.total.transfers, now, then),
        _share("unanswered", _unanswered, now, then),
        _share("promises_kept", lambda one: one.promises, now, then),
        _share("verified_uses", lambda one: one.verified, now, then),
        _figure("contacts", now.total.contacts, then.total.contacts),
        _figure("compliments", now.total.compliments, then.total.compliments),
        _figure("complaints", now.total.complaints, then.total.complaints),
        _ratio("chain_length", _chain, now, then),
        _ratio("repeat_depth", _depth, now, then),
        _seconds("time_to_answer", lambda one: one.total.time_to_answer, now, then),
        _seconds("time_to_answer_p90", lambda one: one.total.time_to_answer, now, then, p90=True),
        _seconds("handling", lambda one: one.total.handling_time, now, then),
    )
    return {figure.code: replace(figure, target=overview.targets.get(figure.code)) for figure in found}


def _figure(code: str, value: float | None, previous: float | None, of: int = 0) -> Figure:
    measure = MEASURES[code]
    return Figure(code, value, measure.unit, of, previous, less_is_better=measure.less_is_better)


def _share(code: str, read: Callable[[Figures], Share], now: Figures, then: Figures) -> Figure:
    present = read(now)
    return _figure(code, present.value, read(then).value, present.whole)


def _ratio(code: str, read: Callable[[Figures], tuple[int, int]], now: Figures, then: Figures) -> Figure:
    (part, whole), (past, of) = read(now), read(then)
    return _figure(code, part / whole if whole else None, past / of if of else None, whole)


def _seconds(code: str, read: Callable[[Figures], Spread], now: Figures, then: Figures, *, p90: bool = False) -> Figure:
    present, past = read(now), read(then)
    value, previous = (one.p90 if p90 else one.median for one in (present, past))
    return _figure(code, value, previous, present.n)


def _unanswered(one: Figures) -> Share:
    return Share(one.total.unanswered, one.total.contacts)


def _chain(one: Figures) -> tuple[int, int]:
    """Return all hand-overs, and the matters in which there were any."""
    return one.total.hand_offs.total(), one.total.hand_offs[1]


def _depth(one: Figures) -> tuple[int, int]:
    """Return the contacts, the deepest counted as three, and the matters that they were about."""
    depth = one.total.depth
    return sum(number * count for number, count in enumerate(depth, start=1)), sum(depth)
