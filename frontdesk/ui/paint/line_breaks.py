"""Where a Thai or English text goes on to the next line.

Qt breaks Thai by a library that many systems lack, so lines are cut here: at a space where that
leaves the line full enough, else between words of our own segmenter, else anywhere.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate

from frontdesk.domain.segmentation import with_breaks

BREAK = "\u200b"
LAST_OF_ONE_UNIT = "\uffff"
FULL_ENOUGH = 0.6
"""A line ends at its last space if that leaves it at least this full."""

Span = tuple[int, int]


@lru_cache(maxsize=2_000)
def word_breaks(text: str) -> tuple[int, ...]:
    """Return the offsets at which a new line may begin, in order, without the end."""
    at, found = 0, []
    for letter in with_breaks(text):
        if letter == BREAK:
            found.append(at)
        else:
            at += 1
            if letter == " ":
                found.append(at)
    return tuple(sorted({offset for offset in found if 0 < offset < len(text)}))


def cut_into_lines(
    text: str, x: Callable[[int], float], width: float, max_lines: int, next_letter: Callable[[int], int]
) -> list[Span]:
    """Cut one paragraph into lines of at most ``width``; the last of ``max_lines`` takes all the rest.

    ``x`` gives where a letter starts on one long line, ``next_letter`` the start of the one after it.
    """
    lines: list[Span] = []
    start = 0
    while start < len(text):
        full = max_lines and len(lines) == max_lines - 1
        end = len(text) if full else _line_end(text, start, x, width, next_letter)
        lines.append((start, end))
        start = end
    return lines or [(0, 0)]


def _line_end(text: str, start: int, x: Callable[[int], float], width: float, next_letter: Callable[[int], int]) -> int:
    limit = x(start) + width
    if x(len(text.rstrip())) <= limit:
        return len(text)
    breaks = word_breaks(text)
    fitting = [b for b in breaks[bisect_right(breaks, start) :] if x(len(text[:b].rstrip())) <= limit]
    if not fitting:
        return _anywhere(len(text), start, x, limit, next_letter)
    space = next((b for b in reversed(fitting) if text[b - 1] == " "), 0)
    return space if space and x(space) - x(start) >= FULL_ENOUGH * width else fitting[-1]


def _anywhere(
    length: int, start: int, x: Callable[[int], float], limit: float, next_letter: Callable[[int], int]
) -> int:
    end = next_letter(start)
    while end < length and x(next_letter(end)) <= limit:
        end = next_letter(end)
    return end


def utf16_offsets(text: str) -> Sequence[int]:
    """Return for each letter, and for the end, where Qt counts it to be."""
    if not text or max(text) <= LAST_OF_ONE_UNIT:
        return range(len(text) + 1)
    return list(accumulate((2 if ord(letter) > 0xFFFF else 1 for letter in text), initial=0))
