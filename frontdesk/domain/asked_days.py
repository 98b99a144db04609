"""Periods of days as they are asked for: วันนี้, สัปดาห์ก่อน, 1–15 พ.ย. 2569, พ.ย. 2569, last month, 2026-11-01..15.

What is relative stays so: a filter that was kept last week means this week's "last week". Weeks begin on Monday.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .errors import DeskError
from .languages import Language
from .thai_dates import BUDDHIST_OFFSET, DateStyle, format_date, parse_date, parse_partial_date

LONGEST = 60
"""Letters of a text that may be a period."""


class Stretch(StrEnum):
    """A period that moves on with the days."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this-week"
    LAST_WEEK = "last-week"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``first`` to ``last``, both included; None means no bound."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch, or days between two fixed ones; all days if it is neither."""

    stretch: Stretch | None = None
    first: date | None = None
    last: date | None = None

    @property
    def everything(self) -> bool:
        return self == ALL_DAYS

    def days(self, today: date) -> Days:
        """Return the days that are meant today."""
        return Days(self.first, self.last) if self.stretch is None else _stretched(self.stretch, today)


ALL_DAYS = Period()
NAMES: dict[Language, dict[Stretch, tuple[str, ...]]] = {
    Language.TH: {
        Stretch.TODAY: ("วันนี้",),
        Stretch.YESTERDAY: ("เมื่อวาน", "เมื่อวานนี้", "วานนี้"),
        Stretch.THIS_WEEK: ("สัปดาห์นี้", "อาทิตย์นี้"),
        Stretch.LAST_WEEK: ("สัปดาห์ก่อน", "สัปดาห์ที่แล้ว", "อาทิตย์ก่อน", "อาทิตย์ที่แล้ว"),
        Stretch.THIS_MONTH: ("เดือนนี้",),
        Stretch.LAST_MONTH: ("เดือนก่อน", "เดือนที่แล้ว"),
        Stretch.THIS_YEAR: ("ปีนี้",),
        Stretch.LAST_YEAR: ("ปีก่อน", "ปีที่แล้ว"),
    },
    Language.EN: {one: (one.value.replace("-", " "),) for one in Stretch},
}
"""What the stretches are called; the first is how they are written."""

_STRETCHES = {name: one for names in NAMES.values() for one, forms in names.items() for name in forms}
_BETWEEN = re.compile(r"\s*(?:–|—|\.\.|\bto\b|ถึง|\s-\s|(?<=/\d\d)-|(?<=/\d{4})-)\s*")
_SHORT = re.compile(r"(?P<first>\d{1,2})\s?[-–—]\s?(?P<last>\d{1,2}\s.+)")
_MONTH = re.compile(r"(?:เดือน\s?)?(?P<month>[^\d\s]+?\.?)\s?(?P<year>\d{4})")
_YEAR = re.compile(r"(?:ปี|พ\.ศ\.|ค\.ศ\.|year)\s?(?P<year>\d{4})")
_SINCE = re.compile(r"(?:ตั้งแต่|since)\s?(?P<day>.+)")
_UNTIL = re.compile(r"(?:จนถึง|until)\s?(?P<day>.+)")
_NUMERIC = re.compile(r"\d{1,2}[-/. ]\d{1,2}")


def read_period(text: str, today: date) -> Period | None:
    """Read a period; None for anything else, and for two digits whose year could be either era's."""
    plain = " ".join(text[:LONGEST].split()).casefold()
    if plain in _STRETCHES:
        return Period(_STRETCHES[plain])
    try:
        return _fixed(plain, today)
    except DeskError:
        return None


def read_day(text: str, today: date) -> date:
    """Read a day that has been: without a year, the last such day. Raise ``DeskError`` as ``parse_date`` does."""
    try:
        return parse_date(text, today)
    except DeskError:
        part = parse_partial_date(text)
    if part.year is not None or _NUMERIC.fullmatch(text.strip()):
        raise DeskError("date_unknown", value=text)
    for year in range(today.year, today.year - 5, -1):
        day = _day_in(year, part.month, part.day)
        if day is not None and day <= today:
            return day
    raise DeskError("date_unknown", value=text)


