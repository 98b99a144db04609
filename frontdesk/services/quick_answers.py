"""The first row at once: titles and codes in the window's own memory, while the search process thinks."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.domain.segmentation import word_spans
from frontdesk.domain.thai_text import normalise

HEAD = 2

Entry = tuple[str, int]
"""The rest of a title from a word on, and the article's number."""


class Beginnings:
    """Texts found by how they begin, kept in order under their first letters."""

    def __init__(self) -> None:
        self._entries: dict[str, list[Entry]] = defaultdict(list)

    def add(self, text: str, number: int) -> None:
        """Take a text in; what was added is found after ``settle``."""
        self._entries[text[:HEAD]].append((text, number))

    def insert(self, text: str, number: int) -> None:
        """Take one more text in where everything is in order already."""
        if text[:HEAD] in self._entries:
            insort(self._entries[text[:HEAD]], (text, number))
        else:
            self.add(text, number)
            self.settle()

    def remove(self, text: str, number: int) -> None:
        """Forget a text."""
        entries = self._entries[text[:HEAD]]
        del entries[bisect_left(entries, (text, number))]

    def settle(self) -> None:
        """Put everything in order."""
        for head in sorted(self._entries):
            entries = self._entries.pop(head)
            entries.sort()
            self._entries[head] = entries

    def starting(self, wanted: str) -> Iterator[int]:
        """Yield the numbers of the texts that begin with what is wanted, in alphabetical order."""
        if len(wanted) < HEAD:
            heads = (entries for head, entries in self._entries.items() if head.startswith(wanted))
            return (number for entries in heads for _, number in entries)
        return _from(self._entries.get(wanted[:HEAD], []), wanted)


class QuickAnswers:
    """Finds answers by a code, or by the beginning of a title or of a word in it, in microseconds.

    Building takes seconds for 25,000 answers and is meant for another thread.
    """

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._articles = [_light(article) for article in articles]
        self._numbers = {article.id: number for number, article in enumerate(self._articles)}
        self._by_code = {normalise(a.code): number for number, a in enumerate(self._articles)}
        self._titles, self._words = Beginnings(), Beginnings()
        for number, article in enumerate(self._articles):
            for table, text in self._entries(article):
                table.add(text, number)
        self._titles.settle()
        self._words.settle()

    def __len__(self) -> int:
        return len(self._numbers)

    def learn(self, changes: Iterable[ArticleChange]) -> None:
        """Follow a few changes, in a fraction of a millisecond each."""
        for change in changes:
            self._forget(change.article_id)
            if change.article is not None:
                self._insert(_light(change.article))

    def find(self, text: str, limit: int = 5) -> tuple[Article, ...]:
        """Return answers, without bodies: the code typed, then titles, then words that begin so."""
        wanted = normalise(text).strip()
        if not wanted:
            return ()
        code = (self._by_code[wanted],) if wanted in self._by_code else ()
        numbers = chain(code, self._titles.starting(wanted), self._words.starting(wanted))
        return tuple(self._articles[number] for number in islice(_once(numbers), limit))

    def _forget(self, article_id: str) -> None:
        number = self._numbers.pop(article_id, None)
        if number is None:
            return
        code = normalise(self._articles[number].code)
        if self._by_code.get(code) == number:  # another may have taken the code over since
            del self._by_code[code]
        for table, text in self._entries(self._articles[number]):
            table.remove(text, number)

    def _insert(self, article: Article) -> None:
        number = len(self._articles)
        self._articles.append(article)
        self._numbers[article.id] = self._by_code[normalise(article.code)] = number
        for table, text in self._entries(article):
            table.insert(text, number)

    def _entries(self, article: Article) -> Iterator[tuple[Beginnings, str]]:
        """Yield each title of an article, and the rest of it from each word on, with the table they go to."""
        for title in (normalise(article.title).strip(), normalise(article.title_en).strip()):
            if title:
                yield self._titles, title
            yield from ((self._words, title[start:]) for start, _ in word_spans(title) if start)


def _from(entries: list[Entry], wanted: str) -> Iterator[int]:
    for at in range(bisect_left(entries, (wanted, -1)), len(entries)):
        text, number = entries[at]
        if not text.startswith(wanted):
            return
        yield number


def _once(numbers: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
            yield number


def _light(article: Article) -> Article:
    """Keep what a row shows; bodies would fill the window's memory."""
    return replace(article, body="", body_en="", keywords=())
