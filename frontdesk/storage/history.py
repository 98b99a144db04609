"""Earlier states of answers and people."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Generic, TypeVar

from sqlalchemy import Connection, Select, Table, case, func, insert, select

from .rows import chunks, put
from .states import read, written

State = TypeVar("State")

MANY = ""
"""Stands for the item in a row whose state lists the ids of several."""


class History(Generic[State]):
    """What saves replaced, in one table of versions."""

    def __init__(self, connection: Connection, table: Table, kind: type[State]) -> None:
        self._connection = connection
        self._table = table
        self._kind = kind
        self._last = _last(table)

    def keep(self, replaced: Sequence[tuple[str, State | None]], by: str, batch: str) -> None:
        """Keep the state that each item had until now; None says that there was none."""
        self._put([(key, written(state)) for key, state in replaced if state is not None], by, batch)
        self.note([key for key, state in replaced if state is None], by, batch)

    def note(self, ids: Sequence[str], by: str, batch: str = "") -> None:
        """Keep that items were made, or changed but lost nothing: many in one row, as they may be a million."""
        if len(ids) > 1:
            self._put([(MANY, json.dumps(ids))], by, batch)
        else:
            self._put([(key, None) for key in ids], by, batch)

    def _put(self, states: Sequence[tuple[str, str | None]], by: str, batch: str) -> None:
        at = datetime.now(UTC)
        rows = [{"item_id": key, "at": at, "by": by, "batch": batch, "state": state} for key, state in states]
        put(self._connection, insert(self._table), rows)

    def of(self, item_id: str) -> list[tuple[datetime, str, State]]:
        """Return earlier states with when and by whom each was replaced, newest first."""
        table = self._table
        query = select(table.c.at, table.c.by, table.c.state).where(
            table.c.item_id == item_id, table.c.state.is_not(None)
        )
        rows = self._connection.execute(query.order_by(table.c.id.desc()))
        return [(at, by, read(state, self._kind)) for at, by, state in rows]

    def before(self, batch: str) -> Iterator[tuple[str, State | None]]:
        """Yield the state that each item had before a batch touched it, the first touched first."""
        table = self._table
        made, first = table.c.item_id == MANY, func.min(table.c.id)
        of_batch = select(first).where(table.c.batch == batch)
        kept = self._connection.scalars(of_batch.where(~made).group_by(table.c.item_id)).all()
        many = self._connection.scalars(of_batch.where(made).group_by(table.c.id)).all()
        for ids in chunks(sorted([*kept, *many])):
            yield from self._states(ids)

    def _states(self, version_ids: Sequence[int]) -> Iterator[tuple[str, State | None]]:
        table = self._table
        query = select(table.c.item_id, table.c.state).where(table.c.id.in_(version_ids)).order_by(table.c.id)
        for key, state in self._connection.execute(query).all():
            if key == MANY:
                yield from ((one, None) for one in json.loads(state))
            else:
                yield key, read(state, self._kind) if state else None

    def last(self) -> int:
        """Return a number that grows with every save."""
        return int(self._connection.execute(self._last).scalar_one() or 0)

    def since(self, revision: int, limit: int) -> list[str]:
        """Return the ids of what was saved after ``last`` gave a number."""
        key = self._table.c.item_id
        many = case((key == MANY, self._table.c.state))
        query = select(key, many).where(self._table.c.id > revision).distinct().limit(limit)
        found: dict[str, None] = {}
        for one, listed in self._connection.execute(query):
            found |= dict.fromkeys(json.loads(listed) if one == MANY else (one,))
            if len(found) >= limit:
                break
        return list(found)[:limit]


@cache
def _last(table: Table) -> Select[int]:
    """Put the query together once: it is asked with every key that is typed."""
    return select(func.max(table.c.id))
