"""The list of the roll: rows that can be read from two metres, a box to tick at the left of each."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.pages.evacuation.items import RollRow
from frontdesk.ui.pages.picking.delegate import ItemDelegate
from frontdesk.ui.pages.picking.items import Item
from frontdesk.ui.pages.picking.pick_list import PickList
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink

HEIGHT, BOX, BOX_LEFT, TEXT_LEFT, GAP, NAME_SHARE = 60, 32, 6, 56, 20, 0.42
NAME, FOUND, DETAIL = Ink("gate_name", bold=True), Ink("gate_name", "text_2"), Ink("gate_body", "text_2")
STATE, PARTLY = Ink("gate_body", "verified", bold=True), Ink("gate_body", "danger", bold=True)


class RollDelegate(ItemDelegate):
    """Places in large letters."""

    heading, heading_height = Ink("gate_body", "text", bold=True), 46


class RollPainter:
    """Draws a ``RollRow``: box, name, what helps to find them, how many were found."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self) -> int:
        return self._brush.px(HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, item: RollRow, look: RowLook) -> None:
        brush, area = self._brush, self._brush.text_rect(rect)
        self._paint_box(painter, rect, item)
        left = round(area.left()) + brush.px(TEXT_LEFT)
        right = self._paint_state(painter, rect, item, round(area.right()))
        name_width = min(round(area.width() * NAME_SHARE), right - left)
        self._line(painter, rect, item.row.name, FOUND if item.found else NAME, left, name_width)
        detail_left = left + name_width + brush.px(GAP)
        self._line(painter, rect, item.detail, DETAIL, detail_left, right - brush.px(GAP) - detail_left)

    def _paint_box(self, painter: QPainter, rect: QRect, item: RollRow) -> None:
        brush, side = self._brush, self._brush.px(BOX)
        left = round(brush.text_rect(rect).left()) + brush.px(BOX_LEFT)
        box = QRect(left, rect.center().y() - side // 2 + 1, side, side)
        role = "verified" if item.found else "control"
        draw_frame(
            painter, brush.theme, box, fill="surface", outline=role, radius="radius.small", stroke="stroke.focus"
        )
        if item.row.found:
            sign, ink = ("check", "verified") if item.found else ("hash", "danger")
            inner = brush.px("icon.normal")
            brush.icon(painter, sign, ink, left + (side - inner) / 2, box.center().y() + 1, "icon.normal")

    def _paint_state(self, painter: QPainter, rect: QRect, item: RollRow, right: int) -> int:
        """Draw how many were found at the right end; return where it begins."""
        if not item.state:
            return right
        ink = STATE if item.found else PARTLY
        return round(self._brush.put_right(painter, ink, item.state, right, self._base(rect, ink)))

    def _line(self, painter: QPainter, rect: QRect, text: str, ink: Ink, left: int, width: int) -> None:
        if text and width > 0:
            top = rect.top() + (rect.height() - self._brush.theme.line(ink.style)) / 2
            self._brush.put_block(painter, self._brush.block(text, ink, width), ink.style, left, top)

    def _base(self, rect: QRect, ink: Ink) -> float:
        return self._brush.base(ink.style, rect.top() + (rect.height() - self._brush.theme.line(ink.style)) / 2)


class RollList(PickList):
    """Moved from the box above it, which keeps the focus."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, brush, RollPainter(brush), "evacuation.list", parent)
        self._delegate = RollDelegate(brush, RollPainter(brush), self)
        self.setItemDelegate(self._delegate)

    @property
    def row(self) -> RollRow | None:
        place = self.currentIndex().row()
        found: Item | None = self.items[place] if 0 <= place < len(self.items) else None
        return found if isinstance(found, RollRow) else None
