"""One notice as a card: what it says, whole, until when, and the key that says it was read."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import caps_of, draw_hint
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.widgets.labels import Painted

SIDE, TOP, BOTTOM, ICON_GAP, GAP, FOOT, RAISED = 18, 10, 8, 10, 12, 32, 6
"""``RAISED`` is how far the middle of a sign stands above the baseline of its title."""
TITLE, TEXT = Ink("row_say", bold=True), Ink("body")
SIZES = {
    "large": (Ink("gate_time", bold=True), Ink("gate_body")),
    "usual": (TITLE, TEXT),
    "small": (Ink("caption", bold=True), Ink("caption")),
}
UNTIL, HINT, READ = Ink("label", "text_2"), Ink("label", "text_2"), Ink("label", "verified", bold=True)


@dataclass(frozen=True, slots=True)
class CardLook:
    """What a card says. ``marked`` is that somebody says they have read it."""

    title: str = ""
    text: str = ""
    until: str = ""
    marked: bool = False


class NoticeCard(Painted):
    """Nothing on it is ever cut: it asks for the height that its words need. ``pressed`` follows a click.

    ``outline`` is the role of its edge. With no shortcut the foot with the key is left out.
    """

    pressed = Signal()

    def __init__(self, kit: Kit, shortcut: str = "", outline: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._shortcut, self._outline, self._look = shortcut, outline, CardLook()
        self._inks = TITLE, TEXT
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.words.changed.connect(self._name_it)

    @property
    def look(self) -> CardLook:
        return self._look

    def show_look(self, look: CardLook) -> None:
        """Say something else."""
        self._look = look
        self._name_it()
        self.refresh()

    def set_size(self, size: str) -> None:
        """Write in one of ``SIZES``."""
        if SIZES[size] != self._inks:
            self._inks = SIZES[size]
            self.refresh()

    def heightForWidth(self, width: int) -> int:
        px = self.kit.theme.px
        said = sum(block.height for block in self._blocks(width) if block is not None)
        return px(TOP) + said + self._foot_height + px(BOTTOM)

    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self.kit.theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(160), self.kit.theme.line("body"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        draw_frame(painter, theme, self.rect(), fill="surface", outline=self._outline, radius="radius.row")
        side, top = theme.px("icon.normal"), theme.px(TOP)
        base = top + theme.rise(self._inks[0 if self._look.title else 1].style)
        middle = base - theme.px(RAISED)
        self.kit.icons.paint(painter, "megaphone", "accent", theme.px(SIDE), middle - side // 2, side)
        until = self.width() - theme.px(SIDE) - text_width(theme, UNTIL, self._look.until)
        draw_text(painter, theme, UNTIL, self._look.until, until, base)
        y = top
        for block in self._blocks(self.width()):
            if block is not None:
                block.paint(painter, self._left, y)
                y += block.height
        if self._shortcut:
            self._paint_foot(painter, y + self._foot_height // 2 + self.kit.theme.px(2))

    def _paint_foot(self, painter: QPainter, middle: int) -> None:
        word, theme = self.kit.words("notices.read"), self.kit.theme
        if not self._look.marked:
            draw_hint(painter, self.kit, caps_of(self._shortcut), word, self._left, middle, HINT)
            return
        side = theme.px("icon.small")
        self.kit.icons.paint(painter, "circle-check", READ.role, self._left, middle - side // 2, side)
        height = theme.line(READ.style)
        y = baseline(theme, READ.style, middle - height / 2, height)
        draw_text(painter, theme, READ, word, self._left + side + theme.px("x2"), y)

    @property
    def _left(self) -> int:
        px = self.kit.theme.px
        return px(SIDE) + px("icon.normal") + px(ICON_GAP)

    @property
    def _foot_height(self) -> int:
        return self.kit.theme.px(FOOT) if self._shortcut else 0

    def _blocks(self, width: int) -> tuple[ThaiBlock | None, ThaiBlock | None]:
        """Return title and text laid out; the first of them leaves room for until when."""
        theme, look = self.kit.theme, self._look
        room = width - self._left - theme.px(SIDE)
        beside = room - round(text_width(theme, UNTIL, look.until)) - (theme.px(GAP) if look.until else 0)
        title = ThaiBlock(theme, look.title, self._inks[0], beside) if look.title else None
        text = ThaiBlock(theme, look.text, self._inks[1], room if look.title else beside) if look.text else None
        return title, text

    def _name_it(self) -> None:
        look, words = self._look, self.kit.words
        key = words("notices.was_read") if look.marked else f"{self._shortcut} {words('notices.read')}"
        said = (look.title, look.text, look.until, key if self._shortcut else "")
        self.setAccessibleName(", ".join(filter(None, said)))
        self.update()
