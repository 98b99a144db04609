"""The quiet box at the foot of an answer: who to call now."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.articles import CallNow
from frontdesk.domain.people import PersonKind
from frontdesk.ui.directory_words import back_word, call_word, doing_word, there_word
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.answer_reader import AnswerDetail
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted
from frontdesk.ui.words import Words

HEIGHT, PAD, GAP = 42, 14, 12
LABEL, WHO, NUMBER = Ink("label", "text_2"), Ink("body", bold=True), Ink("body", "accent", bold=True)


@dataclass(frozen=True, slots=True)
class CallWords:
    """What the bar says: a label, whom, the number, and at the end why it is not the owner."""

    label: str
    who: str
    number: str
    why: str


class CallNowBar(Painted):
    """Paints who answers for a matter now, with the number to call."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush = Brush(kit)
        self._said: CallWords | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_call(self, detail: AnswerDetail) -> None:
        """Name somebody to call, and the owner where it is not they."""
        said = call_words(detail, self.kit.words) if detail.call_now else None
        self.setVisible(said is not None)
        if said is not None and said != self._said:
            self.setAccessibleName(" ".join(filter(None, (said.label, said.who, said.number, said.why))))
        if said != self._said:
            self._said = said
            self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(320), self._brush.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._said is None:
            return
        painter, brush = QPainter(self), self._brush
        outline = "line" if brush.theme.outlined else ""
        draw_frame(painter, brush.theme, self.rect(), fill="canvas", outline=outline, radius="radius.row")
        self._paint_words(painter, self._said, self.height() / 2)

    def _paint_words(self, painter: QPainter, said: CallWords, middle: float) -> None:
        """Draw whom and the number first; the reason has what is left, the name may be cut."""
        brush, gap = self._brush, self._brush.px(GAP)
        top = middle - brush.theme.line("body") / 2
        base, right = brush.base("body", top), float(self.width() - brush.px(PAD))
        x = brush.icon(painter, "phone-call", "accent", brush.px(PAD), middle, "icon.normal") + gap
        x = brush.put(painter, LABEL, said.label, x, base) + gap
        number = brush.width(NUMBER, said.number)
        name = brush.block(said.who, WHO, round(right - x - number - gap))
        brush.put_block(painter, name, "body", x, top)
        x = brush.put(painter, NUMBER, said.number, x + name.natural_width + gap, base) + 2 * gap
        if said.why and right - x > brush.px(PAD):
            why = brush.block(said.why, LABEL, round(right - x))
            brush.put_block(painter, why, "label", right - why.natural_width, middle - brush.theme.line("label") / 2)


def call_words(detail: AnswerDetail, words: Words) -> CallWords | None:
    """Put in words whom to call, and why not the owner; None where nobody has a number."""
    call = detail.call_now
    if call is None:
        return None
    name = f"{detail.callee.shown(words.language)} ({words(f'desk.role_{call.role}')})"
    label = words("desk.call_now") if call.available else words("directory.nobody_now")
    return CallWords(label, name, call_word(words, call.extension), _why(detail, call, words))


def _why(detail: AnswerDetail, call: CallNow, words: Words) -> str:
    """Say why it is not the owner; of the owner until when; where nobody is there, from when on."""
    now = call.asked_at
    if now is None:
        return ""
    if not call.available:
        return back_word(words, call.back_at, now)
    if call.role == "owner":
        return there_word(words, PersonKind.STAFF, call.doing, now)
    owner = detail.owner.shown(words.language) or call.owner
    return _of_owner(owner, call, words, now) if owner else there_word(words, _kind(call), call.doing, now)


def _of_owner(owner: str, call: CallNow, words: Words, now: datetime) -> str:
    if call.owner_doing is None:
        return words("desk.instead_of", owner=owner)
    why = doing_word(words, PersonKind.STAFF, call.owner_doing, now)
    return f"{owner.split()[0]} · {why}"


def _kind(call: CallNow) -> PersonKind:
    return PersonKind.DEPARTMENT if call.role == "department" else PersonKind.STAFF
