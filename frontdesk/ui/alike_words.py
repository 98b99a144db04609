"""Somebody new, and somebody much like them, in words: for the box and for the form."""

from frontdesk.domain.duplicates import Duplicate
from frontdesk.domain.masking import mask_address, mask_plate
from frontdesk.domain.new_person import NewPerson
from frontdesk.domain.numbers import mask
from frontdesk.domain.people import Person
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.words import Words

MOST_REASONS = 2


def new_person_words(new: NewPerson, words: Words) -> str:
    """Return name, nickname and masked numbers and addresses of somebody new."""
    name = " ".join(filter(None, (new.title, new.name)))
    called = f"{name} ({new.nickname})" if name and new.nickname else name or new.nickname
    numbers = (mask(number, words.language) for number in new.numbers)
    line = words("desk.line_name", line=mask_address(new.line)) if new.line else ""
    plate = mask_plate(new.plate) if words.discreet else new.plate
    return " · ".join(filter(None, (called, *numbers, mask_address(new.email), line, plate)))


def alike_words(alike: Duplicate, words: Words) -> tuple[str, str, str]:
    """Return what the likeness means, who it is, marked as a guess, and the masked number with why."""
    reasons = ", ".join(words(f"new_person.same_{sign.value}") for sign in alike.reasons[:MOST_REASONS])
    head = words("new_person.sharing" if alike.sharing else "new_person.alike")
    return (
        head,
        f"~ {_name(alike.person, words)}",
        " ".join(filter(None, (_number(alike.person, words), f"({reasons})"))),
    )


def _name(person: Person, words: Words) -> str:
    name = shown_name(person, words.language) or person.code
    return f"{name} ({person.nickname})" if person.nickname else name


def _number(person: Person, words: Words) -> str:
    return mask(person.numbers[0], words.language) if person.numbers else ""
