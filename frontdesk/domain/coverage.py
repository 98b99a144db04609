"""Whether somebody of the directory can be reached at a moment, and if not, why and until when."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from .people import Person
from .working_hours import Opening, read_hours, read_span

_STEPS = 12
"""So many reasons in a row are looked through for when somebody is back: leave, night, a status, lunch..."""

_FOR_EVER = date(9000, 1, 1)


class Presence(StrEnum):
    """What somebody is doing, as far as the desk knows; the first reason of these counts."""

    LEAVE = "leave"
    OFF = "off"
    STATUS = "status"
    LUNCH = "lunch"
    AVAILABLE = "available"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How it stands with somebody at a moment.

    ``until`` is when that ends, in the site's time: of leave the midnight after it, of those available the
    end of their hours; None where it is not known. ``text`` is the status, or the reason of the leave.
    """

    presence: Presence
    until: datetime | None = None
    text: str = ""

    @property
    def available(self) -> bool:
        """Tell whether nothing speaks against calling now."""
        return self.presence is Presence.AVAILABLE

    @property
    def last_day(self) -> date | None:
        """The last day of a leave."""
        return self.until.date() - timedelta(days=1) if self.until and self.presence is Presence.LEAVE else None


AVAILABLE = Coverage(Presence.AVAILABLE)


def coverage_of(person: Person, moment: datetime) -> Coverage:
    """Say how it stands with somebody at a moment of the site's time. What is not known is no hindrance."""
    hours = read_hours(person.hours)
    opening = hours.at(moment) if hours else Opening(True, None)
    return (
        _leave(person, moment)
        or (None if opening.is_open else Coverage(Presence.OFF, opening.until))
        or _status(person, moment)
        or _lunch(person, moment)
        or Coverage(Presence.AVAILABLE, opening.until)
    )


def back_at(person: Person, moment: datetime) -> datetime | None:
    """Return when somebody can be reached again: the moment itself if now, None where nobody knows."""
    at: datetime | None = moment
    for _ in range(_STEPS):
        if at is None:
            return None
        coverage = coverage_of(person, at)
        if coverage.available:
            return at
        at = coverage.until
    return None


def status_of(person: Person, moment: datetime) -> str:
    """Return what somebody says to be doing, or empty once its time has run out."""
    until = person.status_until
    return person.status if until is None or moment < until else ""


def _leave(person: Person, moment: datetime) -> Coverage | None:
    """Find the leave of a day; what follows the next day belongs to it."""
    day, reason = moment.date(), ""
    last: date | None = None
    for leave in sorted(person.leave, key=lambda one: one.first):
        if leave.first <= (last + timedelta(days=1) if last else day) and leave.last >= (last or day):
            last, reason = leave.last, reason or leave.reason
    if last is None:
        return None
    if last >= _FOR_EVER:
        return Coverage(Presence.LEAVE, None, reason)
    return Coverage(Presence.LEAVE, datetime.combine(last + timedelta(days=1), time(), moment.tzinfo), reason)


def _status(person: Person, moment: datetime) -> Coverage | None:
    status = status_of(person, moment)
    until = person.status_until.astimezone(moment.tzinfo) if person.status_until else None
    return Coverage(Presence.STATUS, until, status) if status else None


def _lunch(person: Person, moment: datetime) -> Coverage | None:
    span = read_span(person.lunch)
    if span is None:
        return None
    for back in (0, 1):  # lunch of a night shift may have begun yesterday
        midnight = datetime.combine(moment.date() - timedelta(days=back), time(), moment.tzinfo)
        start, end = (midnight + timedelta(minutes=minutes) for minutes in (span.start, span.end))
        if start <= moment < end:
            return Coverage(Presence.LUNCH, end)
    return None
