"""Who it may be, where a number is several people's, and what to say of a number that is nobody's."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.numbers import mask
from frontdesk.domain.thai_dates import format_date
from frontdesk.services.people_book import PersonCard
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.caller import CallerState
from frontdesk.ui.pages.desk.counted import counted
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.paint.caps import draw_hint, hint_width
from frontdesk.ui.paint.frames import draw_guess_line, draw_selection
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

INSET, TOP, HEAD, ROW, BOTTOM, ALONE = 24, 14, 36, 60, 12, 60
TITLE, META, GUESS = Ink("title"), Ink("label", "text_2"), Ink("body", "guess")
QUIET, KEY_WORD = Ink("label", "text_3"), Ink("caption", "text_2")


class GuessList(Painted):
    """Paints guesses, or a number alone, or that nobody is known yet. ``accepted`` and ``refused``
    tell of clicks on the keys shown."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._state = Brush(kit), CallerState()
        self._yes, self._no = QRect(), QRect()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self.refresh)

    def show_state(self, state: CallerState) -> None:
        self._state = state
        names = ", ".join(card.person.name for card in state.guesses)
        self.setAccessibleName(self.kit.words("desk.row_guess", who=names) if names else self.alone()[0])
        self.refresh()

    def sizeHint(self) -> QSize:
        guesses = len(self._state.guesses)
        height = TOP + HEAD + guesses * ROW + BOTTOM if guesses else ALONE
        return QSize(self.kit.theme.px("desk_right_min"), self.kit.theme.px(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._yes.contains(place):
            self.accepted.emit()
        elif self._no.contains(place):
            self.refused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush = QPainter(self), self._brush
        self._yes, self._no = QRect(), QRect()
        if not self._state.guesses:
            self._paint_alone(painter)
            return
        words, top = self.kit.words, brush.px(TOP)
        base = brush.base("title", top)
        x = brush.put(painter, TITLE, words("desk.who_may_it_be"), brush.px(INSET), base)
        several = words("desk.number_of_several", count=len(self._state.guesses))
        brush.put(painter, META, several, x + brush.px(10), base)
        for n, card in enumerate(self._state.guesses):
            self._paint_guess(painter, card, brush.px(TOP + HEAD) + n * brush.px(ROW), n == 0)

    def alone(self) -> tuple[str, str]:
        """Return what stands there where nobody is guessed: a number or a word, and what it means."""
        words, state = self.kit.words, self._state
        if state.withheld:
            return words("desk.number_withheld"), words("desk.withheld_hint")
        if state.number:
            hint = "desk.number_refused" if state.refused else "desk.number_unknown"
            return mask(state.number, words.language), words(hint)
        return words("desk.caller_unknown"), words("desk.caller_hint")

    def _paint_alone(self, painter: QPainter) -> None:
        brush = self._brush
        title, hint = self.alone()
        ink = TITLE if self._state.number else QUIET
        base = brush.base("title", (self.height() - brush.theme.line("title")) / 2)
        x = brush.put(painter, ink, title, brush.px(INSET), base)
        brush.put(painter, META if self._state.number else QUIET, hint, x + brush.px(10), base)

    def _paint_guess(self, painter: QPainter, card: PersonCard, top: int, first: bool) -> None:
        brush = self._brush
        left = brush.px(INSET)
        rect = QRect(left, top, self.width() - 2 * left, brush.px(ROW))
        if first:
            draw_selection(painter, brush.theme, rect)
            self._paint_keys(painter, rect)
        x, line = left + brush.px(12), top + brush.px(5)
        base = brush.base("body", line)
        end = brush.put(painter, GUESS, f"~ {shown_name(card.person, self.kit.words.language)}", x, base)
        draw_guess_line(painter, brush.theme, x, end, base + brush.px(10))
        kind = self.kit.words(f"desk.kind_{card.person.kind.value}")
        nick = f"({card.person.nickname}) · " if card.person.nickname else ""
        brush.put(painter, META, nick + kind, end + brush.px(8), base)
        brush.put(painter, Ink("label"), self._history(card), x, brush.base("label", line + brush.px(30)))

    def _history(self, card: PersonCard) -> str:
        words, figures = self.kit.words, card.figures
        if not figures.total or figures.last is None:
            return words("desk.no_contacts")
        last = format_date(figures.last, words.language)
        text = counted(words, "desk.figures_short", figures.total, last=last)
        return f"{text} · {words('desk.promises', count=len(card.promises))}" if card.promises else text

    def _paint_keys(self, painter: QPainter, rect: QRect) -> None:
        brush, words = self._brush, self.kit.words
        yes, no = words("desk.this_one"), words("desk.no")
        width, middle = hint_width(brush.theme, ("F12",), no, KEY_WORD), rect.center().y()
        self._no = QRect(rect.right() - brush.px(12) - width, rect.top(), width, rect.height())
        draw_hint(painter, brush.kit, ("F12",), no, self._no.left(), middle, KEY_WORD)
        width = hint_width(brush.theme, ("F11",), yes, KEY_WORD)
        self._yes = QRect(self._no.left() - brush.px(12) - width, rect.top(), width, rect.height())
        draw_hint(painter, brush.kit, ("F11",), yes, self._yes.left(), middle, KEY_WORD)
