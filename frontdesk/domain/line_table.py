"""Many short texts in one string, searched for parts of them at the speed of one search."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

LAST_LETTER = "\U0010ffff"
"""Sorts behind every text that goes on after a beginning."""

_STEP = 32
"""Every so many lines one is kept as a text of its own, where it is compared without cutting it out first."""

_STRETCH = 3
"""Letters that are noted together: fewer stand in too many texts, of more there are too many."""

_AT_ONCE = 1_000
"""Lines that are in memory as texts of their own while a table is made."""


class LineTable:
    """Texts numbered from 0; no text holds a line break."""

    def __init__(self, lines: Iterable[str]) -> None:
        stream, joined, self._starts, end = iter(lines), list[str](), array("I"), 0
        while part := list(islice(stream, _AT_ONCE)):
            starts = list(accumulate((len(text) + 1 for text in part), initial=end))
            end = starts.pop()
            self._starts.extend(starts)
            joined.append("\n".join(part))
        self._text = "\n".join(joined)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> str:
        end = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else None
        return self._text[self._starts[number] : end]

    def holding(self, parts: Sequence[str]) -> Iterator[int]:
        """Yield the numbers of the texts in which every part stands, in order."""
        longest = max(parts, key=len, default="")
        at = self._text.find(longest) if longest else -1
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            text = self[number]
            if all(part in text for part in parts):
                yield number
            at = self._text.find(longest, self._starts[number] + len(text) + 1)


class NotedLines(LineTable):
    """Texts of which is noted where each stretch of letters stands: for words that are in few of many texts."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__(lines)
        self._noted: dict[str, array[int]] = {}
        for number in range(len(self)):
            for stretch in _stretches(self[number]):
                self._noted.setdefault(stretch, array("I")).append(number)

    def holding(self, parts: Sequence[str]) -> Iterator[int]:
        """Yield the numbers of the texts in which every part stands, in order."""
        noted = [self._noted.get(stretch, array("I")) for part in parts for stretch in _stretches(part)]
        if not noted:
            yield from super().holding(parts)
        for number in min(noted, key=len, default=()):
            text = self[number]
            if all(part in text for part in parts):
                yield number


def _stretches(text: str) -> set[str]:
    return {text[at : at + _STRETCH] for at in range(len(text) - _STRETCH + 1)}


class SortedLines(LineTable):
    """Texts in order, found by their beginning; what is given must be sorted."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__(lines)
        self._steps = [self[number] for number in range(0, len(self), _STEP)]

    def beginning(self, start: str) -> range:
        """Return the numbers of the texts that begin so."""
        return range(self._place(start), self._place(start + LAST_LETTER))

    def texts(self, places: range) -> list[str]:
        """Return the texts at some places."""
        if not places:
            return []
        end = self._starts[places.stop] - 1 if places.stop < len(self) else None
        return self._text[self._starts[places.start] : end].split("\n")

    def begins(self, start: str) -> bool:
        """Tell whether any text begins so."""
        place = self._place(start)
        return place < len(self) and self[place].startswith(start)

    def _place(self, text: str) -> int:
        """Return the number of the first text that is not before this one."""
        step = bisect_left(self._steps, text)
        return bisect_left(self, text, max(0, step - 1) * _STEP, min(step * _STEP, len(self)))
