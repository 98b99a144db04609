"""Dates as they are read and written here: the Buddhist Era in Thai, the common era in English.

Everything is computed in the common era; the Buddhist year is 543 ahead and exists in text only.
A year of four digits says its era itself: 1900-2399 is the common era, 2400-2999 the Buddhist. A
year of two digits is taken only if exactly one of its readings (25yy Buddhist, 19yy or 20yy common)
lies near today, 30 years back to 5 ahead; otherwise the person is asked for all four digits.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from .errors import DeskError
from .languages import Language
from .people import PartialDate

BUDDHIST_OFFSET = 543
FIRST_BUDDHIST_YEAR = 2400
YEARS_BACK, YEARS_AHEAD = 30, 5
THAI_TIME = timezone(timedelta(hours=7), "Asia/Bangkok")

_THAI_SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
_THAI_LONG = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
_ENGLISH_LONG = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTHS = {
    Language.TH: (_THAI_SHORT, _THAI_LONG),
    Language.EN: ([name[:3] for name in _ENGLISH_LONG], _ENGLISH_LONG),
}
_DAYS = {
    Language.TH: (
        ["จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา."],
        ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"],
    ),
    Language.EN: (
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ),
}
_NEAR_DAYS = {
    "วันนี้": 0, "today": 0,
    "เมื่อวาน": -1, "เมื่อวานนี้": -1, "วานนี้": -1, "yesterday": -1,
    "เมื่อวานซืน": -2, "วานซืน": -2,
    "พรุ่งนี้": 1, "วันพรุ่งนี้": 1, "tomorrow": 1,
    "มะรืน": 2, "มะรืนนี้": 2, "วันมะรืน": 2, "วันมะรืนนี้": 2,
}  # fmt: skip


class DateStyle(StrEnum):
    """How much of a date is shown."""

    SHORT = "short"
    """12 พ.ย. / 12 Nov"""
    NORMAL = "normal"
    """12 พ.ย. 2569 / 12 Nov 2026"""
    WEEKDAY = "weekday"
    """ศ. 20 พ.ย. 2569 / Fri 20 Nov 2026"""
    FULL = "full"
    """วันศุกร์ที่ 20 พฤศจิกายน 2569 / Friday 20 November 2026"""
    NUMERIC = "numeric"
    """20/11/2569 / 20/11/2026"""


class _Era(StrEnum):
    UNSAID = ""
    BUDDHIST = "be"
    COMMON = "ce"


@dataclass(frozen=True, slots=True)
class _Written:
    """The parts of a date as written; ``year`` is empty where none stands."""

    day: int
    month: int
    year: str
    era: _Era


def shown_year(year: int, language: Language) -> int:
    """Turn a year of the common era into the one that is shown."""
    return year + BUDDHIST_OFFSET if language is Language.TH else year


def format_date(value: date, language: Language, style: DateStyle = DateStyle.NORMAL) -> str:
    """Write a date; a moment (aware datetime) is first taken to Thai time."""
    day = _local(value)
    year = shown_year(day.year, language)
    if style is DateStyle.NUMERIC:
        return f"{day.day}/{day.month}/{year}"
    full = style is DateStyle.FULL
    written = f"{day.day} {_MONTHS[language][full][day.month - 1]}"
    if style is DateStyle.SHORT:
        return written
    if style is DateStyle.NORMAL:
        return f"{written} {year}"
    weekday = _DAYS[language][full][day.weekday()]
    joint = f"วัน{weekday}ที่" if full and language is Language.TH else weekday
    return f"{joint} {written} {year}"


def format_time(value: datetime) -> str:
    """Write the time of day in Thailand: 10:42."""
    return f"{value.astimezone(THAI_TIME):%H:%M}"


def format_moment(value: datetime, language: Language, style: DateStyle = DateStyle.NORMAL) -> str:
    """Write date and time: 12 พ.ย. 2569 · 10:42."""
    return f"{format_date(value, language, style)} · {format_time(value)}"


def format_partial_date(value: PartialDate, language: Language) -> str:
    """Write a birthday, with its year where that is known."""
    style = DateStyle.SHORT if value.year is None else DateStyle.NORMAL
    return format_date(date(value.year or 2000, value.month, value.day), language, style)


def parse_date(text: str, today: date) -> date:
    """Read a date. Raise ``DeskError`` date_unknown, or date_ambiguous where the year must be said."""
    folded = _fold(text)
    near = _NEAR_DAYS.get(folded)
    if near is not None:
        return today + timedelta(days=near)
    written = _read(folded, text)
    return _checked(_year_near(written, today, text), written, text)


def parse_partial_date(text: str) -> PartialDate:
    """Read a birthday, with or without a year. A year of two digits is always ambiguous here."""
    written = _read(_fold(text), text)
    if not written.year:
        _checked(2000, written, text)
        return PartialDate(written.month, written.day)
    day = _checked(_year_said(written, text), written, text)
    return PartialDate(day.month, day.day, day.year)


def _local(value: date) -> date:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(THAI_TIME).date()
    return value


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text[:80]).replace("ํา", "ำ").casefold()
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain)
    return " ".join(digits.split())


def _bare(name: str) -> str:
    return name.replace(".", "").replace(" ", "").casefold()


_MONTH_NUMBERS = {
    _bare(name): number
    for short, long in _MONTHS.values()
    for names in (short, long)
    for number, name in enumerate(names, 1)
} | {"sept": 9, "มกรา": 1, "กุมภา": 2, "มีนา": 3, "เมษา": 4, "พฤษภา": 5, "มิถุนา": 6, "กรกฎา": 7,
     "สิงหา": 8, "กันยา": 9, "ตุลา": 10, "พฤศจิกา": 11, "ธันวา": 12}  # fmt: skip

_WEEKDAY = re.compile(
    r"\A(?:วัน)?\s*(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์|พฤ\.|อา\.|[จอพศส]\.(?=\s*\d)|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[.,]?\s*"
)
_TIME_OF_DAY = re.compile(r"(?:t|\s)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$")
_ERA = r"(?P<era>พ\.?\s*ศ\.?|ค\.?\s*ศ\.?|b\.?e\.?|c\.?e\.?|a\.?d\.?)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\s?(?P<sign>[-/. ])\s?(?P<month>\d{1,2})(?:\s?(?P=sign)\s?(?P<year>\d{4}|\d{2}))?",
        (
            rf"(?:ที่\s?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s/.-]*(?P<name>[^\d\s/-][^\d\s/-]*?)"
            rf"(?:[\s/,-]*{_ERA}\s?(?P<year>\d{{4}}|\d{{2}}))?"
        ),
        rf"(?P<name>[a-z]+)\.?\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{_ERA}\s?(?P<year>\d{{4}}))?",
        r"--(?P<month>\d{2})-?(?P<day>\d{2})",
    )
)


def _read(folded: str, text: str) -> _Written:
    plain = _WEEKDAY.sub("", _TIME_OF_DAY.sub("", folded), count=1)
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found:
            return _parts(found.groupdict(), text)
    raise DeskError("date_unknown", value=text)


def _parts(found: dict[str, str | None], text: str) -> _Written:
    name = found.get("name")
    month = _MONTH_NUMBERS.get(_bare(name)) if name else int(found["month"] or 0)
    if month is None:
        raise DeskError("date_unknown", value=text)
    return _Written(int(found["day"] or 0), month, found.get("year") or "", _era(found.get("era")))


def _era(word: str | None) -> _Era:
    if not word:
        return _Era.UNSAID
    return _Era.BUDDHIST if word[0] in "พb" else _Era.COMMON


def _year_near(written: _Written, today: date, text: str) -> int:
    """Return the year in the common era; two digits count only where one reading is near today."""
    if len(written.year) == 4:
        return _year_said(written, text)
    near = [year for year in _readings(written) if -YEARS_BACK <= year - today.year <= YEARS_AHEAD]
    if len(near) != 1:
        raise DeskError("date_ambiguous", value=text)
    return near[0]


def _readings(written: _Written) -> list[int]:
    if not written.year:
        return []
    short = int(written.year)
    buddhist, common = [2500 + short - BUDDHIST_OFFSET], [1900 + short, 2000 + short]
    if written.era is _Era.UNSAID:
        return buddhist + common
    return buddhist if written.era is _Era.BUDDHIST else common


def _year_said(written: _Written, text: str) -> int:
    if len(written.year) != 4:
        raise DeskError("date_ambiguous", value=text)
    year = int(written.year)
    buddhist = written.era is _Era.BUDDHIST or (written.era is _Era.UNSAID and year >= FIRST_BUDDHIST_YEAR)
    common = year - BUDDHIST_OFFSET if buddhist else year
    if not 1800 <= common <= 2456:
        raise DeskError("date_unknown", value=text)
    return common


def _checked(year: int, written: _Written, text: str) -> date:
    try:
        return date(year, written.month, written.day)
    except ValueError:
        raise DeskError("date_unknown", value=text) from None
