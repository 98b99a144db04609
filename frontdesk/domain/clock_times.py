"""Times of day as people in Thailand write them: 8.30 น., 08:30, บ่าย 3, 2 ทุ่ม, ทุ่มครึ่ง, 3pm, half past 3."""

import re
from dataclasses import dataclass

from .thai_text import normalise

HOUR, NOON, DAY = 60, 12 * 60, 24 * 60
LONGEST = 200
"""Letters of a text that are read; nobody writes longer times."""

_WORDS = {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9,
          "สิบเอ็ด": 11, "สิบ": 10}  # fmt: skip
_ENGLISH = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
            "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_LEADS = {"half past": 30, "quarter past": 15, "quarter to": -15}
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
_HALF = r"(?:\s*(?:(?P<{0}_half>ครึ่ง)|(?P<{0}_minutes>[0-5]\d)(?!\d|\s*(?:[:.]\d|โมง|ทุ่ม))(?:\s*นาที)?))?"
"""What follows an hour that is said: half of one more, or minutes."""
_PART = r"(?P<part>เช้า|บ่าย|เย็น|ค่ำ)?"
_FORMS = (
    r"เที่ยงคืน(?P<midnight>)" + _HALF.format("midnight"),
    r"(?:เที่ยง(?:วัน|ตรง)?|noon\b)(?P<noon>)" + _HALF.format("noon"),
    r"midnight\b(?P<zero>)",
    rf"ตี\s*(?P<night>{_COUNT})" + _HALF.format("night"),
    rf"(?P<evening>{_COUNT})\s*ทุ่ม(?:ตรง)?" + _HALF.format("evening"),
    r"(?P<dusk>)ทุ่ม(?:หนึ่ง|นึง|ตรง)?" + _HALF.format("dusk"),
    rf"(?P<late>{_COUNT})\s*โมงเย็น" + _HALF.format("late"),
    rf"(?:บ่าย\s*(?P<after>{_COUNT})(?![\d:.])(?:\s*โมง)?|(?P<one>)(?:บ่ายโมง|โมง(?=\s*ครึ่ง)))(?:ตรง)?"
    + _HALF.format("after"),
    rf"(?P<morning>{_COUNT})\s*โมง(?:เช้า)?(?:ตรง)?" + _HALF.format("morning"),
    r"(?P<whole>\d{4})(?!\d)",
    rf"(?P<lead>{'|'.join(_LEADS)})\s+(?P<led>\d{{1,2}}|{'|'.join(_ENGLISH)})\b",
    rf"(?P<clock_hour>\d{{1,2}}|{'|'.join(_ENGLISH)})\s*o'?clock\b",
    _PART + r"\s*(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?!\d))?(?!\d)(?:\s*(?P<half_day>[ap])\.?\s?m\b\.?)?",
)
CLOCK = "|".join(_FORMS)
"""A pattern for one time of day in a text that went through ``plain``; ``clock_of`` takes its groups."""
_WHOLE = re.compile(rf"(?:{CLOCK})\s*(?:น\.?|นาฬิกา)?")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """Minutes since midnight, up to 1440. ``half_day`` is "a" or "p" where it was said: 9 am, 3 in the afternoon.

    ``bare`` is an hour without minutes and with nothing that says which half of the day it is in.
    """

    minutes: int
    half_day: str = ""
    bare: bool = False


def plain(text: str) -> str:
    """Return a text in small letters with common digits, as the patterns want it."""
    return " ".join(normalise(text[:LONGEST]).split())


def read_clock(text: str) -> ClockTime | None:
    """Read one time of day; None for anything else."""
    found = _WHOLE.fullmatch(plain(text).strip())
    return clock_of(found.groupdict()) if found else None


def clock_of(groups: dict[str, str | None]) -> ClockTime | None:
    """Make a time of what ``CLOCK`` has found, or None where there is no such time."""
    how = _numeric if groups.get("hour") else _english if groups.get("led") or groups.get("clock_hour") else _spoken
    read = how(groups)
    return read if read is not None and 0 <= read.minutes <= DAY else None


def _numeric(groups: dict[str, str | None]) -> ClockTime | None:
    hour, minute, half_day = int(groups["hour"] or 0), int(groups["minute"] or 0), groups["half_day"] or ""
    if minute >= HOUR or (half_day and not 1 <= hour <= 12):
        return None
    if groups["part"] and hour < 12 and not half_day:
        half_day = "a" if groups["part"] == "เช้า" else "p"
    if half_day:
        hour = hour % 12 + (12 if half_day == "p" else 0)
    return ClockTime(hour * HOUR + minute, half_day, groups["minute"] is None and not half_day)


def _english(groups: dict[str, str | None]) -> ClockTime | None:
    """Read half past three, three o'clock: nothing says which half of the day that is in."""
    said = groups["led"] or groups["clock_hour"] or ""
    hour = int(said) if said.isdecimal() else _ENGLISH[said]
    minutes = hour * HOUR + _LEADS.get(groups["lead"] or "", 0)
    if not 1 <= hour <= 12:
        return None
    return ClockTime(minutes if minutes >= HOUR else minutes + NOON, bare=not groups["lead"])


def _spoken(groups: dict[str, str | None]) -> ClockTime | None:
    """Read the hours of the Thai day: each part of it counts anew."""
    if whole := groups["whole"]:
        return ClockTime(int(whole[:2]) * HOUR + int(whole[2:])) if int(whole[2:]) < HOUR else None
    said = next(name for name in _HOURS if groups[name] is not None)
    hour = _HOURS[said].get(_count(groups[said] or ""))
    return None if hour is None else ClockTime(hour * HOUR + _past(said, groups), "p" if hour > 12 else "a")


def _past(said: str, groups: dict[str, str | None]) -> int:
    """Return the minutes said after the hour."""
    name = "after" if said == "one" else said
    return HOUR // 2 if groups.get(f"{name}_half") else int(groups.get(f"{name}_minutes") or 0)


def _count(written: str) -> int:
    return int(written) if written.isdecimal() else _WORDS.get(written, 0)


_HOURS: dict[str, dict[int, int]] = {
    "midnight": {0: 0},
    "zero": {0: 0},
    "noon": {0: 12},
    "night": {n: n for n in range(1, 6)},
    "evening": {n: 18 + n for n in range(1, 7)},
    "dusk": {0: 19},
    "late": {n: 12 + n for n in range(3, 7)},
    "after": {n: 12 + n for n in range(1, 7)},
    "one": {0: 13},
    "morning": {n: n if n >= 6 else 12 + n for n in range(1, 12)},
}
"""What the counted hour is, by the part of the day. สามโมง without เช้า is in the afternoon; หกโมง in the morning."""
