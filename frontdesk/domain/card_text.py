"""What a card says beside names and numbers, as it is searched."""

from collections.abc import Iterator

from .filter_words import CHANNELS
from .languages import Language
from .people import Person
from .thai_dates import format_date, format_partial_date

_BY = {Language.TH: "สะดวกทาง", Language.EN: "prefers"}
_AFTER = {Language.TH: "หลัง", Language.EN: "after"}


def card_text(person: Person) -> str:
    """Return the words of a card, a line each, in both languages. Who sent somebody stands on the sender's card."""
    return "\n".join(filter(None, _told(person)))


def _told(person: Person) -> Iterator[str]:
    yield from (person.note, person.department, person.room, person.status)
    yield from (person.hours, person.lunch, person.deputy)
    for fact in person.facts:
        yield from (fact.name, fact.value, fact.source)
    for leave in person.leave:
        yield leave.reason
    for language in Language:
        yield from _liking(person, language)
    if person.birthday:
        yield from (format_partial_date(person.birthday, language) for language in Language)


def _liking(person: Person, language: Language) -> Iterator[str]:
    """Say how and from when somebody likes to be called, and when they bought last."""
    if person.channel:
        yield from (f"{_BY[language]} {word}" for word in CHANNELS[language][person.channel])
    if person.not_before:
        yield f"{_AFTER[language]} {person.not_before:%H:%M}"
    if person.last_purchase:
        yield format_date(person.last_purchase, language)
