"""Other words for what was typed, by groups that mean the same: looked up in the query, never in the index."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from frontdesk.domain.segmentation import Piece, piece_texts, pieces
from frontdesk.domain.synonyms import BLANKS, word_key
from frontdesk.domain.thai_text import normalise

_WEIGHT = 0.9
_PART = 0.3
"""What the finer parts of a synonym count for, beside its words."""
_MOST_WORDS = 6
"""How many words one after the other are looked up as one phrase."""

_BLANKS = str.maketrans("", "", BLANKS)

Groups = Iterable[Sequence[str]]


class SynonymSource(Protocol):
    """Where the groups come from; they may change at any time."""

    def groups(self) -> tuple[tuple[str, ...], ...]: ...
    def revision(self) -> int:
        """Return a number that changes whenever the groups do."""


class Same(NamedTuple):
    """A stretch of the text that is a word of some group, and the weighted words of the others.

    Of ``single`` the best one in a document counts, of ``phrases`` every word.
    """

    start: int
    end: int
    single: Mapping[str, float]
    phrases: Mapping[str, float]


class SynonymTable:
    """The groups in the form in which they are looked up."""

    def __init__(self, groups: Groups = ()) -> None:
        self._others: dict[str, list[str]] = defaultdict(list)
        for group in groups:
            self._take(list(dict.fromkeys(map(normalise, group))))
        self._begun = {key[:length] for key in self._others for length in range(1, len(key) + 1)}
        self._weighed: dict[str, tuple[Mapping[str, float], Mapping[str, float]]] = {}

    def same(self, text: str, whole: Sequence[Piece]) -> list[Same]:
        """Return what in a normalised text has synonyms, longest stretches first, none overlapping.

        ``whole`` are the longest pieces of the text side by side; a stretch begins and ends with one.
        """
        if not self._others:
            return []
        found = sorted(self._stretches(text, whole), key=lambda one: (one[0] - one[1], one[0]))
        kept: list[tuple[int, int, str]] = []
        for start, end, key in found:
            if all(end <= other or until <= start for other, until, _ in kept):
                kept.append((start, end, key))
        return [Same(start, end, *self._weights(key)) for start, end, key in kept]

    def _take(self, group: list[str]) -> None:
        for word in group:
            others = self._others[word_key(word)]
            others += [other for other in group if other != word and other not in others]

    def _stretches(self, text: str, whole: Sequence[Piece]) -> Iterable[tuple[int, int, str]]:
        borders = [0, *(piece.end for piece in whole)]
        between = [text[end : piece.start].translate(_BLANKS) for end, piece in zip(borders, whole, strict=False)]
        letters = [text[piece.start : piece.end].translate(_BLANKS) for piece in whole]
        for first, piece in enumerate(whole):
            key = letters[first]
            for last in range(first, min(len(whole), first + _MOST_WORDS)):
                key += between[last] + letters[last] if last > first else ""
                if key not in self._begun:
                    break
                if key in self._others:
                    yield piece.start, whole[last].end, key

    def _weights(self, key: str) -> tuple[Mapping[str, float], Mapping[str, float]]:
        if key not in self._weighed:
            self._weighed[key] = _weighed(self._others[key])
        return self._weighed[key]


def _weighed(others: Iterable[str]) -> tuple[dict[str, float], dict[str, float]]:
    """Weigh the words of synonyms so that each synonym counts for about one word."""
    single: dict[str, float] = {}
    phrases: dict[str, float] = {}
    for other in others:
        longest = _side_by_side(pieces(other))
        kept = single if len(longest) == 1 else phrases
        share = _WEIGHT / max(1, len(longest))
        for word in dict.fromkeys(piece_texts(other)):
            part = word not in longest and len(longest) > 0
            kept[word] = max(kept.get(word, 0.0), share * (_PART if part else 1.0))
    return single, phrases


def _side_by_side(found: Sequence[Piece]) -> list[str]:
    kept: list[Piece] = []
    for piece in found:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return [piece.text for piece in kept]


class LiveSynonyms:
    """The table of a source's groups as they are now."""

    def __init__(self, source: SynonymSource | None = None) -> None:
        self._source = source
        self._revision: int | None = None
        self._table = SynonymTable()

    @property
    def table(self) -> SynonymTable:
        """The groups as they were at the last ``refresh``, which the first use makes."""
        if self._revision is None:
            self.refresh()
        return self._table

    def refresh(self) -> bool:
        """Take in the groups if they have changed; tell whether they had."""
        if self._source is None or (revision := self._source.revision()) == self._revision:
            return False
        self._table, self._revision = SynonymTable(self._source.groups()), revision
        return True
