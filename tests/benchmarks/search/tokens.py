"""Our words and trigrams as tokens for other engines, which must not split or change them."""

import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from frontdesk.domain.articles import Article
from frontdesk.search.building.analyzer import indexed_text
from frontdesk.search.lookup.trigrams import Codes, codes_of

_BITS = 21
_LETTER = (1 << _BITS) - 1
_LOOKED_AT = 400


class Tokens(NamedTuple):
    """What an article is found by, the title twice in both."""

    words: list[str]
    trigrams: list[str]


def tokens_of(article: Article) -> Tokens:
    """Return the tokens of an article."""
    text = indexed_text(article)
    return Tokens(text.words(), trigram_names(codes_of(f"{text.head}\n{text.head}\n{text.body}")))


def trigram_names(codes: Codes) -> list[str]:
    """Return trigrams as three characters each, with a line below for a space."""
    letters = np.stack([codes >> 2 * _BITS, codes >> _BITS & _LETTER, codes & _LETTER], axis=1)
    joined = letters.astype("<u4").tobytes().decode("utf-32-le").replace(" ", "_")
    return [joined[at : at + 3] for at in range(0, len(joined), 3)]


def fingerprint(articles: Sequence[Article]) -> str:
    """Return what changes when the same articles give other tokens, by a look at some of them."""
    some = articles[:: max(1, len(articles) // _LOOKED_AT)]
    return f"{zlib.crc32(repr([tokens_of(article) for article in some]).encode()):08x}"
