"""A person as the form has them, and back: pure, so that it can be tested without a window."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import display, parse_numbers
from frontdesk.domain.people import PartialDate, Person, PersonKind, PhoneNumber
from frontdesk.domain.thai_dates import format_partial_date, parse_partial_date
from frontdesk.ui.pages.forms.fields import FieldKind, FieldSpec, Values
from frontdesk.ui.widgets.choice import Option

KINDS = tuple(Option(kind.value, f"desk.kind_{kind.value}") for kind in PersonKind)
AREA = FieldKind.AREA
FIELDS = (
    FieldSpec("given_name", 0, 4),
    FieldSpec("family_name", 0, 4),
    FieldSpec("title", 0, 2),
    FieldSpec("nickname", 0, 2),
    FieldSpec("numbers", 1, 4, AREA, 3, hint="hint_numbers"),
    FieldSpec("note", 1, 8, AREA, 3),
    FieldSpec("romanised", 2, 4),
    FieldSpec("kind", 2, 4, FieldKind.CHOICE, options=KINDS),
    FieldSpec("code", 2, 4),
    FieldSpec("organisation", 3, 4),
    FieldSpec("department", 3, 4),
    FieldSpec("hours", 3, 4),
    FieldSpec("email", 4, 4),
    FieldSpec("line", 4, 4),
    FieldSpec("birthday", 4, 4, hint="hint_birthday"),
    FieldSpec("plate", 5, 4),
    FieldSpec("aliases", 5, 8, AREA, 2, hint="hint_aliases"),
)
TEXTS = ("code", "title", "given_name", "family_name", "nickname", "romanised", "organisation", "department",
         "hours", "line", "plate", "note")  # fmt: skip
FIELD_OF = {"code_missing": "code", "duplicate_code": "code", "name_or_number_missing": "given_name"}
"""Where the services' refusals belong."""

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")


def values_of(person: Person, language: Language) -> Values:
    """Return what the form shows of somebody."""
    values = {name: str(getattr(person, name)) for name in TEXTS}
    birthday = format_partial_date(person.birthday, language) if person.birthday else ""
    return values | {
        "kind": person.kind.value,
        "email": person.email,
        "birthday": birthday,
        "numbers": "\n".join(display(number, language) for number in person.numbers),
        "aliases": "\n".join(person.aliases),
    }


def read_person(values: Values, base: Person) -> tuple[Person, dict[str, DeskError]]:
    """Return the person that a form says, and what is wrong by field."""
    errors: dict[str, DeskError] = {}
    texts: dict[str, Any] = {name: values[name].strip() for name in TEXTS}
    person = replace(
        base,
        **texts,
        kind=PersonKind(values["kind"]),
        email=_email(values["email"], errors),
        birthday=_birthday(values["birthday"], errors),
        numbers=_numbers(values["numbers"], base.numbers, errors),
        aliases=tuple(dict.fromkeys(_lines(values["aliases"]))),
    )
    if not person.code:
        errors["code"] = DeskError("code_missing")
    if not (person.name or person.organisation or person.numbers or "numbers" in errors):
        errors["given_name"] = DeskError("name_or_number_missing")
    return person, errors


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _email(text: str, errors: dict[str, DeskError]) -> str:
    address = text.strip()
    if address and not _EMAIL.fullmatch(address):
        errors["email"] = DeskError("bad_email", value=address)
    return address


def _birthday(text: str, errors: dict[str, DeskError]) -> PartialDate | None:
    if not text.strip():
        return None
    try:
        return parse_partial_date(text)
    except DeskError as error:
        errors["birthday"] = error
        return None


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
