"""Where contacts that fit may be found faster than along the time: indexes that know one thing of a filter.

Each source holds at least all that fit. How many it holds is counted only up to a limit, so that asking is cheap.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from frontdesk.services.wanted_contacts import WantedContacts, Whose

from .browsing_conditions import PLACE, TOLD, WHOSE, Conditions, digits_fit, is_unanswered
from .chain_tables import corrected_contacts
from .contact_words import SHORTEST, words_found
from .tables import attributions, contacts


class Part(NamedTuple):
    """One search: ``counted`` has a row for each contact found and is cheap, ``ids`` are theirs."""

    counted: Select[Any]
    ids: Select[Any]


class Source(NamedTuple):
    """Searches that find all that fit, perhaps some twice; ``settles`` names the condition that need not be asked."""

    parts: tuple[Part, ...]
    settles: frozenset[str] = frozenset()

    def size(self, connection: Connection, limit: int) -> int:
        """Return how many there are, or any number beyond ``limit``."""
        size = 0
        for part in self.parts:
            counted = part.counted.limit(limit + 1).subquery()
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
        told = words_found(wanted.words)
        parts = [Part(*told)] if told is not None else []
        found.append(Source((*parts, *_of_whom(conditions, wanted.named)), frozenset({TOLD})))
    if wanted.topic and (told := words_found((wanted.topic,), SHORTEST)) is not None:
        found.append(Source((Part(*told),)))
    return found + [Source(tuple(_standing(conditions, *columns))) for columns in _indexed(wanted)]


def _indexed(wanted: WantedContacts) -> Iterator[list[str]]:
    """Yield the columns by which an index of the contacts leads to those that fit."""
    ending = [name for name, values in (("channel", wanted.channels), ("outcome", wanted.outcomes)) if values]
    if ending:
        yield ending
    if wanted.staff is not None:
        yield ["staff"]
    if wanted.unanswered:
        yield ["unanswered"]
    if wanted.feedback:
        yield ["feedback"]


def _standing(conditions: Conditions, *names: str) -> Iterator[Part]:
    """Search by columns among contacts as they were written, and among those that were corrected."""
    for table in (contacts, corrected_contacts) if conditions.any_corrected else (contacts,):
        fits = [_fits(table, name, conditions.wanted) for name in names]
        yield _part(table, *fits, *conditions.times(table))


def _fits(table: Table, name: str, wanted: WantedContacts) -> ColumnElement[bool]:
    match name:
        case "channel":
            return table.c.channel.in_(wanted.channels)
        case "outcome":
            return table.c.outcome.in_(wanted.outcomes)
        case "staff":
            return table.c.staff.in_(wanted.staff or ())
        case "unanswered":
            return is_unanswered(table)
    return table.c.feedback == wanted.feedback


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
