"""People who proved to be one, in the database."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from frontdesk.domain.merging import Merge, MergeStates

from .rows import chunks, put
from .states import read, written
from .tables import merged_people, merges

_STANDING = select(merges).where(merges.c.undone_at.is_(None)).order_by(merges.c.at.desc(), merges.c.id.desc())


class SqlMerges:
    """Implements the port ``Merges``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, merge: Merge) -> None:
        row = {"id": merge.id, "at": merge.at, "by": merge.by, "into_id": merge.into_id}
        whole = row | {"merged_ids": merge.merged_ids, "before": written(merge.states)}
        self._connection.execute(insert(merges).values(whole))

    def get(self, merge_id: str) -> Merge | None:
        row = self._connection.execute(select(merges).where(merges.c.id == merge_id)).first()
        return _merge(row) if row else None

    def into(self, person_id: str) -> list[Merge]:
        return self._listed(_STANDING.where(merges.c.into_id == person_id))

    def latest(self, limit: int) -> list[Merge]:
        return self._listed(_STANDING.limit(limit))

    def mark_undone(self, merge_id: str, by: str, at: datetime) -> None:
        mark = {"undone_at": at, "undone_by": by}
        self._connection.execute(update(merges).where(merges.c.id == merge_id).values(mark))

    def put_under(self, person_ids: Sequence[str], into_id: str) -> None:
        self.release(person_ids)  # rows come and go and never change: triggers follow them
        put(self._connection, insert(merged_people), [{"person_id": one, "into_id": into_id} for one in person_ids])

    def release(self, person_ids: Sequence[str]) -> None:
        self._connection.execute(delete(merged_people).where(merged_people.c.person_id.in_(person_ids)))

    def members(self, into_id: str) -> list[str]:
        table = merged_people.c
        query = select(table.person_id).where(table.into_id == into_id).order_by(table.person_id)
        return list(self._connection.scalars(query))

    def survivors(self, person_ids: Iterable[str]) -> dict[str, str]:
        table, found = merged_people.c, dict[str, str]()
        for part in chunks(person_ids):
            rows = self._connection.execute(select(table.person_id, table.into_id).where(table.person_id.in_(part)))
            found |= {row[0]: row[1] for row in rows}
        return found

    def _listed(self, query: Select[*tuple[object, ...]]) -> list[Merge]:
        return [_merge(row) for row in self._connection.execute(query)]


def _merge(row: Row[*tuple[object, ...]]) -> Merge:
    values = dict(row._mapping)
    states = read(values.pop("before"), MergeStates)
    return Merge(**values, states=states)
