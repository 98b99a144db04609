"""From what was typed to what to look up: keyboard layout, words, completions, slips, synonyms."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from frontdesk.domain.segmentation import Piece, pieces
from frontdesk.domain.thai_text import normalise
from frontdesk.search.lookup.arrays import distinct
from frontdesk.search.lookup.trigrams import Codes, LayeredTrigrams, codes_of
from frontdesk.search.lookup.vocabulary import Vocabulary

from .layout import LayoutReader
from .rarity import Rarity
from .slips import Slip, SlipReader, mended, sure, touching
from .synonyms import LiveSynonyms, in_own_words
from .telling import ASKING, without_common

MAX_LETTERS = 200

_CHUNK = re.compile(r"\S+")

_PART_WEIGHT = 0.3
"""What a part of a compound counts for where the compound itself is known."""
_DOUBTED_WEIGHT = 0.5
_MENDED_WEIGHT = 0.4
_COMPLETIONS = 64
_COMPLETION_WEIGHT = 0.8
_KNOWN_BEGUN, _KNOWN_ALONE = 0.6, 0.2
"""What is left of that where the letters are a known word already: a whole one is likelier than a begun one,
the more so where nothing else was typed."""
_TELLING = 5
_STEM = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look up: weighted words and trigrams of ``text``, the reading that was chosen.

    All ``words`` count; of each group of ``guesses`` the best one in a document. ``chunks`` are the
    stretches between blanks, ``asked`` the words, with what each tells; ``telling`` are the rarest words.
    ``understood`` is the reading as one would write it where it is not what was typed, else empty.
    """

    text: str
    understood: str
    words: Mapping[str, float]
    guesses: tuple[Mapping[str, float], ...]
    trigrams: Codes
    chunks: Mapping[str, float] = field(default_factory=dict)
    telling: tuple[str, ...] = ()
    asked: Mapping[str, float] = field(default_factory=dict)


