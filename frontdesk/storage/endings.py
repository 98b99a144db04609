"""What was filled in at the end of a contact: to whom it was passed on, and what could not be answered."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from frontdesk.domain.contacts import Contact, Outcome
from frontdesk.domain.gaps import Gap
from frontdesk.domain.transfers import Transfer

from .rows import insert_new, put, row_of
from .tables import gaps, transfers


def put_endings(connection: Connection, items: Sequence[Contact]) -> None:
    """Add what new contacts ended with; most ended with neither."""
    put(connection, insert_new(transfers), list(_rows(items, "transfer", transfers)))
    put(connection, insert_new(gaps), list(_rows(items, "gap", gaps)))


def transfers_of(connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]]) -> dict[str, Transfer]:
    """Return to whom contacts were passed on by their ids; only those that ended so are asked for."""
    found = _found(connection, transfers, [row.id for row in rows if row.outcome is Outcome.TRANSFERRED])
    return {row.contact_id: Transfer(row.reason, row.to_person, row.to_text, row.to_place, row.slip) for row in found}


def gaps_of(connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]]) -> dict[str, Gap]:
    """Return what could not be answered by the ids of contacts."""
    found = _found(connection, gaps, [row.id for row in rows if row.unanswered])
    return {row.contact_id: Gap(row.words, row.department, row.owner) for row in found}


def _found(connection: Connection, table: Table, ids: Sequence[str]) -> Sequence[Row[*tuple[Any, ...]]]:
    if not ids:
        return ()
    return connection.execute(select(table).where(table.c.contact_id.in_(ids))).all()


def _rows(items: Sequence[Contact], name: str, table: Table) -> Iterator[dict[str, Any]]:
    for one in items:
        ending = getattr(one, name)
        if ending is not None:
            yield {"contact_id": one.id, **row_of(ending, table)}
