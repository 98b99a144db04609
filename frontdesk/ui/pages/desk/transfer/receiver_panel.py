"""Who covers the matter now: with number, why not the owner, and until when they are there."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from frontdesk.services.transfers import TransferPreview
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.transfer.panel import PAD, Panel
from frontdesk.ui.pages.desk.transfer.receiver_words import ReceiverWords, receiver_words
from frontdesk.ui.paint.ink import Ink

NAME, PLACE, NUMBER = Ink("body", bold=True), Ink("label", "text_2"), Ink("body", "accent", bold=True)
LINE, QUIET = Ink("label", "text_2"), Ink("body", "text_2")
GAP, WHY_LINES, LEAST_PLACE = 8, 2, 120


class ReceiverPanel(Panel):
    """Shows whom the caller would be passed on to."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "transfer.who", parent)
        self._preview = TransferPreview()
        self._said: ReceiverWords | None = None
        kit.words.changed.connect(self._fill)

    @property
    def said(self) -> ReceiverWords | None:
        """What it says, None where nobody is known."""
        return self._said

    def show_receiver(self, preview: TransferPreview) -> None:
        self._preview = preview
        self._fill()

    def paint_body(self, painter: QPainter, left: int, top: int, width: int) -> None:
        if self._said is None:
            self._paint_nobody(painter, left, top, width)
            return
        said, brush = self._said, self.brush
        self._paint_who(painter, said, left, top, width)
        below = top + brush.theme.line("body") + brush.px(2)
        if said.why:
            below += self._paint_line(painter, "user", said.why, left, below, WHY_LINES)
        if said.until:
            icon = "clock" if said.there else "clock-alert"
            self._paint_line(painter, icon, said.until, left, max(below, self.foot_top()))

    def _paint_who(self, painter: QPainter, said: ReceiverWords, left: int, top: int, width: int) -> None:
        """Draw the name and number first; their place has what is left."""
        brush, base = self.brush, self.brush.base("body", top)
        right = brush.put_right(painter, NUMBER, said.number, left + width, base) - brush.px(GAP)
        name = brush.block(said.name, NAME, round(right - left))
        brush.put_block(painter, name, "body", left, top)
        x = left + name.natural_width + brush.px(GAP)
        if place := self._place(said, right - x):
            lower = top + (brush.theme.line("body") - brush.theme.line("label")) / 2
            brush.put_block(painter, brush.block(place, PLACE, round(right - x)), "label", x, lower)

    def _place(self, said: ReceiverWords, room: float) -> str:
        """Return what of role and place fits; a long one is cut only where much of it can be read."""
        fitting = (text for text in (said.place, said.short) if self.brush.width(PLACE, text) <= room)
        return next(fitting, said.place if room > self.brush.px(LEAST_PLACE) else "")

    def _paint_line(self, painter: QPainter, icon: str, text: str, left: int, top: int, most: int = 1) -> int:
        """Draw a sign and a text of so many lines at most; return how high it is."""
        brush = self.brush
        x = brush.icon(painter, icon, "text_2", left, top + brush.theme.line("label") / 2) + brush.px(6)
        block = brush.block(text, LINE, round(self.width() - brush.px(PAD) - x), most)
        brush.put_block(painter, block, "label", x, top)
        return block.lines * brush.theme.line("label")

    def _paint_nobody(self, painter: QPainter, left: int, top: int, width: int) -> None:
        brush, words = self.brush, self.kit.words
        block = brush.block(words("transfer.nobody"), QUIET, width, 2)
        brush.put_block(painter, block, "body", left, top)
        hint = brush.block(words("transfer.nobody_hint"), LINE, width, 2)
        brush.put_block(painter, hint, "label", left, top + block.lines * brush.theme.line("body"))

    def _fill(self) -> None:
        self._said = receiver_words(self._preview, self.kit.words)
        self.captioned.say("transfer.who" if self._said is None or self._said.there else "transfer.who_back")
        said = self._said
        parts = (said.name, said.place, said.number, said.why, said.until) if said else ()
        told = " ".join(filter(None, parts)) or self.kit.words("transfer.nobody")
        self.setAccessibleName(f"{self.caption}: {told}")
        self.update()
