"""Text as large as its room allows: it shrinks and wraps between words before anything else happens to it."""

from collections.abc import Sequence

from .boxes import Box
from .ink import Ink, Style, Text
from .thai_paragraph import widest_word

LEADING = 1.36
"""How far lines stand from each other, in sizes: as near as marks above and below allow."""
SMALLEST, STEP = 5.0, 0.5
_MORE = "…"


def style_of(weight: str, size: float, grey: float = 0) -> Style:
    return Style(weight, size, size * LEADING, grey)


def sizes_from(largest: float) -> list[float]:
    """Return the sizes of type that are tried, the largest first."""
    return [SMALLEST + STEP * step for step in range(int((largest - SMALLEST) / STEP), -1, -1)] or [SMALLEST]


def fitted(ink: Ink, text: str, weight: str, box: Box, largest: float, grey: float = 0) -> Text:
    """Set a text as large as fits; only what does not fit even at the smallest size ends in an ellipsis."""
    for size in sizes_from(largest):
        whole = widest_word(text, ink.faces[weight], size) <= box.width
        found = ink.set(text, style_of(weight, size, grey), box.width, hyphens=True)
        if whole and found.height <= box.height:
            return found
    return shortened(ink, text, style_of(weight, SMALLEST, grey), box.width, int(box.height / (SMALLEST * LEADING)))


def shortened(ink: Ink, text: str, style: Style, width: float, most: int) -> Text:
    """Set a text in at most so many lines (one at least), its end left off where it is longer."""
    most = max(1, most)
    found = ink.set(text, style, width)
    if len(found.lines) <= most:
        return found
    kept = ["".join(part.text for part in line.parts) for line in found.lines[:most]]
    last = kept[-1].rstrip()
    while last and len(ink.set(f"{last}{_MORE}", style, width).lines) > 1:
        last = last[:-1]
    return Text([*found.lines[: most - 1], *ink.set(f"{last}{_MORE}", style, width).lines[:1]], style)


def draw_middle(ink: Ink, text: Text, box: Box, align: float = 0) -> None:
    """Draw a text in the middle of the height of its room."""
    ink.draw(text, box.left, box.top - max(0.0, box.height - text.height) / 2, box.width, align)


def draw_fitted(ink: Ink, text: str, weight: str, box: Box, largest: float, align: float = 0, grey: float = 0) -> None:
    """Draw a text as large as fits, in the middle of the height of its room."""
    if text:
        draw_middle(ink, fitted(ink, text, weight, box, largest, grey), box, align)


def heights(texts: Sequence[Text]) -> float:
    return sum(text.height for text in texts)