def period_text(period: Period, language: Language) -> str:
    """Write a period so that it can be read again: 1–20 พ.ย. 2569. Empty for all days."""
    if period.stretch is not None:
        return NAMES[language][period.stretch][0]
    first, last = period.first, period.last
    if first is None or last is None:
        return _open_text(period, language)
    if first == last:
        return format_date(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_date(last, language)}"
    return f"{format_date(first, language)} – {format_date(last, language)}"


def _open_text(period: Period, language: Language) -> str:
    thai = language is Language.TH
    if period.first is not None:
        return f"{'ตั้งแต่' if thai else 'since'} {format_date(period.first, language)}"
    if period.last is not None:
        return f"{'จนถึง' if thai else 'until'} {format_date(period.last, language)}"
    return ""


def _stretched(stretch: Stretch, today: date) -> Days:
    match stretch:
        case Stretch.TODAY:
            return Days(today, today)
        case Stretch.YESTERDAY:
            return Days(today - timedelta(days=1), today - timedelta(days=1))
        case Stretch.THIS_WEEK | Stretch.LAST_WEEK:
            back = today.weekday() + (7 if stretch is Stretch.LAST_WEEK else 0)
            monday = today - timedelta(days=back)
            return Days(monday, monday + timedelta(days=6))
        case Stretch.THIS_MONTH:
            return _month(today.year, today.month)
        case Stretch.LAST_MONTH:
            before = today.replace(day=1) - timedelta(days=1)
            return _month(before.year, before.month)
        case Stretch.THIS_YEAR | Stretch.LAST_YEAR:
            return _year(today.year - (stretch is Stretch.LAST_YEAR))


def _month(year: int, month: int) -> Days:
    after = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), after - timedelta(days=1))


def _year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))


def _fixed(plain: str, today: date) -> Period:
    if found := _SINCE.fullmatch(plain):
        return Period(first=read_day(found["day"], today))
    if found := _UNTIL.fullmatch(plain):
        return Period(last=read_day(found["day"], today))
    if found := _YEAR.fullmatch(plain):
        days = _year(_common(int(found["year"])))
        return Period(None, days.first, days.last)
    if found := _MONTH.fullmatch(plain):
        first = parse_date(f"1 {found['month']} {found['year']}", today)
        return Period(None, first, _month(first.year, first.month).last)
    return _two_days(plain, today) or _one_day(plain, today)


def _one_day(plain: str, today: date) -> Period:
    day = read_day(plain, today)
    return Period(None, day, day)


def _two_days(plain: str, today: date) -> Period | None:
    """Read "1-15 พ.ย. 2569" and "28 ธ.ค. 2568 – 3 ม.ค. 2569"; the first day may leave to the last what both share."""
    if found := _SHORT.fullmatch(plain):
        last = read_day(found["last"], today)
        return _ordered(_day_in(last.year, last.month, int(found["first"])), last, plain)
    parts = _BETWEEN.split(plain)
    if len(parts) != 2 or not all(parts):
        return None
    last = read_day(parts[1], today)
    return _ordered(_first_before(parts[0], last), last, plain)


def _first_before(text: str, last: date) -> date | None:
    return _day_in(last.year, last.month, int(text)) if text.isdecimal() else read_day(text, last)


def _ordered(first: date | None, last: date, text: str) -> Period:
    if first is None or first > last:
        raise DeskError("date_unknown", value=text)
    return Period(None, first, last)


def _day_in(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _common(year: int) -> int:
    """Turn a year of four digits into the common era's."""
    common = year - BUDDHIST_OFFSET if year >= 2400 else year
    if not 1900 <= common <= 2399:
        raise DeskError("date_unknown", value=str(year))
    return common


def days_text(days: Days, language: Language) -> str:
    """Write days as ``period_text`` does, with the weekday where it is one day."""
    if days.first is not None and days.first == days.last:
        return format_date(days.first, language, DateStyle.WEEKDAY)
    return period_text(Period(None, days.first, days.last), language)
