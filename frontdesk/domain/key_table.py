"""Very many short keys in little memory, found by their beginning or although a letter or two is wrong.

All keys of one length stand in order in one string: a key is a slice of it, and costs two bytes a
letter where a text of its own would cost fifty more.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .line_table import LAST_LETTER

STEP = 32
"""Every so many keys one stands in a list of its own, where it is compared without cutting it out first."""


class _Block:
    """Keys of one length, in order; ``first`` is the place of the first among the keys of all lengths."""

    def __init__(self, keys: Sequence[str], first: int = 0) -> None:
        self._letters, self._length, self._size = "".join(keys), len(keys[0]), len(keys)
        self._steps = [self[place] for place in range(0, self._size, STEP)]  # copies: theirs keep pages in use
        self.first = first

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, place: int) -> str:
        at = place * self._length
        return self._letters[at : at + self._length]

    def beginning(self, start: str) -> range:
        """Return the places of the keys that begin so."""
        low = self._place(start)
        if not self._letters.startswith(start, low * self._length):
            return range(0)
        return range(low, self._place(start + LAST_LETTER))

    def has(self, key: str) -> bool:
        """Tell whether a key of this length is among them."""
        step = bisect_left(self._steps, key)
        behind = min(step * STEP + 1, self._size) * self._length
        at = self._letters.find(key, max(0, step - 1) * STEP * self._length, behind)
        while at >= 0 and at % self._length:  # it stands across two keys
            at = self._letters.find(key, at + 1, behind)
        return at >= 0

    def texts(self, places: range) -> list[str]:
        """Return the keys at some places."""
        letters, step = self._letters, self._length
        return [letters[at : at + step] for at in range(places.start * step, places.stop * step, step)]

    def holding(self, part: str, first: int, last: int) -> Iterator[str]:
        """Yield the keys in which a part stands, at the earliest at one letter, at the latest at another."""
        at = self._letters.find(part) if part else -1
        while at >= 0:
            place, inside = divmod(at, self._length)
            if first <= inside <= last and inside + len(part) <= self._length:
                yield self[place]
            at = self._letters.find(part, at + 1)

    def _place(self, key: str) -> int:
        """Return the place of the first key that is not before this one."""
        step = bisect_left(self._steps, key)
        return bisect_left(self, key, max(0, step - 1) * STEP, min(step * STEP, self._size))


def in_order(keys: Iterable[str]) -> list[str]:
    """Return distinct keys as a ``KeyTable`` orders them, so that places and numbers are the same."""
    by_length: dict[int, list[str]] = defaultdict(list)
    for key in set(keys):
        by_length[len(key)].append(key)
    return [key for length in sorted(by_length.keys() - {0}) for key in sorted(by_length[length])]


class KeyTable:
    """Keys of things numbered from 0; several things may share a key. Nothing has an empty key."""

    def __init__(self, keys: Sequence[str], slips: bool = True) -> None:
        by_length: dict[int, array[int]] = defaultdict(lambda: array("I"))
        for number, key in enumerate(keys):
            by_length[len(key)].append(number)
        self._numbers = array("I")
        self._blocks: dict[int, _Block] = {}
        for length in sorted(by_length.keys() - {0}):
            numbers = sorted(by_length[length], key=keys.__getitem__)
            self._blocks[length] = _Block([keys[number] for number in numbers], len(self._numbers))
            self._numbers.extend(numbers)
        self._lengths = list(self._blocks)
        self._firsts = [block.first for block in self._blocks.values()]
        self._turned = _turned_blocks(self._blocks) if slips else {}

    def __contains__(self, key: str) -> bool:
        block = self._blocks.get(len(key))
        return block is not None and block.has(key)

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, place: int) -> str:
        """Return a key by its place among all of them, the shortest first, each length in order."""
        length = self._lengths[bisect_right(self._firsts, place) - 1]
        return self._blocks[length][place - self._blocks[length].first]

    def of_lengths(self, first: int, last: int) -> range:
        """Return the places of all keys of these lengths."""
        low = next((b.first for length, b in self._blocks.items() if length >= first), len(self))
        high = next((b.first for length, b in self._blocks.items() if length > last), len(self))
        return range(low, max(low, high))

    def same(self, key: str) -> Sequence[int]:
        """Return the numbers of the things that have this key."""
        places = self._same(key)
        first = self._blocks[len(key)].first if places else 0
        return self._numbers[first + places.start : first + places.stop]

    def near(self, key: str, slips: int) -> dict[str, int]:
        """Return the keys at most one or two slips of the pen away, nearest first, and how many.

        Two slips are looked for in keys of three letters and more.
        """
        among = list(set(self._one_slip(key) if slips < 2 else self._two_slips(key)))
        found = process.extract(key, among, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return {other: int(apart) for other, apart, _ in found}

    def _same(self, key: str) -> range:
        block = self._blocks.get(len(key))
        return block.beginning(key) if block is not None else range(0)

    def _one_slip(self, key: str) -> Iterable[str]:
        """One slip leaves the first half or the second half as it is, or exchanges two letters between them."""
        half = len(key) // 2
        exchanged = _exchanged(key, half)
        there = [exchanged] if exchanged in self else []
        return chain(self._halves(key[:half], key[half:], range(len(key) - 1, len(key) + 2)), there)

    def _two_slips(self, key: str) -> Iterable[str]:
        """Two slips leave a third as it is, or exchange letters between two thirds."""
        third = (len(key) + 1) // 3
        start, middle, end = key[:third], key[third:-third], key[-third:]
        lengths = range(len(key) - 2, len(key) + 3)
        blocks = (self._blocks[length] for length in lengths if length in self._blocks)
        inside = (block.holding(middle, third - 2, third + 2) for block in blocks)
        crossed = (self._one_slip(_exchanged(key, at)) for at in (third, len(key) - third))
        return chain(self._halves(start, end, lengths), *inside, *crossed)

    def _halves(self, start: str, end: str, lengths: range) -> Iterator[str]:
        for length in lengths:
            if length in self._blocks:
                block, turned = self._blocks[length], self._turned[length]
                yield from block.texts(block.beginning(start))
                yield from (text[::-1] for text in turned.texts(turned.beginning(end[::-1])))


def _turned_blocks(blocks: dict[int, _Block]) -> dict[int, _Block]:
    everything = ((length, block.texts(range(len(block)))) for length, block in blocks.items())
    return {length: _Block(sorted({key[::-1] for key in keys})) for length, keys in everything}


def _exchanged(key: str, at: int) -> str:
    """Exchange the letters before and behind a place."""
    return key[: at - 1] + key[at] + key[at - 1] + key[at + 1 :] if 0 < at < len(key) else key
