"""Very many telephone numbers, found by digits in the middle of them."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

PART, STEP = 4, 2
"""Digits that are noted with where they stand, and from how many to how many digits: not from each, as
whatever is longer than ``PART`` holds a stretch that is noted."""

_AT_ONCE = 1_000
"""Numbers taken in at once: no other thread has to wait long."""


class DigitTable:
    """Numbers in one string, and where which four digits stand behind the first ones."""

    def __init__(self, numbers: Iterable[str]) -> None:
        stream, joined, self._starts, end = iter(numbers), list[str](), array("I"), 0
        places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        while part := list(islice(stream, _AT_ONCE)):
            starts = list(accumulate((len(number) + 1 for number in part), initial=end))
            end = starts.pop()
            for number, start in zip(part, starts, strict=True):
                for at in range(1, len(number) - PART, STEP):
                    places[number[at : at + PART]].append(start + at)
            self._starts.extend(starts)
            joined.append("\n".join(part))
        self._text = "\n".join(joined)
        self._places = dict(places)

    def __len__(self) -> int:
        return len(self._starts)

    def holding(self, digits: str) -> Iterator[str]:
        """Yield numbers in which ``PART`` digits or more stand, each once; not all that begin or end so."""
        seen = set[int]()
        for at in self._standing(digits) if len(digits) > PART else self._anywhere(digits):
            number = bisect_right(self._starts, at) - 1
            if number not in seen:
                seen.add(number)
                yield self._number(number)

    def _standing(self, digits: str) -> Iterator[int]:
        for before in range(STEP):
            noted = self._places.get(digits[before : before + PART], ())
            yield from (at for at in noted if self._text.startswith(digits, at - before))

    def _anywhere(self, digits: str) -> Iterator[int]:
        """Look through everything: so few digits stand in so many numbers that enough are soon found."""
        at = self._text.find(digits) if digits else -1
        while at >= 0:
            yield at
            at = self._text.find(digits, at + 1)

    def _number(self, place: int) -> str:
        end = self._starts[place + 1] - 1 if place + 1 < len(self._starts) else None
        return self._text[self._starts[place] : end]
