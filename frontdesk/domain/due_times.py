"""By when something is promised, as people say it: พรุ่งนี้ 15:00, ศุกร์นี้, บ่าย 3, in 2 hours, 30 นาที."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from .clock_times import ClockTime, plain, read_clock
from .due_words import (
    CLOSINGS,
    DAY_PARTS,
    DAYS_AHEAD,
    MIDNIGHTS,
    MONTH_ENDS,
    WEEK_ENDS,
    of_today,
    parted,
    unlinked,
    unrepeated,
)
from .errors import DeskError
from .near_days import read_near_day
from .working_hours import WorkingHours

LEAST_LEFT = timedelta(minutes=30)
"""With less than this before the end of a working day, the next one is suggested."""
EVENING = time(17, 0)
"""The end of a day on which nobody works."""
FARTHEST = timedelta(days=2 * 366)
_WEEK, _FRIDAY, _VAGUE_BEFORE = 7, 4, 8 * 60
_A_MINUTE = timedelta(minutes=1)
_IN_NUMBERS = "0123456789/:.-"

_WEEKDAYS = (
    ("จันทร์", "จ.", "mon", "monday"),
    ("อังคาร", "อ.", "tue", "tues", "tuesday"),
    ("พุธ", "พ.", "wed", "wednesday"),
    ("พฤหัสบดี", "พฤหัส", "พฤ.", "thu", "thur", "thurs", "thursday"),
    ("ศุกร์", "ศ.", "fri", "friday"),
    ("เสาร์", "ส.", "sat", "saturday"),
    ("อาทิตย์", "อา.", "sun", "sunday"),
)
_WEEKDAY_NUMBERS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_NAMES = "|".join(re.escape(name) for name in sorted(_WEEKDAY_NUMBERS, key=len, reverse=True))
_WEEKDAY = re.compile(rf"(?P<before>วัน|this\s|next\s|coming\s)?\s*(?P<name>{_NAMES})\s*(?P<after>ที่จะถึงนี้|ที่จะถึง|นี้|หน้า)?")
_UNITS = {
    "minutes": r"นาที|น\.?ท\.?|minutes?|mins?|m",
    "hours": r"ชั่วโมง|ชม\.?|hours?|hrs?|h",
    "days": r"วัน|days?|d",
    "weeks": r"สัปดาห์|อาทิตย์|weeks?|w",
}
_COUNTS = {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "สิบ": 10, "an": 1, "a": 1, "one": 1,
           "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}  # fmt: skip
_SPELL = re.compile(
    r"(?:อีก|in\b|\+)?\s*(?:(?P<half>ครึ่ง\s*(?:ชั่วโมง|ชม\.?)|half an hour)|(?P<more>ชั่วโมงครึ่ง)"
    rf"|(?P<count>\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})\s*"
    rf"(?P<working>(?:working|business|office)\s+)?"
    rf"(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in _UNITS.items())})"
    r"(?P<plus>ครึ่ง)?\s*(?P<work>ทำการ|ทำงาน|of work)?(?P<half_more>ครึ่ง)?)"
)
_IN = re.compile(r"^(?:ใน|within\b)\s*")


def suggested_due(now: datetime, hours: WorkingHours) -> datetime:
    """Return the end of today's work, or of the next working day's when that is near or over (the site's time)."""
    return _closing(now, hours, LEAST_LEFT)


def _closing(now: datetime, hours: WorkingHours, least: timedelta) -> datetime:
    """Return the end of a day's work that is so far away or farther."""
    for ahead in range(2 * _WEEK):
        day = now.date() + timedelta(days=ahead)
        end = end_of_work(day, now, hours)
        if hours.days[day.weekday()] and end - now >= least:
            return end
    return datetime.combine(now.date() + timedelta(days=1), EVENING, now.tzinfo)


def end_of_work(day: date, now: datetime, hours: WorkingHours) -> datetime:
    """Return when work ends on a day, in the evening where nobody works."""
    ends = [span.end for span in hours.days[day.weekday()]]
    if not ends:
        return datetime.combine(day, EVENING, now.tzinfo)
    return datetime.combine(day, time(), now.tzinfo) + timedelta(minutes=max(ends))


def read_due(text: str, now: datetime, hours: WorkingHours) -> datetime:
    """Read by when, in the site's time; nothing at all is what ``suggested_due`` returns.

    A day alone is meant until its work ends; a time alone is the next such time.
    Raise ``DeskError`` due_unknown, or due_past.
    """
    said = plain(text).strip()
    if not said:
        return suggested_due(now, hours)
    said = unlinked(_IN.sub("", unrepeated(said)))
    understood = list(_readings(said, now, hours))
    to_come = next((moment for moment in understood if now < moment <= now + FARTHEST), None)
    if to_come is None:
        raise DeskError("due_past" if understood and max(understood) <= now else "due_unknown", value=text)
    return to_come


def read_day(text: str, now: datetime, hours: WorkingHours) -> date | None:
    """Return the day that is said alone, today or later; None where anything else is said."""
    said = unlinked(plain(text).strip())
    if not said or ":" in said:
        return None
    return next((day for day in _days(said, now.date(), hours) if day >= now.date()), None)


def _readings(said: str, now: datetime, hours: WorkingHours) -> Iterator[datetime]:
    """Yield what a text can mean, the likeliest first."""
    today = now.date()
    if (rest := of_today(said)) is not None:
        yield from _on(today, rest, now, hours)
        return
    if spell := _SPELL.fullmatch(said):
        yield _after(spell, now, hours)
    if _is_closing(said):
        yield _closing(now, hours, _A_MINUTE)
    if (clock := read_clock(said)) is not None:
        yield from _times_to_come(clock, said, now)
    if ":" not in said:
        yield from (end_of_work(day, now, hours) for day in _days(said, today, hours))
    yield from _day_and_time(said, now, hours)
    for day in (today, today + timedelta(days=1)):
        yield from _on(day, said, now, hours)


def _day_and_time(said: str, now: datetime, hours: WorkingHours) -> Iterator[datetime]:
    """Yield readings of a day with a time, in either order, with or without a space between."""
    for cut in range(len(said) - 1, 0, -1):
        if said[cut - 1] in _IN_NUMBERS and said[cut] in _IN_NUMBERS:
            continue
        first, last = unlinked(said[:cut]), unlinked(said[cut:])
        for day_said, time_said in ((first, last), (last, first)):
            if day_said and time_said:
                for day in _days(day_said, now.date(), hours):
                    yield from _on(day, time_said, now, hours)


def _on(day: date, said: str, now: datetime, hours: WorkingHours) -> Iterator[datetime]:
    """Yield a time said of a day: its end, a part of it, an hour, or an hour in a part of it."""
    midnight = datetime.combine(day, time(), now.tzinfo)
    if _is_closing(said):
        yield end_of_work(day, now, hours)
    elif (clock := read_clock(said)) is not None:
        yield _at_clock(midnight, clock, said, now)
    elif said in DAY_PARTS:
        yield midnight + timedelta(minutes=DAY_PARTS[said].ends or 0)
    else:
        for part, rest in parted(said):
            clock = read_clock(rest)
            minute = part.place(clock) if clock else None
            if minute is not None:
                yield midnight + timedelta(minutes=minute)


def _is_closing(said: str) -> bool:
    part = DAY_PARTS.get(said)
    return said in CLOSINGS or (part is not None and part.ends is None)


def _at_clock(midnight: datetime, clock: ClockTime, said: str, now: datetime) -> datetime:
    """Return a time of a day; an hour that nobody works at is in the afternoon, today one that is over too."""
    moment = midnight + timedelta(minutes=clock.minutes)
    if said.startswith(MIDNIGHTS):
        return moment + timedelta(days=1)
    over = moment <= now < moment + timedelta(hours=12)
    return moment + timedelta(hours=12 if _vague(clock, said) and (clock.minutes < 6 * 60 or over) else 0)


def _times_to_come(clock: ClockTime, said: str, now: datetime) -> Iterator[datetime]:
    """Yield the next moment of a time; 3 said in the morning is in the afternoon."""
    choices = [clock.minutes, clock.minutes + 12 * 60] if _vague(clock, said) else [clock.minutes]
    today = [moment for minutes in choices if (moment := _today(minutes, now)) > now]
    yield today[0] if today else _today(choices[-1] if clock.minutes < 6 * 60 else clock.minutes, now, 1)


def _vague(clock: ClockTime, said: str) -> bool:
    return not clock.half_day and not said.startswith("0") and 60 <= clock.minutes < _VAGUE_BEFORE


def _today(minutes: int, now: datetime, days: int = 0) -> datetime:
    return datetime.combine(now.date(), time(), now.tzinfo) + timedelta(days=days, minutes=minutes)


def _after(spell: re.Match[str], now: datetime, hours: WorkingHours) -> datetime:
    """Count from now; days end with their work."""
    if spell["half"] or spell["more"]:
        return _to_minute(now + timedelta(minutes=30 if spell["half"] else 90))
    said = spell["count"]
    count = int(said) if said.isdecimal() else _COUNTS[said]
    unit = next(name for name in _UNITS if spell[name])
    at_work = bool(spell["working"] or spell["work"])
    if unit in ("days", "weeks"):
        return end_of_work(_days_on(count, unit, at_work, now, hours), now, hours)
    amount = timedelta(**{unit: count + (0.5 if spell["plus"] or spell["half_more"] else 0)})
    return _to_minute(hours.after(now, amount) if at_work else now + amount)


def _days_on(count: int, unit: str, at_work: bool, now: datetime, hours: WorkingHours) -> date:
    """Return the day so many days or weeks on; of working days only those are counted on which somebody works."""
    day = now.date()
    if not (at_work and unit == "days" and any(hours.days)):
        return day + timedelta(**{unit: count})
    while count:
        day += timedelta(days=1)
        count -= bool(hours.days[day.weekday()])
    return day


def _days(said: str, today: date, hours: WorkingHours) -> tuple[date, ...]:
    """Return the day that is said; of a day of the week the one after it too, for on its evening that is meant."""
    if said in DAYS_AHEAD:
        return (today + timedelta(days=DAYS_AHEAD[said]),)
    if said in WEEK_ENDS:
        return (_last_of_week(today, hours),)
    if said in MONTH_ENDS:
        return ((today.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1),)
    if weekday := _WEEKDAY.fullmatch(said):
        day = _weekday(weekday, today)
        return day, day + timedelta(days=_WEEK)
    try:
        return (read_near_day(said, today),)
    except DeskError:
        return ()


def _last_of_week(today: date, hours: WorkingHours) -> date:
    """Return the last day of this week, which begins on a Monday, on which somebody works; else its Friday."""
    last = max((number for number in range(_WEEK) if hours.days[number]), default=_FRIDAY)
    return today + timedelta(days=last - today.weekday())


def _weekday(said: re.Match[str], today: date) -> date:
    """Return the coming such day; หน้า and next mean that of the next week, which begins on a Monday."""
    number = _WEEKDAY_NUMBERS[said["name"]]
    if said["after"] == "หน้า" or (said["before"] or "").strip() == "next":
        return today + timedelta(days=_WEEK - today.weekday() + number)
    return today + timedelta(days=(number - today.weekday()) % _WEEK)


def _to_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
