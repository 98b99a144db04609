"""The line to say aloud: the largest text on the desk, behind an accent bar."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.frames import draw_bar
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.widgets.labels import Painted

INSET, GAP, FOOT = 19, 8, 4
SAY, OTHER, TAG = Ink("say"), Ink("body", "text_2"), Ink("caption", "text_3")


class SayBlock(Painted):
    """Paints a spoken line, and under it the other language with its tag."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush = Brush(kit)
        self._say, self._tag, self._other, self._other_tag = "", "", "", ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_lines(self, say: str, other: str = "", other_tag: str = "", tag: str = "") -> None:
        """Show a line; ``tag`` names its language where that is not the screen's."""
        before = self._say, self._other, self._other_tag, self._tag
        self._say, self._other, self._other_tag, self._tag = say, other, other_tag, tag
        self.setVisible(bool(say))
        if before != (say, other, other_tag, tag):
            self.setAccessibleName(say)
            self.refresh()

    def text(self) -> str:
        return self._say

    def heightForWidth(self, width: int) -> int:
        theme = self._brush.theme
        height = self._say_block(width).lines * theme.line("say")
        other = self._other_block(width)
        if other is not None:
            height += other.lines * theme.line("body")
        return height + self._brush.px(FOOT)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self._brush.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._brush.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush = QPainter(self), self._brush
        draw_bar(painter, brush.theme, QRect(0, 0, self.width(), self.height()))
        block, x = self._say_block(self.width()), float(brush.px(INSET))
        if self._tag:
            x = brush.put(painter, TAG, self._tag, x, brush.base("say", 0)) + brush.px(GAP)
        brush.put_block(painter, block, "say", x, 0)
        other = self._other_block(self.width())
        if other is not None:
            self._paint_other(painter, other, block.lines * brush.theme.line("say"))

    def _paint_other(self, painter: QPainter, other: ThaiBlock, top: int) -> None:
        brush = self._brush
        brush.put(painter, TAG, self._other_tag, brush.px(INSET), brush.base("body", top))
        brush.put_block(painter, other, "body", self._other_left(), top)

    def _other_left(self) -> int:
        return self._brush.px(INSET + GAP) + round(self._brush.width(TAG, self._other_tag))

    def _say_block(self, width: int) -> ThaiBlock:
        tag = round(self._brush.width(TAG, self._tag)) + self._brush.px(GAP) if self._tag else 0
        return self._brush.block(self._say, SAY, width - self._brush.px(INSET) - tag, 0)

    def _other_block(self, width: int) -> ThaiBlock | None:
        if not self._other:
            return None
        return self._brush.block(self._other, OTHER, width - self._other_left(), 0)
