"""A row of a hand-over: its number and sign, what over with whom, and at the right when and whose."""

from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.hand_over import ItemKind
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.pages.hand_over.items import HandRow
from frontdesk.ui.pages.hand_over.log_items import LogRow
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink, elided
from frontdesk.ui.paint.tags import TagLook, draw_tag, tag_width

HEIGHT, WHAT_TOP, META_TOP, ICON_LEFT, TEXT_LEFT, GAP, BETWEEN = 58, 3, 31, 26, 58, 12, 8
WHAT, OVERDUE, META = Ink("body"), Ink("body", bold=True), Ink("label", "text_2")
NUMBER = Ink("label", "text_2", tabular=True)
ICONS = {
    ItemKind.DRAFT: "pencil",
    ItemKind.CALL_BACK: "phone-call",
    ItemKind.PROMISE: "handshake",
    ItemKind.MESSAGE: "message-circle",
    ItemKind.NOTICE: "megaphone",
    ItemKind.VISIT: "user",
    ItemKind.CARD: "id-card",
    ItemKind.FOLLOW_UP: "scroll-text",
    ItemKind.INCIDENT: "scroll-text",
}


class OtherRow(Protocol):
    """A row that is no thing handed over: a past hand-over, somebody who has to read a notice."""

    @property
    def icon(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def meta(self) -> str: ...
    @property
    def tags(self) -> tuple[TagLook, ...]: ...


class HandOverPainter:
    """Draws a ``HandRow``, or another row with a sign of its own."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self) -> int:
        return self._brush.px(HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, item: HandRow | OtherRow, look: RowLook) -> None:
        brush, area, middle = self._brush, self._brush.text_rect(rect), rect.center().y() + 1
        overdue = isinstance(item, HandRow) and not item.done and item.item.overdue(item.now)
        icon = ICONS[item.item.kind] if isinstance(item, HandRow) else item.icon
        brush.icon(
            painter, icon, "overdue" if overdue else "text_2", area.left() + brush.px(ICON_LEFT), middle, "icon.normal"
        )
        if isinstance(item, HandRow):
            self._paint_number(painter, rect, item.number)
        left, right = round(area.left()) + brush.px(TEXT_LEFT), round(area.right())
        right = self._paint_tags(painter, item, right, middle) - brush.px(GAP)
        what = brush.block(item.what, OVERDUE if overdue else WHAT, right - left)
        brush.put_block(painter, what, WHAT.style, left, rect.top() + brush.px(WHAT_TOP))
        left = self._paint_struck(painter, rect, item, left, right)
        meta = brush.block(item.meta, META, right - left)
        brush.put_block(painter, meta, META.style, left, rect.top() + brush.px(META_TOP))

    def _paint_struck(self, painter: QPainter, rect: QRect, item: object, left: int, right: int) -> int:
        """Draw what an entry said before, struck through; return where the rest begins."""
        struck = item.struck if isinstance(item, LogRow) else ""
        if not struck:
            return left
        brush, top = self._brush, rect.top() + self._brush.px(META_TOP)
        shown = elided(brush.theme, META, struck, (right - left) / 2)
        base = brush.base(META.style, top)
        end = round(brush.put(painter, META, shown, left, base))
        middle = round(base - brush.theme.metrics(META.style).xHeight() / 2)
        draw_hair(painter, brush.theme, left, end, middle, META.role)
        return end + brush.px(GAP)

    def _paint_number(self, painter: QPainter, rect: QRect, number: int) -> None:
        brush = self._brush
        right = brush.text_rect(rect).left() + brush.px(ICON_LEFT - GAP + 4)
        top = rect.top() + (rect.height() - brush.theme.line(NUMBER.style)) / 2
        brush.put_right(painter, NUMBER, f"{number}", right, brush.base(NUMBER.style, top))

    def _paint_tags(self, painter: QPainter, item: HandRow | OtherRow, right: int, middle: int) -> int:
        """Draw the tags from the right end; return where they begin."""
        for tag in item.tags:
            right -= tag_width(self._brush.theme, tag)
            draw_tag(painter, self._brush.kit, tag, right, middle)
            right -= self._brush.px(BETWEEN)
        return right
