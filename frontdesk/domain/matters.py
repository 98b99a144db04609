"""What a contact is about, and whether two contacts are about the same matter."""

from collections.abc import Iterable
from dataclasses import dataclass

from .common_words import commonness
from .segmentation import piece_texts
from .thai_text import normalise

TOO_COMMON = 600.0
"""A word met so often in a million tells nothing of a matter: ที่, ไหม, the, where."""


@dataclass(frozen=True, slots=True)
class Matter:
    """The answers that belong to a matter, by their codes, and each text about it as its telling words."""

    codes: frozenset[str] = frozenset()
    texts: tuple[frozenset[str], ...] = ()

    def same(self, other: "Matter") -> bool:
        """Tell whether both are about one thing: an answer in common, or texts that are alike."""
        if self.codes & other.codes:
            return True
        return any(alike(one, another) for one in self.texts for another in other.texts)


def matter_of(codes: Iterable[str], texts: Iterable[str]) -> Matter:
    """Make a matter of the codes of answers and of texts: a topic, words that were searched."""
    telling = (telling_words(text) for text in texts)
    return Matter(frozenset(codes), tuple(dict.fromkeys(text for text in telling if text)))


def telling_words(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about, normalised, compounds with their parts."""
    every = [word for word in piece_texts(normalise(text)) if len(word) > 1]
    telling = frozenset(word for word in every if commonness(word) < TOO_COMMON)
    return telling or frozenset(every)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two texts share more than half of the telling words of the shorter one."""
    shorter = min(len(one), len(other))
    return bool(shorter) and 2 * len(one & other) > shorter
