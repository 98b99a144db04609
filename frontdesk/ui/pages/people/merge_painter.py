"""A row of what can be merged: a box to mark, who it is, and why they may be the same."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.people import Person
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.pages.people.merge_item import DuplicateItem, PastItem
from frontdesk.ui.pages.people.person_words import belongs_to, called, row_number
from frontdesk.ui.paint.frames import draw_frame, draw_guess_line
from frontdesk.ui.paint.ink import Ink

HEIGHT, NAME_TOP, META_TOP, GAP = 60, 4, 32, 12
BOX, TEXT_LEFT, GUESS_LINE = 20, 34, 10
NAME, GUESS, NICK = Ink("body"), Ink("body", "guess"), Ink("body", "text_2")
META, NUMBER = Ink("label", "text_2"), Ink("label", "text_2", tabular=True)


class MergePainter:
    """Draws a ``DuplicateItem`` or a ``PastItem``. A likely duplicate is a guess until it is marked."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self) -> int:
        return self._brush.px(HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, item: DuplicateItem | PastItem, look: RowLook) -> None:
        if isinstance(item, PastItem):
            self._paint_past(painter, rect, item)
        else:
            self._paint_duplicate(painter, rect, item)

    def _paint_past(self, painter: QPainter, rect: QRect, item: PastItem) -> None:
        brush, area = self._brush, self._brush.text_rect(rect)
        brush.icon(painter, "history", "text_2", area.left(), rect.center().y() + 1)
        left = area.left() + brush.px(TEXT_LEFT)
        block = brush.block(item.names, NAME, round(area.right() - left))
        brush.put_block(painter, block, NAME.style, left, rect.top() + brush.px(NAME_TOP))
        brush.put(painter, META, item.made, left, brush.base(META.style, rect.top() + brush.px(META_TOP)))

    def _paint_duplicate(self, painter: QPainter, rect: QRect, item: DuplicateItem) -> None:
        brush, area, person = self._brush, self._brush.text_rect(rect), item.duplicate.person
        self._paint_box(painter, rect, round(area.left()), item.marked)
        left = area.left() + brush.px(TEXT_LEFT)
        right = self._paint_aside(painter, rect, area.right(), person) - brush.px(GAP)
        self._paint_name(painter, rect, left, right, item)
        meta = " · ".join(filter(None, (item.reasons, belongs_to(person))))
        block = brush.block(meta, META, round(right - left))
        brush.put_block(painter, block, META.style, left, rect.top() + brush.px(META_TOP))

    def _paint_box(self, painter: QPainter, rect: QRect, left: int, marked: bool) -> None:
        brush, side = self._brush, self._brush.px(BOX)
        box = QRect(left, rect.center().y() + 1 - side // 2, side, side)
        colours = {"fill": "accent", "outline": "accent"} if marked else {"fill": "surface", "outline": "control"}
        draw_frame(painter, brush.theme, box, **colours, radius="radius.small")
        if marked:
            brush.icon(painter, "check", "on_accent", left + brush.px(2), rect.center().y() + 1)

    def _paint_aside(self, painter: QPainter, rect: QRect, right: float, person: Person) -> float:
        """Draw number and code at the right end; return where they begin."""
        brush, number = self._brush, row_number(person, self._brush.kit.words)
        top, low = rect.top() + brush.px(NAME_TOP + 2), rect.top() + brush.px(META_TOP)
        first = brush.put_right(painter, NUMBER, number, right, brush.base(NUMBER.style, top))
        return min(first, brush.put_right(painter, META, person.code, right, brush.base(META.style, low)))

    def _paint_name(self, painter: QPainter, rect: QRect, left: float, right: float, item: DuplicateItem) -> None:
        brush, person, top = self._brush, item.duplicate.person, rect.top() + self._brush.px(NAME_TOP)
        guess = bool(item.reasons) and not (item.marked or item.duplicate.sharing)
        nick = f"({person.nickname})" if person.nickname else ""
        room = right - left - (brush.width(NICK, nick) + brush.px(6) if nick else 0)
        name = called(person, brush.kit.words.language)
        block = brush.block(f"~ {name}" if guess else name, GUESS if guess else NAME, round(room))
        brush.put_block(painter, block, NAME.style, left, top)
        base, end = brush.base(NAME.style, top), left + block.natural_width
        if guess:
            draw_guess_line(painter, brush.theme, left, end, base + brush.px(GUESS_LINE))
        brush.put(painter, NICK, nick, end + brush.px(6), base)
