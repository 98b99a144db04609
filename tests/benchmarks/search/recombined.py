"""More articles than there are, from the paragraphs of those: real words, real lengths, other texts."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from frontdesk.domain.articles import Article

_PART = re.compile(r"[^\n]{120,240}?(?= |\n|$)|[^\n]+")
_SHORTEST_PART = 30
_SOURCE = re.compile("[a-z]+")


@dataclass(slots=True)
class _Source:
    """Articles of one origin, and so of one language and manner."""

    articles: list[Article] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)


def recombined(articles: Sequence[Article], count: int, seed: int) -> Iterator[Article]:
    """Yield ``count`` articles: a title of one, as long as another, of passages from any of the same origin."""
    sources: defaultdict[str, _Source] = defaultdict(_Source)
    for article in articles:
        source = sources[_origin(article)]
        source.articles.append(article)
        source.parts += [part.strip() for part in _PART.findall(article.body) if len(part) >= _SHORTEST_PART]
    drawn = Random(seed)
    for number in range(count):
        like = drawn.choice(articles)
        yield _mixed(f"mix{number}", like, sources[_origin(like)], drawn)


def _origin(article: Article) -> str:
    found = _SOURCE.match(article.code)
    return found[0] if found else ""


def _mixed(code: str, like: Article, source: _Source, drawn: Random) -> Article:
    body = drawn.choice(source.parts)
    while len(body) < len(like.body):
        body += f"\n{drawn.choice(source.parts)}"
    return Article(code, code, drawn.choice(source.articles).title, body=body, category=like.category)
