"""From what was typed to what to look up: keyboard layout, words, completions, slips, synonyms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from frontdesk.domain.segmentation import Piece, pieces
from frontdesk.domain.thai_text import normalise

from .layout import LayoutReader
from .repairs import Repair, left_of, repairs, touching
from .trigrams import Codes, LayeredTrigrams, codes_of
from .vocabulary import Vocabulary

MAX_LETTERS = 200

_COMPLETIONS = 64
_COMPLETION_WEIGHT = 0.8
_SYNONYM_WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look up: weighted words and trigrams of ``text``, the reading that was chosen.

    All ``words`` count; of each group of ``guesses`` the best one in a document. ``understood`` is
    that reading as one would write it where it is not what was typed, else empty.
    """

    text: str
    understood: str
    words: Mapping[str, float]
    guesses: tuple[Mapping[str, float], ...]
    trigrams: Codes


class Planner:
    """Plans queries for one state of the index."""

    def __init__(
        self, vocabulary: Vocabulary, trigrams: LayeredTrigrams, synonyms: Mapping[str, Sequence[str]]
    ) -> None:
        self._vocabulary, self._synonyms = vocabulary, synonyms
        self._layout = LayoutReader(trigrams)

    def plan(self, query: str, literal: bool = False) -> Plan:
        """Read a query of any content; letters after the first 200 are left out."""
        typed = query[:MAX_LETTERS]
        understood = "" if literal else self._layout.other_reading(typed)
        text = normalise(understood or typed)
        found = pieces(text)
        whole = _side_by_side(found)
        made = [] if literal else repairs(text, whole, self._vocabulary)
        words = _heaviest((piece.text, left_of(piece, made)) for piece in found)
        likely = _heaviest((repair.word, repair.weight) for repair in made)
        begun = _heaviest(self._completions(text, whole, made))
        same = _heaviest(self._same(words))
        return Plan(text, understood, same | words, (begun, likely), np.unique(codes_of(text)))

    def _same(self, words: Iterable[str]) -> list[tuple[str, float]]:
        return [(other, _SYNONYM_WEIGHT) for word in words for other in self._synonyms.get(word, ())]

    def _completions(self, text: str, whole: Sequence[Piece], made: Sequence[Repair]) -> list[tuple[str, float]]:
        """Return words that the last word typed, or the last few run together, may become."""
        if not whole or whole[-1].end < len(text):
            return []
        starts = [start for start in _starts_of_tails(whole) if not _repaired_before(start, len(text), made)]
        return [
            (word, _COMPLETION_WEIGHT * ((len(text) - start) / len(word)) ** 0.25)
            for start in starts
            for word in self._vocabulary.beginning_with(text[start:], _COMPLETIONS)
            if len(word) > len(text) - start
        ]


def _side_by_side(found: Sequence[Piece]) -> list[Piece]:
    """Keep the longest pieces that do not overlap, in order."""
    kept: list[Piece] = []
    for piece in found:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _starts_of_tails(whole: Sequence[Piece]) -> list[int]:
    """Return where the last word starts, and the last two and three if they are run together."""
    tails = [whole[-count:] for count in (1, 2, 3) if len(whole) >= count]
    return [tail[0].start for tail in tails if tail[-1].end - tail[0].start > 1 and touching(tail)]


def _repaired_before(start: int, end: int, made: Sequence[Repair]) -> bool:
    """Tell whether what starts here is the rest of a word that has surely a slip in it."""
    return any(one.sure and one.start < start and one.end == end for one in made)


def _heaviest(weighted: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Keep each word once, with its highest weight."""
    kept: dict[str, float] = {}
    for word, weight in weighted:
        kept[word] = max(weight, kept.get(word, 0.0))
    return kept
