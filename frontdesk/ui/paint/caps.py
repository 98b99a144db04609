"""Key caps, so that the keys are on the screen beside what they do."""

from enum import Enum

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.theme import Theme

ENTER = "↵"
PAD, CHORD_GAP, WORD_GAP = 5, 3, 7
SHOWN_AS = {"Return": ENTER, "Enter": ENTER, "Escape": "Esc", "Plus": "+", "Minus": "-"}


class CapLook(Enum):
    """What a cap says: works from here, press it now, a hint only, on the primary button, asleep."""

    OUTLINED = ("text_2", "", "control")
    FILLED = ("on_accent", "accent", "")
    GHOST = ("text_3", "", "")
    ON_ACCENT = ("on_accent", "", "on_accent")

    @property
    def ink(self) -> Ink:
        return Ink("caption", self.value[0], self in (CapLook.FILLED, CapLook.ON_ACCENT))


def caps_of(shortcut: str) -> tuple[str, ...]:
    """Return the caps of a shortcut: "Ctrl+Return" gives Ctrl and the enter sign."""
    body = shortcut.removesuffix("+")
    keys = body.split("+") if body else []
    keys = [*(key for key in keys if key), *(["+"] if shortcut.endswith("+") else [])]
    return tuple(SHOWN_AS.get(key, key) for key in keys)


def cap_width(theme: Theme, key: str, look: CapLook = CapLook.OUTLINED) -> int:
    """Return the width of one cap."""
    inside = theme.px(12) if key == ENTER else round(text_width(theme, look.ink, key))
    pad = 0 if look is CapLook.GHOST else 2 * theme.px(PAD)
    least = 0 if look is CapLook.GHOST else theme.px("key_cap")
    return max(least, inside + pad)


def draw_cap(painter: QPainter, kit: Kit, key: str, x: int, middle: int, look: CapLook) -> int:
    """Draw a cap with its left edge at ``x``, centred on ``middle``; return its right edge."""
    theme = kit.theme
    height, width = theme.px("key_cap"), cap_width(theme, key, look)
    rect = QRect(x, middle - height // 2, width, height)
    _, fill, outline = look.value
    if fill or outline:
        draw_frame(painter, theme, rect, fill=fill, outline=outline, radius="radius.small")
    if key == ENTER:
        side = theme.px(12)
        kit.icons.paint(painter, "corner-down-left", look.ink.role, x + (width - side) // 2, middle - side // 2, side)
    else:
        _draw_key(painter, theme, look.ink, key, rect)
    return x + width


def _draw_key(painter: QPainter, theme: Theme, ink: Ink, key: str, rect: QRect) -> None:
    left = rect.x() + (rect.width() - text_width(theme, ink, key)) / 2
    middle = rect.y() + rect.height() / 2
    draw_text(painter, theme, ink, key, left, baseline(theme, ink.style, middle - theme.px(20), 2 * theme.px(20)))


def chord_width(theme: Theme, keys: tuple[str, ...], look: CapLook = CapLook.OUTLINED) -> int:
    """Return the width of caps that are pressed together."""
    return sum(cap_width(theme, key, look) for key in keys) + theme.px(CHORD_GAP) * max(0, len(keys) - 1)


def draw_chord(
    painter: QPainter, kit: Kit, keys: tuple[str, ...], x: int, middle: int, look: CapLook = CapLook.OUTLINED
) -> int:
    """Draw caps that are pressed together; return the right edge."""
    for n, key in enumerate(keys):
        x = draw_cap(painter, kit, key, x + (kit.theme.px(CHORD_GAP) if n else 0), middle, look)
    return x


def hint_width(theme: Theme, keys: tuple[str, ...], word: str, ink: Ink) -> int:
    """Return the width of caps with their word."""
    return chord_width(theme, keys) + theme.px(WORD_GAP) + round(text_width(theme, ink, word) + 0.5)


def draw_hint(painter: QPainter, kit: Kit, keys: tuple[str, ...], word: str, x: int, middle: int, ink: Ink) -> int:
    """Draw caps and what they do; return the right edge."""
    x = draw_chord(painter, kit, keys, x, middle) + kit.theme.px(WORD_GAP)
    half = kit.theme.px("field") // 2
    y = baseline(kit.theme, ink.style, middle - half, 2 * half)
    return round(draw_text(painter, kit.theme, ink, word, x, y) + 0.5)
