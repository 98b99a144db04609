"""A person in words: what a row and a card say, with numbers and addresses hidden or in full."""

from frontdesk.domain.inner_number import inner_number
from frontdesk.domain.languages import Language
from frontdesk.domain.masking import DOTS, mask_address, mask_numbers_in, mask_plate
from frontdesk.domain.numbers import display, mask
from frontdesk.domain.people import Person, PersonKind, PhoneNumber, QuickFact
from frontdesk.domain.quick_facts import tells_of_health
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.words import Words

PUBLIC = (PersonKind.STAFF, PersonKind.DEPARTMENT)


def called(person: Person, language: Language) -> str:
    """Return what to call somebody in a language; the code where there is no name at all."""
    return shown_name(person, language) or person.code


def belongs_to(person: Person) -> str:
    """Return department and organisation, without what is the name already."""
    parts = dict.fromkeys((person.department, person.organisation))
    return " · ".join(part for part in parts if part and part != person.name)


def number_word(person: Person, number: PhoneNumber, words: Words, in_full: bool) -> str:
    """Return a number; those of people outside are masked unless they are to be shown."""
    plain = in_full or (person.kind in PUBLIC and not words.discreet)
    return display(number, words.language) if plain else mask(number, words.language)


def row_number(person: Person, words: Words) -> str:
    """Return the one number that a row shows: the inner one if there is any."""
    if inner := inner_number(person):
        return words("people.extension", number=inner)
    return number_word(person, person.numbers[0], words, in_full=False) if person.numbers else ""


def address_word(address: str, in_full: bool) -> str:
    """Return an e-mail address, with most of the name before the @ hidden unless it is to be shown."""
    return address if in_full or "@" not in address else mask_address(address)


def handle_word(value: str, words: Words, in_full: bool) -> str:
    """Return a LINE name; strangers see its beginning only."""
    return mask_address(value) if words.discreet and not in_full else value


def plate_word(plate: str, words: Words, in_full: bool) -> str:
    """Return a licence plate; strangers see the end of its number only."""
    return mask_plate(plate) if words.discreet and not in_full else plate


def fact_words(fact: QuickFact, words: Words, in_full: bool) -> tuple[str, str]:
    """Return what a fact is about and what it says, the numbers in it masked.

    Strangers read only what it is about, and not even that where it is about health.
    """
    if in_full or not words.discreet:
        return fact.name, fact.value if in_full else mask_numbers_in(fact.value, words.language)
    return DOTS if tells_of_health(fact) else fact.name, DOTS
