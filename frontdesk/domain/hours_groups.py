"""From the words of opening hours to a week: which days go with which spans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .hours_words import OFFICE_HOURS, WEEK, WORKDAYS, Sort, Span, Word

Week = tuple[tuple[Span, ...], ...]

_TAKES = (Sort.CLOSED, Sort.EXCEPT, Sort.BREAK)


@dataclass(slots=True)
class Group:
    """Days with their spans; a group that ``takes`` says when it is not open.

    ``ended`` groups take in nothing more. ``without`` turns days that follow into exceptions.
    """

    takes: Sort | None = None
    days: frozenset[int] = frozenset()
    spans: tuple[Span, ...] = ()
    office: bool = False
    holiday: bool = False
    without: bool = False
    ended: bool = False

    @property
    def empty(self) -> bool:
        return not (self.days or self.spans or self.office or self.holiday)

    @property
    def understood(self) -> bool:
        if self.takes is Sort.CLOSED:
            return not self.empty and not (self.days and self.spans)
        return bool(self.spans or self.office or self.holiday or (self.takes and self.days))


class Grouping:
    """Puts words into groups; ``times_first`` where the hours stand before their days."""

    def __init__(self, times_first: bool) -> None:
        self.groups = [Group()]
        self._times_first = times_first

    def take(self, word: Word) -> None:
        """Take the next word in."""
        if word.sort in _TAKES:
            self._take_away(word.sort)
        elif word.sort is Sort.OPEN:
            self._begin()
        elif word.sort is not Sort.COMMA:
            self._add(word)

    def _take_away(self, sort: Sort) -> None:
        group = self.groups[-1]
        told = not group.takes and not group.spans and not group.office
        if sort is Sort.EXCEPT and told and group.days:
            group.without = True
        elif sort is Sort.CLOSED and told and not group.empty:
            group.takes, group.ended = sort, True
        else:
            self._begin(sort)

    def _begin(self, takes: Sort | None = None) -> None:
        if self.groups[-1].empty:
            self.groups.pop()
        self.groups.append(Group(takes))

    def _add(self, word: Word) -> None:
        if self._is_next(word):
            self._begin()
        group = self.groups[-1]
        if word.sort is Sort.DAYS:
            group.days = group.days - word.days if group.without else group.days | word.days
        elif word.span is not None:
            group.spans, group.without = (*group.spans, word.span), False
        group.office |= word.sort is Sort.OFFICE
        group.holiday |= word.sort is Sort.HOLIDAY

    def _is_next(self, word: Word) -> bool:
        """Tell whether a word begins a new group."""
        group = self.groups[-1]
        if group.ended:
            return True
        timed = word.sort is Sort.SPAN
        if self._times_first and not group.takes:
            return timed and bool(group.days)
        return not timed and bool(group.spans)


def week_of(words: Sequence[Word]) -> Week | None:
    """Return the spans of each day from Monday on, or None where the words do not make a week."""
    grouping = Grouping(bool(words) and words[0].sort is Sort.SPAN)
    for word in words:
        grouping.take(word)
    groups = [group for group in grouping.groups if not group.empty]
    opens = [group for group in groups if not group.takes]
    lost = len(opens) > 1 and any(not (group.days or group.office or group.holiday) for group in opens)
    if lost or not all(group.understood for group in groups):
        return None
    week = _opened(opens)
    for group in groups:
        if group.takes:
            _take_away(week, group)
    return tuple(tuple(sorted(spans)) for spans in week) if any(week) else None


def _opened(groups: Iterable[Group]) -> list[list[Span]]:
    week: list[list[Span]] = [[] for _ in range(WEEK)]
    for group in groups:
        spans = group.spans or (OFFICE_HOURS,)
        for day in _days_of(group):
            kept = [one for one in week[day] if not any(one.start < new.end and new.start < one.end for new in spans)]
            week[day] = [*kept, *spans]
    return week


def _days_of(group: Group) -> frozenset[int]:
    if group.office:
        return group.days or WORKDAYS
    return group.days or frozenset(() if group.holiday else range(WEEK))


def _take_away(week: list[list[Span]], group: Group) -> None:
    """Close days, or spans of days; holidays are not known here and change nothing."""
    if group.holiday and not group.days and not group.spans:
        return
    for day in group.days or range(WEEK):
        left = week[day] if group.spans else []
        for gone in group.spans:
            left = [part for one in left for part in _without(one, gone)]
        week[day] = left


def _without(span: Span, gone: Span) -> list[Span]:
    if gone.end <= span.start or span.end <= gone.start:
        return [span]
    parts = Span(span.start, gone.start), Span(gone.end, span.end)
    return [part for part in parts if part.start < part.end]
