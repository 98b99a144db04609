"""Many short texts in one string, searched for parts of them at the speed of one search."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate


class LineTable:
    """Texts numbered from 0; no text holds a line break."""

    def __init__(self, lines: Iterable[str]) -> None:
        texts = list(lines)
        self._text = "\n".join(texts)
        self._starts = array("I", accumulate((len(text) + 1 for text in texts[:-1]), initial=0) if texts else ())

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
