"""Words that several papers share."""

from datetime import date

from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.texts import Texts


def range_words(first: date | None, last: date | None, texts: Texts) -> str:
    """Say from which day to which a paper reaches."""
    days = [format_date(day, texts.language, DateStyle.FULL) for day in (first, last) if day is not None]
    if first is not None and first == last:
        return days[0]
    if len(days) == 2:
        return texts("printing.from_to", first=_day(first, texts), last=_day(last, texts))
    if first is not None:
        return texts("printing.since", day=_day(first, texts))
    return texts("printing.until", day=_day(last, texts)) if last is not None else texts("printing.all_days")


def _day(day: date | None, texts: Texts) -> str:
    return format_date(day, texts.language) if day is not None else ""
