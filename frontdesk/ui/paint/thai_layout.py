"""Thai and English text over several lines, broken between words and never clipped.

The first baseline stands as low as the marks above it need; the room below the last one is the
caller's (``height``) or included (``ink_height``).
"""

from bisect import bisect_left
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from frontdesk.domain.segmentation import without_breaks
from frontdesk.domain.thai_text import marked_spans
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.line_breaks import Span, cut_into_lines, utf16_offsets
from frontdesk.ui.theme import Theme

DOTS = "…"
NEVER_LAST = " เแโใไ"
"""What may not stand before the dots: a vowel written ahead of its letter means nothing alone."""
MARKED_WAYS = 8
"""So many ways in which one text was marked are kept."""


class ShapedLine:
    """One line of text, shaped once: measured, cut and drawn."""

    def __init__(self, text: str, font: QFont, bold: QFont, spans: Iterable[Span] = ()) -> None:
        self.text = text
        self._offsets = utf16_offsets(text)
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._layout.setTextOption(option)
        self._layout.setFormats([self._bold_range(bold, *span) for span in spans])
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._layout.endLayout()
        self.width = self.x(len(text))

    def x(self, letter: int) -> float:
        """Return where a letter starts; the end of the text counts as one more."""
        if not self._line.isValid():
            return 0.0
        found: object = self._line.cursorToX(self._offsets[letter])
        return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]

    def next_letter(self, letter: int) -> int:
        """Return the start of the next letter; a letter and its marks are one."""
        cursor = self._layout.nextCursorPosition(self._offsets[letter])
        return max(letter + 1, bisect_left(self._offsets, cursor))

    def fitting(self, width: float) -> int:
        """Return how much of the text fits."""
        if not self._line.isValid() or self.width <= width:
            return len(self.text)
        end = bisect_left(self._offsets, self._line.xToCursor(width))
        while end > 0 and self.x(end) > width:
            end = bisect_left(self._offsets, self._layout.previousCursorPosition(self._offsets[end]))
        return end

    def paint(self, painter: QPainter, x: float, baseline: float) -> None:
        if self._line.isValid():
            self._layout.draw(painter, QPointF(x, baseline - self._line.ascent()))

    def _bold_range(self, font: QFont, start: int, end: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = self._offsets[start]
        made.length = self._offsets[end] - made.start
        made.format = QTextCharFormat()
        made.format.setFont(font)
        return made


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands on a line: a stretch of a paragraph, with dots where it was cut."""

    paragraph: str
    start: int
    end: int
    dots: str = ""

    @property
    def text(self) -> str:
        return self.paragraph[self.start : self.end] + self.dots

    def spans(self, marks: tuple[str, ...]) -> list[Span]:
        """Return where marks stand on this line."""
        cut = ((max(a, self.start), min(b, self.end)) for a, b in marked_spans(self.paragraph, marks))
        return [(a - self.start, b - self.start) for a, b in cut if a < b]


class ThaiBlock:
    """A text laid out to a width. ``marks`` are normalised words to show bold, 0 lines mean any number."""

    def __init__(
        self, theme: Theme, text: str, ink: Ink, width: float, max_lines: int = 0, marks: Iterable[str] = ()
    ) -> None:
        self._theme, self._ink, self._width = theme, ink, max(width, 1.0)
        self._fonts = ink.font(theme), theme.font(ink.style, bold=True)
        self._marks, self._parts = tuple(marks), list[_Part]()
        self._lines: list[ShapedLine] = []
        self._ways: dict[tuple[tuple[Span, ...], ...], ThaiBlock | None] = {}
        paragraphs = without_breaks(text).split("\n")
        for n, paragraph in enumerate(paragraphs):
            self._add(paragraph, max_lines - len(self._lines) if max_lines else 0)
            if max_lines and len(self._lines) >= max_lines:
                self.elided = self._end_with_dots(more=n + 1 < len(paragraphs))
                break
        else:
            self.elided = False

    def marked(self, marks: tuple[str, ...]) -> "ThaiBlock | None":
        """Return this text, which has no marks, with some: its lines stay. None if a line would grow too long."""
        spans = tuple(tuple(part.spans(marks)) for part in self._parts)
        if not any(spans):
            return self
        if spans not in self._ways:
            if len(self._ways) >= MARKED_WAYS:
                del self._ways[next(iter(self._ways))]
            self._ways[spans] = self._bold(spans)
        return self._ways[spans]

    def _bold(self, spans: tuple[tuple[Span, ...], ...]) -> "ThaiBlock | None":
        lines = [
            ShapedLine(part.text, *self._fonts, found) if found else line
            for part, line, found in zip(self._parts, self._lines, spans, strict=True)
        ]
        if any(found and line.width > self._width for line, found in zip(lines, spans, strict=True)):
            return None
        block = copy(self)
        block._lines = lines
        return block

    @property
    def lines(self) -> int:
        return len(self._lines)

    @property
    def height(self) -> int:
        """Room in a column of text: lines times line distance. Marks of the last line reach below it."""
        return self.lines * self._theme.line(self._ink.style)

    @property
    def ink_height(self) -> int:
        """Room that may clip: everything from the highest to the lowest mark."""
        return self.last_baseline + self._theme.drop(self._ink.style)

    @property
    def last_baseline(self) -> int:
        """Distance from the top of the block to the last baseline."""
        return self._theme.rise(self._ink.style) + (self.lines - 1) * self._theme.line(self._ink.style)

    @property
    def natural_width(self) -> float:
        """Width of the longest line."""
        return max(line.width for line in self._lines)

    def line_texts(self) -> list[str]:
        """Return what stands on each line."""
        return [line.text for line in self._lines]

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        painter.setPen(self._theme.color(self._ink.role))
        for n, line in enumerate(self._lines):
            baseline = self._theme.rise(self._ink.style) + n * self._theme.line(self._ink.style)
            line.paint(painter, x, y + baseline)

    def _add(self, paragraph: str, max_lines: int) -> None:
        bold = marked_spans(paragraph, self._marks) if self._marks else []
        whole = ShapedLine(paragraph, *self._fonts, bold)
        for start, end in cut_into_lines(paragraph, whole.x, self._width, max_lines, whole.next_letter):
            part = _Part(paragraph, start, start + len(paragraph[start:end].rstrip()))
            self._parts.append(part)
            self._lines.append(whole if part.text == paragraph else self._shaped(part))

    def _shaped(self, part: _Part) -> ShapedLine:
        return ShapedLine(part.text, *self._fonts, part.spans(self._marks) if self._marks else ())

    def _end_with_dots(self, more: bool) -> bool:
        """Cut the last line to fit; tell whether that was needed."""
        last, part = self._lines[-1], self._parts[-1]
        if not more and last.width <= self._width:
            return False
        room = self._width - ShapedLine(DOTS, *self._fonts).width
        kept = last.text[: last.fitting(room)].rstrip(NEVER_LAST)
        self._parts[-1] = _Part(part.paragraph, part.start, part.start + len(kept), DOTS)
        self._lines[-1] = self._shaped(self._parts[-1])
        return True
