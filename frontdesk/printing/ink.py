"""Drawing on the pages of one PDF: text that can be copied, thin lines, pictures."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .fonts import MOST_KEPT, Shaped, load
from .operators import actual_text, operators, phrases
from .thai_paragraph import Line, lines_of

PAGE_WIDTH, PAGE_HEIGHT = float(A4[0]), float(A4[1])
_ASCENT, _LETTER = 1.068, 1.3
"""How far the highest mark reaches above the base line, and from there to the lowest, in sizes."""


class Style(NamedTuple):
    """How text looks: weight, size and distance of lines in points, grey from 0 (black) to 1."""

    weight: str = "regular"
    size: float = 9
    leading: float = 14
    grey: float = 0


class Text(NamedTuple):
    """Text set in lines."""

    lines: Sequence[Line]
    style: Style

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading


class Ink:
    """The pen of one document; y grows upwards from the foot of the page, all in points."""

    def __init__(self, file: BinaryIO, title: str, author: str) -> None:
        self.faces = load()
        rl_config.useA85 = 0  # plain bytes: letters for old mail would make a fifth more of every page
        self.canvas = Canvas(file, pagesize=A4, pageCompression=1, invariant=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setCreator("frontdesk")
        self._operators = lru_cache(MOST_KEPT)(self._make_operators)

    def set(self, text: str, style: Style, width: float, *, hyphens: bool = False) -> Text:
        """Set a text in lines, which may end in its ``hyphens``."""
        return Text(lines_of(text, self.faces[style.weight], width, style.size, hyphens=hyphens), style)

    def text(self, lines: Sequence[Line], style: Style) -> Text:
        """Take some lines of a text that was set before."""
        return Text(lines, style)

    def draw(self, text: Text, left: float, top: float, width: float = 0, align: float = 0) -> None:
        """Draw lines below ``top``; ``align`` is the share of a line's free room that stays on its left."""
        style = text.style
        base = top - (style.leading - _LETTER * style.size) / 2 - _ASCENT * style.size
        for number, line in enumerate(text.lines):
            x = left + align * (width - line.width * style.size / 1000) if align else left
            self._line(line, style, x, base - number * style.leading)

    def page(self, width: float, height: float) -> None:
        """Make this page and the next ones so large."""
        self.canvas.setPageSize((width, height))

    def rule(self, left: float, right: float, y: float, grey: float = 0.75, thick: float = 0.5) -> None:
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(thick)
        self.canvas.line(left, y, right, y)

    def box(self, left: float, bottom: float, width: float, height: float, grey: float = 0.75) -> None:
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(0.5)
        self.canvas.rect(left, bottom, width, height)

    def bar(self, left: float, bottom: float, width: float, height: float, grey: float) -> None:
        self.canvas.setFillGray(grey)
        self.canvas.rect(left, bottom, width, height, stroke=0, fill=1)

    def picture(self, file: Path, left: float, bottom: float, width: float, height: float) -> None:
        """Draw a picture as large as the room allows, kept in shape, at its left."""
        self.canvas.drawImage(str(file), left, bottom, width, height, mask="auto", preserveAspectRatio=True, anchor="w")

    def picture_width(self, file: Path, width: float, height: float) -> float:
        """Return how wide a picture comes out that is kept in shape in so much room."""
        wide, high = ImageReader(str(file)).getSize()
        return min(width, float(height * wide / high))

    def _line(self, line: Line, style: Style, x: float, y: float) -> None:
        if not line.parts:
            return
        code, subset = [f"BT {style.grey:g} g 1 0 0 1 {x:.2f} {y:.2f} Tm"], -1
        for phrase in phrases(line.parts):
            actual = actual_text(phrase)
            code += actual
            for own, shown in self._drawn(phrase, style):
                if own != subset:
                    code.append(self._choose(own, style))
                    subset = own
                code.append(shown)
            code += ["EMC"] * len(actual)
        self.canvas.addLiteral(" ".join([*code, "ET"]))

    def _drawn(self, phrase: Sequence[Shaped], style: Style) -> Iterator[tuple[int, str]]:
        for part in phrase:
            yield from self._operators(style.weight, part, style.size)

    def _choose(self, subset: int, style: Style) -> str:
        name = self.faces[style.weight].getSubsetInternalName(subset, self._document)
        return f"{name} {style.size:g} Tf"

    @property
    def _document(self) -> Any:
        return self.canvas._doc

    def _make_operators(self, weight: str, part: Shaped, size: float) -> tuple[tuple[int, str], ...]:
        return tuple(operators(self.faces[weight], part, size, self._document))
