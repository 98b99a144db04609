"""What a card holds beside names and numbers, as cells of a table: written, and read again."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import Any

from frontdesk.domain.contacts import Channel
from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Handle, HandleKind, Leave, Person, QuickFact
from frontdesk.domain.thai_dates import parse_date

from .import_row import ImportRow

CARD_COLUMNS = ("facts", "channel", "not_before", "purchases", "last_purchase", "room", "lunch", "deputy", "leave")
HANDLE_COLUMNS = {"email": HandleKind.EMAIL, "line": HandleKind.LINE, "plate": HandleKind.PLATE}
"""Columns that may hold several, separated by semicolons; the first is a field of the person."""

_CHANNELS = {
    Channel.PHONE: "โทรศัพท์ โทร tel telephone call",
    Channel.WALK_IN: "มาเอง มาด้วยตนเอง walkin visit",
    Channel.EMAIL: "อีเมล e-mail mail",
    Channel.FAX: "แฟกซ์ โทรสาร",
    Channel.LINE: "ไลน์",
    Channel.OTHER: "อื่น ๆ อื่นๆ",
}
_CHANNEL_WORDS = {word: channel for channel, words in _CHANNELS.items() for word in (channel.value, *words.split())}
_YES = frozenset({"consent", "ยินยอม"})
_TIME = re.compile(r"(?:หลัง|after)?\s*(\d{1,2})(?:[.:](\d{2}))?\s*(?:น\.?)?", re.IGNORECASE)
_DAYS = re.compile(r"(.+?)\s*(?:\.\.|ถึง|\bto\b|–| - )\s*(\S+(?:\s\S+\s\d{4})?)(?:\s+(.*))?", re.IGNORECASE)
_BAR = " | "


def handles_in_cell(first: str, person: Person, kind: HandleKind) -> str:
    """Write somebody's first e-mail, LINE name or plate and the further ones in one cell."""
    return "; ".join(filter(None, (first, *(one.value for one in person.handles if one.kind is kind))))


def card_cells(person: Person) -> list[str]:
    """Write what ``CARD_COLUMNS`` name."""
    return [
        "\n".join(map(fact_line, person.facts)),
        person.channel.value if person.channel else "",
        person.not_before.isoformat("minutes") if person.not_before else "",
        str(person.purchases or ""),
        person.last_purchase.isoformat() if person.last_purchase else "",
        person.room,
        person.lunch,
        person.deputy,
        "\n".join(f"{one.first}..{one.last} {one.reason}".strip() for one in person.leave),
    ]


def card_changes(row: ImportRow, today: date) -> dict[str, Any]:
    """Read what a row says of the card; fields without a column are left out."""
    if not row.those_of(CARD_COLUMNS):
        return {}
    readers: dict[str, tuple[Callable[[str], Any], Any]] = {
        "facts": (lambda text: tuple(read_fact(line, today) for line in _lines(text)), ()),
        "channel": (_channel, None),
        "not_before": (read_time, None),
        "purchases": (_count, 0),
        "last_purchase": (lambda text: parse_date(text, today), None),
        "leave": (lambda text: tuple(_leave(line, today) for line in _lines(text)), ()),
    }
    changes: dict[str, Any] = {name: row.text(name) for name in ("room", "lunch", "deputy") if row.has(name)}
    return changes | {name: row.read(name, *reader) for name, reader in readers.items() if row.has(name)}


def handle_changes(row: ImportRow, handles: tuple[Handle, ...], check: Callable[[str, str], str]) -> dict[str, Any]:
    """Read cells with several e-mails, LINE names or plates; ``check`` takes column and text."""
    changes: dict[str, Any] = {}
    none: tuple[str, ...] = ()
    for name, kind in HANDLE_COLUMNS.items():
        if row.has(name):
            found = row.read(name, partial(_each, name, check), none)
            changes[name] = found[0] if found else ""
            if (handles or found[1:]) and found[1:] != tuple(one.value for one in handles if one.kind is kind):
                handles = tuple(one for one in handles if one.kind is not kind)
                handles += tuple(Handle(kind, text) for text in found[1:])
    return changes | {"handles": handles}


def read_time(text: str) -> time:
    """Read a time of day such as "17:00", "หลัง 17.00 น." or "after 9". Raise ``DeskError`` bad_time."""
    found = _TIME.fullmatch(text.strip())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise DeskError("bad_time", value=text)
    return time(int(found[1]), int(found[2] or 0))


def _each(name: str, check: Callable[[str, str], str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(check(name, part) for part in map(str.strip, text.split(";")) if part))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def fact_line(fact: QuickFact) -> str:
    """Write a quick fact in a line: name: value | source | day | consent."""
    learned = fact.learned_on.isoformat() if fact.learned_on else ""
    told = [fact.source, learned, "consent" if fact.consent else ""]
    while told and not told[-1]:
        told.pop()
    return _BAR.join([f"{fact.name}: {fact.value.replace(_BAR, ' / ')}", *told])


def read_fact(line: str, today: date) -> QuickFact:
    """Read what ``fact_line`` writes. Raise ``DeskError``: bad_fact, or what ``parse_date`` raises."""
    said, *told = (part.strip() for part in f"{line} ".split(_BAR))
    name, colon, value = (part.strip() for part in said.partition(":"))
    if not (name and colon and value) or len(told) > 3:
        raise DeskError("bad_fact", value=line.strip())
    source, learned, consent = (*told, "", "", "")[:3]
    fact = QuickFact(name, value, source, consent=consent.casefold() in _YES)
    return replace(fact, learned_on=parse_date(learned, today)) if learned else fact


def _leave(line: str, today: date) -> Leave:
    found = _DAYS.fullmatch(line)
    if not found:
        day, _, reason = line.partition(" ")
        return Leave(parse_date(day, today), parse_date(day, today), reason.strip())
    first, last = parse_date(found[1], today), parse_date(found[2], today)
    if last < first:
        raise DeskError("bad_leave", value=line)
    return Leave(first, last, (found[3] or "").strip())


def _channel(text: str) -> Channel:
    channel = _CHANNEL_WORDS.get(text.casefold())
    if channel is None:
        raise DeskError("bad_channel", value=text)
    return channel


def _count(text: str) -> int:
    if not (text.isdecimal() and len(text) < 7):
        raise DeskError("bad_count", value=text)
    return int(text)
