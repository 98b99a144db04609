"""What the two columns of a card say: how to reach somebody, and what is good to know."""

from collections.abc import Iterator

from frontdesk.domain.contacts import Channel
from frontdesk.domain.masking import DOTS
from frontdesk.domain.people import (
    Handle,
    HandleKind,
    NumberKind,
    NumberUse,
    Person,
    PersonKind,
    PhoneNumber,
    QuickFact,
)
from frontdesk.domain.thai_dates import format_date, format_partial_date
from frontdesk.ui.opening_words import hours_word
from frontdesk.ui.pages.people.card_values import FACT, HANDLE, NEW, NUMBER
from frontdesk.ui.pages.people.fact_lines import Fact
from frontdesk.ui.pages.people.person_words import address_word, fact_words, handle_word, number_word, plate_word
from frontdesk.ui.pages.people.spots import GHOST, label_of
from frontdesk.ui.words import Words

ICONS = {NumberKind.MOBILE: "smartphone", NumberKind.FAX: "printer", NumberKind.EXTENSION: "hash"}
USE_ICONS = {NumberUse.HOME: "house", NumberUse.WORK: "building-2"}
HANDLE_ICONS = {HandleKind.EMAIL: "mail", HandleKind.LINE: "message-circle", HandleKind.PLATE: "car"}
WITHOUT_HOURS = (PersonKind.CUSTOMER, PersonKind.VISITOR)
PREFERRED = {Channel.LINE: "line", Channel.EMAIL: "email", Channel.PHONE: NUMBER, Channel.FAX: NUMBER}


def reach_facts(person: Person, words: Words, in_full: bool, editing: bool = False) -> tuple[Fact, ...]:
    """Return numbers and channels, masked unless they are to be shown in full; the preferred one says so."""
    lines = [*_numbers(person, words, in_full), *_addresses(person, words, in_full)]
    if editing:
        missing = [key for key in ("line", "email", "plate") if not getattr(person, key)]
        lines += [_absent(key, words) for key in (f"{NUMBER}.{NEW}", *missing)]
    return tuple(_liked(lines, person, words))


def other_facts(person: Person, words: Words, editing: bool = False, in_full: bool = False) -> tuple[Fact, ...]:
    """Return what is good to know, then what else is on file; what is empty is left out, numbers are masked."""
    facts = [_quick(fact, f"{FACT}.{place}", words, in_full) for place, fact in enumerate(person.facts)]
    if editing:
        facts.append(_absent(f"{FACT}.{NEW}", words))
    hidden = words.discreet and not in_full
    birthday = format_partial_date(person.birthday, words.language) if person.birthday else ""
    lines = (
        ("birthday", DOTS if birthday and hidden else birthday),
        ("hours", hours_word(words, person.hours)),
        ("aliases", " · ".join(person.aliases)),
    )
    asked = [key for key, _ in lines if editing and (key != "hours" or person.kind not in WITHOUT_HOURS)]
    return (
        *facts,
        *(_named(key, value, words) for key, value in lines if value or key in asked),
        *_old_codes(person, words),
    )


def _old_codes(person: Person, words: Words) -> Iterator[Fact]:
    """Yield the codes of those who proved to be this one; they are still found by them."""
    for place, handle in enumerate(person.handles):
        if handle.kind is HandleKind.CODE:
            yield Fact("", handle.value, "", f"{HANDLE}.{place}", words("people.old_code"))


def _numbers(person: Person, words: Words, in_full: bool) -> Iterator[Fact]:
    for place, number in enumerate(person.numbers):
        shown = number_word(person, number, words, in_full)
        sort = number.use.value or number.kind.value
        yield Fact(_icon(number), shown, words(f"people.number_{sort}"), f"{NUMBER}.{place}")


def _addresses(person: Person, words: Words, in_full: bool) -> Iterator[Fact]:
    if person.line:
        yield Fact("message-circle", handle_word(person.line, words, in_full), words("people.line"), "line")
    if person.email:
        yield Fact("mail", address_word(person.email, in_full), words("people.email"), "email")
    if person.plate:
        yield Fact("car", plate_word(person.plate, words, in_full), words("people.plate"), "plate")
    for place, handle in enumerate(person.handles):
        if handle.kind in HANDLE_ICONS:
            shown = _shown(handle, words, in_full)
            sort = words(f"people.{handle.kind.value}")
            yield Fact(HANDLE_ICONS[handle.kind], shown, sort, f"{HANDLE}.{place}")


def _shown(handle: Handle, words: Words, in_full: bool) -> str:
    if handle.kind is HandleKind.EMAIL:
        return address_word(handle.value, in_full)
    show = plate_word if handle.kind is HandleKind.PLATE else handle_word
    return show(handle.value, words, in_full)


def _liked(lines: list[Fact], person: Person, words: Words) -> Iterator[Fact]:
    """Mark the first line of the preferred channel."""
    wanted = PREFERRED.get(person.channel, "") if person.channel else ""
    for line in lines:
        if wanted and line.key.partition(".")[0] == wanted and not line.value.startswith(GHOST):
            wanted, sort = "", words("people.liked", sort=line.sort)
            yield Fact(line.icon, line.value, sort, line.key, shorter=(line.sort,))
        else:
            yield line


def _quick(fact: QuickFact, key: str, words: Words, in_full: bool) -> Fact:
    """Say where a fact was learned and whether it may be kept; the day goes first where room is short."""
    name, value = fact_words(fact, words, in_full)
    if words.discreet and not in_full:
        return Fact("", value, "", key, name)
    day = format_date(fact.learned_on, words.language) if fact.learned_on else ""
    agreed = words("people.consented") if fact.consent else ""
    ways = [" ".join(filter(None, (fact.source, day))), fact.source]
    shorter = dict.fromkeys(" · ".join(filter(None, (way, agreed))) for way in ways)
    first, *rest = shorter
    return Fact("", value, first, key, name, (*rest, agreed))


def _named(key: str, value: str, words: Words) -> Fact:
    return Fact("", value, "", key, words(label_of(key))) if value else _absent(key, words)


def _absent(key: str, words: Words) -> Fact:
    """Return the line of a value that is not there yet."""
    return Fact("plus", GHOST + words(label_of(key)), "", key)


def _icon(number: PhoneNumber) -> str:
    return ICONS.get(number.kind) or USE_ICONS.get(number.use, "phone")
