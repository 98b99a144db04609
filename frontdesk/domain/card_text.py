"""What a card says beside names and numbers, as it is searched."""

from collections.abc import Iterable, Iterator

from .card_phrases import bought_words
from .filter_words import CHANNELS
from .languages import Language
from .people import Leave, Person, QuickFact
from .thai_dates import format_date, format_partial_date

_BY = {Language.TH: "สะดวกทาง", Language.EN: "prefers"}
_AFTER = {Language.TH: "หลัง", Language.EN: "after"}
_BOUGHT_LAST = {Language.TH: "ซื้อล่าสุด", Language.EN: "last"}
_AGREED = "ยินยอม agreed"


def card_text(person: Person) -> str:
    """Return the words of a card, a line each, in both languages; ``card_phrases`` are those that no text holds."""
    return "\n".join(filter(None, _told(person)))


def _told(person: Person) -> Iterator[str]:
    yield from (person.note, person.department, person.room, person.status)
    yield from (person.lunch, person.deputy)
    if person.hours:
        yield from _hours(person.hours)
    for fact in person.facts:
        yield from _fact(fact)
    for leave in person.leave:
        yield from _leave(leave)
    if person.purchases:
        yield from _purchases(person.purchases)
    for language in Language:
        yield from _liking(person, language)
    if person.birthday:
        yield from (format_partial_date(person.birthday, language) for language in Language)


def _hours(hours: str) -> Iterable[str]:
    from .hours_shown import hours_in  # few people have hours, and every start would pay for reading them

    return dict.fromkeys((hours, *(hours_in(hours, language) for language in Language)))


def _fact(fact: QuickFact) -> Iterator[str]:
    yield from (fact.name, fact.value, fact.source)
    if fact.learned_on:
        yield from (format_date(fact.learned_on, language) for language in Language)
    if fact.consent:
        yield _AGREED


def _leave(leave: Leave) -> Iterator[str]:
    yield leave.reason
    for day in (leave.first, leave.last):
        yield from (format_date(day, language) for language in Language)


def _purchases(count: int) -> Iterator[str]:
    yield bought_words(count)
    yield f"{bought_words()} {count:,} ครั้ง"
    yield f"{count:,} purchases"


def _liking(person: Person, language: Language) -> Iterator[str]:
    """Say how and from when somebody likes to be called, and when they bought last."""
    if person.channel:
        yield from (f"{_BY[language]} {word}" for word in CHANNELS[language][person.channel])
    if person.not_before:
        yield f"{_AFTER[language]} {person.not_before:%H:%M}"
    if person.last_purchase:
        yield f"{_BOUGHT_LAST[language]} {format_date(person.last_purchase, language)}"
