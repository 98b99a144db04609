"""Rows out of the domain's dataclasses and back."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Executable, Table, bindparam
from sqlalchemy.dialects.sqlite import Insert, dialect, insert

from .columns import Words, storable

CHUNK = 500
"""Rows handled at once: enough to be fast, few enough for every limit on parameters."""

Item = TypeVar("Item")

_DIALECT = dialect()


def row_of(item: object, table: Table) -> dict[str, Any]:
    """Take from a dataclass every field that has a column of its name."""
    return {c.name: getattr(item, c.name) for c in table.columns if hasattr(item, c.name)}


def upsert(table: Table, but: Collection[str] = ()) -> Insert:
    """Insert a whole row, or replace the one with the same primary key, all ``but`` some of its columns."""
    statement = insert(table)
    fresh = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key and c.name not in but}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=fresh)


def insert_new(table: Table) -> Insert:
    """Insert a row unless it is there."""
    return insert(table).on_conflict_do_nothing()


def put(connection: Connection, statement: Executable, rows: Sequence[dict[str, Any]]) -> None:
    """Run a statement for many rows at once; none is fine."""
    if rows:
        connection.execute(statement, rows)


class Puts:
    """An insert of whole rows, made once and fed with tuples: far faster than with a dictionary for each."""

    def __init__(self, statement: Insert, table: Table, without: Collection[str] = ()) -> None:
        self._statement, self._table, self._without = statement, table, without

    def put(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert rows that give every column; none is fine."""
        words, ways = self._words
        values = [tuple([way(row[name]) for name, way in ways]) for row in rows]
        if values:
            connection.exec_driver_sql(words, values)

    @cached_property
    def _words(self) -> tuple[str, list[tuple[str, Callable[[Any], Any]]]]:
        columns = [column for column in self._table.columns if column.name not in self._without]
        places = {column.name: bindparam(column.name, type_=column.type) for column in columns}
        compiled = self._statement.values(places).compile(dialect=_DIALECT)
        return str(compiled), [(name, way_to_store(self._table.c[name])) for name in compiled.positiontup or ()]


def way_to_store(column: Column[Any]) -> Callable[[Any], Any]:
    """Return what makes of a value what is stored of it."""
    if isinstance(column.type, Words) and not column.nullable:
        return storable  # what the type would do, without its detours
    return column.type.bind_processor(_DIALECT) or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """Cut a stream into lists."""
    stream = iter(items)
    while part := list(islice(stream, size)):
        yield part
