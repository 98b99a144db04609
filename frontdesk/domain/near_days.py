"""Days as they are said of what is near: the year goes without saying."""

from datetime import date, timedelta

from .errors import DeskError
from .thai_dates import parse_date, parse_partial_date

NEXT_YEAR = timedelta(days=183)
"""A day that has passed is the next year's where that is not farther away."""


def read_near_day(text: str, today: date) -> date:
    """Read a day, without a year the next such day if it is near. Raise ``DeskError`` as ``parse_date`` does."""
    try:
        return parse_date(text, today)
    except DeskError:
        part = parse_partial_date(text)
    if part.year is not None or (part.month, part.day) == (2, 29):
        raise DeskError("date_unknown", value=text)
    day = date(today.year, part.month, part.day)
    ahead = day.replace(year=day.year + 1)
    return ahead if day < today and ahead - today <= NEXT_YEAR else day
