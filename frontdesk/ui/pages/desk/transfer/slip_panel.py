"""The slip on the screen, with the keys that copy and print it."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.transfer.panel import CAPTION_TOP, Panel
from frontdesk.ui.pages.desk.transfer.slip_words import Slip
from frontdesk.ui.paint.caps import draw_hint, hint_width
from frontdesk.ui.paint.ink import Ink

LINE, HINT, GAP, MOST_LINES = Ink("label"), Ink("caption", "text_2"), 10, 4


class SlipPanel(Panel):
    """Shows the slip with the number masked; what does not fit is on paper and on the clipboard."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "transfer.slip", parent)
        self.slip = Slip()

    def show_slip(self, slip: Slip) -> None:
        self.slip = slip
        self.setAccessibleName(f"{self.caption}: {' '.join(slip.masked)}")
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
        brush, line = self.brush, self.brush.theme.line("label")
        rest = MOST_LINES
        for place, text in enumerate(self.slip.masked):
            room = rest - (len(self.slip.masked) - place - 1)
            block = brush.block(text, LINE, width, max(1, room))
            if not rest:
                break
            brush.put_block(painter, block, "label", left, top)
            top, rest = top + block.lines * line, rest - block.lines
