"""What the two columns of a card say: how to reach somebody, and what else is on file."""

from collections.abc import Iterator

from frontdesk.domain.people import NumberKind, Person, PhoneNumber
from frontdesk.domain.thai_dates import format_partial_date
from frontdesk.ui.pages.people.fact_lines import Fact
from frontdesk.ui.pages.people.person_words import address_word, number_word
from frontdesk.ui.words import Words

ICONS = {NumberKind.MOBILE: "smartphone", NumberKind.FAX: "printer", NumberKind.EXTENSION: "hash"}


def reach_facts(person: Person, words: Words, in_full: bool) -> tuple[Fact, ...]:
    """Return numbers and channels, masked unless they are to be shown in full."""
    return tuple(_reach(person, words, in_full))


def other_facts(person: Person, words: Words) -> tuple[Fact, ...]:
    """Return what else is on file; what is empty is left out."""
    birthday = format_partial_date(person.birthday, words.language) if person.birthday else ""
    lines = (
        ("cake", birthday, "people.birthday"),
        ("clock", person.hours, "people.hours"),
        ("id-card", " · ".join(person.aliases), "people.aliases"),
        ("car", person.plate, "people.plate"),
    )
    return tuple(Fact(icon, value, words(name)) for icon, value, name in lines if value)


def _reach(person: Person, words: Words, in_full: bool) -> Iterator[Fact]:
    for number in person.numbers:
        shown = number_word(person, number, words, in_full)
        yield Fact(_icon(number), shown, words(f"people.number_{number.kind.value}"))
    if person.line:
        yield Fact("message-circle", person.line, words("people.line"))
    if person.email:
        yield Fact("mail", address_word(person.email, in_full), words("people.email"))


def _icon(number: PhoneNumber) -> str:
    return ICONS.get(number.kind, "phone")
