"""A row of the list of people: name and nickname over kind and place, the number at the right."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.people import MatchReason
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.pages.people.person_item import PersonItem
from frontdesk.ui.pages.people.person_words import belongs_to, called, row_number
from frontdesk.ui.paint.frames import draw_guess_line
from frontdesk.ui.paint.ink import Ink

HEIGHT, NAME_TOP, META_TOP, GAP = 60, 4, 32, 12
NAME, GUESS = Ink("body"), Ink("body", "guess")
NICK, META, NUMBER = Ink("body", "text_2"), Ink("label", "text_2"), Ink("label", "text_2", tabular=True)
GUESS_LINE = 10


class PersonPainter:
    """Draws a ``PersonItem``."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self) -> int:
        return self._brush.px(HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, item: PersonItem, look: RowLook) -> None:
        area = self._brush.text_rect(rect)
        right = self._paint_number(painter, rect, area.right(), item) - self._brush.px(GAP)
        self._paint_name(painter, rect, area.left(), right, item)
        self._paint_meta(painter, rect, area.left(), right, item)

    def _paint_number(self, painter: QPainter, rect: QRect, right: float, item: PersonItem) -> float:
        brush = self._brush
        number = row_number(item.person, brush.kit.words)
        base = brush.base(NUMBER.style, rect.center().y() + 1 - brush.theme.line(NUMBER.style) / 2)
        return brush.put_right(painter, NUMBER, number, right, base) if number else right

    def _paint_name(self, painter: QPainter, rect: QRect, left: float, right: float, item: PersonItem) -> None:
        brush, person, top = self._brush, item.person, rect.top() + self._brush.px(NAME_TOP)
        nick = f"({person.nickname})" if person.nickname else ""
        room = right - left - (brush.width(NICK, nick) + brush.px(6) if nick else 0)
        name = called(person, brush.kit.words.language)
        name = f"~ {name}" if item.guess else name
        block = brush.block(name, GUESS if item.guess else NAME, round(room), 1, item.marks)
        brush.put_block(painter, block, NAME.style, left, top)
        base, end = brush.base(NAME.style, top), left + block.natural_width
        if item.guess:
            draw_guess_line(painter, brush.theme, left, end, base + brush.px(GUESS_LINE))
        brush.put(painter, NICK, nick, end + brush.px(6), base)

    def _paint_meta(self, painter: QPainter, rect: QRect, left: float, right: float, item: PersonItem) -> None:
        brush, words = self._brush, self._brush.kit.words
        parts = [words(f"desk.kind_{item.person.kind.value}"), belongs_to(item.person)]
        if item.reason is not None and (item.guess or item.reason is MatchReason.ON_CARD):
            parts.append(words(f"desk.reason_{item.reason.value}"))
        block = brush.block(" · ".join(filter(None, parts)), META, round(right - left))
        brush.put_block(painter, block, META.style, left, rect.top() + brush.px(META_TOP))
