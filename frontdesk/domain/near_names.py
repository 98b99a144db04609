"""Which of a few thousand names are spelt or said like what was typed, word by word and in any order."""

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from .name_sounds import romanised_keys

LIKE = 0.66
"""A name is near from this likeness on, the mean over the words that were typed."""
LEAST_WORD, MOST_WORDS = 54.0, 120
"""Words from this likeness on, of 100, are looked at closely, so many of the best."""
_SPELT, _UNNAMED = 0.5, 0.02


class NearNames:
    """Names taken apart into words, numbered from 0."""

    def __init__(self, names: Sequence[tuple[str, ...]]) -> None:
        self._names, self._where = names, dict[str, set[int]]()
        for number, words in enumerate(names):
            for word in words:
                self._where.setdefault(word, set()).add(number)
        self._words = list(self._where)
        self._heard = romanised_keys(self._words) if self._words else []

    def near(self, asked: Sequence[str]) -> dict[int, float]:
        """Return the numbers of the names in which every word typed has one like it, with how like they are."""
        if not asked or not self._words:
            return {}
        by_word = [self._numbered(self._like(word)) for word in asked]
        both = set[int].intersection(*(set(found) for found in by_word))
        scores = {n: self._score(n, [found[n] for found in by_word]) for n in both}
        return {number: score for number, score in scores.items() if score >= LIKE}

    def _score(self, number: int, likeness: list[float]) -> float:
        """Of names as near, the one that has no further words comes first."""
        return sum(likeness) / len(likeness) - _UNNAMED * max(0, len(self._names[number]) - len(likeness))

    def _like(self, word: str) -> dict[str, float]:
        """Return the words that are spelt or said like one."""
        heard = next(iter(romanised_keys([word])), "")
        places = {*self._nearest(word, self._words), *(self._nearest(heard, self._heard) if heard else ())}
        return {self._words[n]: _likeness(word, heard, self._words[n], self._heard[n]) for n in places}

    def _nearest(self, text: str, among: Sequence[str]) -> Iterable[int]:
        found = process.extract(text, among, scorer=fuzz.ratio, score_cutoff=LEAST_WORD, limit=MOST_WORDS)
        return (number for _, _, number in found)

    def _numbered(self, words: Mapping[str, float]) -> dict[int, float]:
        found: dict[int, float] = {}
        for word, likeness in words.items():
            for number in self._where[word]:
                found[number] = max(found.get(number, 0.0), likeness)
        return found


def _likeness(word: str, heard: str, other: str, other_heard: str) -> float:
    """Weigh spelling and sound; between two scripts sound alone counts."""
    said = fuzz.ratio(heard, other_heard) / 100
    if word.isascii() != other.isascii():
        return said
    return _SPELT * fuzz.ratio(word, other) / 100 + (1 - _SPELT) * said
