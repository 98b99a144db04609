"""How often something like it was asked, and in what words."""

from datetime import date

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from frontdesk.domain.similar_gaps import SimilarGaps
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.counted import counted
from frontdesk.ui.pages.desk.transfer.panel import Panel
from frontdesk.ui.paint.ink import Ink

COUNT, TIMES, QUOTE = Ink("title", bold=True, tabular=True), Ink("label", "text_2"), Ink("label")
GAP = 8


class SimilarPanel(Panel):
    """Shows the others who asked; says so where nobody did."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "gap.similar", parent)
        self.similar, self._waiting = SimilarGaps(), 0

    def show_similar(self, similar: SimilarGaps, today: date) -> None:
        self.similar = similar
        first = similar.first_at
        self._waiting = (today - first.astimezone(THAI_TIME).date()).days if first else 0
        self.setAccessibleName(f"{self.caption}: {self._said()}")
        self.update()

    def paint_body(self, painter: QPainter, left: int, top: int, width: int) -> None:
        brush, line = self.brush, self.brush.theme.line("label")
        if not self.similar.count:
            brush.put_block(painter, brush.block(self._said(), TIMES, width, 2), "label", left, top)
            return
        base = brush.base("title", top)
        x = brush.put(painter, COUNT, str(self.similar.count), left, base) + brush.px(GAP)
        said = brush.block(self._said(), TIMES, round(left + width - x))
        brush.put_block(painter, said, "label", x, base - brush.base("label", 0))
        top += brush.theme.line("title")
        for text in self.similar.words:
            quote = brush.block(self.kit.words("gap.quoted", text=text), QUOTE, width)
            brush.put_block(painter, quote, "label", left, top)
            top += line

    def _said(self) -> str:
        words = self.kit.words
        if not self.similar.count:
            return words("gap.first")
        waited = counted(words, "gap.waiting", self._waiting) if self._waiting else words("gap.since_today")
        return f"{counted(words, 'gap.times', self.similar.count)} · {waited}"