class Planner:
    """Plans queries for one state of the index."""

    def __init__(self, vocabulary: Vocabulary, trigrams: LayeredTrigrams, synonyms: LiveSynonyms) -> None:
        self._vocabulary, self._synonyms = vocabulary, synonyms
        self._layout = LayoutReader(trigrams)
        self._slips = SlipReader(vocabulary)
        self._rarity = Rarity(vocabulary, trigrams.size)

    def plan(self, query: str, literal: bool = False) -> Plan:
        """Read a query of any content; letters after the first 200 are left out."""
        typed = query[:MAX_LETTERS]
        understood = "" if literal else self._layout.other_reading(typed)
        text = normalise(understood or typed)
        found = pieces(text)
        whole = _side_by_side(found)
        ours = in_own_words(text, whole, self._synonyms.table.same(text, whole), self._vocabulary)
        if ours != text:
            text, found = ours, pieces(ours)
            whole = _side_by_side(found)
        slips = [] if literal else self._outside_groups(self._slips.slips(text, whole, found), text, whole)
        certain = [slip for slip in sure(slips) if not self._unfinished(slip, text) and not self._kin(slip, text)]
        if not certain:
            return self._planned(text, understood, found, whole, slips, {})
        left = {piece.text: _MENDED_WEIGHT for piece in found if any(slip.overlaps(piece) for slip in certain)}
        rest = [slip for slip in slips if not any(slip.overlaps(other) for other in certain)]
        text = mended(text, certain)
        found = pieces(text)
        return self._planned(text, text, found, _side_by_side(found), rest, left)

    def _planned(
        self,
        text: str,
        understood: str,
        found: Sequence[Piece],
        whole: Sequence[Piece],
        slips: Sequence[Slip],
        left: Mapping[str, float],
    ) -> Plan:
        """Plan a text with the slips that may be in it and what is ``left`` of the typed words."""
        words = _heaviest((piece.text, self._weight(piece, whole, slips)) for piece in found)
        same = self._synonyms.table.same(text, whole)
        others = {word: weight for one in same for word, weight in one.phrases.items()}
        begun = _heaviest(self._completions(text, whole))
        likely = [_heaviest((slip.word, slip.weight) for slip in group) for group in _overlapping(slips)]
        trigrams = distinct(codes_of(without_common(text, whole)))
        guesses = (begun, *likely, *(one.single for one in same))
        chunks = _heaviest(self._chunks(text, whole))
        asked = {piece.text: self._rarity.of(piece.text) for piece in whole if _says_something(piece)}
        telling = self._telling(asked)
        return Plan(text, understood, {**others, **left, **words}, guesses, trigrams, chunks, telling, asked)

    def _weight(self, piece: Piece, whole: Sequence[Piece], slips: Iterable[Slip]) -> float:
        """Return what a piece counts for: less as a part of a known word, and as a splinter of a slip."""
        part = any(_within(piece, one) and one.text in self._vocabulary for one in whole)
        doubt = max((slip.weight for slip in slips if slip.gain > 0 and slip.overlaps(piece)), default=0.0)
        return (_PART_WEIGHT if part else 1.0) * (1 - _DOUBTED_WEIGHT * doubt) * self._rarity.weight(piece.text)

    def _chunks(self, text: str, whole: Sequence[Piece]) -> Iterator[tuple[str, float]]:
        """Yield what stands between blanks and how much its words tell; what has no words tells little."""
        for chunk in _CHUNK.finditer(text):
            worth = sum(self._rarity.of(one.text) for one in whole if chunk.start() <= one.start < chunk.end())
            yield chunk.group(), worth or 1.0

    def _telling(self, asked: Mapping[str, float]) -> tuple[str, ...]:
        known = [word for word in asked if word in self._vocabulary and word not in ASKING]
        rarest = set(sorted(known, key=lambda word: -asked[word])[:_TELLING])
        return tuple(word for word in asked if word in rarest)

    def _outside_groups(self, slips: Iterable[Slip], text: str, whole: Sequence[Piece]) -> list[Slip]:
        """Leave out slips in what has synonyms: it is known, even where no answer has the word."""
        same = self._synonyms.table.same(text, whole)
        return [slip for slip in slips if not any(one.start < slip.end and slip.start < one.end for one in same)]

    def _unfinished(self, slip: Slip, text: str) -> bool:
        """Tell whether a slip is rather the beginning of a longer word that is still being typed."""
        return slip.end == len(text) and any(self._vocabulary.beginning_with(text[slip.start :], 1))

    def _kin(self, slip: Slip, text: str) -> bool:
        """Tell whether a Latin word begins like a known one other than the slip's, and may be a form of that."""
        stem = text[slip.start : slip.end][:_STEM]
        return stem.isascii() and not slip.word.startswith(stem) and any(self._vocabulary.beginning_with(stem, 1))

    def _completions(self, text: str, whole: Sequence[Piece]) -> list[tuple[str, float]]:
        """Return words that the last word typed, or the last few run together, may become."""
        if not whole or whole[-1].end < len(text):
            return []
        return [
            (word, self._begun(text[start:], len(whole)) * ((len(text) - start) / len(word)) ** 0.25)
            for start in _starts_of_tails(whole)
            for word in self._vocabulary.beginning_with(text[start:], _COMPLETIONS)
            if len(word) > len(text) - start
        ]

    def _begun(self, tail: str, words: int) -> float:
        """Return what a completion of the last letters counts for, whatever its length."""
        if tail not in self._vocabulary:
            return _COMPLETION_WEIGHT
        return _COMPLETION_WEIGHT * (_KNOWN_ALONE if words == 1 else _KNOWN_BEGUN)


def _says_something(piece: Piece) -> bool:
    """Tell whether a piece is more than a stray letter."""
    return len(piece.text) > 1 or piece.text.isdigit()


def _within(piece: Piece, other: Piece) -> bool:
    """Tell whether a piece is a part of another."""
    return piece is not other and other.start <= piece.start and piece.end <= other.end


def _overlapping(slips: Iterable[Slip]) -> list[list[Slip]]:
    """Put slips together that read some of the same letters: at most one of them is meant."""
    groups: list[list[Slip]] = []
    for slip in slips:
        for group in groups:
            if any(slip.overlaps(other) for other in group):
                group.append(slip)
                break
        else:
            groups.append([slip])
    return groups


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


def _heaviest(weighted: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Keep each word once, with its highest weight."""
    kept: dict[str, float] = {}
    for word, weight in weighted:
        kept[word] = max(weight, kept.get(word, 0.0))
    return kept
