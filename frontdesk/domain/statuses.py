"""What a member of staff is doing, in few keys: the usual words, and until when."""

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from .clock_times import DAY, ClockTime, plain, read_clock
from .errors import DeskError
from .near_days import read_near_day
from .people import Person
from .working_hours import read_hours, read_span


class Status(StrEnum):
    """The usual ones, in the order of their number keys; the words are the screen's."""

    MEETING = "meeting"
    LUNCH = "lunch"
    OUT = "out"
    LEAVE = "leave"
    NO_CALLS = "no-calls"
    AWAY = "away"


HALF_HOUR, EVENING = timedelta(minutes=30), time(17, 0)
LUNCH_ENDS, LONGEST_LUNCH = 13 * 60, timedelta(hours=2)
AFTER_MIDNIGHT = timedelta(hours=9)
"""A time that has passed means tomorrow's where that is not farther away: 06:00 said at night."""
LONGEST_WAIT = 14
"""Days, when counted in hours or minutes."""

_UNTIL = re.compile(r"^(?:ถึง|จนถึง|until\b|till\b|to\b)\s*")
_WHOLE = re.compile(r"(.*?)\s*(?:จนถึง|ถึง|\b(?:until|till)\b)\s*((?:(?!จนถึง|ถึง|\b(?:until|till)\b).)+)", re.IGNORECASE)
"""What, and behind the last such word until when."""
_SPELL = re.compile(
    r"(?:อีก|in\b|\+)?\s*(?:(?P<half>ครึ่ง\s*(?:ชั่วโมง|ชม\.?)|half an hour)"
    r"|(?P<count>\d{1,3})\s*(?:(?P<minutes>นาที|น\.?ท\.?|minutes?|mins?|m)|(?P<hours>ชั่วโมง|ชม\.?|hours?|hrs?|h)))"
)
_EVENINGS = ("เย็น", "เย็นนี้", "เลิกงาน", "หมดเวลา", "evening", "this evening", "end of day", "eod", "closing")
_WHOLE_DAY = ("ทั้งวัน", "วันนี้", "ตลอดวัน", "all day", "today")


def split_status(text: str) -> tuple[str, str]:
    """Part "ประชุมถึง 23:30" into what somebody does and until when; without the word for until all is the time."""
    found = _WHOLE.fullmatch(" ".join(text.split()))
    return (found[1], found[2]) if found else ("", text.strip())


def usual_until(status: Status, person: Person, now: datetime) -> datetime:
    """Return until when a status holds if nobody says, in the site's time; none lasts for ever."""
    match status:
        case Status.LEAVE:
            return _midnight_after(now.date(), now)
        case Status.OUT:
            return end_of_work(person, now)
        case Status.LUNCH:
            return _end_of_lunch(person, now)
        case Status.AWAY:
            return _rounded(now + HALF_HOUR)
        case _:
            return _rounded(now + 2 * HALF_HOUR)


def end_of_work(person: Person, now: datetime) -> datetime:
    """Return when somebody goes home today: by their hours, else in the evening, else at midnight."""
    hours = read_hours(person.hours)
    opening = hours.at(now) if hours else None
    if opening is not None and opening.is_open and opening.until is not None:
        return opening.until
    evening = datetime.combine(now.date(), EVENING, now.tzinfo)
    return evening if now < evening else _midnight_after(now.date(), now)


def read_until(text: str, person: Person, now: datetime) -> datetime:
    """Read until when: 15, 15:00, บ่าย 3, ถึงเย็น, 30 นาที, 24 พ.ย. ``now`` is the site's time.

    Raise ``DeskError`` status_time_unknown, or status_time_past. A day is meant with its evening.
    """
    said = _UNTIL.sub("", plain(text).strip()).strip()
    if said in _EVENINGS:
        return end_of_work(person, now)
    if said in _WHOLE_DAY:
        return _midnight_after(now.date(), now)
    if spell := _SPELL.fullmatch(said):
        return _after(spell, now, text)
    clock = read_clock(said)
    return _at_day(said, now, text) if clock is None else _at_clock(clock, said, now, text)


def _after(spell: re.Match[str], now: datetime, text: str) -> datetime:
    if spell["half"]:
        return _to_minute(now + HALF_HOUR)
    unit = timedelta(minutes=1) if spell["minutes"] else timedelta(hours=1)
    wait = int(spell["count"]) * unit
    if not timedelta() < wait <= timedelta(days=LONGEST_WAIT):
        raise DeskError("status_time_unknown", value=text)
    return _to_minute(now + wait)


def _at_clock(clock: ClockTime, said: str, now: datetime, text: str) -> datetime:
    """Take the next such time: 3 said in the morning is in the afternoon, 6 said at night tomorrow."""
    at = datetime.combine(now.date(), time(), now.tzinfo) + timedelta(minutes=clock.minutes or DAY)
    vague = not clock.half_day and not said.startswith("0") and 60 <= clock.minutes < 8 * 60
    later = [at, at + timedelta(hours=12)] if vague else [at]
    tomorrow = at + timedelta(days=1)
    if tomorrow - now <= AFTER_MIDNIGHT:
        later.append(tomorrow)
    to_come = [moment for moment in later if moment > now]
    if not to_come:
        raise DeskError("status_time_past", value=text)
    return to_come[0]


def _at_day(said: str, now: datetime, text: str) -> datetime:
    try:
        day = read_near_day(said, now.date())
    except DeskError:
        raise DeskError("status_time_unknown", value=text) from None
    if not now.date() <= day < date(9000, 1, 1):
        raise DeskError("status_time_past", value=text)
    return _midnight_after(day, now)


def _end_of_lunch(person: Person, now: datetime) -> datetime:
    span = read_span(person.lunch)
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    end = midnight + timedelta(minutes=span.end if span else LUNCH_ENDS)
    return end if timedelta() < end - now <= LONGEST_LUNCH else _rounded(now + 2 * HALF_HOUR)


def _rounded(moment: datetime) -> datetime:
    """Go on to the next quarter of an hour, as people say it."""
    moment = _to_minute(moment)
    return moment + timedelta(minutes=-moment.minute % 15)


def _to_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _midnight_after(day: date, moment: datetime) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), moment.tzinfo)
