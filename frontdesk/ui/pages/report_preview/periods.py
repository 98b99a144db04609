"""The days that a log can be asked for with one key."""

from datetime import date, timedelta
from enum import StrEnum


class Period(StrEnum):
    """Days up to today, or those of the last month."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    LAST_MONTH = "last_month"
    ALL = "all"


def days_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day of a period; None means no bound. Weeks begin on Monday."""
    first_of_month = today.replace(day=1)
    match period:
        case Period.TODAY:
            return today, today
        case Period.WEEK:
            return today - timedelta(days=today.weekday()), today
        case Period.MONTH:
            return first_of_month, today
        case Period.LAST_MONTH:
            last = first_of_month - timedelta(days=1)
            return last.replace(day=1), last
    return None, None
