"""Draws the rows of the gate: 84 high, the name first, what is counted on at the right."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.pages.gate.board_rows import BoardRow, CardRow, VisitRow
from frontdesk.ui.paint.frames import draw_frame, draw_hover, draw_selection
from frontdesk.ui.paint.ink import Ink

ROW_GAP, INSET, TEXT_INSET, END_INSET = 2, 7, 21, 20
CARD_INSET, CARD_TEXT = 9, 22
NAME_TOP, DETAIL_TOP, UNDER_TOP, LIFTED = 7, 50, 49, 12
END_GAP, SIGN_GAP = 12, 5
NAME, DETAIL, END = Ink("gate_name"), Ink("gate_body", "text_2"), Ink("gate_time", tabular=True)
LATE, UNDER, UNDER_LATE = (
    Ink("gate_time", "overdue", tabular=True), Ink("gate_small", "text_2"), Ink("gate_small", "overdue", bold=True),
)  # fmt: skip
CARD_TITLE = Ink("gate_body", bold=True)


class BoardRowPainter:
    """Paints one row into a rectangle that holds the gap below it too."""

    def __init__(self, kit: Kit) -> None:
        self.kit, self.brush = kit, Brush(kit)

    def height(self) -> int:
        """Return the height of a row with its gap."""
        return self.kit.theme.px("row_gate") + self.kit.theme.px(ROW_GAP)

    def paint(self, painter: QPainter, rect: QRect, row: BoardRow, look: RowLook) -> None:
        inner = rect.adjusted(0, 0, 0, -self.kit.theme.px(ROW_GAP))
        match row:
            case VisitRow():
                self._ground(painter, inner, look)
                self._draw_visit(painter, inner, row)
            case CardRow():
                self._draw_card(painter, inner, row, look)

    def _ground(self, painter: QPainter, rect: QRect, look: RowLook) -> None:
        inset = self.kit.theme.px(INSET)
        inner = rect.adjusted(inset, 0, -inset, 0)
        if look.selected:
            draw_selection(painter, self.kit.theme, inner, look.active)
        elif look.hover:
            draw_hover(painter, self.kit.theme, inner)

    def _draw_visit(self, painter: QPainter, rect: QRect, row: VisitRow) -> None:
        px = self.kit.theme.px
        left, right = rect.left() + px(TEXT_INSET), rect.right() + 1 - px(END_INSET)
        end = self._draw_end(painter, rect, right, row)
        under = self._draw_under(painter, rect, right, row)
        self._line(painter, NAME, row.visit.name, left, end - px(END_GAP), rect.top() + px(NAME_TOP))
        self._line(painter, DETAIL, row.detail, left, under - px(END_GAP), rect.top() + px(DETAIL_TOP))

    def _draw_end(self, painter: QPainter, rect: QRect, right: int, row: VisitRow) -> int:
        """Draw the time or how much too long; return where it begins."""
        ink, line = LATE if row.end_late else END, self.kit.theme.line(END.style)
        top = rect.top() + (rect.height() - line) // 2
        if row.under:
            top = rect.top() + self.kit.theme.px(LIFTED)
        return int(self.brush.put_right(painter, ink, row.end, right, self.brush.base(ink.style, top)))

    def _draw_under(self, painter: QPainter, rect: QRect, right: int, row: VisitRow) -> int:
        if not row.under:
            return right if not row.end else int(right - self.brush.width(END, row.end))
        ink, px = UNDER_LATE if row.under_late else UNDER, self.kit.theme.px
        top = rect.top() + px(UNDER_TOP)
        left = self.brush.put_right(painter, ink, row.under, right, self.brush.base(ink.style, top))
        if row.under_late:
            left -= px("icon.normal") + px(SIGN_GAP)
            middle = top + self.kit.theme.line(ink.style) // 2
            self.brush.icon(painter, "clock-alert", ink.role, left, middle, "icon.normal")
        return int(left)

    def _draw_card(self, painter: QPainter, rect: QRect, row: CardRow, look: RowLook) -> None:
        px = self.kit.theme.px
        inner = rect.adjusted(px(CARD_INSET), 0, -px(CARD_INSET), 0)
        if look.selected:
            draw_selection(painter, self.kit.theme, inner, look.active)
        else:
            outline = "line" if self.kit.theme.outlined else ""
            draw_frame(painter, self.kit.theme, inner, fill="canvas", outline=outline, radius="radius.row")
        left, right = inner.left() + px(14), inner.right() - px(12)
        top = inner.top() + px(NAME_TOP) + px(4)
        middle = top + self.kit.theme.line(CARD_TITLE.style) // 2
        after = self.brush.icon(painter, "id-card", "text", left, middle, "icon.gate")
        self._line(painter, CARD_TITLE, row.title, round(after) + px(8), right, top)
        self._line(painter, DETAIL, row.detail, left, right, top + self.kit.theme.line(CARD_TITLE.style))

    def _line(self, painter: QPainter, ink: Ink, text: str, left: int, right: int, top: int) -> None:
        if text and right > left:
            block = self.brush.block(text, ink, right - left)
            self.brush.put_block(painter, block, ink.style, left, top)
