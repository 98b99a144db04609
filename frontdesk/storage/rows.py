"""Rows out of the domain's dataclasses and back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Table
from sqlalchemy.dialects.sqlite import Insert, insert

CHUNK = 500
"""Rows handled at once: enough to be fast, few enough for every limit on parameters."""

Item = TypeVar("Item")


def row_of(item: object, table: Table) -> dict[str, Any]:
    """Take from a dataclass every field that has a column of its name."""
    return {c.name: getattr(item, c.name) for c in table.columns if hasattr(item, c.name)}


def upsert(table: Table) -> Insert:
    """Insert a whole row, or replace the one with the same primary key."""
    statement = insert(table)
    fresh = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=fresh)


def insert_new(table: Table) -> Insert:
    """Insert a row unless it is there."""
    return insert(table).on_conflict_do_nothing()


def put(connection: Connection, statement: Executable, rows: Sequence[dict[str, Any]]) -> None:
    """Run a statement for many rows at once; none is fine."""
    if rows:
        connection.execute(statement, rows)


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """Cut a stream into lists."""
    stream = iter(items)
    while part := list(islice(stream, size)):
        yield part
