"""Groups of words that mean the same at a desk: whoever types one of them is shown answers with the others."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from .errors import DeskError
from .thai_text import normalise

MOST_GROUPS = 500
"""How many groups of its own a site may keep."""
MOST_WORDS = 20
LONGEST_WORD = 60

BLANKS = " .-\t\n"
"""What is left out when words are compared."""

_SEPARATORS = str.maketrans(dict.fromkeys(";=\n\t|，；、", ","))


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """One of a site's own groups, its words as they were written."""

    id: str
    words: tuple[str, ...]


def read_words(line: str) -> tuple[str, ...]:
    """Take the words of a group out of a line with commas (or ; or =) between them, each once.

    Raises ``DeskError``: synonyms_too_few, synonyms_too_many, synonym_too_long, synonym_without_letters.
    """
    return checked(line.translate(_SEPARATORS).split(","))


def checked(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a group, tidied, each once; raise ``DeskError`` as ``read_words`` does."""
    tidy = {normalise(word).strip(): " ".join(word.split()) for word in reversed(list(words)) if word.strip()}
    kept = tuple(reversed(tidy.values()))
    for word in kept:
        if len(word) > LONGEST_WORD:
            raise DeskError("synonym_too_long", most=LONGEST_WORD)
        if not any(map(str.isalpha, word)):
            raise DeskError("synonym_without_letters")
    if len(kept) < 2:
        raise DeskError("synonyms_too_few")
    if len(kept) > MOST_WORDS:
        raise DeskError("synonyms_too_many", most=MOST_WORDS)
    return kept


def word_key(word: str) -> str:
    """Return what is the same for all ways to write a word: wi-fi and WiFi, รพ. and รพ."""
    return "".join(letter for letter in normalise(word) if letter not in BLANKS)


def read_shipped(toml: str) -> tuple[tuple[str, ...], ...]:
    """Read the groups that come with the program, unchecked: a faulty file is a bug that tests find."""
    parts = tomllib.loads(toml)
    return tuple(tuple(line.split(", ")) for part in parts.values() for line in part["groups"])
