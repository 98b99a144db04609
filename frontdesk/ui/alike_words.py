"""Somebody new, and somebody much like them, in words: for the box and for the form."""

from frontdesk.domain.duplicates import Duplicate
from frontdesk.domain.new_person import NewPerson
from frontdesk.domain.numbers import mask
from frontdesk.domain.people import Person
from frontdesk.ui.words import Words

MOST_REASONS = 2


def new_person_words(new: NewPerson, words: Words) -> str:
    """Return name, nickname and masked numbers of somebody new."""
    name = " ".join(filter(None, (new.title, new.name)))
    called = f"{name} ({new.nickname})" if name and new.nickname else name or new.nickname
    return " · ".join(filter(None, (called, *(mask(number, words.language) for number in new.numbers))))


def alike_words(alike: Duplicate, words: Words) -> tuple[str, str]:
    """Return who it may be, marked as a guess; and the masked number with why."""
    reasons = ", ".join(words(f"new_person.same_{sign.value}") for sign in alike.reasons[:MOST_REASONS])
    why = words("new_person.shares", what=reasons) if alike.sharing else reasons
    return f"~ {_name(alike.person)}", " ".join(filter(None, (_number(alike.person, words), f"({why})")))


def _name(person: Person) -> str:
    name = person.name or person.organisation or person.code
    return f"{name} ({person.nickname})" if person.nickname else name


def _number(person: Person, words: Words) -> str:
    return mask(person.numbers[0], words.language) if person.numbers else ""
