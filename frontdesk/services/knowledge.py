"""Answers as the desk keeps them: read, written, pinned, used."""

from dataclasses import replace
from datetime import datetime, timedelta

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Storage


class Knowledge:
    """The site's answers."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    def get(self, article_id: str) -> Article | None:
        with self._storage.read() as repos:
            return repos.articles.get(article_id)

    def by_code(self, code: str) -> Article | None:
        with self._storage.read() as repos:
            return repos.articles.by_code(code)

    def everything(self) -> tuple[Article, ...]:
        """Return every answer that is not archived."""
        with self._storage.read() as repos:
            return tuple(repos.articles.all())

    def revision(self) -> int:
        """Return a number that changes whenever any answer changes."""
        with self._storage.read() as repos:
            return repos.articles.revision()

    def changes_since(self, revision: int) -> tuple[ArticleChange, ...]:
        """Return the latest state of every answer that changed after a revision."""
        with self._storage.read() as repos:
            return tuple(repos.articles.since(revision))

    def pinned(self) -> tuple[Article, ...]:
        with self._storage.read() as repos:
            return tuple(repos.articles.pinned())

    def recent(self, staff: str, limit: int = 5) -> tuple[tuple[Article, datetime], ...]:
        """Return the answers that one member of staff used last, newest first."""
        with self._storage.read() as repos:
            used = repos.contacts.recent_articles(staff, limit)
            found = repos.articles.by_codes(code for code, _ in used)
        return tuple((found[code], at) for code, at in used if code in found)

    def uses_this_month(self, code: str) -> int:
        """Count the contacts of the last 30 days in which an answer was used."""
        with self._storage.read() as repos:
            return repos.contacts.uses_since(code, self._clock.now() - timedelta(days=30))

    def new(self) -> Article:
        """Return an empty answer with a fresh code, not yet saved."""
        article_id = new_id()
        return Article(id=article_id, code=f"A-{article_id[-8:].upper()}", title="")

    def save(self, article: Article, by: str) -> Article:
        """Check and store an answer; the earlier version is kept. Raise ``DeskError``."""
        self._check(article)
        stored = replace(article, updated_at=self._clock.now())
        with self._storage.write() as repos:
            other = repos.articles.by_code(stored.code)
            if other is not None and other.id != stored.id:
                raise DeskError("duplicate_code", value=stored.code)
            repos.articles.save(stored, by)
        return stored

    def verify(self, article: Article, by: str) -> Article:
        """Mark an answer as checked today by ``by``."""
        return self.save(replace(article, verified_on=self._clock.today(), verified_by=by), by)

    def versions(self, article_id: str) -> list[tuple[datetime, str, Article]]:
        with self._storage.read() as repos:
            return repos.articles.versions(article_id)

    @staticmethod
    def _check(article: Article) -> None:
        if not article.code.strip():
            raise DeskError("code_missing")
        if not (article.title.strip() or article.title_en.strip()):
            raise DeskError("title_missing")
