"""What a card holds beside names and numbers, as cells of a table: written, and read again."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

from frontdesk.domain.contacts import Channel
from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Handle, HandleKind, Leave, Person, QuickFact
from frontdesk.domain.thai_dates import FIRST_BUDDHIST_YEAR, parse_date

from .clock import SITE_ZONE
from .import_row import ImportRow

CARD_COLUMNS = ("facts", "channel", "not_before", "purchases", "last_purchase", "room", "lunch", "deputy", "leave",
                "status", "status_until")  # fmt: skip
HANDLE_COLUMNS = {"email": HandleKind.EMAIL, "line": HandleKind.LINE, "plate": HandleKind.PLATE}
"""Columns that may hold several, separated by semicolons; the first is a field of the person."""
FORMER = "former_codes"
"""The column for codes of those who proved to be the same person, separated by semicolons."""

EARLIEST_YEAR = 1900

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
_ISO_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)(?:\s+(.*))?")
_BAR = " | "
_LONE_BAR = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")
_SLASH = re.compile(r"\\(?=[\\:|])")
_ESCAPED = re.compile(r"\\([\\:|])")
_FACT = re.compile(r"((?:\\[\\:|]|\\(?![\\:|])|[^:\\])*):(.*)", re.DOTALL)


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
        person.status,
        person.status_until.astimezone(SITE_ZONE).isoformat(" ", "seconds") if person.status_until else "",
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
        "status_until": (_moment, None),
    }
    changes: dict[str, Any] = {name: row.text(name) for name in ("room", "lunch", "deputy", "status") if row.has(name)}
    return changes | {name: row.read(name, *reader) for name, reader in readers.items() if row.has(name)}


def handle_changes(row: ImportRow, handles: tuple[Handle, ...], check: Callable[[str, str], str]) -> dict[str, Any]:
    """Read cells with several e-mails, LINE names or plates; ``check`` takes column and text."""
    changes: dict[str, Any] = {}
    none: tuple[str, ...] = ()
    for name, kind in HANDLE_COLUMNS.items():
        if row.has(name):
            found = row.read(name, partial(_each, name, check), none)
            changes[name] = found[0] if found else ""
            handles = _with_those(handles, kind, found[1:])
    if row.has(FORMER):
        handles = _with_those(handles, HandleKind.CODE, row.parts(FORMER))
    return changes | {"handles": handles}


def _with_those(handles: tuple[Handle, ...], kind: HandleKind, texts: tuple[str, ...]) -> tuple[Handle, ...]:
    """Return the handles with these of one kind; those of other kinds, and all that are the same, stay in place."""
    if not (handles or texts) or texts == tuple(one.value for one in handles if one.kind is kind):
        return handles
    others = tuple(one for one in handles if one.kind is not kind)
    return others + tuple(Handle(kind, text) for text in texts)


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
    told = [_written(fact.source), learned, "consent" if fact.consent else ""]
    while told and not told[-1]:
        told.pop()
    return _BAR.join([f"{_name_written(fact.name)}: {_written(fact.value)}", *told])


def read_fact(line: str, today: date) -> QuickFact:
    """Read what ``fact_line`` writes. Raise ``DeskError``: bad_fact, or what ``parse_date`` raises."""
    said, *told = (part.strip() for part in f"{line} ".split(_BAR))
    found = _FACT.fullmatch(said)
    name, value = (_read(part) for part in found.groups()) if found else ("", "")
    if not (name and value) or len(told) > 3:
        raise DeskError("bad_fact", value=line.strip())
    source, learned, consent = (*told, "", "", "")[:3]
    source = _read(source)
    fact = QuickFact(name, value, source, consent=consent.casefold() in _YES)
    return replace(fact, learned_on=parse_date(learned, today)) if learned else fact


def _written(text: str) -> str:
    """Write a text so that no bar in it ends it."""
    return _LONE_BAR.sub(r"\\|", _SLASH.sub(r"\\\\", " ".join(text.splitlines())))


def _name_written(name: str) -> str:
    return _LONE_BAR.sub(r"\\|", name.replace("\\", "\\\\").replace(":", "\\:"))


def _read(text: str) -> str:
    return _ESCAPED.sub(r"\1", text.strip())


def _leave(line: str, today: date) -> Leave:
    found = _ISO_DAYS.fullmatch(line) or _DAYS.fullmatch(line)
    if not found:
        day, _, reason = line.partition(" ")
        return Leave(parse_date(day, today), parse_date(day, today), reason.strip())
    first, last = parse_date(found[1], today), parse_date(found[2], today)
    if last < first:
        raise DeskError("bad_leave", value=line)
    return Leave(first, last, (found[3] or "").strip())


def _moment(text: str) -> datetime:
    """Read "2026-11-20 15:00", at the site where no zone is said. Raise ``DeskError`` bad_moment."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise DeskError("bad_moment", value=text) from None
    if not EARLIEST_YEAR <= moment.year < FIRST_BUDDHIST_YEAR:
        raise DeskError("bad_moment", value=text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=SITE_ZONE)).astimezone(UTC)


def _channel(text: str) -> Channel:
    channel = _CHANNEL_WORDS.get(text.casefold())
    if channel is None:
        raise DeskError("bad_channel", value=text)
    return channel


def _count(text: str) -> int:
    if not (text.isdecimal() and len(text) < 7):
        raise DeskError("bad_count", value=text)
    return int(text)
