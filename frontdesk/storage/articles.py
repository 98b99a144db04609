"""Answers in the database."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, case, func, insert, select

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.services.repositories import Titled

from .history import History
from .rows import CHUNK, chunks, put, row_of, upsert
from .tables import article_versions, articles, changes


def article_of(row: Row[*tuple[Any, ...]]) -> Article:
    """Make an answer of a row of its table."""
    return Article(**row._asdict())


class SqlArticles:
    """Implements the port ``Articles``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._history = History(connection, article_versions, Article)

    def get(self, article_id: str) -> Article | None:
        return self.by_ids([article_id]).get(article_id)

    def by_code(self, code: str) -> Article | None:
        return self.by_codes([code]).get(code)

    def by_ids(self, ids: Iterable[str]) -> dict[str, Article]:
        return {one.id: one for one in self._with(articles.c.id, ids)}

    def by_codes(self, codes: Iterable[str]) -> dict[str, Article]:
        return {one.code: one for one in self._with(articles.c.code, codes)}

    def all(self) -> Iterator[Article]:
        return self._stream(select(articles).where(~articles.c.archived).order_by(articles.c.code))

    def pinned(self) -> list[Article]:
        pinned = select(articles).where(articles.c.pinned, ~articles.c.archived)
        return list(self._stream(pinned.order_by(articles.c.code)))

    def save(self, article: Article, by: str, batch: str = "") -> None:
        self.save_many([article], by, batch)

    def save_many(self, items: Iterable[Article], by: str, batch: str = "") -> None:
        """Save many at once, each as ``save`` does."""
        for part in chunks(items):
            before = self.by_ids(one.id for one in part)
            self._history.keep([(one.id, before.get(one.id)) for one in part], by, batch)
            put(self._connection, upsert(articles), [row_of(one, articles) for one in part])
            noted = insert(changes).prefix_with("OR REPLACE")
            self._connection.execute(noted, [{"article_id": one.id} for one in part])

    def revision(self) -> int:
        return int(self._connection.execute(select(func.max(changes.c.seq))).scalar_one() or 0)

    def since(self, revision: int) -> Iterator[ArticleChange]:
        query = select(changes.c.seq, changes.c.article_id).where(changes.c.seq > revision)
        noted = self._connection.execute(query.order_by(changes.c.seq)).all()
        found = self.by_ids(row.article_id for row in noted)
        for row in noted:
            article = found.get(row.article_id)
            gone = article is None or article.archived
            yield ArticleChange(row.seq, row.article_id, None if gone else article)

    def versions(self, article_id: str) -> list[tuple[datetime, str, Article]]:
        return self._history.of(article_id)

    def before(self, batch: str) -> Iterator[tuple[str, Article | None]]:
        """Yield the state that each answer had before an import."""
        return self._history.before(batch)

    def groups(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self._distinct(articles.c.category), self._distinct(articles.c.department)

    def titles_in(self, categories: Iterable[str], departments: Iterable[str]) -> list[Titled]:
        title = case((articles.c.title != "", articles.c.title), else_=articles.c.title_en)
        query = select(articles.c.id, title, articles.c.pinned).where(~articles.c.archived)
        for column, names in ((articles.c.category, list(categories)), (articles.c.department, list(departments))):
            query = query.where(column.in_(names)) if names else query
        return [Titled(*row) for row in self._connection.execute(query)]

    def count(self) -> int:
        query = select(func.count()).select_from(articles).where(~articles.c.archived)
        return self._connection.execute(query).scalar_one()

    def _distinct(self, column: Column[str]) -> tuple[str, ...]:
        query = select(column).where(~articles.c.archived, column != "").distinct()
        return tuple(self._connection.execute(query).scalars())

    def _with(self, column: Column[str], values: Iterable[str]) -> Iterator[Article]:
        for part in chunks(values):
            yield from self._stream(select(articles).where(column.in_(part)))

    def _stream(self, query: Select[*tuple[Any, ...]]) -> Iterator[Article]:
        rows = self._connection.execute(query.execution_options(yield_per=CHUNK))
        return (article_of(row) for row in rows)
