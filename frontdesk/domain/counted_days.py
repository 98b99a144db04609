"""The days that figures are asked for, and the days that they are held against."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEK = 7


class Span(StrEnum):
    """What sort of days these are, which says what comes before them."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class CountedDays:
    """Days at the site, both ends included."""

    first: date
    last: date
    span: Span = Span.RANGE

    @property
    def count(self) -> int:
        return (self.last - self.first).days + 1


def days_of(span: Span, day: date, today: date) -> CountedDays:
    """Return the day, week (from Monday) or calendar month around a day, as far as it has come today."""
    match span:
        case Span.WEEK:
            first = day - timedelta(days=day.weekday())
            last = first + timedelta(days=WEEK - 1)
        case Span.MONTH:
            first, last = day.replace(day=1), day.replace(day=_length(day))
        case _:
            first = last = day
    return CountedDays(first, max(first, min(last, today)), span)


def named_days(first: date, last: date, today: date) -> CountedDays:
    """Return days as the day, week or month that they are, so that they step and compare as one."""
    for span in (Span.DAY, Span.WEEK, Span.MONTH):
        whole = days_of(span, first, today)
        if (whole.first, whole.last) == (first, last):
            return whole
    return CountedDays(first, last)


def stepped(days: CountedDays, steps: int, today: date) -> CountedDays:
    """Return as many days so many steps further on, or back; none begin after today."""
    moved = _moved(days, steps, today)
    return days if moved.first > today else moved


def _moved(days: CountedDays, steps: int, today: date) -> CountedDays:
    match days.span:
        case Span.MONTH:
            return days_of(Span.MONTH, _months_on(days.first, steps), today)
        case Span.RANGE:
            by = timedelta(days=days.count * steps)
            return CountedDays(days.first + by, days.last + by)
    by = timedelta(days=steps * (WEEK if days.span is Span.WEEK else 1))
    return days_of(days.span, days.first + by, today)


def before(days: CountedDays) -> CountedDays:
    """Return what days are held against: those before, as many.

    A day is held against the same weekday of the week before, since Mondays are not Sundays. A week or month
    that is not over is held against as many days of the one before; a whole month against the whole one before.
    """
    match days.span:
        case Span.MONTH:
            first = _months_on(days.first, -1)
            whole = days.last.day == _length(days.last)
            return CountedDays(first, first.replace(day=_length(first) if whole else min(days.count, _length(first))))
        case Span.RANGE:
            by = timedelta(days=days.count)
        case _:
            by = timedelta(days=WEEK)
    return CountedDays(days.first - by, days.last - by)


def _months_on(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]
