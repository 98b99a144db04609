"""The days on which a visit repeats."""

from datetime import date, timedelta
from enum import StrEnum

from .errors import DeskError

MOST_REPEATS = 260
"""A year of working days."""
_WEEK, _SATURDAY = 7, 5


class Repeat(StrEnum):
    """How a visit repeats, in the order in which it is offered."""

    NEVER = "never"
    DAILY = "daily"
    WEEKDAYS = "weekdays"
    WEEKLY = "weekly"


def days_of(first: date, last: date, rule: Repeat | str) -> tuple[date, ...]:
    """Return the days from ``first`` to ``last`` on which a visit is expected; ``first`` always is one of them.

    Raise ``DeskError`` repeat_too_long.
    """
    repeat = Repeat(rule)
    if repeat is Repeat.NEVER:
        return (first,)
    step = timedelta(days=_WEEK if repeat is Repeat.WEEKLY else 1)
    days, day = [first], first + step
    while day <= last:
        if repeat is not Repeat.WEEKDAYS or day.weekday() < _SATURDAY:
            days.append(day)
        if len(days) > MOST_REPEATS:
            raise DeskError("repeat_too_long", most=MOST_REPEATS)
        day += step
    return tuple(days)
