"""A person as the form has them, and back: pure, so that it can be tested without a window."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any, TypeVar

from frontdesk.domain.clock_times import read_clock
from frontdesk.domain.contacts import Channel
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import display, parse_numbers
from frontdesk.domain.people import PartialDate, Person, PersonKind, PhoneNumber, QuickFact
from frontdesk.domain.thai_dates import format_partial_date, parse_partial_date
from frontdesk.services.card_cells import fact_line, read_fact
from frontdesk.ui.pages.forms.fields import FieldKind, FieldSpec, Values
from frontdesk.ui.widgets.choice import Option

KINDS = tuple(Option(kind.value, f"desk.kind_{kind.value}") for kind in PersonKind)
CHANNELS = (Option("", "people.any_way"), *(Option(way.value, f"people.way_{way.value}") for way in Channel))
AREA = FieldKind.AREA
FIELDS = (
    FieldSpec("given_name", 0, 4),
    FieldSpec("family_name", 0, 4),
    FieldSpec("title", 0, 2),
    FieldSpec("nickname", 0, 2),
    FieldSpec("numbers", 1, 4, AREA, 3, hint="hint_numbers", private="numbers"),
    FieldSpec("note", 1, 8, AREA, 3, private="note"),
    FieldSpec("romanised", 2, 4),
    FieldSpec("kind", 2, 4, FieldKind.CHOICE, options=KINDS),
    FieldSpec("code", 2, 4),
    FieldSpec("organisation", 3, 4),
    FieldSpec("department", 3, 4),
    FieldSpec("hours", 3, 4),
    FieldSpec("email", 4, 4, private="address"),
    FieldSpec("line", 4, 4, private="address"),
    FieldSpec("birthday", 4, 4, hint="hint_birthday", private="hidden"),
    FieldSpec("plate", 5, 4, private="plate"),
    FieldSpec("channel", 5, 4, FieldKind.CHOICE, options=CHANNELS),
    FieldSpec("not_before", 5, 4, hint="hint_not_before"),
    FieldSpec("facts", 6, 8, AREA, 3, hint="hint_facts", private="facts"),
    FieldSpec("aliases", 6, 4, AREA, 3, hint="hint_aliases"),
    FieldSpec("referred_by", 7, 4, hint="hint_referred_by"),
    FieldSpec("purchases", 7, 4),
)
TEXTS = ("code", "title", "given_name", "family_name", "nickname", "romanised", "organisation", "department",
         "hours", "line", "plate", "note")  # fmt: skip
FIELD_OF = {"code_missing": "code", "duplicate_code": "code", "name_or_number_missing": "given_name",
            "unknown_person": "referred_by", "refers_self": "referred_by"}  # fmt: skip
"""Where the services' refusals belong."""
LONGEST_COUNT = 6

T = TypeVar("T")
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_AFTER = re.compile(r"^\s*(?:หลังจาก|หลัง|ตั้งแต่|after|from)\s*(?:เวลา)?\s*", re.IGNORECASE)


def values_of(person: Person, language: Language, referrer: str = "") -> Values:
    """Return what the form shows of somebody; ``referrer`` is the code of who sent them."""
    values = {name: str(getattr(person, name)) for name in TEXTS}
    birthday = format_partial_date(person.birthday, language) if person.birthday else ""
    return values | {
        "kind": person.kind.value,
        "email": person.email,
        "birthday": birthday,
        "numbers": "\n".join(display(number, language) for number in person.numbers),
        "aliases": "\n".join(person.aliases),
        "facts": "\n".join(map(fact_line, person.facts)),
        "channel": person.channel.value if person.channel else "",
        "not_before": f"{person.not_before:%H:%M}" if person.not_before else "",
        "referred_by": referrer,
        "purchases": str(person.purchases or ""),
    }


def read_person(values: Values, base: Person, today: date) -> tuple[Person, dict[str, DeskError]]:
    """Return the person that a form says, and what is wrong by field; who sent them stays as it was."""
    errors: dict[str, DeskError] = {}
    texts: dict[str, Any] = {name: values[name].strip() for name in TEXTS}
    person = replace(
        base,
        **texts,
        kind=PersonKind(values["kind"]),
        email=_read("email", email_from, "", values, errors),
        birthday=_read("birthday", birthday_from, None, values, errors),
        numbers=_numbers(values["numbers"], base.numbers, errors),
        aliases=tuple(dict.fromkeys(_lines(values["aliases"]))),
        facts=_read("facts", lambda text: _facts(text, base.facts, today), (), values, errors),
        channel=Channel(values["channel"]) if values["channel"] else None,
        not_before=_read("not_before", time_from, None, values, errors),
        purchases=_read("purchases", count_from, 0, values, errors),
    )
    if not person.code:
        errors["code"] = DeskError("code_missing")
    if not (person.name or person.organisation or person.numbers or "numbers" in errors):
        errors["given_name"] = DeskError("name_or_number_missing")
    return person, errors


def email_from(text: str) -> str:
    """Read an e-mail address, or none. Raise ``DeskError`` bad_email."""
    if text and not EMAIL.fullmatch(text):
        raise DeskError("bad_email", value=text)
    return text


def birthday_from(text: str) -> PartialDate | None:
    """Read a birthday with or without its year, or none. Raise ``DeskError`` as ``parse_partial_date`` does."""
    return parse_partial_date(text) if text else None


def time_from(text: str) -> time | None:
    """Read a time of day such as "17:00", "หลัง 17.00 น." or "บ่าย 3", or none. Raise ``DeskError`` bad_time."""
    if not text:
        return None
    read = read_clock(_AFTER.sub("", text))
    if read is None or read.minutes >= 24 * 60:
        raise DeskError("bad_time", value=text)
    return time(*divmod(read.minutes, 60))


def count_from(text: str) -> int:
    """Read a whole number, or 0 for none. Raise ``DeskError`` bad_count."""
    if text and not (text.isdecimal() and len(text) <= LONGEST_COUNT):
        raise DeskError("bad_count", value=text)
    return int(text or 0)


def _read(name: str, reader: Callable[[str], T], none: T, values: Values, errors: dict[str, DeskError]) -> T:
    try:
        return reader(values[name].strip())
    except DeskError as error:
        errors[name] = error
        return none


def _facts(text: str, old: tuple[QuickFact, ...], today: date) -> tuple[QuickFact, ...]:
    """Read a fact a line; one that was not touched stays as it was, a new one was learned today."""
    known = {fact_line(fact): fact for fact in old}
    return tuple(known.get(line) or _learned(line, today) for line in _lines(text))


def _learned(line: str, today: date) -> QuickFact:
    try:
        fact = read_fact(line, today)
    except DeskError as error:
        raise DeskError(error.code, value=line) from None
    return fact if fact.learned_on else replace(fact, learned_on=today)


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _numbers(text: str, old: tuple[PhoneNumber, ...], errors: dict[str, DeskError]) -> tuple[PhoneNumber, ...]:
    """Read a number a line; one that was not touched stays as it was first written."""
    known = {display(number, language): number for language in Language for number in old}
    numbers: list[PhoneNumber] = []
    for line in _lines(text):
        found = (known[line],) if line in known else parse_numbers(line)
        if not found:
            errors["numbers"] = DeskError("bad_phone", value=line)
        numbers += found
    return tuple(dict.fromkeys(numbers))
