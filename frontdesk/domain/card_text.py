"""What a card says beside names and numbers, as it is searched."""

from collections.abc import Iterator

from .languages import Language
from .people import Person
from .thai_dates import format_partial_date


def card_text(person: Person) -> str:
    """Return the words of a card, a line each. How and when somebody likes to be called is no word of theirs."""
    return "\n".join(filter(None, _told(person)))


def _told(person: Person) -> Iterator[str]:
    yield from (person.note, person.department, person.room, person.status)
    yield from (person.hours, person.lunch, person.deputy)
    for fact in person.facts:
        yield from (fact.name, fact.value, fact.source)
    for leave in person.leave:
        yield leave.reason
    if person.birthday:
        yield from (format_partial_date(person.birthday, language) for language in Language)
