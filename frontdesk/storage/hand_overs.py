"""Hand-overs in the database."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from frontdesk.domain.hand_over import HandItem, HandOver, Signature

from .hand_over_tables import hand_over_items, hand_overs, hand_overs_taken
from .rows import put, row_of

_ITEM = [column for column in hand_over_items.c if column.name not in ("hand_over_id", "seq")]


class SqlHandOvers:
    """Implements the port ``HandOverRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, hand_over: HandOver) -> None:
        row = {"id": hand_over.id, "until": hand_over.until, "chain_head": hand_over.chain_head}
        self._connection.execute(insert(hand_overs).values(row | asdict(hand_over.signed)))
        rows = [
            {"hand_over_id": hand_over.id, "seq": seq, **row_of(item, hand_over_items)}
            for seq, item in enumerate(hand_over.items, start=1)
        ]
        put(self._connection, insert(hand_over_items), rows)

    def take(self, hand_over_id: str, taken: Signature) -> None:
        self._connection.execute(insert(hand_overs_taken).values({"hand_over_id": hand_over_id} | asdict(taken)))

    def get(self, hand_over_id: str) -> HandOver | None:
        return next(iter(self._listed(select(hand_overs).where(hand_overs.c.id == hand_over_id))), None)

    def latest(self, limit: int) -> list[HandOver]:
        return self._listed(select(hand_overs).order_by(hand_overs.c.at.desc(), hand_overs.c.id.desc()).limit(limit))

    def around(self, start: datetime, end: datetime) -> list[HandOver]:
        at = hand_overs.c.at
        earlier = select(hand_overs).where(at <= start).order_by(at.desc(), hand_overs.c.id.desc())
        then = select(hand_overs).where(at > start, at <= end).order_by(at, hand_overs.c.id)
        return [*self._listed(earlier.limit(1)), *self._listed(then)]

    def _listed(self, query: Select[*tuple[Any, ...]]) -> list[HandOver]:
        rows = self._connection.execute(query).all()
        ids = [row.id for row in rows]
        items, taken = self._items(ids), self._taken(ids)
        return [
            HandOver(row.id, _signature(row), row.until, tuple(items[row.id]), taken.get(row.id), row.chain_head)
            for row in rows
        ]

    def _items(self, ids: Sequence[str]) -> dict[str, list[HandItem]]:
        key = hand_over_items.c.hand_over_id
        query = select(key, *_ITEM).where(key.in_(ids)).order_by(key, hand_over_items.c.seq)
        found: dict[str, list[HandItem]] = defaultdict(list)
        for row in self._connection.execute(query):
            fields = dict(row._mapping)
            found[fields.pop("hand_over_id")].append(HandItem(**fields))
        return found

    def _taken(self, ids: Sequence[str]) -> dict[str, Signature]:
        query = select(hand_overs_taken).where(hand_overs_taken.c.hand_over_id.in_(ids))
        return {row.hand_over_id: _signature(row) for row in self._connection.execute(query)}


def _signature(row: Row[*tuple[Any, ...]]) -> Signature:
    return Signature(row.staff, row.at, row.proof)
