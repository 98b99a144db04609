"""Putting a contact right: what follows from the new values, and what the desk learned from the old ones."""

from collections.abc import Mapping, Set
from datetime import datetime
from typing import Any

from frontdesk.domain.contacts import Contact
from frontdesk.domain.corrections import CORRECTABLE, FOLLOWING
from frontdesk.domain.errors import DeskError
from frontdesk.domain.numbers import parse_number
from frontdesk.services.learning import learn
from frontdesk.services.owing import FOLLOWED, resettle
from frontdesk.services.repositories import Repositories
from frontdesk.services.survivors import survivor_of

GIVEN = frozenset(CORRECTABLE) - FOLLOWING - {"person_name"} | {"person_id"}
"""The fields that a person corrects; the others follow."""

_TAUGHT = frozenset({"articles"})
_OWNED = frozenset({"number", "person_id"})


def correct(repos: Repositories, contact_id: str, changes: Mapping[str, Any], by: str, at: datetime) -> Contact:
    """Append new values, as ``ContactLog.correct`` says."""
    if unknown := set(changes) - GIVEN:
        raise ValueError(f"not to be corrected: {sorted(unknown)}")
    before = repos.contacts.get(contact_id)
    if before is None:
        raise DeskError("contact_gone")
    if repos.contacts.erased(contact_id):
        raise DeskError("contact_erased")
    fields = _completed(repos, before, changes)
    if not fields:
        return before
    contact = repos.contacts.correct(contact_id, fields, by, at)
    if contact is None:
        raise DeskError("contact_gone")
    if fields.keys() & _OWNED:
        repos.attributions.take_back([contact_id])
        contact = repos.contacts.get(contact_id) or contact
    if not repos.contacts.withdrawn(contact_id):
        _follow(repos, before, contact, fields.keys(), by, at)
    return contact


def _follow(repos: Repositories, before: Contact, contact: Contact, fields: Set[str], by: str, at: datetime) -> None:
    """Let what the desk learned from a contact, and what it owes after it, follow the new values."""
    if fields & _TAUGHT:
        repos.answer_words.take_back(contact.id)
        learn(repos, (contact,))
    if fields & FOLLOWED:
        resettle(repos, before, contact, by, at)


def _completed(repos: Repositories, before: Contact, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Add what follows from a new number and a new person; leave out what is as it was."""
    fresh = {name: value for name, value in changes.items() if getattr(before, name) != value}
    if "number" in fresh:
        parsed = parse_number(fresh["number"])
        fresh["digits"] = parsed.digits or parsed.extension
    if "person_id" in fresh:
        fresh |= _person(repos, fresh["person_id"])
    if "articles" in fresh:
        fresh["articles"] = _known(repos, tuple(dict.fromkeys(fresh["articles"])))
    return fresh


def _person(repos: Repositories, person_id: str) -> dict[str, str]:
    if not person_id:
        return {"person_id": "", "person_code": "", "person_name": ""}
    person = survivor_of(repos, repos.people.get(person_id))
    if person is None:
        raise DeskError("person_gone")
    return {"person_id": person.id, "person_code": person.code, "person_name": person.name}


def _known(repos: Repositories, codes: tuple[str, ...]) -> tuple[str, ...]:
    found = repos.articles.by_codes(codes)
    for code in codes:
        if code not in found:
            raise DeskError("unknown_article", value=code)
    return codes
