"""What to show where nothing was found, so that nobody looks at a blank: pinned answers, then the most used."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from frontdesk.domain.articles import Article
from frontdesk.domain.collation import sort_key
from frontdesk.domain.scopes import CATEGORY, DEPARTMENT
from frontdesk.services.narrowing import Narrowed
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Repositories, Storage

LOOKED_BACK = timedelta(days=30)


class Nearest:
    """Answers that no words led to."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def listed(self, narrowed: Narrowed, limit: int) -> tuple[Article, ...]:
        """Return what a question is narrowed to: pinned answers first, each part in the order of its titles."""
        with self._storage.read() as repos:
            found = repos.articles.titles_in(narrowed.names(CATEGORY), narrowed.names(DEPARTMENT))
            order = sorted(found, key=lambda one: (not one.pinned, sort_key(one.title), one.article_id))
            first = [one.article_id for one in order[:limit]]
            articles = repos.articles.by_ids(first)
        return tuple(articles[article_id] for article_id in first if article_id in articles)

    def usual(self, limit: int) -> tuple[Article, ...]:
        """Return pinned answers, then those used most of late, then any."""
        with self._storage.read() as repos:
            return tuple(islice(_once(self._usual(repos, limit)), limit))

    def _usual(self, repos: Repositories, limit: int) -> Iterator[Article]:
        yield from repos.articles.pinned()
        codes = repos.contacts.most_used(self._clock.now() - LOOKED_BACK, limit)
        used = repos.articles.by_codes(codes)
        yield from (used[code] for code in codes if code in used and not used[code].archived)
        yield from repos.articles.all()


def _once(articles: Iterator[Article]) -> Iterator[Article]:
    seen: set[str] = set()
    for article in articles:
        if article.id not in seen:
            seen.add(article.id)
            yield article
