"""What a hit of the watch list says on the strip: who, how like, why, what to do; next to nothing for strangers."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.watch_list import WatchHit
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.ink import Ink, elided
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.watch_words import adder_word, advice_word, how_word, likeness_word, title_word, until_word
from frontdesk.ui.widgets.labels import Painted

ALARM, NAME, LIKE = Ink("gate_time", "danger", bold=True), Ink("gate_name", bold=True), Ink("gate_time", "danger")
WHY, DO, META = Ink("gate_body"), Ink("gate_body", "danger", bold=True), Ink("gate_small", "text_2")
NEUTRAL = Ink("gate_time", "text")
FIRST, SECOND, LAST = 2, 44, 36
"""Where the first line and the reason begin, and how high the line below the reason is."""
GAP, SIGN_GAP, MOST_LINES = 16, 10, 3


class WatchFace(Painted):
    """Paints one ``WatchHit`` over three lines. ``open`` says whether all of it may be read."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush = Brush(kit)
        self._hit: WatchHit | None = None
        self._place, self._open = "", True
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.words.changed.connect(self.refresh)

    def show_hit(self, hit: WatchHit | None, place: str, readable: bool) -> None:
        """Show a hit; ``place`` says which of how many it is."""
        self._hit, self._place, self._open = hit, place, readable
        self.refresh()

    def lines(self) -> tuple[str, ...]:
        """Return all that can be read now."""
        words, hit = self.kit.words, self._hit
        if hit is None:
            return ()
        if not self._open:
            return words("watch.neutral"), words("watch.neutral_how")
        return (
            title_word(words, hit.watched, in_full=True), likeness_word(words, hit.percent), how_word(words, hit),
            words("watch.because", reason=hit.watched.reason), advice_word(words, hit.watched), self._meta(hit),
        )  # fmt: skip

    def heightForWidth(self, width: int) -> int:
        """Return the same height whether it may be read or not: the page must not move while a key is held."""
        return self._brush.px(SECOND) + self._why_height(width) + self._brush.px(LAST)

    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self._brush.px(960)
        return QSize(self._brush.px(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._brush.px(SECOND) + self.kit.theme.line(WHY.style) + self._brush.px(LAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hit is None:
            return
        painter = QPainter(self)
        if self._open:
            self._paint_hit(painter, self._hit)
        else:
            self._paint_neutral(painter)

    def _paint_neutral(self, painter: QPainter) -> None:
        words, px = self.kit.words, self._brush.px
        left = self._sign(painter, "eye", "text_2")
        self._line(painter, NEUTRAL, words("watch.neutral"), left, self.width(), px(FIRST))
        self._line(painter, META, words("watch.neutral_how"), 0, self.width(), px(SECOND))

    def _paint_hit(self, painter: QPainter, hit: WatchHit) -> None:
        words, brush, px = self.kit.words, self._brush, self._brush.px
        left, right = self._sign(painter, "triangle-alert", "danger"), self.width()
        right = self._right(painter, META, self._place, right, px(FIRST))
        right = self._right(painter, LIKE, likeness_word(words, hit.percent), right, px(FIRST))
        left = round(brush.put(painter, ALARM, words("watch.alarm"), left, brush.base(ALARM.style, px(FIRST))))
        self._line(painter, NAME, title_word(words, hit.watched, in_full=True), left + px(GAP), right, px(FIRST) - 3)
        brush.put_block(painter, self._why(self.width()), WHY.style, 0, px(SECOND))
        third = px(SECOND) + self._why_height(self.width())
        right = self._right(painter, META, how_word(words, hit), self.width(), third + px(2))
        told = self._line(painter, DO, advice_word(words, hit.watched), 0, right, third)
        self._line(painter, META, self._meta(hit), told + px(GAP), right, third + px(2))

    def _why(self, width: int) -> ThaiBlock:
        reason = self._hit.watched.reason if self._hit else ""
        return self._brush.block(self.kit.words("watch.because", reason=reason), WHY, max(1, width), MOST_LINES)

    def _why_height(self, width: int) -> int:
        return max(1, self._why(width).lines) * self.kit.theme.line(WHY.style)

    def _meta(self, hit: WatchHit) -> str:
        """Say as whom they are listed where that is another name, who listed them, and up to when."""
        words = self.kit.words
        who = staff_name(words, hit.adder) if hit.adder else ""
        other = hit.name if hit.name and hit.name not in hit.watched.names[:1] else ""
        listed = words("watch.listed_as", name=other) if other else ""
        return " · ".join(filter(None, (listed, adder_word(words, hit, who), until_word(words, hit.watched))))

    def _sign(self, painter: QPainter, icon: str, role: str) -> int:
        brush = self._brush
        middle = brush.px(FIRST) + self.kit.theme.line(ALARM.style) // 2
        return round(brush.icon(painter, icon, role, 0, middle, "icon.gate")) + brush.px(SIGN_GAP)

    def _right(self, painter: QPainter, ink: Ink, text: str, right: int, top: int) -> int:
        """Draw a text that ends at ``right``; return where what stands before it has to end."""
        if not text:
            return right
        left = self._brush.put_right(painter, ink, text, right, self._brush.base(ink.style, top))
        return int(left) - self._brush.px(GAP)

    def _line(self, painter: QPainter, ink: Ink, text: str, left: int, right: int, top: int) -> int:
        """Draw as much of a text as fits; return where it ends."""
        shown = elided(self.kit.theme, ink, text, max(0, right - left))
        return round(self._brush.put(painter, ink, shown, left, self._brush.base(ink.style, top)))
