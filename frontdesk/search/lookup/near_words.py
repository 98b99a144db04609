"""Words that are a slip or two apart, found by what is left of both when letters are left out.

Of two words one slip apart, the same is left when the right letter is left out of each; so the words are
kept by all that is left of them (symmetric deletion, after W. Garbe), as hashes in mapped arrays.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .arrays import distinct

Hashes = NDArray[np.uint64]
Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]

SHORTEST = 4
LONG = 8
"""From this many letters on, two letters are left out of a word."""
LONGEST = 24

_BASE = 0x9E3779B97F4A7C15
_BACK = pow(_BASE, -1, 1 << 64)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_POWERS = np.array([pow(_BASE, at, 1 << 64) for at in range(LONGEST + 1)], dtype=np.uint64)
_ONE_BACK, _TWO_BACK = np.uint64(_BACK), np.uint64(pow(_BACK, 2, 1 << 64))
_SPARSE = 16


class NearWords:
    """Finds the numbers of words that may be near to others; a few that are found are further off."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._hashes, self._numbers, self._held = (
            arrays["near-hashes"],
            arrays["near-at"],
            arrays["near-held"],
        )
        self._shift = np.uint64(64 - (len(self._held) * 8).bit_length() + 1)

    @staticmethod
    def arrays(words: Sequence[str]) -> dict[str, Any]:
        """Return what is kept of words, whose numbers are their places; numbers are near to nothing."""
        meant = np.array([at for at, word in enumerate(words) if not word.isdigit()], dtype=np.int64)
        slips = {length: 1 + (length >= LONG) for length in range(SHORTEST, LONGEST + 1)}
        hashes, places = _all_that_is_left([words[at] for at in meant], slips)
        numbers, order = meant[places], np.argsort(hashes)
        bits = max(3, (_SPARSE * len(hashes)).bit_length())
        held = np.zeros(1 << bits, dtype=np.bool_)
        held[hashes >> np.uint64(64 - bits)] = True
        return {
            "near-hashes": hashes[order],
            "near-at": numbers[order].astype(np.int32),
            "near-held": np.packbits(held, bitorder="little"),
        }

    def of(self, words: Sequence[str], slips: Mapping[int, int]) -> Pairs:
        """Return places in ``words`` and numbers of words kept that may be so near, ``slips`` by length."""
        hashes, places = _all_that_is_left(words, slips)
        spots = hashes >> self._shift
        held = self._held[spots >> np.uint64(3)] >> (spots & np.uint64(7)).astype(np.uint8) & 1
        some = np.flatnonzero(held)
        hashes, places = hashes[some], places[some]
        first = np.searchsorted(self._hashes, hashes)
        counts = np.searchsorted(self._hashes, hashes, side="right") - first
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        numbers = self._numbers[np.repeat(first, counts) + within].astype(np.int64)
        both = distinct(np.repeat(places, counts) << 32 | numbers)
        return both >> 32, both & 0xFFFFFFFF


def _all_that_is_left(words: Sequence[str], slips: Mapping[int, int]) -> tuple[Hashes, NDArray[np.int64]]:
    """Return hashes of words and of what is left of them without up to so many letters, and whose they are."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        by_length[len(word)].append(place)
    hashes, places = [np.zeros(0, dtype=np.uint64)], [np.zeros(0, dtype=np.int64)]
    for length, some in by_length.items():
        if length in slips:
            left = _left(_codes([words[place] for place in some], length), slips[length])
            hashes.append(left.ravel())
            places.append(np.repeat(np.array(some, dtype=np.int64), left.shape[1]))
    return np.concatenate(hashes) * _MIX, np.concatenate(places)


def _codes(words: Sequence[str], length: int) -> Hashes:
    letters = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return letters.reshape(len(words), length).astype(np.uint64)


def _left(codes: Hashes, slips: int) -> Hashes:
    """Return for words of one length, a line each, the hashes of all that is left of them."""
    length = codes.shape[1]
    sums = np.zeros((len(codes), length + 1), dtype=np.uint64)
    np.cumsum(codes * _POWERS[:length], axis=1, out=sums[:, 1:])
    whole = sums[:, -1:]
    left = [whole, sums[:, :-1] + (whole - sums[:, 1:]) * _ONE_BACK]
    if slips > 1:
        one, other = np.array(list(combinations(range(length), 2)), dtype=np.int64).reshape(-1, 2).T
        middle = (sums[:, other] - sums[:, one + 1]) * _ONE_BACK
        left.append(sums[:, one] + middle + (whole - sums[:, other + 1]) * _TWO_BACK)
    return np.concatenate(left, axis=1)
