"""Buttons for the booth: 44 high and more, with keys that can be read from two metres."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import ENTER, CapLook, caps_of
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.buttons import KeyButton

CAP, CAP_PAD, CAP_GAP, WORD_GAP, ICON_GAP = 26, 6, 3, 10, 9
LOW, HIGH = 44, 56


def big_chord_width(theme: Theme, keys: tuple[str, ...]) -> int:
    """Return the width of large caps that are pressed together."""
    return sum(_cap_width(theme, key) for key in keys) + theme.px(CAP_GAP) * max(0, len(keys) - 1)


def draw_big_chord(
    painter: QPainter, kit: Kit, keys: tuple[str, ...], x: int, middle: int, look: CapLook = CapLook.OUTLINED
) -> int:
    """Draw large caps from ``x``, centred on ``middle``; return the right edge."""
    for n, key in enumerate(keys):
        x = _draw_cap(painter, kit, key, x + (kit.theme.px(CAP_GAP) if n else 0), middle, look)
    return x


def _cap_ink(look: CapLook) -> Ink:
    return Ink("gate_small", look.ink.role, look.ink.bold)


def _cap_width(theme: Theme, key: str) -> int:
    inside = theme.px("icon.small") if key == ENTER else round(text_width(theme, _cap_ink(CapLook.OUTLINED), key))
    return max(theme.px(CAP), inside + 2 * theme.px(CAP_PAD))


def _draw_cap(painter: QPainter, kit: Kit, key: str, x: int, middle: int, look: CapLook) -> int:
    theme, height, width = kit.theme, kit.theme.px(CAP), _cap_width(kit.theme, key)
    rect = QRect(x, middle - height // 2, width, height)
    _, fill, outline = look.value
    if fill or outline:
        draw_frame(painter, theme, rect, fill=fill, outline=outline, radius="radius.small")
    ink = _cap_ink(look)
    if key == ENTER:
        side = theme.px("icon.small")
        left, top = x + (width - side) // 2, middle - side // 2
        kit.icons.paint(painter, "corner-down-left", ink.role, left, top, side)
    else:
        half = theme.px(24)
        left = x + round((width - text_width(theme, ink, key)) / 2)
        draw_text(painter, theme, ink, key, left, baseline(theme, ink.style, middle - half, 2 * half))
    return x + width


class BigButton(KeyButton):
    """Sign, keys and word; ``high`` is its height in design pixels."""

    pad, high = 16, LOW
    outline, stroke, ink = "control", "stroke.hair", Ink("gate_small")
    icon_size = "icon.gate"

    def __init__(self, kit: Kit, name: str, shortcut: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kit, name, shortcut, icon, parent)

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        word = round(text_width(theme, self.ink, self._word) + 0.5)
        return QSize(2 * theme.px(self.pad) + self._lead_width() + word, theme.px(self.high))

    def _lead_width(self) -> int:
        theme = self.kit.theme
        width = theme.px(self.icon_size) + theme.px(ICON_GAP) if self._icon else 0
        return width + (big_chord_width(theme, self._keys) + theme.px(WORD_GAP) if self._keys else 0)

    def _draw_icon(self, painter: QPainter, x: int) -> int:
        if not self._icon:
            return x
        side = self.kit.theme.px(self.icon_size)
        self.kit.icons.paint(painter, self._icon, self.ink.role, x, (self.height() - side) // 2, side)
        return x + side + self.kit.theme.px(ICON_GAP)

    def _draw_keys(self, painter: QPainter, x: int) -> int:
        if not self._keys:
            return x
        end = draw_big_chord(painter, self.kit, self._keys, x, self.height() // 2, self.cap_look)
        return end + self.kit.theme.px(WORD_GAP)

    def _draw_word(self, painter: QPainter, x: int) -> int:
        y = baseline(self.kit.theme, self.ink.style, 0, self.height())
        end = draw_text(painter, self.kit.theme, self.ink, self._word, x, y)
        return round(end + 0.5) + self.kit.theme.px(WORD_GAP)


class PrimaryKey(BigButton):
    """The one primary key of the gate, 56 high."""

    pad, high = 22, HIGH
    fill, outline, ink = "accent", "accent", Ink("gate_time", "on_accent", bold=True)
    cap_look = CapLook.ON_ACCENT

    def set_keys_and_text(self, shortcut: str, word: str) -> None:
        """Say another thing, by another key."""
        self._keys = caps_of(shortcut)
        self.show_text(word)


class AlarmButton(BigButton):
    """The evacuation roll, alone in the outline of danger."""

    outline, stroke, word_first = "danger", "stroke.focus", True
    ink = Ink("gate_small", "danger", bold=True)
