"""What is added in the line for a new number: a number, or an e-mail address, a LINE name, a licence plate. Pure."""

import re
from dataclasses import replace
from typing import Any

from frontdesk.domain.people import Handle, HandleKind, Person
from frontdesk.domain.plates import is_plate
from frontdesk.ui.pages.people.person_entry import EMAIL

_LINE = re.compile(r"(?:line|ไลน์)(?:\s*id)?\s*[:=]?\s*@?([\w.\-]{2,40})", re.IGNORECASE)


def with_address(person: Person, text: str) -> Person | None:
    """Return the person with a further address, or None where the text is none."""
    line = _LINE.fullmatch(text)
    if line:
        return _with(person, HandleKind.LINE, line[1])
    if EMAIL.fullmatch(text):
        return _with(person, HandleKind.EMAIL, text)
    return _with(person, HandleKind.PLATE, text) if is_plate(text) else None


def _with(person: Person, kind: HandleKind, value: str) -> Person:
    """Put an address into its field, or among the further ones where that is taken; never twice."""
    first = getattr(person, kind.value)
    if not first:
        change: dict[str, Any] = {kind.value: value}
        return replace(person, **change)
    handle = Handle(kind, value)
    known = first.casefold() == value.casefold() or handle in person.handles
    return person if known else replace(person, handles=(*person.handles, handle))
