"""Where contacts that fit may be found faster than along the time: indexes that know one thing of a filter.

Each source holds at least all that fit. How many it holds is counted only up to a limit, so that asking is cheap.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from frontdesk.services.wanted_contacts import Whose

from .browsing_conditions import PLACE, TOLD, WHOSE, Conditions, digits_fit, facets
from .chain_tables import corrected_contacts
from .contact_words import SHORTEST, keys_of, words_found
from .tables import attributions, contacts

INDEXED = tuple(map(frozenset, (("channel", "outcome"), ("staff",), ("unanswered",), ("feedback",))))
"""The columns by which indexes of their own lead to contacts."""


class Part(NamedTuple):
    """One search: ``counted`` has a row for each contact found and is cheap, ``ids`` are theirs."""

    counted: Select[Any]
    ids: Select[Any]


class Source(NamedTuple):
    """Searches that find all that fit, perhaps some twice; ``settles`` names the condition that need not be asked."""

    parts: tuple[Part, ...]
    settles: frozenset[str] = frozenset()

    def size(self, connection: Connection, limit: int, *, quick: bool = True) -> int:
        """Return how many there are, or any number beyond ``limit``; where ``quick``, perhaps too many."""
        size = 0
        for part in self.parts:
            counted = (part.counted if quick else part.ids).limit(limit + 1).subquery()
            size += connection.scalar(select(func.count()).select_from(counted)) or 0
            if size > limit:
                break
        return size


def sources_of(conditions: Conditions) -> list[Source]:
    """Return every source that a filter allows."""
    wanted, found = conditions.wanted, list[Source]()
    if wanted.person is not None:
        found.append(Source(tuple(_of_whom(conditions, wanted.person)), frozenset({WHOSE})))
    if wanted.words:
        told = words_found(wanted.words) and words_found((*wanted.words, *_telling(wanted.topic)))
        parts = [Part(*told)] if told is not None else []
        found.append(Source((*parts, *_of_whom(conditions, wanted.named)), frozenset({TOLD})))
    elif (told := words_found(_telling(wanted.topic))) is not None:
        found.append(Source((Part(*told),)))
    if wanted.corrected:
        found.append(Source((_part(corrected_contacts, *conditions.times(corrected_contacts)),)))
    asked = facets(contacts, wanted, by_index=True)
    return found + [Source(tuple(_standing(conditions, names))) for names in INDEXED if asked.keys() & names]


def _telling(topic: str) -> list[str]:
    """Return what to look for among the words of a contact for its topic: nothing where that is too short."""
    return [key for key in keys_of([topic]) if len(key) >= SHORTEST]


def _standing(conditions: Conditions, names: frozenset[str]) -> Iterator[Part]:
    """Search by columns among contacts as they were written, and among those that were corrected."""
    for table in (contacts, corrected_contacts) if conditions.any_corrected else (contacts,):
        fits = facets(table, conditions.wanted, by_index=True)
        yield _part(table, *(fit for name, fit in fits.items() if name in names), *conditions.times(table))


def _of_whom(conditions: Conditions, whose: Whose) -> Iterable[Part]:
    """Search by person and by number."""
    if whose.people:
        ids = conditions.members(whose)
        yield from _exactly(conditions, lambda table: table.c.person_id.in_(ids))
        later = select(attributions.c.contact_id.label("id")).where(attributions.c.person_id.in_(ids))
        yield Part(later, later)
    if whose.digits:
        yield from _exactly(conditions, lambda table: digits_fit(table, whose))


def _exactly(conditions: Conditions, fits: Any) -> Iterator[Part]:
    """Search a column as it was written, and as it stands where it was corrected."""
    first = _part(contacts, fits(contacts))
    if not conditions.any_corrected:
        yield first
        return
    uncorrected = contacts.c.id.not_in(select(corrected_contacts.c.id))
    yield Part(first.counted, first.ids.where(uncorrected))
    yield _part(corrected_contacts, fits(corrected_contacts))


def _part(table: Table, *fits: ColumnElement[bool]) -> Part:
    counted = select(PLACE if table is contacts else table.c.id).select_from(table).where(*fits)
    return Part(counted, select(table.c.id.label("id")).where(*fits))
