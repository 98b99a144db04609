"""An answer in the list of answers, and the lists that the page shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby

from frontdesk.domain.articles import Article
from frontdesk.domain.collation import SortKey, sort_key
from frontdesk.ui.pages.desk.rows_paint.answer_row import shown_title
from frontdesk.ui.pages.picking.items import Heading, Item
from frontdesk.ui.words import Words

LATELY = 5
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """An answer without its bodies; ``marks`` are normalised words to show bold."""

    article: Article
    marks: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.article.id

    @property
    def spoken(self) -> str:
        article = self.article
        return ", ".join(filter(None, (article.title or article.title_en, article.code, article.department)))


@lru_cache(maxsize=60_000)
def _order(text: str) -> SortKey:
    """Return a text's place in the dictionary; the same titles are sorted again after every change."""
    return sort_key(text)


def light(article: Article) -> Article:
    """Keep what a row needs; a list of bodies would fill the window's memory."""
    return replace(article, body="", body_en="", say="", say_en="", keywords=())


def whole_list(articles: Iterable[Article], words: Words) -> Iterator[Item]:
    """List everything: what was changed last, then by category, in the order of the dictionary."""
    everything = list(articles)
    lately = sorted((a for a in everything if a.updated_at), key=lambda a: a.updated_at or NEVER, reverse=True)
    if lately:
        yield Heading(words("answers.lately"))
        yield from map(AnswerItem, lately[:LATELY])
    in_order = sorted(everything, key=lambda a: (_order(a.category), _order(shown_title(a, words.language))))
    for category, group in groupby(in_order, key=lambda a: a.category):
        inside = tuple(map(AnswerItem, group))
        yield Heading(words("answers.category", name=category or words("answers.no_category"), count=len(inside)))
        yield from inside
