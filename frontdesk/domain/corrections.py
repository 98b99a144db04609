"""Correcting a contact: what was written stays, what is right stands beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from .contacts import Change, Channel, Contact, Correction, Feedback, Outcome, Use

CORRECTABLE = (
    "channel", "outcome", "number", "digits", "person_id", "person_code", "person_name", "topic", "note",
    "unanswered", "feedback", "articles",
)  # fmt: skip
"""Digits follow from the number, code and name from the person."""

FOLLOWING = frozenset({"digits", "person_id", "person_code"})
"""What no screen shows as a change of its own: it comes with the number, or with the person's name."""

PERSONAL = frozenset({"number", "digits", "person_id", "person_code", "person_name", "topic", "note"})
"""What goes from a contact when its person is erased."""


def changed(contact: Contact, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the new values that are new. A field that cannot be corrected is a bug: ValueError."""
    unknown = set(fields) - set(CORRECTABLE)
    if unknown:
        raise ValueError(f"not to be corrected: {sorted(unknown)}")
    return {name: value for name, value in fields.items() if getattr(contact, name) != value}


def corrected(contact: Contact, steps: Iterable[tuple[datetime, str, Mapping[str, Any]]]) -> Contact:
    """Return a contact as it stands after corrections (when, by whom, new values), with all of them."""
    for at, by, fields in steps:
        changes = tuple(Change(name, getattr(contact, name), value) for name, value in fields.items())
        history = (*contact.corrections, Correction(at, by, changes))
        contact = _with_uses(replace(contact, **fields, corrections=history))
    return contact


def _with_uses(contact: Contact) -> Contact:
    """Keep how answers came to be used for those that still count as used."""
    uses: tuple[Use, ...] = tuple(use for use in contact.uses if use.code in contact.articles)
    return contact if len(uses) == len(contact.uses) else replace(contact, uses=uses)


def field_value(name: str, stored: Any) -> Any:
    """Return a new value from what JSON made of it."""
    match name:
        case "channel":
            return Channel(stored)
        case "outcome":
            return Outcome(stored)
        case "feedback":
            return None if stored is None else Feedback(stored)
        case "articles":
            return tuple(stored)
    return stored
