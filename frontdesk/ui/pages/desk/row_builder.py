"""From what was found to the rows of the list: pure, so that it can be tested without a window."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from frontdesk.domain.articles import Answer
from frontdesk.domain.contacts import ContactMatch
from frontdesk.domain.duplicates import Duplicate
from frontdesk.domain.meant_keyboard import meant_line
from frontdesk.domain.new_person import NewPerson, is_named, may_be_name, read_new_person, with_number
from frontdesk.domain.numbers import looks_like_number
from frontdesk.domain.people import MatchReason, PersonMatch
from frontdesk.domain.thai_text import normalise
from frontdesk.ui.pages.desk.reading import Reading
from frontdesk.ui.pages.desk.rows import (
    AnswerRow,
    CaptionHint,
    CaptionRow,
    ContactRow,
    DueRow,
    MoreRow,
    NewPersonRow,
    NumberRow,
    PersonRow,
    Row,
    ShortRow,
    TryRow,
    selectable,
)

MOST_NEAR = 4
RECENT_BESIDE_DUE = 2
"""How many answers used last are shown below what is due, so that nothing scrolls."""
LEAST_DIGITS = 7
SURE_KEYS = {
    MatchReason.NUMBER, MatchReason.NUMBER_END, MatchReason.NUMBER_INSIDE, MatchReason.EXTENSION,
    MatchReason.PLATE, MatchReason.CODE, MatchReason.LINE, MatchReason.EMAIL,
}  # fmt: skip
"""What nobody types by chance: whoever is found by it stands above the answers."""


BY_CHANCE = {MatchReason.ON_CARD, MatchReason.ORGANISATION, MatchReason.NUMBER_INSIDE, MatchReason.NUMBER_END}
"""Whoever is found so may well be another than the one who is meant."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that the list is made of. ``room`` is how many answers fit beside other rows.

    ``near`` says that no answer fits and these are only the nearest. ``literal`` tells how the query
    was asked, and ``reading`` how the one was taken that these rows answer.
    ``number`` is the query where it is a whole number that nobody on file has. ``asked`` tells
    whether the first guess here is the one that F11 and F12 speak of. ``found_for`` is the query for which
    people and answers are complete. ``beside`` is a number of nobody's in the number field, ``add_asked``
    says that somebody new is wanted whatever was found, and ``alike`` who that may be already.
    ``due`` is the beginning of what is owed today, ``due_count`` how much that is in all.
    """

    query: str = ""
    answers: tuple[Answer, ...] = ()
    people: tuple[PersonMatch, ...] = ()
    contacts: tuple[ContactMatch, ...] = ()
    tries: tuple[tuple[str, int], ...] = ()
    due: tuple[DueRow, ...] = ()
    due_count: int = 0
    pinned: tuple[ShortRow, ...] = ()
    recent: tuple[ShortRow, ...] = ()
    number: str = ""
    near: bool = False
    literal: bool = False
    reading: Reading = field(default_factory=Reading)
    room: int = 12
    unfolded: bool = False
    asked: bool = True
    refused: frozenset[str] = field(default_factory=frozenset)
    found_for: str = ""
    beside: str = ""
    add_asked: bool = False
    alike: tuple[Duplicate, ...] = ()


def build(listing: Listing) -> tuple[Row, ...]:
    """Return the rows: for an empty box pinned and recent answers, else what was found."""
    if not listing.query.strip():
        return (*_empty(listing), *_new_person(listing))
    people, answers = tuple(_people(listing)), tuple(_answers(listing))
    order = (people, answers) if people_first(listing) or listing.near else (answers, people)
    rows = (*order[0], *order[1], *_contacts(listing), *_tries(listing), *_new_person(listing))
    return _first_marked(rows)


def people_first(listing: Listing) -> bool:
    """Tell whether somebody was meant: found by a number or a plate, or by the whole name.

    Several on one number are guesses, and still it was a number that was typed.
    """
    if not listing.people:
        return bool(listing.number)
    top = listing.people[0]
    whole = normalise(top.person.name) == normalise(listing.query).strip()
    return top.reason in SURE_KEYS or (whole and not top.guess)


def chosen_by_itself(listing: Listing, rows: tuple[Row, ...]) -> bool:
    """Tell whether the first row is selected without anybody's doing: never one that is only near."""
    first = next(filter(selectable, rows), None)
    unsure = isinstance(first, NewPersonRow) or (listing.near and isinstance(first, AnswerRow))
    return bool(listing.query.strip()) and not unsure


def nothing_known(listing: Listing) -> bool:
    """Tell whether a question was asked to which there is no answer, and nobody it may have meant."""
    if not listing.query.strip() or looks_like_number(listing.query) or _speaks_of_somebody(listing):
        return False
    if listing.answers and not listing.near:
        return False
    return all(match.guess for match in listing.people)


