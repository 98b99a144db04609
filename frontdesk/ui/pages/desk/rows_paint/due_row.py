"""A row of what is due, on an empty desk."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.ui.pages.desk.rows import DueRow
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import draw_tag, tag_width
from frontdesk.ui.promise_words import due_tag, what_word, who_word

HEIGHT, TEXT_LEFT, GAP = 42, 50, 14
WHAT, WHO = Ink("body"), Ink("label", "text_2")


class DuePainter:
    """Draws what, to whom, and by when or how late."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self, row: DueRow, width: int) -> int:
        return self._brush.px(HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, row: DueRow, look: RowLook) -> None:
        brush, words = self._brush, self._brush.kit.words
        brush.ground(painter, rect, look)
        area, middle = brush.text_rect(rect), rect.top() + rect.height() // 2
        overdue = row.promise.overdue(row.now)
        role, icon = ("overdue", "clock-alert") if overdue else ("text_2", "clock")
        brush.icon(painter, icon, role, area.left(), middle)
        tag = due_tag(words, row.promise, row.now)
        right = round(area.right()) - tag_width(brush.theme, tag)
        draw_tag(painter, brush.kit, tag, right, middle)
        x: float = rect.left() + brush.px(TEXT_LEFT)
        top = middle - brush.theme.line("body") / 2
        what = brush.block(what_word(words, row.promise), WHAT, int(right - brush.px(GAP) - x))
        brush.put_block(painter, what, "body", x, top)
        x += what.natural_width + brush.px(GAP)
        room = int(right - brush.px(GAP) - x)
        if room > brush.px(48):
            who = brush.block(who_word(words, row.promise), WHO, room)
            brush.put_block(painter, who, "label", x, brush.base("body", top) - brush.base("label", 0))
