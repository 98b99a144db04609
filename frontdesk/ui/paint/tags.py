"""Tags: a word in a small box, with a sign where it tells a state."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.theme import Theme

PAD, ICON_GAP = 8, 5


@dataclass(frozen=True, slots=True)
class TagLook:
    """What a tag says and how. ``state`` is a colour role with a soft ground, or empty for plain."""

    text: str
    state: str = ""
    icon: str = ""
    bold: bool = False

    @property
    def ink(self) -> Ink:
        return Ink("caption", self.state or "text_2", self.bold)


def tag_width(theme: Theme, tag: TagLook) -> int:
    """Return the width of a tag."""
    icon = theme.px("icon.small") + theme.px(ICON_GAP) if tag.icon else 0
    return round(text_width(theme, tag.ink, tag.text) + 0.5) + 2 * theme.px(PAD) + icon


def draw_tag(painter: QPainter, kit: Kit, tag: TagLook, x: int, middle: int) -> int:
    """Draw a tag with its left edge at ``x``, centred on ``middle``; return its right edge."""
    theme = kit.theme
    rect = QRect(x, middle - theme.px("tag") // 2, tag_width(theme, tag), theme.px("tag"))
    _draw_ground(painter, theme, tag, rect)
    left = rect.x() + theme.px(PAD)
    if tag.icon:
        side = theme.px("icon.small")
        kit.icons.paint(painter, tag.icon, tag.ink.role, left, middle - side // 2, side)
        left += side + theme.px(ICON_GAP)
    y = baseline(theme, tag.ink.style, rect.y(), rect.height())
    draw_text(painter, theme, tag.ink, tag.text, left, y)
    return rect.x() + rect.width()


def _draw_ground(painter: QPainter, theme: Theme, tag: TagLook, rect: QRect) -> None:
    if tag.state and not theme.outlined:
        draw_frame(painter, theme, rect, fill=f"{tag.state}_soft", radius="radius.small")
    else:
        draw_frame(painter, theme, rect, outline=tag.state or "line", radius="radius.small")
