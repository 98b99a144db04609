"""Contacts out of rows: with what hangs on them, as corrected, with whom they count for now."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from frontdesk.domain.contacts import Contact, Use

from .contact_owners import ContactOwners
from .corrections import corrected_now
from .endings import gaps_of, transfers_of
from .tables import contact_articles, contact_queries, contacts

_ROW = select(contacts)


class ContactRows:
    """Reads contacts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.owners = ContactOwners(connection)

    def by_ids(self, ids: Sequence[str]) -> list[Contact]:
        """Return contacts by their ids, withdrawn ones too, oldest first."""
        return self.listed(_ROW.where(contacts.c.id.in_(ids)).order_by(contacts.c.at, contacts.c.id))

    def listed(self, query: Select[*tuple[Any, ...]]) -> list[Contact]:
        """Return the contacts that a query for whole rows finds."""
        return self.whole(self._connection.execute(query).all())

    def whole(self, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Contact]:
        """Make contacts of rows of the main table, or of the view of contacts as they stand."""
        if not rows:
            return []
        known = self.owners.known()
        found = self._plain(rows)
        return self.owners.named(corrected_now(self, found) if known.corrected else found, known)

    def as_written(self, ids: Sequence[str]) -> list[Contact]:
        """Return contacts as they were first written down."""
        return self._plain(self._connection.execute(_ROW.where(contacts.c.id.in_(ids))).all())

    def execute(self, query: Select[*tuple[Any, ...]]) -> Iterable[Row[*tuple[Any, ...]]]:
        return self._connection.execute(query)

    def _plain(self, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Contact]:
        ids = [row.id for row in rows]
        queries = self._parts(contact_queries, ("query",), ids)
        articles = self._parts(contact_articles, ("code", "words", "missed"), ids)
        transfers, gaps = transfers_of(self._connection, rows), gaps_of(self._connection, rows)
        return [
            Contact(
                **row._asdict(),
                articles=tuple(code for code, _, _ in articles.get(row.id, ())),
                queries=tuple(query for (query,) in queries.get(row.id, ())),
                uses=tuple(Use(*part) for part in articles.get(row.id, ()) if part[1] or part[2]),
                transfer=transfers.get(row.id),
                gap=gaps.get(row.id),
            )
            for row in rows
        ]

    def _parts(self, table: Table, columns: tuple[str, ...], ids: Sequence[str]) -> dict[str, list[Sequence[Any]]]:
        """Return what hangs on contacts by their ids, in order."""
        if not ids:
            return {}
        query = select(table.c.contact_id, *(table.c[name] for name in columns)).where(table.c.contact_id.in_(ids))
        rows = self._connection.execute(query.order_by(table.c.contact_id, table.c.place))
        return {key: [row[1:] for row in group] for key, group in groupby(rows, lambda row: row[0])}
