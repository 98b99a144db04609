"""From what was typed to what to look up: keyboard layout, words, completions, slips, synonyms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from frontdesk.domain.keyboard_layout import to_english, to_thai
from frontdesk.domain.segmentation import Piece, pieces
from frontdesk.domain.thai_text import has_thai, normalise

from .trigrams import Codes, LayeredTrigrams, codes_of
from .vocabulary import Vocabulary

MAX_LETTERS = 200

_COMPLETIONS = 8
_COMPLETION_WEIGHT = 0.6
_CORRECTIONS = 5
_CORRECTION_WEIGHT = 0.6
_SYNONYM_WEIGHT = 0.7
_WINDOW = 4
_FAR_BETTER = 1.25
_LIKELY_TEXT = 0.12
_BLANK = 0.02


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look up: weighted words and trigrams of ``text``, the reading that was chosen.

    ``understood`` is that reading as one would write it where it is not what was typed, else empty.
    """

    text: str
    understood: str
    pieces: tuple[Piece, ...]
    words: Mapping[str, float]
    trigrams: Codes


class Planner:
    """Plans queries for one state of the index."""

    def __init__(
        self, vocabulary: Vocabulary, trigrams: LayeredTrigrams, synonyms: Mapping[str, Sequence[str]]
    ) -> None:
        self._vocabulary, self._trigrams, self._synonyms = vocabulary, trigrams, synonyms

    def plan(self, query: str) -> Plan:
        """Read a query of any content; letters after the first 200 are left out."""
        typed = query[:MAX_LETTERS]
        understood = self._other_layout(typed)
        text = normalise(understood or typed)
        found = pieces(text)
        words = {piece.text: 1.0 for piece in found}
        whole = _side_by_side(found)
        extra = self._completions(text, whole) | self._corrections(text, whole) | self._same(words)
        return Plan(text, understood, tuple(found), {**extra, **words}, np.unique(codes_of(text)))

    def _other_layout(self, typed: str) -> str:
        """Return the text as typed on the other keyboard if that reads far better, else nothing."""
        twin = (to_english(typed) if has_thai(typed) else to_thai(typed)).strip()
        likely = self._familiarity(twin)
        if not any(map(str.isalpha, twin)):
            return ""
        better = likely > _FAR_BETTER * (self._familiarity(typed) + _BLANK)
        return twin if better and likely > _LIKELY_TEXT else ""

    def _familiarity(self, text: str) -> float:
        """Say how usual the runs of letters in a text are here: 0 for none known, 0.5 for plain text."""
        letters = len("".join(text.split()))
        counts = self._trigrams.frequencies(codes_of(normalise(text)))
        return float(np.log1p(counts).sum() / np.log1p(max(1, self._trigrams.size))) / letters if letters else 0.0

    def _completions(self, text: str, whole: Sequence[Piece]) -> dict[str, float]:
        """Return words that the last word typed, or the last few run together, may become."""
        if not whole or whole[-1].end < len(text):
            return {}
        found: dict[str, float] = {}
        for start in _starts_of_tails(whole):
            typed = text[start:]
            for word in self._vocabulary.beginning_with(typed, _COMPLETIONS) if len(typed) > 1 else ():
                worth = _COMPLETION_WEIGHT * (len(typed) / len(word)) ** 0.5
                found[word] = max(found.get(word, 0.0), worth)
        return found

    def _corrections(self, text: str, whole: Sequence[Piece]) -> dict[str, float]:
        """Return known words close to stretches around what is unknown, across word borders."""
        best: dict[str, float] = {}
        for stretch in self._doubtful(text, whole):
            for word, likeness in self._vocabulary.near(stretch):
                best[word] = max(best.get(word, 0.0), likeness * len(word) ** 0.25)
        first = sorted(best.items(), key=lambda item: -item[1])[:_CORRECTIONS]
        return {word: _CORRECTION_WEIGHT * min(1.0, worth / 1.6) for word, worth in first}

    def _doubtful(self, text: str, whole: Sequence[Piece]) -> set[str]:
        unknown = [i for i, piece in enumerate(whole) if self._is_doubtful(piece.text)]
        if all(whole[i].text in self._vocabulary and len(whole[i].text) > 2 for i in unknown):
            return set()
        return {
            text[whole[first].start : whole[last].end]
            for i in unknown
            for first in range(max(0, i - 2), i + 1)
            for last in range(i, min(len(whole), i + 3))
            if last - first < _WINDOW and _touching(whole[first : last + 1])
            if 3 <= whole[last].end - whole[first].start <= 18
        }

    def _is_doubtful(self, word: str) -> bool:
        return not word.isdigit() and (len(word) <= 2 or word not in self._vocabulary)

    def _same(self, words: Mapping[str, float]) -> dict[str, float]:
        return {other: _SYNONYM_WEIGHT for word in words for other in self._synonyms.get(word, ())}


def _side_by_side(found: Sequence[Piece]) -> list[Piece]:
    """Keep the longest pieces that do not overlap, in order."""
    kept: list[Piece] = []
    for piece in found:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _touching(run: Sequence[Piece]) -> bool:
    return all(left.end == right.start for left, right in pairwise(run))


def _starts_of_tails(whole: Sequence[Piece]) -> list[int]:
    tails = [whole[-count:] for count in (1, 2, 3) if len(whole) >= count]
    return [tail[0].start for tail in tails if _touching(tail)]
