"""One spelling for what the eye reads as the same: used on both sides of every comparison.

NFKC is never used: it takes SARA AM apart, and no dictionary knows the parts.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

NORMALISER_VERSION = 1
"""Grows with every change of ``normalise``; what was stored under an older one is made anew."""

_GONE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F))
_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0xA0: 0x20, 0x202F: 0x20}
_DIGITS = {0x0E50 + i: 0x30 + i for i in range(10)}
_QUOTES = str.maketrans("‘’“”‐‑‒–—−", "''\"\"------")
_TABLE: dict[int, int | str | None] = {**_GONE, **_FULL_WIDTH, **_DIGITS, **_QUOTES}

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TONES = "\u0e48-\u0e4b"
_MARK_RUN = re.compile(f"[{_MARKS}]{{2,}}")
_SPLIT_AM = re.compile(f"\u0e4d([{_TONES}]?)\u0e32|([{_TONES}])\u0e4d\u0e32")
_LATE_TONES = re.compile(f"[\u0e30\u0e32\u0e33]+[{_TONES}][\u0e30\u0e32\u0e33{_TONES}]*")
_TONE = re.compile(f"[{_TONES}]")
_LONE_LONG_A = re.compile("(?<![\u0e24\u0e26])\u0e45")
_RANK = {"\u0e3a": 0, "\u0e38": 1, "\u0e39": 1} | dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 3)
_RANK |= dict.fromkeys("\u0e4c\u0e4d\u0e4e", 4)
_SPOKEN_LIGHTLY = re.compile("[\u0e47-\u0e4e]")
_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")
_CLUSTER = re.compile(f"[\u0e40-\u0e44]*.[{_MARKS}\u0e30\u0e32\u0e33\u0e45\u0300-\u036f]*", re.DOTALL)


def normalise(text: str) -> str:
    """Return the one form in which texts are indexed and compared. Applying it again changes nothing."""
    text = unicodedata.normalize("NFC", text.translate(_TABLE).lower())
    if text.isascii():
        return text
    while (better := _respelt(text)) != text:
        text = better
    return text


def _respelt(text: str) -> str:
    text = _LONE_LONG_A.sub("\u0e32", text.replace("\u0e40\u0e40", "\u0e41"))
    text = _LATE_TONES.sub(lambda run: "".join(_TONE.findall(run[0])) + _TONE.sub("", run[0]), text)
    text = _MARK_RUN.sub(_in_order, text)
    text = _SPLIT_AM.sub(lambda found: f"{found[1] or found[2] or ''}\u0e33", text)
    return unicodedata.normalize("NFC", text)


def _in_order(run: re.Match[str]) -> str:
    """Put the marks of one letter in writing order, each once."""
    return "".join(sorted(dict.fromkeys(run.group()), key=lambda mark: _RANK.get(mark, 2)))


def strip_marks(text: str) -> str:
    """Drop tone marks, MAITAIKHU, THANTHAKHAT and the like from a normalised text; vowels stay."""
    return _SPOKEN_LIGHTLY.sub("", text)


def has_thai(text: str) -> bool:
    """Tell whether any Thai letter, vowel or mark is in the text."""
    return _THAI.search(text) is not None


def marked_spans(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where normalised words stand in a text as written, in order and without overlaps.

    A span never cuts a letter from its vowels and marks, so it can be shown bold as it is.
    """
    joined, written, owner = _spelt(text)
    found = [
        (written[owner[at]], written[owner[at + len(word) - 1] + 1])
        for word in words
        if word
        for at in _places(joined, word)
    ]
    return _merged(found)


@lru_cache(maxsize=256)
def _spelt(text: str) -> tuple[str, list[int], list[int]]:
    """Normalise letter by letter; return also where each letter was written, and whose each normalised one is."""
    clusters = _CLUSTER.findall(text)
    forms = [_form(cluster) for cluster in clusters]
    owner = [i for i, form in enumerate(forms) for _ in form]
    return "".join(forms), list(accumulate(map(len, clusters), initial=0)), owner


@lru_cache(maxsize=4_096)
def _form(cluster: str) -> str:
    """Normalise one letter with its marks; there are few, and lists are painted often."""
    return normalise(cluster)


def _places(text: str, word: str) -> Iterable[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
