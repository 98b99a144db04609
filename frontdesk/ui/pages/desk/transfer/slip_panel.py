"""The slip on the screen, with the keys that copy and print it."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.transfer.panel import CAPTION_TOP, Panel
from frontdesk.ui.pages.desk.transfer.slip_words import Slip
from frontdesk.ui.paint.caps import draw_hint, hint_width
from frontdesk.ui.paint.ink import Ink

HINT, GAP = Ink("caption", "text_2"), 10
LARGE, SMALL = (Ink("body"), 3), (Ink("label"), 4)
"""How it is written, and how many lines there is room for."""


class SlipPanel(Panel):
    """Shows the slip with the numbers masked; what does not fit is on paper and on the clipboard."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "transfer.slip", parent, short="transfer.slip_short")
        self.slip = Slip()

    def show_slip(self, slip: Slip) -> None:
        self.slip = slip
        self.setAccessibleName(f"{self.caption}: {' '.join(slip.shown)}")
        self.update()

    def paint_head(self, painter: QPainter, right: float) -> float:
        brush, words = self.brush, self.kit.words
        middle = brush.px(CAPTION_TOP) + brush.theme.line("caption") // 2
        for key, name in (("P", "transfer.print"), ("C", "transfer.copy")):
            keys, word = ("Ctrl", key), words(name)
            x = round(right) - hint_width(brush.theme, keys, word, HINT)
            draw_hint(painter, self.kit, keys, word, x, middle, HINT)
            right = x - brush.px(GAP)
        return right

    def paint_body(self, painter: QPainter, left: int, top: int, width: int) -> None:
        brush = self.brush
        whole = sum(brush.block(text, LARGE[0], width, 0).lines for text in self.slip.shown)
        ink, rest = LARGE if whole <= LARGE[1] else SMALL
        for after, text in zip(range(len(self.slip.shown) - 1, -1, -1), self.slip.shown, strict=True):
            block = brush.block(text, ink, width, max(1, rest - after))
            brush.put_block(painter, block, ink.style, left, top)
            top, rest = top + block.lines * brush.theme.line(ink.style), rest - block.lines
