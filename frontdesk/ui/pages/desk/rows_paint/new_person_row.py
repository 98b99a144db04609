"""The quiet last row: somebody who is not on file yet, and who may be after all."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.ui.alike_words import alike_words, new_person_words
from frontdesk.ui.pages.desk.rows import NewPersonRow
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.paint.caps import draw_hint, hint_width
from frontdesk.ui.paint.frames import draw_guess_line
from frontdesk.ui.paint.ink import Ink

TEXT, META = Ink("body", "text_2"), Ink("label", "text_2")
NAME, KEY_WORD = Ink("label", "guess"), Ink("caption", "text_2")
TEXT_LEFT, GAP, KEYS_GAP, LINE, ALIKE_TOP, LEAST = 52, 7, 12, 48, 40, 80
ADD_KEYS, ALIKE_KEYS = ("Ins",), ("F11",)


class NewPersonPainter:
    """Draws a ``NewPersonRow`` on one line, on two where somebody on file is much like the new one."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self, row: NewPersonRow, width: int) -> int:
        return self._brush.px(LINE + 28 if row.alike else LINE)

    def paint(self, painter: QPainter, rect: QRect, row: NewPersonRow, look: RowLook) -> None:
        brush = self._brush
        brush.ground(painter, rect, look)
        middle = rect.top() + brush.px(LINE) // 2
        brush.icon(painter, "plus", "text_2", brush.text_rect(rect).left(), middle, "icon.normal")
        left = rect.left() + brush.px(TEXT_LEFT)
        right = self._paint_key(painter, rect, ADD_KEYS, "new_person.key", middle)
        words = brush.kit.words
        block = brush.block(words("new_person.row", who=new_person_words(row.new, words)), TEXT, right - left)
        brush.put_block(painter, block, "body", left, middle - brush.theme.line("body") / 2)
        if row.alike:
            self._paint_alike(painter, rect, row, left)

    def _paint_alike(self, painter: QPainter, rect: QRect, row: NewPersonRow, left: int) -> None:
        brush, words = self._brush, self._brush.kit.words
        middle = rect.top() + brush.px(ALIKE_TOP + 14)
        top = middle - brush.theme.line("label") / 2
        base = brush.base("label", top)
        right = self._paint_key(painter, rect, ALIKE_KEYS, "new_person.this_one", middle)
        head, name, why = alike_words(row.alike[0], words)
        x = brush.put(painter, META, head, left, base) + brush.px(GAP)
        room = right - x - brush.width(META, why) - brush.px(GAP)
        block = brush.block(name, NAME, max(round(room), brush.px(LEAST)))
        brush.put_block(painter, block, "label", x, top)
        end = x + block.natural_width
        draw_guess_line(painter, brush.theme, x, end, base + brush.px(9))
        rest = brush.block(why, META, round(right - end - brush.px(GAP)))
        brush.put_block(painter, rest, "label", end + brush.px(GAP), top)

    def _paint_key(self, painter: QPainter, rect: QRect, keys: tuple[str, ...], name: str, middle: int) -> int:
        """Draw a key with its word at the row's end; return where text has to end."""
        brush = self._brush
        word = brush.kit.words(name)
        left = round(brush.text_rect(rect).right()) - hint_width(brush.theme, keys, word, KEY_WORD)
        draw_hint(painter, brush.kit, keys, word, left, middle, KEY_WORD)
        return left - brush.px(KEYS_GAP)
