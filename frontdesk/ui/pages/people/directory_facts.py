"""What a card says of somebody of the directory: room, hours, lunch, deputy, leave, whom they stand in for."""

from collections.abc import Iterable, Iterator

from frontdesk.domain.people import Leave, PersonKind
from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.domain.working_hours import read_hours
from frontdesk.services.directory import DirectoryEntry
from frontdesk.ui.directory_words import presence_word, when_word
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.pages.people.fact_lines import Fact
from frontdesk.ui.pages.people.spots import GHOST
from frontdesk.ui.words import Words

HOURS = "hours"
TO_COME = 2
"""So many leaves are shown, the one going on first."""


def with_directory(
    facts: Iterable[Fact], entry: DirectoryEntry | None, words: Words, editing: bool = False
) -> tuple[Fact, ...]:
    """Put what the directory says before the other facts; its line of hours says more than theirs."""
    if entry is None:
        return tuple(facts)
    own = directory_facts(entry, words, editing)
    return (*own, *(fact for fact in facts if fact.key != HOURS))


def directory_facts(entry: DirectoryEntry, words: Words, editing: bool = False) -> tuple[Fact, ...]:
    """Return the lines; what is empty is left out, unless it is being edited."""
    person = entry.person
    deputy = shown_name(entry.deputy, words.language) if entry.deputy else person.deputy
    lines = (
        _line(words, HOURS, person.hours, _opening(entry, words)),
        _line(words, "room", person.room),
        _line(words, "lunch", person.lunch),
        _line(words, "deputy", deputy, _deputy_state(entry, words)),
    )
    there = (fact for fact in lines if fact.value or editing)
    return (*(fact if fact.value else _absent(fact) for fact in there), *_unwritten(entry, words))


def _line(words: Words, key: str, value: str, sort: str = "") -> Fact:
    return Fact("", value, sort, key, words(f"directory.{key}"), ("",))


def _absent(fact: Fact) -> Fact:
    return Fact("plus", GHOST + fact.name, "", fact.key)


def _unwritten(entry: DirectoryEntry, words: Words) -> Iterator[Fact]:
    """Yield lines that are not written on this card as they stand here."""
    today = entry.asked_at.date()
    leaves = sorted((one for one in entry.person.leave if one.last >= today), key=lambda one: one.first)
    for leave in leaves[:TO_COME]:
        yield Fact("", _days(leave, words), leave.reason, "", words("directory.leave"))
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
