"""The answers as the index reads them."""

from collections.abc import Iterator

from sqlalchemy import Engine, func, select

from frontdesk.domain.articles import Article, ArticleChange

from .articles import SqlArticles
from .database_id import database_id
from .tables import changes


class SqlArticleFeed:
    """Implements the port ``ArticleFeed``."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def last_seq(self) -> int:
        with self._engine.connect() as connection:
            return int(connection.execute(select(func.max(changes.c.seq))).scalar_one() or 0)

    def stamp(self) -> str:
        with self._engine.connect() as connection:
            return database_id(connection)

    def count(self) -> int:
        with self._engine.connect() as connection:
            return SqlArticles(connection).count()

    def everything(self) -> Iterator[Article]:
        with self._engine.connect() as connection:
            yield from SqlArticles(connection).all()

    def since(self, seq: int) -> Iterator[ArticleChange]:
        with self._engine.connect() as connection:
            yield from SqlArticles(connection).since(seq)
