"""The quiet line in the strip: what was just done, and the key that takes it back."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.caps import draw_hint, hint_width
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

TEXT, WRONG, KEY_WORD = Ink("label", "text_2"), Ink("label", "danger"), Ink("caption", "text_2")
UNDO_KEYS, GAP = ("Ctrl", "Z"), 10


class StripStatus(Painted):
    """Shows a sentence for a while.

    ``said`` comes with every other sentence, ``gone`` when an offer to undo has passed.
    """

    said = Signal()
    gone = Signal()
    undo_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._text, self._ink, self._undo = Brush(kit), "", TEXT, False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._pass)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    @property
    def offers_undo(self) -> bool:
        """Tell whether what it says can be undone just now."""
        return self._undo

    def needed_width(self) -> int:
        """Return how wide it must be for the whole sentence and its key; 0 when it says nothing."""
        if not self._text:
            return 0
        brush = self._brush
        sign = brush.px("icon.small") + brush.px(6) if self._undo else 0
        return round(brush.px(GAP) + sign + brush.width(self._ink, self._text) + self._aside() + 1.5)

    def offer_undo(self, text: str) -> None:
        """Say that something was done, with the key that undoes it, for a few seconds."""
        self._say(text, TEXT, undo=True)
        self._timer.start(self.kit.theme.motion("undo_ms") or 4_000)

    def hold(self) -> None:
        """Let what is offered stay on offer until something else is said."""
        self._timer.stop()

    def tell(self, text: str) -> None:
        """Say something for a few seconds."""
        self._say(text, TEXT, undo=False)
        self._timer.start(4_000)

    def complain(self, text: str) -> None:
        """Say what went wrong, until something else is said."""
        self._timer.stop()
        self._say(text, WRONG, undo=False)

    def clear(self) -> None:
        self._timer.stop()
        self._say("", TEXT, undo=False)

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(160), self._brush.px("button"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._undo:
            self.undo_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        painter, brush = QPainter(self), self._brush
        middle, word, aside = self.height() / 2, self.kit.words("desk.undo"), self._aside()
        x: float = brush.px(GAP)
        if self._ink is TEXT and self._undo:
            x = brush.icon(painter, "check", "verified", x, middle) + brush.px(6)
        block = brush.block(self._text, self._ink, round(self.width() - x - aside))
        brush.put_block(painter, block, "label", x, middle - brush.theme.line("label") / 2)
        if self._undo:
            x += block.natural_width + brush.px(GAP)
            draw_hint(painter, brush.kit, UNDO_KEYS, word, round(x), round(middle), KEY_WORD)

    def _aside(self) -> int:
        """Return the width of the key and its word, where they are shown."""
        hint = hint_width(self._brush.theme, UNDO_KEYS, self.kit.words("desk.undo"), KEY_WORD)
        return hint + self._brush.px(GAP) if self._undo else 0

    def _say(self, text: str, ink: Ink, undo: bool) -> None:
        had_offer, self._undo = self._undo, undo
        self._text, self._ink = text, ink
        self.setAccessibleName(text)
        self.update()
        self.said.emit()
        if had_offer and not undo:
            self.gone.emit()

    def _pass(self) -> None:
        self._say("", TEXT, undo=False)
