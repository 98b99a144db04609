"""Days of leave as they are typed, and a person's leaves with one more or one less."""

import re
from dataclasses import replace
from datetime import date, timedelta

from .clock_times import plain
from .errors import DeskError
from .languages import Language
from .near_days import read_near_day
from .people import Leave, Person
from .thai_dates import format_date

LONGEST = 366
"""Days; whoever is away longer has left."""

_BEGIN = re.compile(r"^(?:ลา\s*)?(?:ตั้งแต่|from\b)?\s*(?P<until>ถึง|until\b|till\b|to\b)?\s*")
_BETWEEN = re.compile(r"\s*(?:\.\.|ถึง|\bto\b|\buntil\b|-)\s*")
_COUNT = re.compile(r"(\d{1,3})\s*(?:วัน|days?)")
_TODAY = ("วันนี้", "ทั้งวัน", "today", "all day")


def read_leave(text: str, today: date) -> Leave:
    """Read days of leave: วันนี้, 3 วัน, ถึง 24 พ.ย., 25-27 พ.ย. One day alone is the last, from today on.

    Raise ``DeskError``: leave_unknown, or leave_past for days that are over.
    """
    return _read(text, today, from_today=True)


def read_leave_line(text: str, today: date) -> Leave:
    """Read days and why, in either order: 25-27 พ.ย. ลาพักร้อน. One day alone is that day and no other.

    Raise ``DeskError`` as ``read_leave`` does.
    """
    words = text.split()
    for count in range(len(words), 0, -1):
        for days, why in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            try:
                return replace(_read(" ".join(days), today, from_today=False), reason=" ".join(why))
            except DeskError as error:
                if error.code == "leave_past":  # fewer of the words could still be days, but not those meant
                    raise DeskError("leave_past", value=text) from None
    raise DeskError("leave_unknown", value=text)


def leave_line(leave: Leave, language: Language) -> str:
    """Write days and why as ``read_leave_line`` reads them."""
    days = dict.fromkeys(format_date(day, language) for day in (leave.first, leave.last))
    return f"{' - '.join(days)} {leave.reason}".strip()


def with_leave(person: Person, leave: Leave) -> tuple[Leave, ...]:
    """Return the leaves with another one, in order; what it covers goes into it."""
    apart = [one for one in person.leave if one.last < leave.first or leave.last < one.first]
    return tuple(sorted([*apart, leave], key=lambda one: one.first))


def without_next(person: Person, today: date) -> tuple[Leave, ...]:
    """Return the leaves without the one going on, else without the next; days that are over stay on record."""
    coming = sorted((one for one in person.leave if one.last >= today), key=lambda one: one.first)
    if not coming:
        return person.leave
    kept = [one for one in person.leave if one != coming[0]]
    if coming[0].first < today:
        kept.append(Leave(coming[0].first, today - timedelta(days=1), coming[0].reason))
    return tuple(sorted(kept, key=lambda one: one.first))


def on_leave(person: Person, today: date) -> bool:
    """Tell whether somebody is on leave on a day."""
    return any(one.first <= today <= one.last for one in person.leave)


def to_come(person: Person, today: date) -> bool:
    """Tell whether somebody is on leave or will be."""
    return any(one.last >= today for one in person.leave)


def _read(text: str, today: date, *, from_today: bool) -> Leave:
    """Read days; of one day alone ``from_today`` tells whether it is the last one."""
    whole = plain(text).strip()
    begun = _BEGIN.match(whole)
    said = whole[begun.end() :].strip() if begun else whole
    first, last = _days(said, today, text)
    if not from_today and not (begun and begun["until"]) and _day(said, today) is not None:
        first = last
    if last < first or (last - first).days > LONGEST:
        raise DeskError("leave_unknown", value=text)
    if last < today:
        raise DeskError("leave_past", value=text)
    return Leave(first, last)


def _days(said: str, today: date, text: str) -> tuple[date, date]:
    if said in _TODAY:
        return today, today
    if count := _COUNT.fullmatch(said):
        return today, today + timedelta(days=int(count[1]) - 1)
    if (day := _day(said, today)) is not None:
        return min(today, day), day
    for between in _BETWEEN.finditer(said):
        last = _day(said[between.end() :], today)
        first = _first(said[: between.start()], last, today) if last else None
        if first is not None and last is not None:
            return first, last
    raise DeskError("leave_unknown", value=text)


def _first(said: str, last: date | None, today: date) -> date | None:
    """Read the first day; a number alone is in the month of the last."""
    if last is not None and said.isdecimal() and 1 <= int(said) <= last.day:
        return last.replace(day=int(said))
    return _day(said, today)


def _day(said: str, today: date) -> date | None:
    try:
        day = read_near_day(said, today)
    except DeskError:
        return None
    return day if abs(day - today) < timedelta(days=10 * LONGEST) else None
