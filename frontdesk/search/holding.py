"""Whether an answer holds what was asked, or is only the nearest there is."""

from collections.abc import Iterable, Mapping

_ENOUGH = 0.4


def only_near(texts: Iterable[str], asked: Mapping[str, float], guesses: Iterable[Mapping[str, float]]) -> bool:
    """Tell whether none of the texts holds much of what the ``asked`` words tell."""
    others = [list(group) for group in guesses]
    return bool(asked) and all(share_held(text, asked, others) < _ENOUGH for text in texts)


def share_held(text: str, asked: Mapping[str, float], guesses: Iterable[Iterable[str]]) -> float:
    """Return the share of what the asked words tell that stands in a text.

    Of each group of guesses one that is there stands for the most telling word that is not.
    """
    missing = sorted((worth for word, worth in asked.items() if word not in text), reverse=True)
    stand_ins = sum(any(word in text for word in group) for group in guesses)
    whole = sum(asked.values())
    return 1.0 - sum(missing[stand_ins:]) / whole if whole else 0.0
