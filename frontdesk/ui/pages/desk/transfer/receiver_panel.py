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
GAP = 8


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
        if said.why:
            self._paint_line(painter, "user", said.why, left, top + brush.theme.line("body") + brush.px(2))
        if said.until:
            self._paint_line(painter, "clock" if said.there else "clock-alert", said.until, left, self.foot_top())

    def _paint_who(self, painter: QPainter, said: ReceiverWords, left: int, top: int, width: int) -> None:
        """Draw the name and number first; their place has what is left."""
        brush, base = self.brush, self.brush.base("body", top)
        right = brush.put_right(painter, NUMBER, said.number, left + width, base) - brush.px(GAP)
        name = brush.block(said.name, NAME, round(right - left))
        brush.put_block(painter, name, "body", left, top)
        x = left + name.natural_width + brush.px(GAP)
        if said.place and right - x > brush.px(40):
            lower = top + (brush.theme.line("body") - brush.theme.line("label")) / 2
            brush.put_block(painter, brush.block(said.place, PLACE, round(right - x)), "label", x, lower)

    def _paint_line(self, painter: QPainter, icon: str, text: str, left: int, top: int) -> None:
        brush = self.brush
        x = brush.icon(painter, icon, "text_2", left, top + brush.theme.line("label") / 2) + brush.px(6)
        room = round(self.width() - brush.px(PAD) - x)
        brush.put_block(painter, brush.block(text, LINE, room), "label", x, top)

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
