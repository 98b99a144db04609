"""The quiet line in the bar: what has become due. It takes no focus, makes no sound and moves nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.promises import Promise
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.caps import draw_hint, hint_width
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.promise_words import what_word
from frontdesk.ui.widgets.labels import Painted

SHOWN_MS = 5 * 60_000
TEXT, KEY = Ink("label", "overdue", bold=True), Ink("caption", "text_2")
KEYS = ("F6",)


class Reminder(Painted):
    """Stands between the tabs and the date for a while. ``asked`` follows a click on it."""

    asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush = Brush(kit)
        self._due: tuple[Promise, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kit.words.changed.connect(self._say)

    def show_due(self, due: Sequence[Promise]) -> None:
        """Say what has become due; what was said before and not looked at yet stays in the number."""
        known = {one.id for one in due}
        self._due = (*due, *(one for one in self._due if one.id not in known))
        self._timer.start()
        self._say()

    def clear(self) -> None:
        """Say nothing more: it was seen, or its time is over; the rail still counts it."""
        self._due = ()
        self._timer.stop()
        self._say()

    def text(self) -> str:
        """Return what it says now."""
        if not self._due:
            return ""
        words, text, more = self.kit.words, what_word(self.kit.words, self._due[0]), len(self._due) - 1
        if more:
            return words("promises.became_due_more", text=text, count=more)
        return words("promises.became_due", text=text)

    def sizeHint(self) -> QSize:
        return QSize(0, self._brush.theme.line("label"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._due:
            self.asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._due:
            return
        painter, brush, middle = QPainter(self), self._brush, self.height() / 2
        x = brush.icon(painter, "clock-alert", "overdue", brush.px(12), middle) + brush.px(6)
        word = self.kit.words("commands.promises")
        aside = hint_width(brush.theme, KEYS, word, KEY) + brush.px(12)
        block = brush.block(self.text(), TEXT, max(0, round(self.width() - x - aside - brush.px(10))))
        brush.put_block(painter, block, TEXT.style, x, middle - brush.theme.line(TEXT.style) / 2)
        end = round(x + block.natural_width + brush.px(10))
        if end + aside <= self.width():
            draw_hint(painter, brush.kit, KEYS, word, end, round(middle), KEY)

    def _say(self) -> None:
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.update()
