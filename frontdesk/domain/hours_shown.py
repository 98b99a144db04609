"""Hours in a language other than they were typed in: จ-ศ 08:30-16:30 reads Mon–Fri 08:30–16:30 in English."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from .clock_times import DAY
from .hours_words import ALL_DAY, WEEK, Sort, Span, hours_words
from .languages import Language
from .thai_dates import DateStyle, format_date
from .thai_text import has_thai
from .working_hours import read_hours

MONDAY = date(2026, 11, 16)
"""Any Monday: days of the week have no date of their own."""

EVERY_DAY = {Language.TH: "ทุกวัน", Language.EN: "every day"}
ALL_HOURS = {Language.TH: "24 ชม.", Language.EN: "24 hours"}

_LATIN = re.compile("[A-Za-z]")


def hours_in(hours: str, language: Language) -> str:
    """Return hours in a language; as typed where they are in it, or cannot be read to the last word."""
    if not _is_foreign(hours, language):
        return hours
    read = read_hours(hours)
    if read is None or any(word.sort is Sort.HOLIDAY for word in hours_words(hours) or ()):
        return hours
    runs = _runs(read.days)
    return " · ".join(f"{_days(language, first, last)} {_spans(language, read.days[first])}" for first, last in runs)


def _is_foreign(hours: str, language: Language) -> bool:
    if language is Language.TH:
        return not has_thai(hours) and bool(_LATIN.search(hours))
    return has_thai(hours)


def _runs(days: tuple[tuple[Span, ...], ...]) -> Iterator[tuple[int, int]]:
    """Yield the first and last day of each run of days that are open alike."""
    first = 0
    for day in range(1, WEEK + 1):
        if day == WEEK or days[day] != days[first]:
            if days[first]:
                yield first, day - 1
            first = day


def _days(language: Language, first: int, last: int) -> str:
    if last - first == WEEK - 1:
        return EVERY_DAY[language]
    names = dict.fromkeys(_day(language, day) for day in (first, last))
    return "–".join(names)


def _day(language: Language, day: int) -> str:
    return format_date(MONDAY + timedelta(days=day), language, DateStyle.WEEKDAY).split()[0]


def _spans(language: Language, spans: tuple[Span, ...]) -> str:
    if spans == (ALL_DAY,):
        return ALL_HOURS[language]
    return ", ".join(f"{_clock(span.start)}–{_clock(span.end)}" for span in spans)


def _clock(minutes: int) -> str:
    within = minutes if minutes <= DAY else minutes - DAY
    return f"{within // 60:02}:{within % 60:02}"
