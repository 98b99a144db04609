"""The few words around a match, for a row in which nothing else shows why it is there."""

import re
from collections.abc import Iterable, Sequence

from .segmentation import word_spans
from .thai_text import marked_spans, normalise

BEFORE, AFTER = 18, 90
DOTS = "…"
_MARKUP = re.compile(r"^\s*(?:\d+[.)]|[-*+>]|#+)\s+|[*_`#|]|!?\[|\]\([^)]*\)", re.MULTILINE)


def plain(markdown: str) -> str:
    """Return a Markdown text as one line of plain words."""
    return " ".join(_MARKUP.sub(" ", markdown).split())


def snippet(texts: Iterable[str], words: Sequence[str]) -> str:
    """Return a stretch of the first of these texts that holds any of the normalised words, else nothing.

    It begins a few words before the match, at the beginning of a word.
    """
    for text in texts:
        at = _first(normalise(text), words)
        if at >= 0:
            return _around(text, at, words)
    return ""


def _first(text: str, words: Sequence[str]) -> int:
    """Return where the longest word that is there at all stands first, or -1."""
    places = ((len(word), text.find(word)) for word in words if word)
    return max(((length, at) for length, at in places if at >= 0), default=(0, -1))[1]


def _around(text: str, at: int, words: Sequence[str]) -> str:
    """Cut a text around a place of its normalised form, which may be a little shorter."""
    drift = abs(len(text) - len(normalise(text)))
    start = max(0, at - BEFORE - 12 - drift)
    window = text[start : at + AFTER + drift]
    spans = marked_spans(window, words)
    match = next((begin for begin, _ in spans if begin >= at - start - drift), spans[0][0] if spans else 0)
    starts = [begin for begin, _ in word_spans(window) if match - BEFORE <= begin <= match]
    first = 0 if not start and match <= BEFORE else min(starts, default=match)
    return (DOTS if start or first else "") + window[first:].strip()
