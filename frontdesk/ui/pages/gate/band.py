"""The band between box and board: 98 high, with the one primary key at its right end."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.gate.band_text import BandText, KeyWord, Span, Tone
from frontdesk.ui.pages.gate.big_button import PrimaryKey, big_chord_width, draw_big_chord
from frontdesk.ui.paint.caps import caps_of
from frontdesk.ui.paint.frames import draw_bar, draw_frame, draw_guess_line
from frontdesk.ui.paint.ink import Ink, text_width
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.widgets.labels import Painted

HIGH, BAR_INSET, ICON_LEFT, TEXT_LEFT, RIGHT = 98, 10, 20, 66, 20
TITLE_TOP, UNDER_TOP, LEAST_TITLE = 11, 57, 0.5
GAP, ICON_GAP, HINT_GAP, DOT = 14, 8, 22, " · "
TITLE, BESIDE, HINT = Ink("gate_match"), "gate_body", Ink("gate_small", "text_2")
SAY, LONG_SAY = Ink("say"), Ink("gate_body")


class MatchBand(Painted):
    """Shows a ``BandText``. ``asked`` follows a click on its key."""

    asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._text, self._brush = BandText(), Brush(kit)
        self.key = PrimaryKey(kit, "", "Return", parent=self)
        self.key.setFocusPolicy(self.focusPolicy())
        self.key.clicked.connect(self.asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_text(self._text)

    @property
    def text(self) -> BandText:
        return self._text

    def show_text(self, text: BandText) -> None:
        """Say something else; the band stays where it is."""
        self._text = text
        self.key.setVisible(text.primary is not None)
        if text.primary is not None:
            self.key.set_keys_and_text(text.primary.keys, text.primary.word)
        self.setAccessibleName(text.spoken)
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.kit.theme.px(HIGH))

    def refresh(self) -> None:
        super().refresh()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, text = QPainter(self), self.kit.theme, self._text
        fill, sign = text.tone.value
        outline = "line" if text.tone is Tone.QUIET else sign if theme.outlined else ""
        draw_frame(painter, theme, self.rect(), fill=fill, outline=outline, radius="radius.row")
        if text.tone is not Tone.QUIET:
            draw_bar(painter, theme, self.rect(), sign, theme.px(BAR_INSET))
        side = theme.px("icon.large")
        self.kit.icons.paint(painter, text.icon, sign, theme.px(ICON_LEFT), (self.height() - side) // 2, side)
        left, right = theme.px(TEXT_LEFT), self._right
        if text.say:
            self._draw_say(painter, left, right)
            return
        self._draw_first(painter, left, right)
        if text.under:
            left = round(self._draw_under(painter, left, right)) + theme.px(HINT_GAP)
        self._draw_hints(painter, left, right)

    @property
    def _right(self) -> int:
        px = self.kit.theme.px
        return (self.key.x() if self._text.primary else self.width()) - px(RIGHT)

    def _place(self) -> None:
        hint, px = self.key.sizeHint(), self.kit.theme.px
        left, top = self.width() - hint.width() - px(RIGHT), (self.height() - hint.height()) // 2
        self.key.setGeometry(QRect(left, top, hint.width(), hint.height()))

    def _draw_first(self, painter: QPainter, left: int, right: int) -> None:
        """Draw the name and, on the same baseline, whom they see."""
        theme, brush, guess = self.kit.theme, self._brush, self._text.tone is Tone.GUESS
        top = theme.px(TITLE_TOP if self._text.under or self._text.hints else TITLE_TOP + 15)
        base = brush.base(TITLE.style, top)
        ink = Ink(TITLE.style, "guess") if guess else TITLE
        x = float(left)
        if self._text.title:
            beside = sum(self._span_width(span) for span in self._text.beside)
            room = max(right - left - beside - theme.px(GAP), (right - left) * LEAST_TITLE)
            block = brush.block(self._text.title, ink, round(room))
            brush.put_block(painter, block, ink.style, left, top)
            x = left + block.natural_width
            if guess:
                draw_guess_line(painter, theme, left, x, base + theme.px(10))
            x += theme.px(GAP)
        self._draw_spans(painter, self._text.beside, x, base, right, " ")

    def _draw_under(self, painter: QPainter, left: int, right: int) -> float:
        base = self._brush.base(BESIDE, self.kit.theme.px(UNDER_TOP))
        return self._draw_spans(painter, self._text.under, left, base, right, DOT)

    def _draw_spans(
        self, painter: QPainter, spans: tuple[Span, ...], x: float, base: float, right: float, between: str
    ) -> float:
        """Draw words one after the other; what does not fit ends in dots."""
        theme, brush = self.kit.theme, self._brush
        for n, span in enumerate(spans):
            ink = Ink(BESIDE, span.role, span.bold)
            if n:
                x = brush.put(painter, Ink(BESIDE, "text_2"), "  " if span.icon else between, x, base)
            if x >= right - theme.px(30):
                break
            if span.icon:
                middle = base - theme.metrics(BESIDE).xHeight() / 2 - theme.px(1)
                x = brush.icon(painter, span.icon, span.role, x, middle, "icon.normal") + theme.px(ICON_GAP)
            block = brush.block(span.text, ink, max(1, round(right - x)))
            block.paint(painter, x, base - theme.rise(BESIDE))
            x += block.natural_width
        return x

    def _span_width(self, span: Span) -> float:
        return text_width(self.kit.theme, Ink(BESIDE, span.role, span.bold), f"{span.text} ")

    def _draw_hints(self, painter: QPainter, x: int, right: int) -> None:
        theme = self.kit.theme
        top = theme.px(UNDER_TOP) + (theme.line(BESIDE) - theme.line(HINT.style)) // 2
        base, middle = self._brush.base(HINT.style, top), top + theme.line(HINT.style) // 2
        for hint in self._text.hints:
            if x + self._hint_width(hint) > right:
                break
            x = draw_big_chord(painter, self.kit, caps_of(hint.keys), x, middle) + theme.px(ICON_GAP)
            x = round(self._brush.put(painter, HINT, hint.word, x, base)) + theme.px(HINT_GAP)

    def _hint_width(self, hint: KeyWord) -> float:
        theme = self.kit.theme
        return big_chord_width(theme, caps_of(hint.keys)) + theme.px(ICON_GAP) + text_width(theme, HINT, hint.word)

    def _draw_say(self, painter: QPainter, left: int, right: int) -> None:
        """Draw the line to be read out, never cut: a long one is set smaller."""
        theme, room = self.kit.theme, right - left
        block, ink = self._brush.block(self._text.say, SAY, room, lines=2), SAY
        if block.elided:
            block, ink = ThaiBlock(theme, self._text.say, LONG_SAY, room, 3), LONG_SAY
        top = (self.height() - block.height) / 2
        self._brush.put_block(painter, block, ink.style, left, top)
