"""Single lines of text, placed so that no Thai mark is cut."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter

from frontdesk.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Ink:
    """How text looks: a type style, a colour role, bold or not, digits of one width or not."""

    style: str = "body"
    role: str = "text"
    bold: bool = False
    tabular: bool = False

    def font(self, theme: Theme) -> QFont:
        return theme.font(self.style, self.bold, self.tabular)


def baseline(theme: Theme, style: str, top: float, height: float) -> float:
    """Return where the baseline goes to centre a line in ``height`` with its marks kept inside."""
    metrics = theme.metrics(style)
    centred = top + (height + metrics.ascent() - metrics.descent()) / 2
    return max(top + theme.rise(style), min(centred, top + height - theme.drop(style)))


def line_height(theme: Theme, style: str) -> int:
    """Return the height of a widget that shows one line and may clip it."""
    return max(theme.line(style), theme.rise(style) + theme.drop(style))


def text_width(theme: Theme, ink: Ink, text: str) -> float:
    """Return how far a text reaches, in pixels."""
    return theme.text_width(text, ink.style, ink.bold, ink.tabular)


def elided(theme: Theme, ink: Ink, text: str, width: float) -> str:
    """Return as much of a text as fits, ended by dots where it is cut."""
    if text_width(theme, ink, text) <= width:
        return text
    return theme.metrics(ink.style, ink.bold, ink.tabular).elidedText(text, Qt.TextElideMode.ElideRight, width)


def draw_text(painter: QPainter, theme: Theme, ink: Ink, text: str, x: float, y: float) -> float:
    """Draw a text with its baseline at ``y``; return where it ends."""
    painter.setFont(ink.font(theme))
    painter.setPen(theme.color(ink.role))
    painter.drawText(QPointF(x, y), text)
    return x + text_width(theme, ink, text)
