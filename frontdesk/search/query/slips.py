"""Slips of the finger: known words that a stretch of the text may have been meant as.

A slip makes the dictionary cut a word into wrong pieces, so a text is not mended word by word: around
every doubtful piece all stretches are compared with the known words, also across the borders of pieces and
across a blank. How much a reading is worth is a matter of probability, after C. E. Shannon's noisy
channel: a word costs minus the logarithm of how often it is met, a slip what seldom things cost, and a
reading is believed by what it saves against the text as it was typed. Costs are in nats.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from frontdesk.domain.common_words import commonness
from frontdesk.domain.segmentation import Piece
from frontdesk.search.lookup.vocabulary import Vocabulary

_SLIP, _OTHER_MARKS = 7.0, 3.5
"""What a wrong letter costs: about one in 1,000; a wrong or missing tone mark is likelier."""
_UNKNOWN, _UNKNOWN_LETTER = 9.0, 2.5
_ELSEWHERE = 2.0
"""What a word costs on top for being known in general, not to this site."""
_DOUBTFUL = 3.0
"""Nats per letter above which a piece is rather a splinter than a word."""
_LETTERS = range(3, 19)
_LONGEST_REGION = 40
_PIECES = 4
_MOST = 12
_SURE, _CLEARLY = 5.0, 2.0
_WEIGHT, _LEAST_WEIGHT = 0.9, 0.15


@dataclass(frozen=True, slots=True)
class Slip:
    """A known word for the letters from ``start`` to ``end``; ``gain`` is what reading it so saves."""

    word: str
    start: int
    end: int
    gain: float

    @property
    def weight(self) -> float:
        """What the word counts for in the query."""
        return _WEIGHT / (1 + exp(-(self.gain / 2 + 0.5)))

    def overlaps(self, other: "Slip | Piece") -> bool:
        """Tell whether both read some of the same letters."""
        return self.start < other.end and other.start < self.end


Reading = tuple[int, int, float]
"""Letters from, to, and what it costs to read them so."""


class SlipReader:
    """Finds slips by the words of one state of the index."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def slips(self, text: str, whole: Sequence[Piece], found: Sequence[Piece] = ()) -> list[Slip]:
        """Return the likeliest slips, each word once, of a text whose longest words are ``whole``.

        A Latin word one of whose ``found`` parts or plain forms is known is none.
        """
        known = {piece.start for piece in found if piece.text in self._vocabulary and piece.text.isascii()}
        regions = self._regions([piece for piece in whole if piece.start not in known], whole)
        meant = [*self._near(text, regions), *self._other_marks(text, whole)]
        if not meant:
            return []
        forth, back = _cheapest(self._as_typed(text, whole, regions), len(text))
        slips = (
            Slip(word, start, end, forth[-1] - forth[start] - cost - back[end]) for word, start, end, cost in meant
        )
        likely = (slip for slip in slips if slip.weight > _LEAST_WEIGHT)
        return _each_word_once(sorted(likely, key=lambda slip: (-slip.gain, slip.word)))[:_MOST]

    def cost(self, word: str) -> float:
        """Return how improbable a word is here; a word of general Thai is never quite unknown."""
        found = self._vocabulary.counts.get(word, 0)
        if found:
            return log(self._vocabulary.total / found)
        unknown = _UNKNOWN + _UNKNOWN_LETTER * len(word)
        general = commonness(word)
        return min(unknown, log(1e6 / general) + _ELSEWHERE) if general else unknown

    def _near(self, text: str, regions: Iterable[tuple[int, int]]) -> Iterator[tuple[str, int, int, float]]:
        """Yield known words one slip away from a stretch of a region, two in long ones."""
        stretches = list(_stretches(text, regions))
        found = self._vocabulary.near_each([text[start:end] for start, end in stretches])
        for (start, end), some in zip(stretches, found, strict=True):
            for word, likeness in some:
                slips = max(1, round((1 - likeness) * max(len(word), end - start)))
                if likeness < 1:
                    yield word, start, end, self.cost(word) + _SLIP * slips

    def _other_marks(self, text: str, whole: Sequence[Piece]) -> Iterator[tuple[str, int, int, float]]:
        """Yield the words that differ from one to four pieces in tone and silencing marks only."""
        for first in range(len(whole)):
            for last in range(first, min(first + _PIECES, len(whole))):
                start, end = whole[first].start, whole[last].end
                if end - start in _LETTERS and touching(whole[first : last + 1]):
                    for word in self._vocabulary.with_other_marks(text[start:end]):
                        yield word, start, end, self.cost(word) + _OTHER_MARKS

    def _as_typed(self, text: str, whole: Sequence[Piece], regions: Iterable[tuple[int, int]]) -> Iterator[Reading]:
        """Yield the pieces, what is between them, and every known word within the regions."""
        at = 0
        for piece in whole:
            yield at, piece.start, 0.0
            yield piece.start, piece.end, self.cost(piece.text)
            at = piece.end
        yield at, len(text), 0.0
        for start, end in regions:
            yield from ((i, i + 1, 0.0 if text[i] == " " else _UNKNOWN + _UNKNOWN_LETTER) for i in range(start, end))
        for start, end in _stretches(text, regions, shortest=2):
            if text[start:end] in self._vocabulary:
                yield start, end, self.cost(text[start:end])

    def _regions(self, open_to_doubt: Iterable[Piece], whole: Sequence[Piece]) -> list[tuple[int, int]]:
        """Return the stretches of doubtful pieces with their neighbours, in order, apart from each other."""
        regions: list[tuple[int, int]] = []
        for piece in open_to_doubt:
            if self._doubtful(piece):
                start, end = _with_neighbours(whole, piece)
                if regions and start <= regions[-1][1]:
                    start = regions.pop()[0]
                regions.append((start, min(end, start + _LONGEST_REGION)))
        return regions

    def _doubtful(self, piece: Piece) -> bool:
        return not piece.text.isdigit() and self.cost(piece.text) > _DOUBTFUL * len(piece.text)


