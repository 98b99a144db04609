"""A sorted list of words in mapped arrays: look-ups, beginnings, other marks."""

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from frontdesk.domain.thai_text import strip_marks

from .arrays import load_arrays, save_arrays
from .near_words import NearWords
from .remembering import remember

_GROUP = "words"
_SHORTEST_MARKED = 3
_LAST_LETTER = "\U0010ffff"
_HASHED = ("whole", "marks")


class WordList(Sequence[str]):
    """Words in order; each is known by its number in it."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._arrays = arrays
        self._letters, self._starts = (memoryview(arrays["letters"]), memoryview(arrays["starts"]))
        self._whole, self._marks = (_Hashed(arrays, name) for name in _HASHED)
        self.near = NearWords(arrays)
        self._found: dict[str, int] = {}
        self._alike: dict[str, list[str]] = {}

    @classmethod
    def of(cls, words: Sequence[str]) -> "WordList":
        """Arrange words that are sorted already."""
        encoded = [_bytes(word) for word in words]
        marked = [at for at, word in enumerate(words) if len(word) >= _SHORTEST_MARKED and not word.isascii()]
        arrays = {
            "letters": np.frombuffer(b"".join(encoded), dtype=np.uint8),
            "starts": np.array(list(accumulate(map(len, encoded), initial=0)), dtype=np.uint32),
            **_hashed("whole", ((zlib.crc32(word), at) for at, word in enumerate(encoded))),
            **_hashed("marks", ((_hash(strip_marks(words[at])), at) for at in marked)),
            **NearWords.arrays(words),
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

    def find_each(self, words: Sequence[str]) -> dict[str, int]:
        """Return each word's number, -1 if it is not here; fast for many."""
        numbers = self._whole.first_of_each(words)
        return {
            word: number if number < 0 or self[number] == word else self.find(word)
            for word, number in zip(words, numbers, strict=True)
        }

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


class _Hashed:
    """Numbers of words by the hash of some form of them; a few that are found are not meant."""

    def __init__(self, arrays: Mapping[str, Any], name: str) -> None:
        self._hashes, self._at = (memoryview(arrays[f"{name}-hashes"]), memoryview(arrays[f"{name}-at"]))

    def at(self, form: str) -> list[int]:
        wanted = _hash(form)
        first = bisect_left(self._hashes, wanted)
        return self._at[first : bisect_right(self._hashes, wanted, first)].tolist()

    def first_of_each(self, forms: Sequence[str]) -> list[int]:
        """Return for each form the first number with its hash, -1 if there is none."""
        if not len(self._hashes):
            return [-1] * len(forms)
        wanted = np.array([_hash(form) for form in forms], dtype=np.uint32)
        hashes, numbers = np.asarray(self._hashes), np.asarray(self._at)
        places = np.minimum(np.searchsorted(hashes, wanted), len(hashes) - 1)
        first: list[int] = np.where(hashes[places] == wanted, numbers[places], -1).tolist()
        return first


def _hashed(name: str, pairs: Iterable[tuple[int, int]]) -> dict[str, Any]:
    both = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    order = np.argsort(both[:, 0], kind="stable")
    return {
        f"{name}-hashes": both[order, 0].astype(np.uint32),
        f"{name}-at": both[order, 1].astype(np.int32),
    }


def _hash(form: str) -> int:
    return zlib.crc32(_bytes(form))


def _bytes(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")
