"""A row of the watch list: who or which car, and up to when; under it the reason."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.watch_list import WatchKind
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.pages.watch_list.items import WatchItem
from frontdesk.ui.paint.ink import Ink

HEIGHT, TITLE_TOP, META_TOP, GAP, ICON_GAP = 58, 4, 31, 8, 8
TITLE, OVER, META = Ink("body"), Ink("body", "text_3"), Ink("label", "text_2")


class WatchPainter:
    """Draws a ``WatchItem``."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self) -> int:
        return self._brush.px(HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, item: WatchItem, look: RowLook) -> None:
        brush, area = self._brush, self._brush.text_rect(rect)
        ink, top = TITLE if item.stands else OVER, rect.top() + brush.px(TITLE_TOP)
        sign = "car" if item.watched.kind is WatchKind.PLATE else "user"
        middle = top + brush.theme.line(ink.style) / 2
        left = brush.icon(painter, sign, "text_2", area.left(), middle) + brush.px(ICON_GAP)
        below = rect.top() + brush.px(META_TOP)
        state = brush.put_right(painter, META, item.state, area.right(), brush.base(META.style, below))
        self._line(painter, ink, item.title, left, area.right(), top)
        self._line(painter, META, item.reason, area.left(), state - brush.px(GAP), below)

    def _line(self, painter: QPainter, ink: Ink, text: str, left: float, right: float, top: float) -> None:
        block = self._brush.block(text, ink, max(1, round(right - left)))
        self._brush.put_block(painter, block, ink.style, left, top)
