"""An answer in the list of answers, and the lists that the page shows."""

from collections.abc import Collection, Iterable, Iterator, Mapping
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
    """An answer without its bodies; ``marks`` are normalised words to show bold, ``news`` what waits for its owner."""

    article: Article
    marks: tuple[str, ...] = ()
    news: str = ""

    @property
    def key(self) -> str:
        return self.article.id

    @property
    def spoken(self) -> str:
        article = self.article
        parts = (article.title or article.title_en, article.code, article.department, self.news)
        return ", ".join(filter(None, parts))


@lru_cache(maxsize=60_000)
def _order(text: str) -> SortKey:
    """Return a text's place in the dictionary; the same titles are sorted again after every change."""
    return sort_key(text)


def light(article: Article) -> Article:
    """Keep what a row needs; a list of bodies would fill the window's memory."""
    return replace(article, body="", body_en="", say="", say_en="", keywords=())


def news_of(article: Article, suggested: Mapping[str, int], words: Words) -> str:
    """Say how many words of callers wait for a decision; nothing where there are none."""
    count = suggested.get(article.id, 0)
    return words("answers.new_words", count=count) if count else ""


def whole_list(
    articles: Iterable[Article], words: Words, suggested: Mapping[str, int], own: Collection[str] = ()
) -> Iterator[Item]:
    """List everything: what callers suggest words for, what was changed last, then by category as a dictionary does.

    ``own`` are the names under which whoever looks owns answers: theirs come first.
    """
    items = [AnswerItem(one, news=news_of(one, suggested, words)) for one in articles]
    waiting = [item for item in items if item.news]
    if waiting:
        yield Heading(words("answers.waiting", count=len(waiting)))
        yield from sorted(waiting, key=lambda item: (item.article.owner not in own, _title(item, words)))
    lately = sorted(
        (i for i in items if i.article.updated_at), key=lambda i: i.article.updated_at or NEVER, reverse=True
    )
    if lately:
        yield Heading(words("answers.lately"))
        yield from lately[:LATELY]
    in_order = sorted(items, key=lambda item: (_order(item.article.category), _title(item, words)))
    for category, group in groupby(in_order, key=lambda item: item.article.category):
        inside = tuple(group)
        yield Heading(words("answers.category", name=category or words("answers.no_category"), count=len(inside)))
        yield from inside


def _changed(item: AnswerItem) -> datetime:
    return item.article.updated_at or NEVER


def _title(item: AnswerItem, words: Words) -> SortKey:
    return _order(shown_title(item.article, words.language))
