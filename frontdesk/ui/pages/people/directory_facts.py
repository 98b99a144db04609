"""What a card says of somebody of the directory: room, hours, lunch, deputy, leave, whom they stand in for."""

from collections.abc import Iterable, Iterator

from frontdesk.domain.people import Leave, PersonKind
from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.domain.working_hours import read_hours
from frontdesk.services.directory import DirectoryEntry
from frontdesk.ui.directory_words import presence_word, when_word
from frontdesk.ui.opening_words import hours_word
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.pages.people.card_values import LEAVE, NEW
from frontdesk.ui.pages.people.fact_lines import Fact
from frontdesk.ui.pages.people.spots import GHOST
from frontdesk.ui.words import Words

HOURS = "hours"
TO_COME = 2
"""So many leaves are shown, the one going on first."""


def with_directory(
    facts: Iterable[Fact], entry: DirectoryEntry | None, words: Words, editing: bool = False, in_full: bool = False
) -> tuple[Fact, ...]:
    """Put what the directory says before the other facts; its line of hours says more than theirs."""
    if entry is None:
        return tuple(facts)
    own = directory_facts(entry, words, editing, in_full)
    return (*own, *(fact for fact in facts if fact.key != HOURS))


def directory_facts(
    entry: DirectoryEntry, words: Words, editing: bool = False, in_full: bool = False
) -> tuple[Fact, ...]:
    """Return the lines; what is empty is left out, unless it is being edited. Strangers do not read why one is away."""
    person = entry.person
    deputy = shown_name(entry.deputy, words.language) if entry.deputy else person.deputy
    lines = (
        _line(words, HOURS, hours_word(words, person.hours), _opening(entry, words)),
        _line(words, "room", person.room),
        _line(words, "lunch", person.lunch),
        _line(words, "deputy", deputy, _deputy_state(entry, words)),
    )
    there = (fact for fact in lines if fact.value or editing)
    shown = (fact if fact.value else _absent(fact) for fact in there)
    return (*shown, *_leaves(entry, words, editing, in_full), *_covers(entry, words))


def _line(words: Words, key: str, value: str, sort: str = "") -> Fact:
    return Fact("", value, sort, key, words(f"directory.{key}"), ("",))


def _absent(fact: Fact) -> Fact:
    return Fact("plus", GHOST + fact.name, "", fact.key)


def _leaves(entry: DirectoryEntry, words: Words, editing: bool, in_full: bool) -> Iterator[Fact]:
    """Yield the leaves that are not over, the next ones first; while editing all of them, and a new one."""
    name, today = words("directory.leave"), entry.asked_at.date()
    coming = [(one, f"{LEAVE}.{place}") for place, one in enumerate(entry.person.leave) if one.last >= today]
    coming.sort(key=lambda pair: pair[0].first)
    for leave, key in coming if editing else coming[:TO_COME]:
        why = leave.reason if in_full or not words.discreet else ""
        yield Fact("", _days(leave, words), why, key, name, ("",))
    if editing:
        yield _absent(Fact("", "", "", f"{LEAVE}.{NEW}", name))


def _covers(entry: DirectoryEntry, words: Words) -> Iterator[Fact]:
    """Name those whom somebody stands in for; it is written on their cards."""
    if entry.covers:
        names = ", ".join(shown_name(one, words.language) for one in entry.covers)
        yield Fact("", names, "", "", words("directory.covers"))


def _opening(entry: DirectoryEntry, words: Words) -> str:
    """Say of a department whether it is open, and until when; nothing where its hours could not be read."""
    hours = read_hours(entry.person.hours)
    if hours is None or entry.person.kind is not PersonKind.DEPARTMENT:
        return ""
    opening = hours.at(entry.asked_at)
    if opening.until is None:
        return words("directory.open_always") if opening.is_open else ""
    name = "open_now" if opening.is_open else "closed_until"
    return words(f"directory.{name}", when=when_word(words, opening.until, entry.asked_at))


def _deputy_state(entry: DirectoryEntry, words: Words) -> str:
    if entry.deputy is None or entry.deputy_coverage is None:
        return ""
    return presence_word(words, entry.deputy, entry.deputy_coverage, entry.asked_at)


def _days(leave: Leave, words: Words) -> str:
    first, last = (format_date(day, words.language, DateStyle.SHORT) for day in (leave.first, leave.last))
    return first if leave.first == leave.last else f"{first} – {last}"
