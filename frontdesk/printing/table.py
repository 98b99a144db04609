"""Tables whose rows flow over pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .flow import BOTTOM, LEFT, RIGHT, WIDTH, Flow
from .ink import Ink, Style, Text
from .thai_paragraph import Line, width_of

SIZE, LEADING = 8.5, 13.5
"""A line's distance is over one and a half of its size, so that tone marks clear the rule above."""
PLAIN, STRONG, FAINT = (Style(w, SIZE, LEADING, grey) for w, grey in (("regular", 0), ("bold", 0), ("regular", 0.35)))
HEAD = Style("bold", 8, 13, 0.25)
GAP, PAD = 9.0, 3.0
LEAST_LINES, KEPT_LINES = 4, 14
"""A row of at most ``KEPT_LINES`` is never divided; a longer one leaves so many lines at least on a page."""

Cell = Sequence[tuple[str, Style]]
"""What stands in a cell, each text beginning a line."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its heading; a width of 0 takes what the others leave. ``align`` is 1 for numbers."""

    title: str
    width: float = 0
    align: float = 0


class Table:
    """Rows under one heading, which every page repeats."""

    def __init__(self, ink: Ink, columns: Sequence[Column]) -> None:
        self._ink = ink
        rest = WIDTH - sum(column.width for column in columns) - GAP * (len(columns) - 1)
        self._columns = [Column(c.title, c.width or rest, c.align) for c in columns]
        lefts = [LEFT]
        for column in self._columns:
            lefts.append(lefts[-1] + column.width + GAP)
        self._lefts = lefts

    def begin(self, flow: Flow) -> None:
        """Draw the heading, here and on each page until the table ends."""
        flow.keep(60)
        flow.y = self.head(flow.y)
        flow.repeated = self.head

    def end(self, flow: Flow) -> None:
        """Repeat the heading no more."""
        flow.repeated = None

    def head(self, top: float) -> float:
        """Draw the heading; return where the rows begin."""
        texts = [self._ink.set(column.title, HEAD, column.width) for column in self._columns]
        for column, left, text in zip(self._columns, self._lefts, texts, strict=False):
            self._ink.draw(text, left, top - PAD, column.width, column.align)
        bottom = top - max(text.height for text in texts) - 2 * PAD
        self._ink.rule(LEFT, RIGHT, bottom, grey=0.2, thick=0.8)
        return bottom

    def row(self, flow: Flow, cells: Sequence[Cell], again: Cell = (), drawn: Callable[[], object] = int) -> None:
        """Put a row below the last; ``again`` stands in the first column where a page divides the row.

        ``drawn`` is called on each page that shows some of the row.
        """
        lines = [self._lines(cell, column.width) for cell, column in zip(cells, self._columns, strict=True)]
        while True:
            most = max(map(len, lines))
            fits = int((flow.room - 2 * PAD) / LEADING)
            if fits >= most:
                self._draw(flow, lines, most)
                drawn()
                return
            if most > KEPT_LINES and fits >= LEAST_LINES:
                self._draw(flow, lines, fits)
                drawn()
                lines = [cell[fits:] for cell in lines]
                lines[0] = self._lines(again, self._columns[0].width)
            flow.turn()

    def _lines(self, cell: Cell, width: float) -> list[tuple[Line, Style]]:
        return [(line, style) for text, style in cell if text for line in self._ink.set(text, style, width).lines]

    def _draw(self, flow: Flow, cells: Sequence[Sequence[tuple[Line, Style]]], count: int) -> None:
        top = flow.take(count * LEADING + 2 * PAD)
        for column, left, lines in zip(self._columns, self._lefts, cells, strict=False):
            for number, (line, style) in enumerate(lines[:count]):
                self._ink.draw(Text([line], style), left, top - PAD - number * LEADING, column.width, column.align)
        if flow.y > BOTTOM:
            self._ink.rule(LEFT, RIGHT, flow.y, grey=0.85)


def fitting(ink: Ink, texts: Sequence[str], style: Style, most: float = 1e6) -> float:
    """Return the width in which each of these texts stands on one line, or ``most``."""
    return min(most, 1 + max((width_of(text, ink.faces[style.weight], style.size) for text in texts), default=0))
