"""Hours in the language of the screen: จ-ศ 08:30-16:30 reads Mon–Fri 08:30–16:30 in English."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from frontdesk.domain.clock_times import DAY
from frontdesk.domain.hours_words import ALL_DAY, WEEK, Sort, Span, hours_words
from frontdesk.domain.languages import Language
from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.domain.thai_text import has_thai
from frontdesk.domain.working_hours import read_hours
from frontdesk.ui.words import Words

MONDAY = date(2026, 11, 16)
"""Any Monday: days of the week have no date of their own."""

_LATIN = re.compile("[A-Za-z]")


def hours_word(words: Words, hours: str) -> str:
    """Return hours in the language of the screen; as typed where they are in it, or cannot be read to the last word."""
    if not _is_foreign(hours, words.language):
        return hours
    read = read_hours(hours)
    if read is None or any(word.sort is Sort.HOLIDAY for word in hours_words(hours) or ()):
        return hours
    runs = _runs(read.days)
    return " · ".join(f"{_days(words, first, last)} {_spans(words, read.days[first])}" for first, last in runs)


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


def _days(words: Words, first: int, last: int) -> str:
    if last - first == WEEK - 1:
        return words("directory.every_day")
    names = dict.fromkeys(_day(words, day) for day in (first, last))
    return "–".join(names)


def _day(words: Words, day: int) -> str:
    return format_date(MONDAY + timedelta(days=day), words.language, DateStyle.WEEKDAY).split()[0]


def _spans(words: Words, spans: tuple[Span, ...]) -> str:
    if spans == (ALL_DAY,):
        return words("directory.all_hours")
    return ", ".join(f"{_clock(span.start)}–{_clock(span.end)}" for span in spans)


def _clock(minutes: int) -> str:
    within = minutes if minutes <= DAY else minutes - DAY
    return f"{within // 60:02}:{within % 60:02}"
