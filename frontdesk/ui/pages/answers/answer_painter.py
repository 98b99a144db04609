"""A row of the list of answers: the title, under it code, department and how sure the answer is."""

from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.articles import Article
from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.pages.answers.answer_item import AnswerItem
from frontdesk.ui.pages.desk.rows_paint.answer_row import shown_title
from frontdesk.ui.pages.desk.rows_paint.brush import Brush, RowLook
from frontdesk.ui.paint.ink import Ink

HEIGHT, TITLE_TOP, META_TOP, GAP = 58, 4, 31, 6
TITLE, META = Ink("body"), Ink("label", "text_2")
NEWS, NEWS_TOP = Ink("label", "text_2"), 6
VERIFIED, DUE, UNSURE = Ink("label", "verified"), Ink("label", "overdue", bold=True), Ink("label", "text_3")


class AnswerPainter:
    """Draws an ``AnswerItem``; ``today`` decides what is due for review."""

    def __init__(self, brush: Brush) -> None:
        self._brush, self.today = brush, date.min

    def height(self) -> int:
        return self._brush.px(HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, item: AnswerItem, look: RowLook) -> None:
        brush, area = self._brush, self._brush.text_rect(rect)
        right = area.right()
        if item.article.pinned:
            right -= brush.px("icon.small")
            brush.icon(painter, "pin", "text_2", right, rect.top() + brush.px(TITLE_TOP) + brush.theme.line("body") / 2)
            right -= brush.px(GAP)
        if item.news:
            right = brush.put_right(
                painter, NEWS, item.news, right, brush.base(NEWS.style, rect.top() + brush.px(NEWS_TOP))
            )
            right -= brush.px(GAP)
        title = shown_title(item.article, brush.kit.words.language)
        block = brush.block(title, TITLE, round(right - area.left()), 1, item.marks)
        brush.put_block(painter, block, TITLE.style, area.left(), rect.top() + brush.px(TITLE_TOP))
        self._paint_meta(painter, rect, item.article)

    def _paint_meta(self, painter: QPainter, rect: QRect, article: Article) -> None:
        """Draw the second line; code and department give way to the state."""
        brush, area, top = self._brush, self._brush.text_rect(rect), rect.top() + self._brush.px(META_TOP)
        word, ink, icon = self._state(article)
        base, middle = brush.base(META.style, top), top + brush.theme.line(META.style) / 2
        left = brush.put_right(painter, ink, word, area.right(), base)
        if icon:
            left -= brush.px("icon.small") + brush.px(5)
            brush.icon(painter, icon, ink.role, left, middle)
        where = " · ".join(filter(None, (article.code, article.department)))
        block = brush.block(where, META, round(left - brush.px(GAP) - area.left()))
        brush.put_block(painter, block, META.style, area.left(), top)

    def _state(self, article: Article) -> tuple[str, Ink, str]:
        words = self._brush.kit.words
        if article.review_due(self.today):
            return words("desk.review_due"), DUE, "clock-alert"
        if article.verified_on is None:
            return words("desk.not_verified"), UNSURE, ""
        return format_date(article.verified_on, words.language), VERIFIED, "badge-check"