def settled(old: tuple[Row, ...], new: tuple[Row, ...], chosen: int) -> tuple[Row, ...]:
    """Return the new rows around a row that was chosen in the old ones: nothing above it moves."""
    renewed = {row.key: row for row in new}
    kept = tuple(renewed.get(row.key, row) for row in old[: chosen + 1])
    seen = {row.key for row in kept}
    closed = {head.key for head, _ in _sections(kept)}
    own = _sections(kept)[-1][0] if _sections(kept) else None
    mine = tuple(row for head, rows in _sections(new) if own and head.key == own.key for row in rows)
    others = tuple(row for head, rows in _sections(new) if head.key not in closed for row in (head, *rows))
    last = tuple(row for row in new if isinstance(row, NewPersonRow))
    return numbered((*kept, *(row for row in (*mine, *others, *last) if row.key not in seen)))


def offered(listing: Listing) -> NewPerson | None:
    """Return somebody new whom the box speaks of, while nobody certain is found; at any time where it is asked."""
    query = meant_line(listing.query.strip())
    new = with_number(read_new_person(query), listing.beside)
    if new.empty or listing.add_asked:
        return None if new.empty else new
    if listing.found_for != listing.query or any(map(_certain, listing.people)):
        return None
    if new.has_whole_number or (new.has_address and is_named(new)):
        return new
    fits = bool(listing.answers) and not listing.near
    return new if query and not fits and (listing.people or may_be_name(new, query)) else None


def _speaks_of_somebody(listing: Listing) -> bool:
    """Tell whether a whole number stands in the box, or a name with an address: then it is no question."""
    new = read_new_person(listing.query)
    digits = sum(c.isdigit() for c in listing.query)
    return (digits >= LEAST_DIGITS and new.has_whole_number) or (new.has_address and is_named(new))


def _certain(match: PersonMatch) -> bool:
    return not match.guess and match.reason not in BY_CHANCE


def numbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Give answers their numbers in the order in which they stand."""
    rows = tuple(rows)
    answers = [row for row in rows if isinstance(row, AnswerRow)]
    places = {row.key: number for number, row in enumerate(answers, 1)}
    return tuple(replace(row, number=places[row.key]) if isinstance(row, AnswerRow) else row for row in rows)


def _sections(rows: tuple[Row, ...]) -> list[tuple[CaptionRow, tuple[Row, ...]]]:
    found: list[tuple[CaptionRow, tuple[Row, ...]]] = []
    for row in rows:
        if isinstance(row, CaptionRow):
            found.append((row, ()))
        elif found and not isinstance(row, NewPersonRow):
            found[-1] = (found[-1][0], (*found[-1][1], row))
    return found


def _empty(listing: Listing) -> Iterator[Row]:
    if listing.due:
        yield CaptionRow("promises.due_today", listing.due_count, CaptionHint.DUE, first=True)
        yield from listing.due
    if listing.pinned:
        yield CaptionRow("desk.pinned", hint=CaptionHint.ALT, first=not listing.due)
        yield from listing.pinned
    if listing.recent:
        yield CaptionRow("desk.recent", hint=CaptionHint.NONE, first=not (listing.pinned or listing.due))
        yield from listing.recent[: RECENT_BESIDE_DUE if listing.due else None]


def _answers(listing: Listing) -> Iterator[Row]:
    count = min(len(listing.answers), MOST_NEAR) if listing.near else len(listing.answers)
    if not count or (
        listing.near and (listing.number or _speaks_of_somebody(listing))
    ):  # nothing is near to a number but the number itself
        return
    others = bool(listing.people or listing.contacts or listing.number)
    shown = min(listing.room, count) if others and not listing.unfolded else count
    if listing.near:
        yield CaptionRow("desk.nearest", count, CaptionHint.GAP)
    else:
        yield CaptionRow("desk.answers", count, CaptionHint.MOVE)
    yield from (AnswerRow(answer, n, count) for n, answer in enumerate(listing.answers[:shown], 1))
    if shown < count:
        yield MoreRow(count - shown)


def _people(listing: Listing) -> Iterator[Row]:
    matches = tuple(match for match in listing.people if match.person.id not in listing.refused)
    if matches or listing.number:
        yield CaptionRow("desk.people" if matches else "desk.number_not_on_file", len(matches))
    if listing.number:
        yield NumberRow(listing.number)
    marks = tuple(normalise(listing.query).split())
    asked = next((m.person.id for m in matches if m.guess), "") if listing.asked else ""
    yield from (PersonRow(match, marks, match.person.id == asked) for match in matches)


def _contacts(listing: Listing) -> Iterator[Row]:
    if listing.contacts:
        yield CaptionRow("desk.past_contacts", len(listing.contacts))
        yield from (ContactRow(match) for match in listing.contacts)


def _tries(listing: Listing) -> Iterator[Row]:
    if listing.tries and (listing.near or not listing.answers) and not _speaks_of_somebody(listing):
        yield CaptionRow("desk.try_this")
        yield from (TryRow(word, count) for word, count in listing.tries)


def _new_person(listing: Listing) -> Iterator[Row]:
    new = offered(listing)
    if new is not None:
        listed = {match.person.id for match in listing.people} - listing.refused
        yield NewPersonRow(new, tuple(one for one in listing.alike if one.person.id not in listed))


def _first_marked(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    if rows and isinstance(rows[0], CaptionRow):
        return (replace(rows[0], first=True), *rows[1:])
    return rows
