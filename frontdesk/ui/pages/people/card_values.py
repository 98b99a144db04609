"""The values on a card, each by its key: as they are typed, and a person with another one. Pure.

Keys are names of fields, or ``number.0``, ``handle.1``, ``fact.2``, ``leave.3`` for the parts of lists; ``number.+`` is
a new one.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from frontdesk.domain.contacts import Channel
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.leaves import leave_line, read_leave_line
from frontdesk.domain.numbers import display, parse_numbers
from frontdesk.domain.people import HandleKind, Person, PersonKind, QuickFact
from frontdesk.domain.quick_facts import LONGEST
from frontdesk.domain.thai_dates import format_date, format_partial_date, parse_date
from frontdesk.ui.pages.people.new_address import with_address
from frontdesk.ui.pages.people.person_entry import birthday_from, count_from, email_from, time_from

PLAIN = ("given_name", "family_name", "title", "nickname", "romanised", "organisation", "department", "hours", "line",
         "plate", "note", "code", "room", "lunch", "deputy", "status")  # fmt: skip
NEW = "+"
FACT, NUMBER, HANDLE, LEAVE = "fact", "number", "handle", "leave"
PARTS = {FACT: "facts", NUMBER: "numbers", HANDLE: "handles", LEAVE: "leave"}
"""The fields that hold several values, by the first word of their keys."""
STATUS = "status"
BETWEEN = ", "

Change = Callable[[Person], Person]


def text_of(person: Person, key: str, language: Language) -> str:
    """Return a value as it is typed; a new one is empty. ``referred_by`` gives an id."""
    kind, _, place = key.partition(".")
    if place:
        return "" if place == NEW else _part_text(person, kind, int(place), language)
    special: dict[str, Callable[[], str]] = {
        "kind": lambda: person.kind.value,
        "email": lambda: person.email,
        "birthday": lambda: format_partial_date(person.birthday, language) if person.birthday else "",
        "aliases": lambda: BETWEEN.join(person.aliases),
        "channel": lambda: person.channel.value if person.channel else "",
        "not_before": lambda: f"{person.not_before:%H:%M}" if person.not_before else "",
        "referred_by": lambda: person.referred_by,
        "purchases": lambda: str(person.purchases or ""),
        "last_purchase": lambda: format_date(person.last_purchase, language) if person.last_purchase else "",
    }
    return special[key]() if key in special else str(getattr(person, key))


def with_text(person: Person, key: str, text: str, today: date = date.min) -> Person:
    """Return the person with another value; an empty text takes it away. Raise ``DeskError`` for what is none.

    ``today`` helps to read days such as "เมื่อวาน".
    """
    kind, _, place = key.partition(".")
    text = text.strip()
    if kind == NUMBER:
        return _with_numbers(person, place, text)
    if kind == HANDLE:
        return _with_handle(person, int(place), text)
    if kind == FACT:
        return without(person, key)
    if kind == LEAVE:
        return _with_leave(person, place, text, today)
    if key == STATUS:
        return replace(person, status=text, status_until=None)
    return replace(person, **{key: _read(person, key, text, today)})  # type: ignore[arg-type]


def with_fact(person: Person, key: str, fact: QuickFact) -> Person:
    """Return the person with a fact in its place, or added. Raise ``DeskError`` where name or value are missing."""
    for name in ("name", "value"):
        text = getattr(fact, name)
        if not text:
            raise DeskError(f"fact_{name}_missing")
        if len(text) > LONGEST:
            raise DeskError("fact_too_long", most=LONGEST)
    place = key.partition(".")[2]
    facts = list(person.facts)
    facts[_place(place, len(facts)) : None if place == NEW else int(place) + 1] = [fact]
    return replace(person, facts=tuple(facts))


def without(person: Person, key: str) -> Person:
    """Return the person without a value."""
    kind, _, place = key.partition(".")
    if not place:
        return with_text(person, key, "")
    if place == NEW:
        return person
    name = PARTS[kind]
    parts = getattr(person, name)
    return replace(person, **{name: parts[: int(place)] + parts[int(place) + 1 :]})


def guarded(before: Person, key: str, change: Change) -> Change:
    """Return a change that refuses when somebody else has changed this value meanwhile."""

    def checked(person: Person) -> Person:
        if _raw(person, key) != _raw(before, key):
            raise DeskError("changed_elsewhere")
        return change(person)

    return checked


def facts_known(person: Person, usual: tuple[str, ...]) -> tuple[str, ...]:
    """Return the usual names of facts that this one has not yet."""
    has = {fact.name for fact in person.facts}
    return tuple(name for name in usual if name not in has)


def _raw(person: Person, key: str) -> object:
    kind, _, place = key.partition(".")
    if not place:
        return getattr(person, key)
    parts = getattr(person, PARTS[kind])
    return None if place == NEW else parts[int(place) : int(place) + 1]


def _part_text(person: Person, kind: str, place: int, language: Language) -> str:
    if kind == NUMBER:
        return display(person.numbers[place], language)
    if kind == LEAVE:
        return leave_line(person.leave[place], language)
    return person.handles[place].value if kind == HANDLE else person.facts[place].value


def _place(place: str, end: int) -> int:
    return end if place == NEW else int(place)


def _with_numbers(person: Person, place: str, text: str) -> Person:
    """Put the numbers of a text where one stood; one that is there already is not kept twice."""
    if not text:
        return without(person, f"{NUMBER}.{place}")
    further = with_address(person, text) if place == NEW else None
    if further is not None:
        return further
    found = parse_numbers(text)
    if not found:
        raise DeskError("bad_phone", value=text)
    start = _place(place, len(person.numbers))
    old = person.numbers[start : start + 1]
    if old and any(text == display(old[0], language) for language in Language):
        found = old
    numbers = (*person.numbers[:start], *(_kept_use(found, old)), *person.numbers[start + 1 :])
    return replace(person, numbers=tuple(dict.fromkeys(numbers)))


def _kept_use(found: tuple, old: tuple) -> Iterator:  # type: ignore[type-arg]
    return (replace(number, use=old[0].use) if old and not number.use else number for number in found)


def _with_handle(person: Person, place: int, text: str) -> Person:
    if not text:
        return without(person, f"{HANDLE}.{place}")
    handles = list(person.handles)
    told = email_from(text) if handles[place].kind is HandleKind.EMAIL else text
    handles[place] = replace(handles[place], value=told)
    return replace(person, handles=tuple(handles))


def _with_leave(person: Person, place: str, text: str, today: date) -> Person:
    """Put days of leave where some stood; each keeps its place, for the card puts them in order."""
    if not text:
        return without(person, f"{LEAVE}.{place}")
    listed, at = list(person.leave), _place(place, len(person.leave))
    listed[at : at + 1] = [read_leave_line(text, today)]
    return replace(person, leave=tuple(dict.fromkeys(listed)))


def _read(person: Person, key: str, text: str, today: date) -> object:
    readers: dict[str, Callable[[str], object]] = {
        "kind": lambda said: PersonKind(said) if said else person.kind,
        "email": email_from,
        "birthday": birthday_from,
        "aliases": lambda said: tuple(dict.fromkeys(filter(None, (part.strip() for part in said.split(","))))),
        "channel": lambda said: Channel(said) if said else None,
        "not_before": time_from,
        "referred_by": lambda said: _other(person, said),
        "purchases": count_from,
        "last_purchase": lambda said: parse_date(said, today) if said else None,
    }
    return readers[key](text) if key in readers else text


def _other(person: Person, person_id: str) -> str:
    if person_id == person.id:
        raise DeskError("refers_self")
    return person_id
