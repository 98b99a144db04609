"""The quiet box at the foot of an answer: who to call now."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.articles import CallNow
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.answer_reader import AnswerDetail
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

HEIGHT, PAD = 42, 14
LABEL, WHO, NUMBER = Ink("label", "text_2"), Ink("body", bold=True), Ink("body", "accent", bold=True)


class CallNowBar(Painted):
    """Paints who answers for a matter now, with the number to call."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._why, self._name = Brush(kit), "", ""
        self._call: CallNow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self.refresh)
        self.hide()

    def show_call(self, detail: AnswerDetail) -> None:
        """Name somebody to call, and the owner where it is not they."""
        call, language, before = detail.call_now, self.kit.words.language, (self._call, self._name, self._why)
        self._call, self._name = call, detail.callee.shown(language)
        self._why = detail.owner.shown(language) if call is not None and call.role != "owner" else ""
        self.setVisible(call is not None)
        if call is not None:
            self.setAccessibleName(f"{self.kit.words('desk.call_now')} {self._name} {call.extension}")
        if before != (self._call, self._name, self._why):
            self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(320), self._brush.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._call is None:
            return
        painter, brush, words = QPainter(self), self._brush, self.kit.words
        outline = "line" if brush.theme.outlined else ""
        draw_frame(painter, brush.theme, self.rect(), fill="canvas", outline=outline, radius="radius.row")
        middle, right = self.height() / 2, self.width() - brush.px(PAD)
        base = brush.base("body", middle - brush.theme.line("body") / 2)
        if self._why:
            why = words("desk.instead_of", owner=self._why)
            right = round(brush.put_right(painter, LABEL, why, right, base)) - brush.px(12)
        x = brush.icon(painter, "phone-call", "accent", brush.px(PAD), middle, "icon.normal") + brush.px(12)
        x = brush.put(painter, LABEL, words("desk.call_now"), x, base) + brush.px(12)
        name = brush.block(f"{self._name} ({words(f'desk.role_{self._call.role}')})", WHO, round(right - x - 96))
        brush.put_block(painter, name, "body", x, middle - brush.theme.line("body") / 2)
        x += name.natural_width + brush.px(12)
        brush.put(painter, NUMBER, words("desk.ext", number=self._call.extension), x, base)
