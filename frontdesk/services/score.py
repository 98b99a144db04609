"""The figures of a day and of a month as they go on paper, each beside that of the period before."""

from collections.abc import Callable
from typing import NamedTuple

from frontdesk.domain.figures import Share

from .figures import Figures, Overview
from .reports import Figure, Unit

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
    return Score(
        *(
            tuple(figures[code] for code in codes)
            for codes in (
                ("resolved_first", "promises_kept", "compliments", "complaints"),
                ("transferred", "chain_length", "repeat_depth"),
                ("unanswered", "verified_uses"),
                ("time_to_answer", "time_to_answer_p90", "handling", "contacts"),
            )
        )
    )


def day_score(overview: Overview) -> Boxed:
    """Return what a day is told by; whether a matter was settled shows after seven days only."""
    codes = ("contacts", "transferred", "unanswered", "promises_kept", "time_to_answer", "handling")
    return tuple(_all(overview)[code] for code in codes)


def _all(overview: Overview) -> dict[str, Figure]:
    now, then = overview.now, overview.then
    found = (
        _share("resolved_first", lambda one: one.total.resolution, now, then),
        _share("transferred", lambda one: one.total.transfers, now, then, less_is_better=True),
        _share("unanswered", _unanswered, now, then, less_is_better=True),
        _share("promises_kept", lambda one: one.promises, now, then),
        _share("verified_uses", lambda one: one.verified, now, then),
        _number("contacts", lambda one: one.total.contacts, now, then),
        _number("compliments", lambda one: one.total.compliments, now, then),
        _number("complaints", lambda one: one.total.complaints, now, then, less_is_better=True),
        _ratio("chain_length", _chain, now, then),
        _ratio("repeat_depth", _depth, now, then),
        _seconds("time_to_answer", lambda one: one.total.time_to_answer.median, _answered, now, then),
        _seconds("time_to_answer_p90", lambda one: one.total.time_to_answer.p90, _answered, now, then),
        _seconds("handling", lambda one: one.total.handling_time.median, _handled, now, then),
    )
    return {figure.code: figure for figure in found}


def _share(
    code: str, read: Callable[[Figures], Share], now: Figures, then: Figures, *, less_is_better: bool = False
) -> Figure:
    present, past = read(now), read(then)
    return Figure(code, present.value, Unit.SHARE, present.whole, past.value, less_is_better=less_is_better)


def _number(
    code: str, read: Callable[[Figures], int], now: Figures, then: Figures, *, less_is_better: bool = False
) -> Figure:
    return Figure(code, read(now), Unit.COUNT, 0, read(then), less_is_better=less_is_better)


def _ratio(code: str, read: Callable[[Figures], tuple[int, int]], now: Figures, then: Figures) -> Figure:
    (part, whole), (past, of) = read(now), read(then)
    return Figure(
        code, part / whole if whole else None, Unit.RATIO, whole, past / of if of else None, less_is_better=True
    )  # fmt: skip


def _seconds(
    code: str, read: Callable[[Figures], int | None], cases: Callable[[Figures], int], now: Figures, then: Figures
) -> Figure:
    return Figure(code, read(now), Unit.SECONDS, cases(now), read(then), less_is_better=True)


def _unanswered(one: Figures) -> Share:
    return Share(one.total.unanswered, one.total.contacts)


def _answered(one: Figures) -> int:
    return one.total.time_to_answer.n


def _handled(one: Figures) -> int:
    return one.total.handling_time.n


def _chain(one: Figures) -> tuple[int, int]:
    """Return all hand-overs, and the matters in which there were any."""
    return one.total.hand_offs.total(), one.total.hand_offs[1]


def _depth(one: Figures) -> tuple[int, int]:
    """Return the contacts, the deepest counted as three, and the matters that they were about."""
    depth = one.total.depth
    return sum(number * count for number, count in enumerate(depth, start=1)), sum(depth)
