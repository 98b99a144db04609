"""One event of an invitation, read with patience: what cannot be read is left out, or said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from typing import Any

from icalendar.prop import vCalAddress, vDDDLists, vDDDTypes, vRecur

from frontdesk.domain.ids import same_id
from frontdesk.services.clock import SITE_ZONE

LONGEST = 120
"""Letters of a name, a subject or a place; what is cut ends in …"""
MOST_ASKED = 500
"""Guests of one event that are read."""
_NO_GUESTS = ("ROOM", "RESOURCE")
_SCHEME = "mailto:"

Moment = datetime | date
"""A moment with its zone, one of the site's time without any, or a whole day."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event. ``start`` and ``end`` are in its own zone; ``end`` is None where nothing is said.

    ``original`` is the day, at the site, of the occasion of a series that this event stands for.
    """

    line: int
    uid: str
    revision: int
    stamp: str
    cancelled: bool
    start: Moment | None
    end: Moment | None
    original: date | None
    subject: str
    organiser: str
    guests: tuple[str, ...]
    asked: bool
    place: str
    rule: vRecur | None
    without: tuple[Moment, ...] = ()
    more: tuple[Moment, ...] = ()

    @property
    def length(self) -> timedelta:
        """How long it lasts; a whole day of an event without an end, else nothing."""
        if self.start is None or self.end is None or isinstance(self.start, datetime) != isinstance(self.end, datetime):
            return timedelta()
        return max(at_site(self.end) - at_site(self.start), timedelta())

    @property
    def all_day(self) -> bool:
        return not isinstance(self.start, datetime)


def read_meeting(event: Any, line: int, called_off: bool) -> Meeting:
    """Read an event; ``called_off`` says that the whole file calls its events off."""
    start = _moment(event.get("DTSTART"))
    asked = [one for one in _each(event.get("ATTENDEE")) if isinstance(one, vCalAddress)][:MOST_ASKED]
    rooms = [_name(one) for one in asked if _param(one, "CUTYPE") in _NO_GUESTS]
    original = _moment(event.get("RECURRENCE-ID"))
    rule = next((one for one in _each(event.get("RRULE")) if isinstance(one, vRecur)), None)
    return Meeting(
        line, _uid(event), _number(event.get("SEQUENCE")), _text(event.get("DTSTAMP")),
        called_off or _text(event.get("STATUS")).upper() == "CANCELLED", start, _end(event, start),
        day_at_site(original) if original else None, _short(_text(event.get("SUMMARY"))),
        next((_named(one) for one in _each(event.get("ORGANIZER")) if isinstance(one, vCalAddress)), ""),
        tuple(_named(one) for one in asked if _comes(one)), bool(asked),
        _short(_text(event.get("LOCATION")) or "; ".join(rooms)), rule,
        tuple(_moments(event.get("EXDATE"))), tuple(_moments(event.get("RDATE"))),
    )  # fmt: skip


def at_site(moment: Moment) -> datetime:
    """Return a moment in the site's time; a whole day begins there at midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), SITE_ZONE)
    return moment.replace(tzinfo=SITE_ZONE) if moment.tzinfo is None else moment.astimezone(SITE_ZONE)


def day_at_site(moment: Moment) -> date:
    return at_site(moment).date()


def _uid(event: Any) -> str:
    """Return a name for the event that tells nothing: of its UID, or else of what it says."""
    said = _text(event.get("UID"))
    if said:
        return same_id("uid", said)
    words = (_text(event.get("SUMMARY")), str(_moment(event.get("DTSTART"))), _text(event.get("ORGANIZER")))
    return same_id("event", blake2b("\0".join(words).encode()).hexdigest())


def _end(event: Any, start: Moment | None) -> Moment | None:
    end = _moment(event.get("DTEND"))
    length = getattr(event.get("DURATION"), "dt", None)
    if end is None and start is not None and isinstance(length, timedelta):
        try:
            return start + length
        except OverflowError:
            return None
    return end


def _moment(value: Any) -> Moment | None:
    for one in _each(value):
        found = one.dt if isinstance(one, vDDDTypes) else None
        if isinstance(found, date) and _sane(found):
            return found
    return None


def _moments(value: Any) -> Iterator[Moment]:
    for several in _each(value):
        for one in several.dts if isinstance(several, vDDDLists) else ():
            found = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            if isinstance(found, date) and _sane(found):
                yield found


def _sane(moment: Moment) -> bool:
    """Tell whether a moment can be counted with in every zone."""
    return 1900 <= moment.year <= 9000


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    """Return a text as one tidy line; of a property that stands there twice, the first."""
    first = next(iter(_each(value)), "")
    said = first.to_ical().decode() if isinstance(first, vDDDTypes) else str(first)
    return " ".join(said.split())


def _number(value: Any) -> int:
    said = _text(value)
    return min(int(said), 10**9) if said.isascii() and said.isdecimal() and len(said) < 12 else 0


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _param(address: vCalAddress, name: str) -> str:
    found = next(iter(_each(address.params.get(name))), "")
    return " ".join(str(found).split()).strip("'\"")


def _comes(address: vCalAddress) -> bool:
    return _param(address, "CUTYPE").upper() not in _NO_GUESTS and _param(address, "PARTSTAT").upper() != "DECLINED"


def _mail(address: vCalAddress) -> str:
    said = str(address).strip()
    bare = said[len(_SCHEME) :] if said.lower().startswith(_SCHEME) else ""
    return bare if "@" in bare and not set("<> ") & set(bare) and len(bare) <= LONGEST else ""


def _name(address: vCalAddress) -> str:
    said, mail = _param(address, "CN").replace("<", " ").replace(">", " ").strip(), _mail(address)
    return _short(said if said and said.casefold() != mail.casefold() else mail.partition("@")[0])


def _named(address: vCalAddress) -> str:
    """Write "Name <mail>"."""
    name, mail = _name(address), _mail(address)
    return f"{name} <{mail}>" if mail else name
