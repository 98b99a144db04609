"""A row of the due list: what over to whom, by when at the right."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.pages.promises.items import PromiseItem
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import draw_tag, tag_width
from frontdesk.ui.promise_words import KIND_ICONS, what_word

HEIGHT, WHAT_TOP, META_TOP, TEXT_LEFT, GAP = 60, 4, 32, 50, 12
WHAT, OVERDUE, META = Ink("body"), Ink("body", bold=True), Ink("label", "text_2")


class PromisePainter:
    """Draws a ``PromiseItem``."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self) -> int:
        return self._brush.px(HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, item: PromiseItem, look: RowLook) -> None:
        brush, area, middle = self._brush, self._brush.text_rect(rect), rect.center().y() + 1
        overdue = item.promise.overdue(item.now)
        role = "overdue" if overdue else "text_2"
        brush.icon(painter, KIND_ICONS[item.promise.kind], role, area.left(), middle, "icon.normal")
        left, right = rect.left() + brush.px(TEXT_LEFT), round(area.right())
        right = self._paint_tags(painter, item, right, middle) - brush.px(GAP)
        what = brush.block(what_word(item.words, item.promise), OVERDUE if overdue else WHAT, right - left)
        brush.put_block(painter, what, WHAT.style, left, rect.top() + brush.px(WHAT_TOP))
        meta = brush.block(item.meta, META, right - left)
        brush.put_block(painter, meta, META.style, left, rect.top() + brush.px(META_TOP))

    def _paint_tags(self, painter: QPainter, item: PromiseItem, right: int, middle: int) -> int:
        """Draw the tags from the right end; return where they begin."""
        for tag in filter(None, (item.tag, item.state)):
            right -= tag_width(self._brush.theme, tag)
            draw_tag(painter, self._brush.kit, tag, right, middle)
            right -= self._brush.px(8)
        return right
