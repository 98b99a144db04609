"""The record as a list of any length, in SQL: places of all contacts that fit, read along the index of time.

A place is SQLite's own number of the row, which stands as long as the file is never rewritten in place: ``layout``
tells. A million of them come out of the database as long texts, so that the window's thread is hardly held up.
"""

from array import array
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, literal_column, select, union_all

from frontdesk.domain.contacts import Contact
from frontdesk.services.wanted_contacts import WantedContacts

from .browsing_conditions import PLACE, Conditions, Rows
from .browsing_sources import Source, sources_of
from .chain_tables import chain
from .contact_rows import ContactRows
from .contact_words import teach_words
from .rows import CHUNK, chunks
from .tables import contacts

RARE, FEW, SOME = 3_000, 10_000, 30_000
"""Contacts that a source may hold to be read whole: where the index of time tells all; where words are read; and where
the newest ones gave nothing."""

NEAR = 20_000
"""Of so many of the newest contacts the words are read one by one; of any number, what the index of time tells."""

PIECE = 10_000
"""Letters of a long text of numbers that are read in one go."""

_NEWEST = contacts.c.at.desc(), contacts.c.id.desc()


class SqlBrowsing:
    """Implements the port ``Browsing``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = ContactRows(connection)

    def layout(self) -> int:
        return int(self._connection.exec_driver_sql("PRAGMA schema_version").scalar_one())

    def beginning(self, wanted: WantedContacts, least: int) -> tuple[Sequence[int], bool]:
        conditions = self._conditions(wanted)
        sources = sources_of(conditions)
        costly = bool(wanted.words or wanted.topic)
        if (few := self._smallest(sources, FEW if costly else RARE)) is not None:
            return self._listed(conditions, [few]), True
        if costly and (since := self._near(conditions)) is not None:
            if len(found := self._walked(conditions, None, least, since)):
                return found, False
            some = self._smallest(sources, SOME, quick=False)
            narrow = [some] if some is not None else [one for one in sources if one.settles]
            if narrow:
                return self._listed(conditions, narrow), True
        found = self._walked(conditions, None, least)
        return found, len(found) < least

    def places(self, wanted: WantedContacts, after: int | None, limit: int | None) -> Sequence[int]:
        conditions = self._conditions(wanted)
        exact = [source for source in sources_of(conditions) if source.settles]
        if exact:
            return self._listed(conditions, exact, self._key(after))
        return self._walked(conditions, self._key(after), limit)

    def contacts(self, places: Sequence[int]) -> list[Contact]:
        found = (self._rows.listed(_whole(part).order_by(*_NEWEST)) for part in chunks(places))
        return [one for part in found for one in part]

    def stream(self, places: Sequence[int]) -> Iterator[Contact]:
        for end in range(len(places), 0, -CHUNK):
            yield from reversed(self.contacts(places[max(0, end - CHUNK) : end]))

    def in_order(self, places: Sequence[int]) -> Sequence[int]:
        keys = [row for part in chunks(places) for row in self._connection.execute(_KEYED.where(PLACE.in_(part)))]
        return array("q", [row.place for row in sorted(keys, key=lambda row: (row.at, row.id), reverse=True)])

    def touched(self, since: int) -> dict[str, int]:
        subjects = self._connection.scalars(select(chain.c.subject).where(chain.c.seq > since))
        ids = {subject.partition(":")[0] for subject in subjects}
        query = select(contacts.c.id, PLACE)
        return {key: place for part in chunks(ids)
                for key, place in self._connection.execute(query.where(contacts.c.id.in_(part)))}  # fmt: skip

    def fitting(self, wanted: WantedContacts, ids: Sequence[str]) -> Sequence[int]:
        conditions = self._conditions(wanted)
        found = [self._all(conditions.rows([contacts.c.id.in_(part)], by_hand=True)) for part in chunks(ids)]
        return self.in_order([place for part in found for place in part])

    def newer(self, places: Sequence[int], than: int | None) -> Sequence[int]:
        if than is None:
            return places
        keys = {
            row.place: (row.at, row.id) for row in self._connection.execute(_KEYED.where(PLACE.in_([*places, than])))
        }
        return [place for place in places if keys[place] > keys[than]]

    def topics(self, limit: int) -> list[str]:
        return list(self._connection.scalars(select(contacts.c.topic).order_by(*_NEWEST).limit(limit)))

    def _conditions(self, wanted: WantedContacts) -> Conditions:
        if wanted.words:
            teach_words(self._connection)
        return Conditions(self._connection, wanted)

    def _smallest(self, sources: Sequence[Source], limit: int, *, quick: bool = True) -> Source | None:
        """Return the source with fewest contacts, if these are not too many."""
        sizes = [(source.size(self._connection, limit, quick=quick), place) for place, source in enumerate(sources)]
        size, place = min(sizes, default=(limit + 1, 0))
        return sources[place] if size <= limit else None

    def _near(self, conditions: Conditions) -> datetime | None:
        """Return the moment from which on there are as many contacts as are read closely; None if there are fewer."""
        query = select(contacts.c.at).where(*conditions.times(contacts)).order_by(contacts.c.at.desc())
        return self._connection.scalar(query.limit(1).offset(NEAR))

    def _walked(
        self, conditions: Conditions, after: Sequence[Any] | None, limit: int | None, since: datetime | None = None
    ) -> Sequence[int]:
        """Read along the time until there are enough."""
        return self._all(conditions.since(since).rows(after=after).limit(limit))

    def _listed(
        self, conditions: Conditions, sources: Sequence[Source], after: Sequence[Any] | None = None
    ) -> Sequence[int]:
        """Read everything that sources hold, and the conditions too; it is all there at once."""
        among = [_ids(source, f"among_{place}") for place, source in enumerate(sources)]
        settled = frozenset[str]().union(*(source.settles for source in sources))
        found = [contacts.c.id.in_(select(ids.c.id)) for ids in among]
        return self._all(conditions.rows(found, settled, by_hand=True, after=after))

    def _key(self, place: int | None) -> Sequence[Any] | None:
        if place is None:
            return None
        return tuple(self._connection.execute(select(contacts.c.at, contacts.c.id).where(PLACE.in_([place]))).one())

    def _all(self, rows: Rows) -> Sequence[int]:
        """Return the places that a query finds, in its order."""
        text = self._connection.scalar(select(func.group_concat(rows.subquery().c.place)))
        return _numbers(str(text or ""))


_KEYED = select(PLACE.label("place"), contacts.c.at, contacts.c.id)
_NOBODY = select(contacts.c.id.label("id")).where(literal_column("0"))


def _numbers(text: str) -> Sequence[int]:
    """Read numbers in pieces, between which other threads have their turn."""
    found, start = array("q"), 0
    while start < len(text):
        end = text.find(",", start + PIECE)
        end = end if end >= 0 else len(text)
        found.extend(map(int, text[start:end].split(",")))
        start = end + 1
    return found


def _ids(source: Source, name: str) -> Any:
    """Return the ids of a source, which are looked up once, however often they are asked for."""
    parts = [part.ids for part in source.parts] or [_NOBODY]
    return (union_all(*parts) if len(parts) > 1 else parts[0]).cte(name)


def _whole(places: Sequence[int]) -> Select[Any]:
    return select(contacts).where(PLACE.in_(places))
