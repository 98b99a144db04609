"""QR codes drawn as rectangles, each module a whole number of the printer's dots."""

from collections.abc import Iterator
from itertools import groupby

import segno

from .boxes import MM, Box
from .ink import PAGE_HEIGHT, Ink

QUIET = 4
"""Modules left white on all sides, as scanners ask for."""
LEAST_MODULE = 0.33 * MM
"""What cheap scanners still read."""


def modules_of(content: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a code, row by row; true is dark."""
    code = segno.make_qr(content, error="m")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def least_side(content: str, dots: int) -> float:
    """Return how wide a code with its quiet zone must be at the least to be read from thermal paper, in points."""
    dot = 72 / dots
    return (len(modules_of(content)) + 2 * QUIET) * -(-LEAST_MODULE // dot) * dot


def side_of(content: str, room: float, dots: int) -> float:
    """Return how wide a code with its quiet zone comes out in so much room, in points."""
    count = len(modules_of(content)) + 2 * QUIET
    return count * _module(count, room, dots)


def draw_qr(ink: Ink, content: str, box: Box, dots: int, page_height: float = PAGE_HEIGHT) -> None:
    """Draw a code with its quiet zone, as large as fits, at the left upper corner of its room."""
    rows, dot = modules_of(content), 72 / dots
    module = _module(len(rows) + 2 * QUIET, min(box.width, box.height), dots)
    left = -(-(box.left - 1e-6) // dot) * dot + QUIET * module
    top = page_height - -(-(page_height - box.top - 1e-6) // dot) * dot - QUIET * module
    path = ink.canvas.beginPath()
    for number, row in enumerate(rows):
        for first, count in _dark(row):
            path.rect(left + first * module, top - (number + 1) * module, count * module, module)
    ink.canvas.setFillGray(0)
    ink.canvas.drawPath(path, stroke=0, fill=1)


def _module(count: int, room: float, dots: int) -> float:
    """Return a module's width: as many whole dots as there is room for, one at least."""
    dot = 72 / dots
    return max(1, int((room + 1e-6) / count / dot)) * dot


def _dark(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Yield where dark modules begin in a row, and how many there are."""
    place = 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            yield place, length
        place += length
