"""Whose contact it was, as a field says it: the name with the code, by which it is found again."""

from collections.abc import Iterable

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.people import PersonMatch
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.pages.people.person_words import called

JOINT = " · "
NEAR = 5
"""People that are offered while somebody types."""


def named(name: str, code: str) -> str:
    """Return a name with its code, or what there is of them."""
    return JOINT.join(dict.fromkeys(filter(None, (name, code))))


def offered(found: Iterable[PersonMatch], language: Language) -> tuple[str, ...]:
    """Return people as the field would name them."""
    return tuple(named(called(one.person, language), one.person.code) for one in found)


def person_id(people: PeopleLookup, text: str) -> str:
    """Return whose code, name or number this is; nobody for an empty one. Raise ``DeskError`` unknown_person."""
    if not text:
        return ""
    sought = text.rpartition(JOINT)[2].strip()
    certain = [one.person for one in people.find(sought, NEAR, around=False).people if not one.guess]
    coded = [one for one in certain if one.code == sought] or certain
    if len(coded) != 1:
        raise DeskError("unknown_person", value=text)
    return coded[0].id
