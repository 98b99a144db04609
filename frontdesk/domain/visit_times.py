"""Days and times of visits as lists of visitors give them: 20 พ.ย. 69, พรุ่งนี้; 10.30 น., บ่ายสอง, 10:30-12:00."""

import re
from datetime import date, datetime, time, timedelta

from .clock_times import DAY, ClockTime, plain, read_clock
from .due_times import FARTHEST, read_day
from .errors import DeskError
from .near_days import read_near_day
from .visits import LONGEST_STAY
from .working_hours import WorkingHours

_TO = re.compile(r"\s*(?:-|–|—|~|ถึง|\bto\b|\buntil\b|\btill\b)\s*")
_WITH_TIME = re.compile(r"(?P<day>.*\d)[ tT](?P<time>\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?")
_SECONDS = re.compile(r"(?:1899-12-3[01] )?(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?")
"""A time alone as spreadsheets write it; in some it is one of their first day."""
_ANY_TIME = frozenset({"", "-", "ทั้งวัน", "ไม่ระบุ", "ไม่ระบุเวลา", "all day", "any time", "anytime"})
_NIGHT = 6 * 60
"""An hour alone before this is in the afternoon."""

Span = tuple[datetime | None, datetime | None]


def parted_day(text: str) -> tuple[str, str]:
    """Return day and time of a cell that holds both, as spreadsheets write a moment; else the time is empty."""
    found = _WITH_TIME.fullmatch(text.strip())
    return (found["day"], found["time"]) if found else (text.strip(), "")


def read_visit_day(text: str, now: datetime, hours: WorkingHours) -> date:
    """Read a day, near ones also in words. Raise ``DeskError`` date_unknown, date_ambiguous or visit_day_far."""
    try:
        day = read_near_day(text, now.date())
    except DeskError:
        said = read_day(text, now, hours)
        if said is None:
            raise
        day = said
    if day > now.date() + FARTHEST:
        raise DeskError("visit_day_far", value=text)
    return day


def read_span(text: str, day: date, now: datetime) -> Span:
    """Read when somebody comes on a day, and until when they stay where that is said too.

    Raise ``DeskError`` visit_time_unknown.
    """
    said = _SECONDS.sub(r"\1", plain(text).strip())
    if said in _ANY_TIME:
        return None, None
    first, *rest = _TO.split(said, maxsplit=1)
    due = _on(day, first, text, now)
    if due.date() != day:
        raise DeskError("visit_time_unknown", value=text)
    if not rest:
        return due, None
    until = _on(day, rest[0], text, now)
    return due, until if until > due else until + timedelta(days=1)


def read_until(text: str, day: date, due: datetime | None, now: datetime, hours: WorkingHours) -> datetime | None:
    """Read until when somebody stays: a time, of the day after where it is before they come, or a day with a time.

    Raise ``DeskError`` visit_time_unknown, or stay_long.
    """
    said = _SECONDS.sub(r"\1", text.strip())
    if plain(said).strip() in _ANY_TIME:
        return None
    day_said, time_said = parted_day(said)
    if time_said:
        until = _on(read_visit_day(day_said, now, hours), time_said, text, now)
    else:
        until = _on(day, said, text, now)
        if due is not None and until <= due:
            until += timedelta(days=1)
    start = due or datetime.combine(day, time(), now.tzinfo)
    if until <= start:
        raise DeskError("visit_time_unknown", value=text)
    if until - start > LONGEST_STAY:
        raise DeskError("stay_long", days=LONGEST_STAY.days)
    return until


def _on(day: date, said: str, text: str, now: datetime) -> datetime:
    clock = read_clock(said)
    if clock is None:
        raise DeskError("visit_time_unknown", value=text)
    return datetime.combine(day, time(), now.tzinfo) + timedelta(minutes=_minutes(clock, plain(said).strip()))


def _minutes(clock: ClockTime, said: str) -> int:
    """Return minutes since midnight: 3 and 3:30 are in the afternoon, 03:30 is at night."""
    vague = not clock.half_day and not said.startswith("0") and 60 <= clock.minutes < _NIGHT
    return min(clock.minutes + (DAY // 2 if vague else 0), DAY)
