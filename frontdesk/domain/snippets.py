"""The few words around a match, for a row in which nothing else shows why it is there."""

import re
from collections.abc import Iterable, Sequence

from .segmentation import word_spans
from .thai_text import marked_spans, normalise

BEFORE, AFTER = 18, 130
DOTS = "…"
_MARKUP = re.compile(r"^\s*(?:\d+[.)]|[-*+>]|#+)\s+|[*_`#|]|!?\[|\]\([^)]*\)", re.MULTILINE)
_LIST_SIGN = re.compile(r"\s*(?:\d+[.)]?|[-*+>])$")


def plain(markdown: str) -> str:
    """Return a Markdown text as one line of plain words."""
    return " ".join(_MARKUP.sub(" ", markdown).split())


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether any of the normalised words stands in a text."""
    normal = normalise(text)
    return any(word in normal for word in words)


def snippet(texts: Iterable[str], words: Sequence[str]) -> str:
    """Return a stretch of the first of these Markdown texts that holds any of the normalised words, else nothing.

    It begins a few words before the match, at the beginning of a word.
    """
    texts = [text for text in texts if text]
    for read in (str.lower, normalise):  # hardly any text needs the slower one
        for text in texts:
            at = _first(read(text), words)
            if at >= 0:
                return _around(text, at, words, drift=abs(len(text) - len(read(text))))
    return ""


def _first(text: str, words: Sequence[str]) -> int:
    """Return where the longest word that is there at all stands first, or -1."""
    places = ((len(word), text.find(word)) for word in words if word)
    return max(((length, at) for length, at in places if at >= 0), default=(0, -1))[1]


def _around(text: str, at: int, words: Sequence[str], drift: int) -> str:
    """Cut a text near a place, which may be off by as many letters as reading took away or added."""
    start = max(0, at - 2 * BEFORE - drift)
    ahead, window = plain(text[start:at]), plain(text[start : at + AFTER + drift])
    spans = marked_spans(window, words)
    near = min((begin for begin, _ in spans), key=lambda begin: abs(begin - len(ahead)), default=0)
    starts = [begin for begin, _ in word_spans(window) if max(near - BEFORE, bool(start)) <= begin <= near]
    first = 0 if not start and near <= BEFORE else min(starts, default=near)
    last = _LIST_SIGN.sub("", window) + DOTS if at + AFTER + drift < len(text) else window
    return (DOTS if start or first else "") + last[first:]
