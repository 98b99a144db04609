"""The words in which people say by when: parts of the day, ends of days, weeks and months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .clock_times import ClockTime, read_clock

HOUR, NOON, DAY = 60, 12 * 60, 24 * 60


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day, in minutes since its midnight: the times said of it, and when it ends if none is.

    ``ends`` is None where it ends with the day's work. A night goes on over midnight.
    """

    first: int
    last: int
    ends: int | None

    def place(self, clock: ClockTime) -> int | None:
        """Return which minute a time is in this part of the day; None if it is in another."""
        half_known = clock.half_day or clock.minutes >= 13 * HOUR
        steps = (0, DAY) if half_known else (0, NOON, DAY)
        return next((at for step in steps if self.first <= (at := clock.minutes + step) <= self.last), None)


_MORNING, _LATE_MORNING = DayPart(0, NOON, NOON), DayPart(8 * HOUR, NOON, NOON)
_MIDDAY, _AFTERNOON = DayPart(10 * HOUR, 15 * HOUR, NOON), DayPart(NOON, 18 * HOUR + 30, None)
_EVENING, _NIGHT = DayPart(15 * HOUR, DAY, 18 * HOUR), DayPart(18 * HOUR, DAY + 6 * HOUR, 20 * HOUR)

DAY_PARTS = {
    "เช้า": _MORNING, "morning": _MORNING, "สาย": _LATE_MORNING, "late morning": _LATE_MORNING,
    "เที่ยง": _MIDDAY, "กลางวัน": _MIDDAY, "พักเที่ยง": _MIDDAY, "noon": _MIDDAY, "midday": _MIDDAY,
    "lunch": _MIDDAY, "lunchtime": _MIDDAY, "lunch time": _MIDDAY,
    "บ่าย": _AFTERNOON, "afternoon": _AFTERNOON, "early afternoon": _AFTERNOON, "late afternoon": _AFTERNOON,
    "เย็น": _EVENING, "evening": _EVENING, "early evening": _EVENING,
    "ค่ำ": _NIGHT, "หัวค่ำ": _NIGHT, "คืน": _NIGHT, "กลางคืน": _NIGHT, "night": _NIGHT,
}  # fmt: skip
CLOSINGS = frozenset((
    "สิ้นวัน", "เลิกงาน", "เลิก", "หมดเวลา", "ปิด", "ปิดทำการ", "เวลาปิด", "end of day", "end of the day", "eod", "closing",
    "close", "closing time", "close of business", "cob",
))  # fmt: skip
"""The end of a day's work."""
DAYS_AHEAD = {
    "later today": 0, "end of today": 0, "สิ้นวันนี้": 0, "tmr": 1, "tomorow": 1, "พรุ่งนี้": 1, "พรุ้งนี้": 1,
    "day after tomorrow": 2, "สัปดาห์หน้า": 7, "อาทิตย์หน้า": 7, "next week": 7, "a week": 7,
}  # fmt: skip
WEEK_ENDS = frozenset((
    "สัปดาห์นี้", "สิ้นสัปดาห์", "สิ้นสัปดาห์นี้", "ปลายสัปดาห์", "ปลายสัปดาห์นี้", "this week", "end of week", "end of this week",
    "end of the week", "eow",
))  # fmt: skip
MONTH_ENDS = frozenset(("สิ้นเดือน", "สิ้นเดือนนี้", "end of month", "end of the month", "end of this month", "month end"))
MIDNIGHTS = ("เที่ยงคืน", "midnight")
"""Midnight said of a day is the one that ends it."""

_THAI_LINKS = "ตอน|ช่วง|เวลา|ก่อน|ภายใน|ไม่เกิน|ประมาณ|ราว|สัก"
_LINKS = r"no later than|in the|the|at|on|by|before|until|till|around|about"
_LINK = re.compile(rf"^(?:(?:{_LINKS})\b|{_THAI_LINKS}|,|\s)+|(?:\b(?:{_LINKS})|{_THAI_LINKS}|,|\s)+$")
_REPEATED = re.compile(r"\s*ๆ")
_LONGEST_FIRST = sorted(DAY_PARTS, key=len, reverse=True)
_NAMES = "|".join(map(re.escape, _LONGEST_FIRST))
_OF_TODAY = re.compile(rf"\bthis\s+(?P<this>{_NAMES})\b|\bto(?P<tonight>night)\b|(?P<thai>เที่ยงคืน|{_NAMES})\s*นี้")
_NOW = "นี้"


def unrepeated(said: str) -> str:
    """Drop the mark that only softens a word: สาย ๆ is สาย."""
    return _REPEATED.sub("", said)


def unlinked(said: str) -> str:
    """Take the words off both ends that say by, before, at or about."""
    return _LINK.sub("", said)


def of_today(said: str) -> str | None:
    """Return what is left of a text once its word for today is taken out: เช้านี้, tonight, ทุ่มครึ่งนี้. None without one."""
    if found := _OF_TODAY.search(said):
        part = next(filter(None, found.groups()))
        return unlinked(f"{said[: found.start()]}{part}{said[found.end() :]}")
    rest = unlinked(said.removesuffix(_NOW))
    return rest if said.endswith(_NOW) and read_clock(rest) is not None else None


def parted(said: str) -> Iterator[tuple[DayPart, str]]:
    """Yield the part of the day that begins or ends a text, with what else is said."""
    for name in _LONGEST_FIRST:
        if said.startswith(name):
            yield DAY_PARTS[name], unlinked(said.removeprefix(name))
        if said.endswith(name):
            yield DAY_PARTS[name], unlinked(said.removesuffix(name))
