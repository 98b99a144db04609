"""A sorted list of words in mapped arrays: look-ups, beginnings, and the words close to a given one."""

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from frontdesk.domain.thai_text import strip_marks

from .arrays import load_arrays, save_arrays
from .remembering import remember

Letters = NDArray[np.uint64]

LONG = 8
"""From this many letters on, two slips may be in a word."""

_GROUP = "words"
_SHORTEST_NEAR = 4
_SHORTEST_MARKED = 3
_BITS = 63
_LAST_LETTER = "\U0010ffff"
_HASHED = ("whole", "slips", "marks")


class WordList(Sequence[str]):
    """Words in order; each is known by its number in it."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._arrays = arrays
        self._letters, self._starts = memoryview(arrays["letters"]), memoryview(arrays["starts"])
        self._whole, self._slips, self._marks = (_Hashed(arrays, name) for name in _HASHED)
        self._found: dict[str, int] = {}
        self._alike: dict[str, list[str]] = {}
        self._long, self._lengths, self._sets = arrays["long"], memoryview(arrays["lengths"]), arrays["sets"]

    @classmethod
    def of(cls, words: Sequence[str]) -> "WordList":
        """Arrange words that are sorted already."""
        encoded = [_bytes(word) for word in words]
        near = [at for at, word in enumerate(words) if len(word) >= _SHORTEST_NEAR and not word.isdigit()]
        marked = [at for at, word in enumerate(words) if len(word) >= _SHORTEST_MARKED and not word.isascii()]
        arrays = {
            "letters": np.frombuffer(b"".join(encoded), dtype=np.uint8),
            "starts": np.array(list(accumulate(map(len, encoded), initial=0)), dtype=np.uint32),
            **_hashed("whole", ((zlib.crc32(word), at) for at, word in enumerate(encoded))),
            **_hashed("slips", ((_hash(form), at) for at in near for form in _with_one_less(words[at]))),
            **_hashed("marks", ((_hash(strip_marks(words[at])), at) for at in marked)),
            **_by_length([(words[at], at) for at in near if len(words[at]) >= LONG]),
        }
        return cls(arrays)

    @classmethod
    def load(cls, folder: Path) -> "WordList":
        """Map the arrays of a build; raise OSError or ValueError if damaged."""
        return cls(load_arrays(folder, _GROUP))

    def save(self, folder: Path) -> None:
        """Write the arrays beside the index."""
        save_arrays(folder, _GROUP, self._arrays)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, at: Any) -> Any:
        return str(self._letters[self._starts[at] : self._starts[at + 1]], "utf-8", "surrogatepass")

    def find(self, word: str) -> int:
        """Return the number of a word, -1 if it is not here."""
        at = self._found.get(word)
        if at is None:
            at = next((at for at in self._whole.at(word) if self[at] == word), -1)
            remember(self._found, word, at)
        return at

    def beginning_with(self, start: str) -> range:
        """Return the numbers of the words that begin so."""
        first = bisect_left(self, start)
        return range(first, bisect_left(self, start + _LAST_LETTER, first))

    def with_other_marks(self, word: str) -> Iterator[str]:
        """Yield the words with the same letters and vowels but other tone or silencing marks."""
        letters = strip_marks(word)
        if letters not in self._alike:
            others = [self[at] for at in self._marks.at(letters)]
            remember(self._alike, letters, [other for other in others if strip_marks(other) == letters])
        return (other for other in self._alike[letters] if other != word)

    def one_slip_off(self, word: str) -> set[int]:
        """Return the words that may be one slip away: some left out, put in, replaced or swapped, and a few others."""
        return {at for form in _with_one_less(word) for at in self._slips.at(form)}

    def sharing_letters(self, word: str, length: int) -> list[int]:
        """Return the long words of a length with at most two letters that ``word`` has not, and back."""
        if not LONG <= length < len(self._lengths) - 1:
            return []
        span = slice(self._lengths[length], self._lengths[length + 1])
        theirs, ours = self._sets[span], _sets([word])[0]
        alike = _at_most_two(theirs & ~ours) & _at_most_two(ours & ~theirs)
        numbers: list[int] = self._long[span][alike].tolist()
        return numbers


class _Hashed:
    """Numbers of words by the hash of some form of them; a few that are found are not meant."""

    def __init__(self, arrays: Mapping[str, Any], name: str) -> None:
        self._hashes, self._at = memoryview(arrays[f"{name}-hashes"]), memoryview(arrays[f"{name}-at"])

    def at(self, form: str) -> list[int]:
        wanted = _hash(form)
        first = bisect_left(self._hashes, wanted)
        return self._at[first : bisect_right(self._hashes, wanted, first)].tolist()


def _hashed(name: str, pairs: Iterable[tuple[int, int]]) -> dict[str, Any]:
    both = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    order = np.argsort(both[:, 0], kind="stable")
    return {
        f"{name}-hashes": both[order, 0].astype(np.uint32),
        f"{name}-at": both[order, 1].astype(np.int32),
    }


def _by_length(words: list[tuple[str, int]]) -> dict[str, Any]:
    """Return the numbers of words by length and what letters are in them, and where each length starts."""
    ordered = sorted(words, key=lambda one: len(one[0]))
    lengths = np.array([len(word) for word, _ in ordered], dtype=np.int64)
    longest = int(lengths[-1]) if len(lengths) else 0
    return {
        "long": np.array([at for _, at in ordered], dtype=np.int32),
        "lengths": np.searchsorted(lengths, np.arange(longest + 2)).astype(np.int64),
        "sets": _sets([word for word, _ in ordered]),
    }


def _with_one_less(word: str) -> set[str]:
    """Return a word and what is left of it without one of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _hash(form: str) -> int:
    return zlib.crc32(_bytes(form))


def _bytes(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")


def _sets(words: Sequence[str]) -> Letters:
    """Return for each word a set of bits for the letters in it."""
    sets = np.zeros(len(words), dtype=np.uint64)
    if not words:
        return sets
    codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    bits = np.uint64(1) << (codes % _BITS).astype(np.uint64)
    np.bitwise_or.at(sets, np.repeat(np.arange(len(words)), [len(word) for word in words]), bits)
    return sets


def _at_most_two(sets: Letters) -> NDArray[np.bool_]:
    one = np.uint64(1)
    for _ in range(2):
        sets = sets & (sets - one)
    few: NDArray[np.bool_] = sets == 0
    return few
