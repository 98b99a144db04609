"""The days to come of an event that repeats: bounded, whatever its rule says."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from icalendar.prop import vRecur

from frontdesk.domain.errors import DeskError
from frontdesk.domain.visit_repeats import MOST_REPEATS
from frontdesk.services.clock import SITE_ZONE

from .meetings import Meeting, Moment, at_site, day_at_site

AHEAD = timedelta(days=366)
"""Repeated visits are expected so far ahead."""
MOST_STEPS = 50_000
"""Occasions that are counted through from the first one on."""
SPARE = 4
"""So many times as many are looked at as are kept: some may be left out again."""
_STEP_DAYS = {"DAILY": 1, "WEEKLY": 7}
LOOK_BACK = timedelta(days=14)
_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")


def starts_of(meeting: Meeting, today: date) -> list[Moment]:
    """Return when an event begins, from today on: at most a year of working days ahead.

    Raise ``DeskError`` calendar_repeats for a rule that no visit can follow.
    """
    if meeting.start is None:
        return []
    if meeting.rule is None and not meeting.more:
        return [meeting.start]
    off = {at_site(one) for one in meeting.without if isinstance(one, datetime)}
    off_days = {one for one in meeting.without if not isinstance(one, datetime)}
    found = {at_site(one): one for one in (*_repeated(meeting, today), *meeting.more)}
    kept = (one for key, one in sorted(found.items()) if key not in off and key.date() not in off_days)
    return list(islice((one for one in kept if today <= day_at_site(one) <= today + AHEAD), MOST_REPEATS))


def _repeated(meeting: Meeting, today: date) -> Iterator[Moment]:
    """Count in the event's own zone, where 10:00 stays 10:00 all the year."""
    start = meeting.start
    if start is None:
        return
    yield start
    if meeting.rule is None:
        return
    to_come = 0
    for steps, moment in enumerate(_from(meeting.rule, start, today)):
        day = day_at_site(moment)
        if steps > MOST_STEPS:
            raise DeskError("calendar_repeats")
        if day > today + AHEAD or to_come > SPARE * MOST_REPEATS:
            return
        to_come += day >= today
        yield moment


def _from(rule: vRecur, start: Moment, today: date) -> Iterator[Moment]:
    if isinstance(start, datetime):
        zone = start.tzinfo
        yield from (one.replace(tzinfo=zone) for one in _counted(rule, start.replace(tzinfo=None), zone, today))
    else:
        yield from (one.date() for one in _counted(rule, datetime.combine(start, time()), None, today))


def _counted(rule: vRecur, first: datetime, zone: tzinfo | None, today: date) -> Iterator[datetime]:
    try:
        yield from rrulestr(_plain(rule, zone), dtstart=_nearer(rule, first, today))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise DeskError("calendar_repeats") from error


def _nearer(rule: vRecur, first: datetime, today: date) -> datetime:
    """Begin shortly before today, in step with the rule, where nothing is counted from the first day."""
    parts = {str(name).upper(): value for name, value in rule.items()}
    days = _STEP_DAYS.get(str(parts.get("FREQ", [""])[0]).upper(), 0) * int(parts.get("INTERVAL", [1])[0])
    behind = (today - first.date() - LOOK_BACK).days
    if "COUNT" in parts or not days or behind < days:
        return first
    return first + timedelta(days=behind // days * days)


def _plain(rule: vRecur, zone: tzinfo | None) -> str:
    """Write a rule with its end in the event's own time."""
    parts = {str(name).upper(): value for name, value in rule.items()}
    frequency = str(parts.get("FREQ", [""])[0]).upper()
    if frequency in _OFTEN or not all(int(one) > 0 for one in parts.get("INTERVAL", [1])):
        raise DeskError("calendar_repeats")
    text = ";".join(part for part in _written(rule).split(";") if not part.upper().startswith("UNTIL="))
    until = parts.get("UNTIL")
    return f"{text};UNTIL={_until(until[0], zone):%Y%m%dT%H%M%S}" if until else text


def _written(rule: Any) -> str:
    return str(rule.to_ical().decode())


def _until(until: Moment, zone: tzinfo | None) -> datetime:
    if not isinstance(until, datetime):
        return datetime.combine(until, time(23, 59, 59))
    return until if until.tzinfo is None else until.astimezone(zone or SITE_ZONE).replace(tzinfo=None)
