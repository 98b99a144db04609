"""The record as a list of any length, in SQL: places of all contacts that fit, read along the index of time.

A place is SQLite's own number of the row, which stands as long as the file is never rewritten in place. A million
of them come out of the database as a few long texts, so that the window's thread is hardly held up meanwhile.
"""

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, func, literal_column, select, tuple_

from frontdesk.domain.contacts import Contact
from frontdesk.services.wanted_contacts import WantedContacts

from .browsing_conditions import Conditions
from .chain_tables import chain
from .contact_rows import ContactRows
from .rows import CHUNK, chunks
from .tables import contacts

_PLACE: ColumnElement[int] = literal_column("contacts.rowid", Integer)
_NEWEST = contacts.c.at.desc(), contacts.c.id.desc()
_BY_HAND = literal_column("+contacts.at", contacts.c.at.type).desc(), contacts.c.id.desc()
"""The same order, made by sorting: for few rows that other indexes have found."""


class SqlBrowsing:
    """Implements the port ``Browsing``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = ContactRows(connection)

    def places(self, wanted: WantedContacts, after: int | None, limit: int | None) -> Sequence[int]:
        conditions = Conditions(self._connection, wanted)
        if conditions.narrow:
            return self._listed(conditions.of(select(_PLACE.label("place"))).order_by(*_BY_HAND), after, limit)
        query = conditions.of(select(_PLACE.label("place"))).order_by(*_NEWEST).limit(limit)
        if after is not None:
            key = self._connection.execute(select(contacts.c.at, contacts.c.id).where(_PLACE.in_([after]))).one()
            columns = tuple_(contacts.c.at, contacts.c.id)
            query = query.where(columns < tuple_(*key, types=_KEY_TYPES))
        return self._all(query)

    def contacts(self, places: Sequence[int]) -> list[Contact]:
        found = (self._rows.listed(_whole(part).order_by(*_NEWEST)) for part in chunks(places))
        return [one for part in found for one in part]

    def stream(self, places: Sequence[int]) -> Iterator[Contact]:
        for end in range(len(places), 0, -CHUNK):
            yield from reversed(self.contacts(places[max(0, end - CHUNK) : end]))

    def in_order(self, places: Sequence[int]) -> Sequence[int]:
        keys = [row for part in chunks(places) for row in self._connection.execute(_KEYED.where(_PLACE.in_(part)))]
        return array("q", [row.place for row in sorted(keys, key=lambda row: (row.at, row.id), reverse=True)])

    def touched(self, since: int) -> dict[str, int]:
        subjects = self._connection.scalars(select(chain.c.subject).where(chain.c.seq > since))
        ids = {subject.partition(":")[0] for subject in subjects}
        query = select(contacts.c.id, _PLACE)
        return {key: place for part in chunks(ids)
                for key, place in self._connection.execute(query.where(contacts.c.id.in_(part)))}  # fmt: skip

    def fitting(self, wanted: WantedContacts, ids: Sequence[str]) -> Sequence[int]:
        conditions, query = Conditions(self._connection, wanted), select(_PLACE)
        found = [self._connection.scalars(conditions.of(query.where(contacts.c.id.in_(part)))) for part in chunks(ids)]
        return self.in_order([place for part in found for place in part])

    def newer(self, places: Sequence[int], than: int | None) -> Sequence[int]:
        if than is None:
            return places
        keys = {
            row.place: (row.at, row.id) for row in self._connection.execute(_KEYED.where(_PLACE.in_([*places, than])))
        }
        return [place for place in places if keys[place] > keys[than]]

    def topics(self, limit: int) -> list[str]:
        return list(self._connection.scalars(select(contacts.c.topic).order_by(*_NEWEST).limit(limit)))

    def _listed(self, query: Select[Any], after: int | None, limit: int | None) -> Sequence[int]:
        """Read everything that a narrow search finds; it is all there at once."""
        return array("q") if after is not None else self._all(query)

    def _all(self, query: Select[Any]) -> Sequence[int]:
        """Return the places that a query finds, in its order."""
        text = self._connection.scalar(select(func.group_concat(query.subquery().c.place)))
        return array("q", map(int, text.split(","))) if text else array("q")


_KEYED = select(_PLACE.label("place"), contacts.c.at, contacts.c.id)
_KEY_TYPES = (contacts.c.at.type, contacts.c.id.type)


def _whole(places: Sequence[int]) -> Select[Any]:
    return select(contacts).where(_PLACE.in_(places))
