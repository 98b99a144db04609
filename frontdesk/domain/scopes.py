"""Words of a question that narrow it: ``#category`` and ``@department``, each a word of its own.

The beginning of a name is enough, and spaces in a name are left out: ``#ทะ บัตรหาย``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .keyboard_layout import to_thai
from .thai_text import normalise

CATEGORY, DEPARTMENT = "#", "@"

_WORD = re.compile(r"(?<!\S)([#@＃＠])(\S{1,80})(?!\S)")
"""No name is longer; a pasted page without spaces is no scope."""
_SIGNS = {"＃": CATEGORY, "＠": DEPARTMENT}
_LETTERS = re.compile(r"[a-z][a-z'\[\]\\;,./-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ScopeWord:
    """A word that may narrow: its sign, the name after it, and where it stands in the text."""

    sign: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a question is narrowed to: the sign, and the categories or departments as answers name them."""

    sign: str
    names: tuple[str, ...]


def scope_words(text: str) -> tuple[ScopeWord, ...]:
    """Return the words of a text that are written like scopes, in order."""
    return tuple(
        ScopeWord(_SIGNS.get(found[1], found[1]), found[2], found.start(), found.end())
        for found in _WORD.finditer(text)
    )


def without(text: str, words: Iterable[ScopeWord]) -> str:
    """Return a text without some of its scope words; the rest of it stays as it was."""
    for word in sorted(words, key=lambda word: -word.start):
        text = f"{text[: word.start].rstrip()} {text[word.end :].lstrip()}".strip()
    return text


def category_word(category: str) -> str:
    """Return the word that narrows to a category."""
    return CATEGORY + "".join(category.split())


def meant_by(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names that a typed one stands for: itself, else all that begin so.

    A name typed with the English keyboard on is read as Thai where it means nothing as it stands.
    """
    names = tuple(dict.fromkeys(known))
    readings = (name, to_thai(name)) if _LETTERS.fullmatch(name) else (name,)
    return next((found for reading in readings if (found := _named(_bare(reading), names))), ())


def _named(typed: str, names: tuple[str, ...]) -> tuple[str, ...]:
    if not typed:
        return ()
    begun = tuple(name for name in names if _bare(name).startswith(typed))
    return tuple(name for name in begun if _bare(name) == typed) or begun


def _bare(text: str) -> str:
    return "".join(normalise(text).split())
