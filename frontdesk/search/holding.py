"""Whether an answer holds what was asked, or is only the nearest there is."""

from collections.abc import Iterable, Mapping
from itertools import islice

_LOOKED_AT = 3
_FEW_WORDS = 3
_ENOUGH_OF_FEW, _ENOUGH = 0.45, 0.25
"""Few words are all meant; of a long-winded question the answer holds some."""


def only_near(texts: Iterable[str], asked: Mapping[str, float], guesses: Iterable[Mapping[str, float]]) -> bool:
    """Tell whether none of the first texts holds much of what the ``asked`` words tell."""
    others = [list(group) for group in guesses]
    enough = _ENOUGH_OF_FEW if len(asked) <= _FEW_WORDS else _ENOUGH
    return bool(asked) and all(share_held(text, asked, others) < enough for text in islice(texts, _LOOKED_AT))


def share_held(text: str, asked: Mapping[str, float], guesses: Iterable[Iterable[str]]) -> float:
    """Return the share of what the asked words tell that stands in a text.

    Of each group of guesses one that is there stands for the most telling word that is not.
    """
    missing = sorted((worth for word, worth in asked.items() if not _has(text, word)), reverse=True)
    stand_ins = sum(any(_has(text, word) for word in group) for group in guesses)
    whole = sum(asked.values())
    return 1.0 - sum(missing[stand_ins:]) / whole if whole else 0.0


def _has(text: str, word: str) -> bool:
    """Tell whether a word stands in a text; a Latin one at the beginning of a word, as "pet" not in "repeat"."""
    at = text.find(word)
    while at > 0 and word.isascii() and text[at - 1].isascii() and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at >= 0