def sure(slips: Sequence[Slip]) -> list[Slip]:
    """Return the slips that are far likelier than the text as typed and than any other reading of it."""
    chosen: list[Slip] = []
    for slip in slips:
        rivals = [other for other in slips if other.overlaps(slip) and other.word not in slip.word]
        clear = all(slip.gain >= rival.gain + _CLEARLY for rival in rivals)
        if slip.gain >= _SURE and clear and not any(slip.overlaps(other) for other in chosen):
            chosen.append(slip)
    return chosen


def mended(text: str, chosen: Iterable[Slip]) -> str:
    """Return the text with the words of the chosen slips, which do not overlap."""
    for slip in sorted(chosen, key=lambda slip: -slip.start):
        text = text[: slip.start] + slip.word + text[slip.end :]
    return text


def touching(run: Sequence[Piece]) -> bool:
    """Tell whether pieces follow each other without a gap."""
    return all(left.end == right.start for left, right in pairwise(run))


def _each_word_once(slips: Iterable[Slip]) -> list[Slip]:
    first: dict[str, Slip] = {}
    for slip in slips:
        first.setdefault(slip.word, slip)
    return list(first.values())


def _with_neighbours(whole: Sequence[Piece], piece: Piece) -> tuple[int, int]:
    """Return where a piece lies with the Thai piece before and after it, of which it may be a splinter."""
    if piece.text.isascii():
        return piece.start, piece.end
    near = [
        one for one in whole if one.start - piece.end <= 1 and piece.start - one.end <= 1 and not one.text.isascii()
    ]
    return near[0].start, near[-1].end


def _stretches(
    text: str, regions: Iterable[tuple[int, int]], shortest: int = _LETTERS.start
) -> Iterator[tuple[int, int]]:
    """Yield every stretch of letters of a region that may be a word; Latin words only as a whole."""
    for first, end in regions:
        if text[first].isascii():
            yield first, end
            continue
        for start in range(first, end):
            for stop in range(start + shortest, min(end + 1, start + _LETTERS.stop)):
                if text[start] != " " and text[stop - 1] != " ":
                    yield start, stop


def _cheapest(readings: Iterable[Reading], size: int) -> tuple[list[float], list[float]]:
    """Return what the cheapest way from the start to each place costs, and from each place to the end."""
    forth, back = ([float("inf")] * (size + 1) for _ in range(2))
    forth[0] = back[size] = 0.0
    ordered = sorted(readings)
    for start, end, cost in ordered:
        forth[end] = min(forth[end], forth[start] + cost)
    for start, end, cost in sorted(ordered, key=lambda one: -one[1]):
        back[start] = min(back[start], back[end] + cost)
    return forth, back
