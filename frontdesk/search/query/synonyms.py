"""Other words for what was typed, by groups that mean the same: looked up in the query, never in the index."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from frontdesk.domain.segmentation import Piece, piece_texts, pieces
from frontdesk.domain.synonyms import BLANKS
from frontdesk.domain.thai_text import normalise
from frontdesk.search.lookup.vocabulary import Vocabulary

_WEIGHT = 0.6
_PART = 0.3
"""What the finer parts of a synonym count for, beside its words."""
_SHORT = 3
_MOST_WORDS = 6
"""How many words one after the other are looked up as one phrase."""

_BLANKS = str.maketrans("", "", BLANKS)

Groups = Iterable[Sequence[str]]


class SynonymSource(Protocol):
    """Where the groups come from; they may change at any time."""

    def groups(self) -> tuple[tuple[str, ...], ...]: ...
    def revision(self) -> int:
        """Return a number that changes whenever the groups do."""


class Others(NamedTuple):
    """The other members of a word's groups, each with its longest words, and all their words weighted.

    Of ``single`` the best one in a document counts, of ``phrases`` every word.
    """

    members: tuple[tuple[str, tuple[str, ...]], ...]
    single: Mapping[str, float]
    phrases: Mapping[str, float]


class Same(NamedTuple):
    """A stretch of the text that is a word of some group, and what else may be said for it."""

    start: int
    end: int
    others: Others

    @property
    def single(self) -> Mapping[str, float]:
        return self.others.single

    @property
    def phrases(self) -> Mapping[str, float]:
        return self.others.phrases


class SynonymTable:
    """The groups in the form in which they are looked up."""

    def __init__(self, groups: Groups = ()) -> None:
        self._others: dict[str, list[str]] = defaultdict(list)
        for group in groups:
            self._take(list(dict.fromkeys(map(normalise, group))))
        self._begun = {key[:length] for key in self._others for length in range(1, len(key) + 1)}
        self._weighed: dict[str, Others] = {}

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
        return [Same(start, end, self._of(key)) for start, end, key in kept]

    def _take(self, group: list[str]) -> None:
        for word in group:
            others = self._others[word.translate(_BLANKS)]
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

    def _of(self, key: str) -> Others:
        if key not in self._weighed:
            self._weighed[key] = _weighed(self._others[key])
        return self._weighed[key]


def in_own_words(text: str, whole: Sequence[Piece], same: Iterable[Same], vocabulary: Vocabulary) -> str:
    """Say in words of this site's answers what has synonyms and is not among them, as in the best of those."""
    for one in sorted(same, reverse=True):
        typed = [piece.text for piece in whole if one.start <= piece.start and piece.end <= one.end]
        known = [member for member in one.others.members if _all_in(member[1], vocabulary)]
        if known and not _all_in(typed, vocabulary):
            best = max(known, key=lambda member: min(vocabulary.counts[word] for word in member[1]))
            text = text[: one.start] + best[0] + text[one.end :]
    return text


def _all_in(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    return len(words) > 0 and all(word in vocabulary for word in words)


def _weighed(others: Iterable[str]) -> Others:
    """Weigh the words of synonyms so that each synonym counts for about one word."""
    single: dict[str, float] = {}
    phrases: dict[str, float] = {}
    members = tuple((other, tuple(_longest(pieces(other)))) for other in others)
    for other, longest in members:
        if len(longest) == 1:
            words = dict.fromkeys(piece_texts(other), _PART * _WEIGHT) | dict.fromkeys(longest, _WEIGHT)
        else:
            words = dict.fromkeys(_telling(longest), _WEIGHT / max(1, len(longest)))
        kept = single if len(longest) == 1 else phrases
        kept |= {word: max(weight, kept.get(word, 0.0)) for word, weight in words.items()}
    return Others(members, single, phrases)


def _longest(found: Sequence[Piece]) -> list[str]:
    """Return the longest pieces side by side."""
    kept: list[Piece] = []
    for piece in found:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return [piece.text for piece in kept]


def _telling(words: Sequence[str]) -> list[str]:
    """Leave out short words beside longer ones: they are splinters of a loan word, or ตู้, ใบ and the like."""
    return [word for word in words if len(word) > _SHORT] or list(words)


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
