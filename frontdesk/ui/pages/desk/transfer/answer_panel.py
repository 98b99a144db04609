"""Whether the desk can answer itself: the best answer for the words, and the key that uses it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from frontdesk.domain.articles import Article
from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice, shown
from frontdesk.ui.pages.desk.transfer.panel import PAD, Panel
from frontdesk.ui.paint.caps import ENTER, CapLook, cap_width, draw_cap, draw_hint
from frontdesk.ui.paint.ink import Ink

SAY, SMALL_SAY, TITLE, QUIET = Ink("row_say"), Ink("label"), Ink("label", "text_2"), Ink("body", "text_2")
USE, VERIFIED, DUE, HINT = (
    Ink("label", "accent", bold=True),
    Ink("label", "verified"),
    Ink("label", "overdue", bold=True),
    Ink("caption", "text_2"),
)
GAP = 8


class AnswerPanel(Panel):
    """``used``: somebody clicked it."""

    used = Signal()

    def __init__(self, kit: Kit, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(kit, "transfer.can_we", parent)
        self._voice = voice
        self._answer: Article | None = None
        kit.words.changed.connect(self._name)

    @property
    def answer(self) -> Article | None:
        """What Enter uses, if anything."""
        return self._answer

    def show_answer(self, answer: Article | None, voice: Voice) -> None:
        """Show the best answer, or that there is none."""
        self._answer, self._voice = answer, voice
        self._name()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._answer is not None and self.rect().contains(event.position().toPoint()):
            self.used.emit()

    def paint_body(self, painter: QPainter, left: int, top: int, width: int) -> None:
        brush, words = self.brush, self.kit.words
        if self._answer is None:
            block = brush.block(words("transfer.no_answer"), QUIET, width, 2)
            brush.put_block(painter, block, "body", left, top)
            foot = self.foot_top() + brush.theme.line("label") // 2
            draw_hint(painter, self.kit, ("F10",), words("transfer.no_answer_hint"), left, foot, HINT)
            return
        said = shown(self._answer, self._voice)
        block, style = brush.block(said.say, SAY, width, 2), SAY.style
        if block.elided:
            block, style = brush.block(said.say, SMALL_SAY, width, 3), SMALL_SAY.style
        brush.put_block(painter, block, style, left, top)
        self._paint_foot(painter, left, self._paint_use(painter))

    def _paint_use(self, painter: QPainter) -> float:
        """Draw the key at the right of the foot; return where it begins."""
        brush, word = self.brush, self.kit.words("transfer.use")
        top, right = self.foot_top(), float(self.width() - brush.px(PAD))
        left = brush.put_right(painter, USE, word, right, brush.base("label", top))
        x = round(left) - brush.px(GAP) - cap_width(brush.theme, ENTER, CapLook.FILLED)
        draw_cap(painter, self.kit, ENTER, x, top + brush.theme.line("label") // 2, CapLook.FILLED)
        return float(x)

    def _paint_foot(self, painter: QPainter, left: int, right: float) -> None:
        """Draw how far the answer can be relied on, and its title in what room is left."""
        brush, top, answer = self.brush, self.foot_top(), self._answer
        assert answer is not None
        icon, word, ink = self._standing(answer)
        middle, base = top + brush.theme.line("label") / 2, brush.base("label", top)
        x = brush.icon(painter, icon, ink.role, left, middle) + brush.px(6)
        x = brush.put(painter, ink, word, x, base) + brush.px(GAP)
        room = round(right - x - brush.px(2 * GAP))
        title = shown(answer, self._voice).title
        if title and room > brush.px(60):
            brush.put_block(painter, brush.block(f"· {title}", TITLE, room), "label", x, top)

    def _standing(self, answer: Article) -> tuple[str, str, Ink]:
        words = self.kit.words
        if answer.review_due(self._voice.today):
            return "clock-alert", words("desk.review_due"), DUE
        if answer.verified_on is None:
            return "circle-question-mark", words("desk.not_verified"), TITLE
        return "badge-check", format_date(answer.verified_on, words.language), VERIFIED

    def _name(self) -> None:
        words = self.kit.words
        if self._answer is None:
            self.setAccessibleName(f"{self.caption}: {words('transfer.no_answer')}")
        else:
            said = shown(self._answer, self._voice)
            self.setAccessibleName(f"{self.caption}: {said.say}. {said.title}. {words('transfer.use')} Enter")
