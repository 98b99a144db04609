"""Earlier states of answers and people."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, Table, func, insert, select

from .states import read, written

State = TypeVar("State")


class History(Generic[State]):
    """What saves replaced, in one table of versions."""

    def __init__(self, connection: Connection, table: Table, kind: type[State]) -> None:
        self._connection = connection
        self._table = table
        self._kind = kind
        self._last = _last(table)

    def keep(self, replaced: Sequence[tuple[str, State | None]], by: str, batch: str) -> None:
        """Keep the state that each item had until now; None says that there was none."""
        at = datetime.now(UTC)
        rows: list[dict[str, Any]] = [
            {"item_id": key, "at": at, "by": by, "batch": batch, "state": written(state) if state else None}
            for key, state in replaced
        ]
        if rows:
            self._connection.execute(insert(self._table), rows)

    def of(self, item_id: str) -> list[tuple[datetime, str, State]]:
        """Return earlier states with when and by whom each was replaced, newest first."""
        table = self._table
        query = select(table.c.at, table.c.by, table.c.state).where(
            table.c.item_id == item_id, table.c.state.is_not(None)
        )
        rows = self._connection.execute(query.order_by(table.c.id.desc()))
        return [(at, by, read(state, self._kind)) for at, by, state in rows]

    def before(self, batch: str) -> list[tuple[str, State | None]]:
        """Return the state that each item had before a batch touched it."""
        table = self._table
        first = select(func.min(table.c.id)).where(table.c.batch == batch).group_by(table.c.item_id)
        query = select(table.c.item_id, table.c.state).where(table.c.id.in_(first)).order_by(table.c.id)
        rows = self._connection.execute(query).all()
        return [(key, read(state, self._kind) if state else None) for key, state in rows]

    def last(self) -> int:
        """Return a number that grows with every save."""
        return int(self._connection.execute(self._last).scalar_one() or 0)

    def since(self, revision: int, limit: int) -> list[str]:
        """Return the ids of what was saved after ``last`` gave a number."""
        table = self._table
        query = select(table.c.item_id).where(table.c.id > revision).distinct().limit(limit)
        return list(self._connection.scalars(query))


@cache
def _last(table: Table) -> Select[int]:
    """Put the query together once: it is asked with every key that is typed."""
    return select(func.max(table.c.id))
