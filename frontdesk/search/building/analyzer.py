"""What of an answer is indexed, and as which words."""

from collections.abc import Iterator
from dataclasses import dataclass

from whoosh.fields import ID, STORED, TEXT, Schema

from frontdesk.domain.articles import Article
from frontdesk.domain.segmentation import SEGMENTER_VERSION, piece_texts
from frontdesk.domain.thai_text import NORMALISER_VERSION, normalise

SCHEMA_VERSION = 8
"""Grows with every change of this module or of the files beside the index."""

END_OF_HEAD = "\n\n"
"""Stands in a kept text between what names the answer and the rest."""

_HEAD_WEIGHT = 2
_STORED_LETTERS = 6000


def version() -> str:
    """Name the rules an index was made by; one made by others is built anew."""
    return f"{SCHEMA_VERSION}.{NORMALISER_VERSION}.{SEGMENTER_VERSION}"


def schema() -> Schema:
    """Return Whoosh's description of the index: one field of words, title repeated, and the text."""
    return Schema(id=ID(stored=True, unique=True), words=TEXT(phrase=False), text=STORED)


@dataclass(frozen=True, slots=True)
class IndexedText:
    """An answer's normalised text: what names it, and the rest; ``scopes`` are the marks it is narrowed by."""

    head: str
    body: str
    scopes: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The text as it is kept for ranking."""
        return f"{self.head}{END_OF_HEAD}{self.body}"[:_STORED_LETTERS]

    def words(self) -> list[str]:
        """Return the words with those of the head repeated, which is its only boost."""
        return piece_texts(self.head) * _HEAD_WEIGHT + piece_texts(self.body) + list(self.scopes)


def indexed_text(article: Article) -> IndexedText:
    """Return what an answer is found by."""
    return IndexedText(normalise(_lines(_head(article))), normalise(_lines(_body(article))), tuple(_scopes(article)))


def _head(article: Article) -> Iterator[str]:
    yield from (article.title, article.title_en)
    yield " ; ".join(article.keywords)


def _body(article: Article) -> Iterator[str]:
    yield from (article.say, article.say_en, article.body, article.body_en)
    yield from (article.category, article.department, article.code)


def _scopes(article: Article) -> Iterator[str]:
    for sign, name in (("#", article.category), ("@", article.department)):
        if name.strip():
            yield sign + normalise(name).strip()


def _lines(parts: Iterator[str]) -> str:
    return "\n".join(filter(None, parts))
