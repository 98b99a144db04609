"""A panel of an inline strip: a frame, a caption, and what is painted below it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

HEIGHT, PAD, CAPTION_TOP, BODY_TOP, FOOT = 132, 14, 9, 31, 22
LEAST_WIDTH = 240
CAPTION = Ink("caption", "text_2")


class Panel(Painted):
    """``name`` names its caption, ``short`` that for little room. Its ring says that Enter acts on it."""

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None, short: str = "") -> None:
        super().__init__(kit, parent)
        self._short = short
        self.brush, self.caption, self.ringed = Brush(kit), "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.captioned = kit.words.bind(self, self._set_caption, name)

    def set_ring(self, ringed: bool) -> None:
        """Show whether the keys act here."""
        if ringed != self.ringed:
            self.ringed = ringed
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.brush.px(LEAST_WIDTH), self.brush.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.brush.px(120), self.brush.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush = QPainter(self), self.brush
        draw_frame(painter, brush.theme, self.rect(), fill="surface", outline="line", radius="radius.row")
        if self.ringed:
            draw_focus_ring(painter, brush.theme, self.rect(), "radius.row")
        right = self.paint_head(painter, float(self.width() - brush.px(PAD)))
        room = round(right - brush.px(PAD))
        head = brush.block(self.caption, CAPTION, room)
        if head.elided and self._short:
            head = brush.block(self.kit.words(self._short), CAPTION, room)
        brush.put_block(painter, head, "caption", brush.px(PAD), brush.px(CAPTION_TOP))
        self.paint_body(painter, brush.px(PAD), brush.px(BODY_TOP), self.width() - 2 * brush.px(PAD))

    def paint_head(self, painter: QPainter, right: float) -> float:
        """Paint what stands at the end of the caption's line; return where that begins."""
        return right

    def paint_body(self, painter: QPainter, left: int, top: int, width: int) -> None:
        """Paint what the panel tells."""

    def foot_top(self) -> int:
        """Return where the last line begins."""
        return self.height() - self.brush.px(FOOT + 10)

    def _set_caption(self, caption: str) -> None:
        self.caption = caption
        self.refresh()
