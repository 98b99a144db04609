"""What every row painter uses: text placed line by line, blocks remembered, rows' common measures."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_hair, draw_hover, draw_selection
from frontdesk.ui.paint.ink import Ink, text_width
from frontdesk.ui.paint.thai_layout import ThaiBlock

INSET, MARGIN, END_GAP = 20, 8, 12
REMEMBERED = 600


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row stands in the list; ``line`` asks for the hairline under it."""

    selected: bool = False
    active: bool = False
    hover: bool = False
    line: bool = False
    focused: bool = False

    @property
    def lit(self) -> bool:
        """Selected where the keys act on it."""
        return self.selected and self.active


class Brush:
    """Draws text for rows. What was measured and laid out is kept until the theme changes."""

    def __init__(self, kit: Kit) -> None:
        self.kit, self.theme, self.px = kit, kit.theme, kit.theme.px
        self._blocks: dict[tuple[str, Ink, int, int, tuple[str, ...]], ThaiBlock] = {}
        self._bases: dict[str, float] = {}
        kit.theme.changed.connect(self._forget)

    def block(self, text: str, ink: Ink, width: int, lines: int = 1, marks: tuple[str, ...] = ()) -> ThaiBlock:
        """Return a text laid out to a width."""
        key = (text, ink, width, lines, marks)
        if key not in self._blocks:
            made = self._laid_out(text, ink, width, lines, marks)
            make_room(self._blocks)
            self._blocks[key] = made
        return self._blocks[key]

    def _laid_out(self, text: str, ink: Ink, width: int, lines: int, marks: tuple[str, ...]) -> ThaiBlock:
        """Lay a text out; marks change with every key, and mostly the lines need not be found again for them."""
        marked = self.block(text, ink, width, lines).marked(marks) if marks else None
        return marked or ThaiBlock(self.theme, text, ink, width, lines, marks)

    def base(self, style: str, top: float) -> float:
        """Return the baseline of a line whose box of the style's line height begins at ``top``."""
        if style not in self._bases:
            metrics = self.theme.metrics(style)
            self._bases[style] = (self.theme.line(style) + metrics.ascent() - metrics.descent()) / 2
        return top + self._bases[style]

    def put_block(self, painter: QPainter, block: ThaiBlock, style: str, x: float, top: float) -> None:
        """Draw a block so that its first line fills the line box at ``top``."""
        block.paint(painter, x, self.base(style, top) - self.theme.rise(style))

    def put(self, painter: QPainter, ink: Ink, text: str, x: float, base: float) -> float:
        """Draw one line; return where it ends."""
        painter.setFont(ink.font(self.theme))
        painter.setPen(self.theme.color(ink.role))
        painter.drawText(QPointF(x, base), text)
        return x + self.width(ink, text)

    def put_right(self, painter: QPainter, ink: Ink, text: str, right: float, base: float) -> float:
        """Draw one line that ends at ``right``; return where it begins."""
        left = right - self.width(ink, text)
        self.put(painter, ink, text, left, base)
        return left

    def width(self, ink: Ink, text: str) -> float:
        return text_width(self.theme, ink, text)

    def icon(self, painter: QPainter, name: str, role: str, x: float, middle: float, size: str = "icon.small") -> float:
        """Draw an icon centred on ``middle``; return its right edge."""
        side = self.px(size)
        self.kit.icons.paint(painter, name, role, x, middle - side / 2, side)
        return x + side

    def ground(self, painter: QPainter, rect: QRect, look: RowLook) -> None:
        """Draw selection or hover, and the line to the next row."""
        inner = rect.adjusted(self.px(MARGIN), 0, -self.px(MARGIN), 0)
        if look.selected:
            draw_selection(painter, self.theme, inner, look.active)
        elif look.hover:
            draw_hover(painter, self.theme, inner)
        if look.line:
            self.line(painter, rect)

    def line(self, painter: QPainter, rect: QRect) -> None:
        """Draw the hairline between a row and the next one."""
        left, right = rect.left() + self.px(INSET), rect.right() + 1 - self.px(INSET)
        draw_hair(painter, self.theme, left, right, rect.bottom())

    def _forget(self) -> None:
        self._blocks.clear()
        self._bases.clear()

    def text_rect(self, rect: QRect) -> QRectF:
        """Return the part of a row in which its text stands."""
        return QRectF(rect.adjusted(self.px(INSET), 0, -self.px(INSET), 0))


def make_room(memory: dict[Any, Any]) -> None:
    """Forget the oldest; to forget everything at once would be felt."""
    if len(memory) >= REMEMBERED:
        del memory[next(iter(memory))]
