"""Slips of the finger: known words close to what was typed, across the borders of words.

A slip makes the dictionary cut a word into wrong pieces, so whole stretches are compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from frontdesk.domain.segmentation import Piece

from .vocabulary import Vocabulary

_MOST = 5
_STRETCH = 4
_LETTERS = range(3, 19)
_WEIGHT = 0.9
_FULL_WORTH = 1.6
_SURE = 0.8
_OTHER_TONES = 0.4
_LEFT_OF_DOUBTED = 0.5


@dataclass(frozen=True, slots=True)
class Repair:
    """A known word that a stretch of the text may have been meant as; ``likeness`` is 0 to 1."""

    word: str
    likeness: float
    start: int
    end: int

    @property
    def weight(self) -> float:
        """What the word counts for in the query; long ones are safer."""
        return _WEIGHT * min(1.0, self.likeness * float(len(self.word) ** 0.25) / _FULL_WORTH)

    @property
    def sure(self) -> bool:
        """Whether the stretch is rather this word than what it reads as."""
        return self.likeness >= _SURE

    def covers(self, piece: Piece) -> bool:
        """Tell whether a piece lies in the stretch."""
        return self.start <= piece.start and piece.end <= self.end


def repairs(text: str, whole: Sequence[Piece], vocabulary: Vocabulary) -> list[Repair]:
    """Return the likeliest repairs of a text whose longest words are ``whole``."""
    slips = [
        Repair(word, likeness, start, end)
        for start, end in _doubtful(whole, vocabulary)
        for word, likeness in vocabulary.near(text[start:end])
    ]
    likely = sorted(_best_of_each(slips), key=lambda one: (-one.weight, one.word))[:_MOST]
    return _best_of_each(likely + _other_tones(text, whole, vocabulary))


def left_of(piece: Piece, made: Iterable[Repair]) -> float:
    """Return what a piece still counts for when it may be a splinter of a word with a slip in it."""
    return _LEFT_OF_DOUBTED if any(one.sure and one.covers(piece) for one in made) else 1.0


def touching(run: Sequence[Piece]) -> bool:
    """Tell whether pieces follow each other without a gap."""
    return all(left.end == right.start for left, right in pairwise(run))


def _best_of_each(found: Iterable[Repair]) -> list[Repair]:
    best: dict[str, Repair] = {}
    for repair in found:
        if repair.word not in best or repair.likeness > best[repair.word].likeness:
            best[repair.word] = repair
    return list(best.values())


def _other_tones(text: str, whole: Sequence[Piece], vocabulary: Vocabulary) -> list[Repair]:
    """Return the words that differ from a stretch in tone and silencing marks only."""
    return [
        Repair(word, _OTHER_TONES, start, end)
        for start, end in _stretches(whole, range(len(whole)))
        for word in vocabulary.with_other_marks(text[start:end])
    ]


def _doubtful(whole: Sequence[Piece], vocabulary: Vocabulary) -> set[tuple[int, int]]:
    """Return the stretches around unknown words and splinters of one or two letters."""
    odd = (i for i, piece in enumerate(whole) if len(piece.text) <= 2 or piece.text not in vocabulary)
    return _stretches(whole, (i for i in odd if not whole[i].text.isdigit()))


def _stretches(whole: Sequence[Piece], around: Iterable[int]) -> set[tuple[int, int]]:
    return {
        (whole[first].start, whole[last].end)
        for i in around
        for first in range(max(0, i - 2), i + 1)
        for last in range(i, min(len(whole), i + 3, first + _STRETCH))
        if whole[last].end - whole[first].start in _LETTERS and touching(whole[first : last + 1])
    }
