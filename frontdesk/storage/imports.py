"""Past imports in the database, and taking the last one back."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from frontdesk.domain.articles import Article
from frontdesk.domain.imports import ImportBatch, ImportKind

from .articles import SqlArticles
from .people import SqlPeople
from .rows import chunks, row_of
from .tables import imports as table

_ROW = select(*(c for c in table.columns if not c.name.startswith("undone")))


class SqlImports:
    """Implements the port ``Imports``."""

    def __init__(self, connection: Connection, articles: SqlArticles, people: SqlPeople) -> None:
        self._connection = connection
        self._articles = articles
        self._people = people

    def add(self, batch: ImportBatch) -> None:
        self._connection.execute(insert(table).values(row_of(batch, table)))

    def last(self, kind: ImportKind | None = None) -> ImportBatch | None:
        query = _ROW.where(table.c.undone_at.is_(None)).order_by(table.c.at.desc(), table.c.id.desc())
        if kind is not None:
            query = query.where(table.c.kind == kind)
        row = self._connection.execute(query.limit(1)).first()
        return None if row is None else ImportBatch(**row._asdict())

    def undo(self, batch_id: str, by: str) -> int:
        undone = self._undo_articles(batch_id, by) + self._undo_people(batch_id, by)
        mark = {"undone_at": datetime.now(UTC), "undone_by": by}
        self._connection.execute(update(table).where(table.c.id == batch_id).values(mark))
        return undone

    def _undo_articles(self, batch_id: str, by: str) -> int:
        before = list(self._articles.before(batch_id))
        made = self._articles.by_ids(key for key, state in before if state is None)
        restored: list[Article] = [state or replace(made[key], archived=True) for key, state in before]
        self._articles.save_many(restored, by)
        return len(restored)

    def _undo_people(self, batch_id: str, by: str) -> int:
        undone = 0
        for part in chunks(self._people.before(batch_id)):
            self._people.save_many([state for _, state in part if state is not None], by)
            self._people.archive([key for key, state in part if state is None], by)
            undone += len(part)
        return undone
