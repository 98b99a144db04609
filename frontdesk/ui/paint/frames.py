"""Frames, the selection and the focus ring."""

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from frontdesk.ui.theme import Theme

BAR_INSET = 8


def draw_frame(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    *,
    fill: str = "",
    outline: str = "",
    radius: str = "radius.control",
    stroke: str = "stroke.hair",
) -> None:
    """Draw a rounded box; its outline lies wholly inside ``rect``."""
    width = theme.px(stroke) if outline else 0
    inner = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(outline), width) if outline else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, theme.px(radius), theme.px(radius))
    painter.restore()


def draw_focus_ring(painter: QPainter, theme: Theme, rect: QRect, radius: str = "radius.control") -> None:
    """Draw the focus ring inside the edge of what has the focus."""
    draw_frame(painter, theme, rect, outline="focus", radius=radius, stroke="stroke.focus")


def draw_selection(painter: QPainter, theme: Theme, rect: QRect, active: bool = True) -> None:
    """Draw the ground of the selected row; ``active`` while its list or its box has the focus."""
    outline = "accent" if theme.outlined and active else ""
    fill = "accent_soft" if active else "hover"
    draw_frame(painter, theme, rect, fill=fill, outline=outline, radius="radius.row", stroke="stroke.focus")
    draw_bar(painter, theme, rect, "accent" if active else "control", theme.px(BAR_INSET))


def draw_hover(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Draw the ground of the row under the mouse."""
    draw_frame(painter, theme, rect, fill="hover", radius="radius.row")


def draw_bar(painter: QPainter, theme: Theme, rect: QRect, role: str = "accent", inset: int = 0) -> None:
    """Draw the upright bar at the left edge of a selected row or of a line to be spoken."""
    bar = QRect(rect.left(), rect.top() + inset, theme.px("selection"), rect.height() - 2 * inset)
    painter.fillRect(bar, theme.color(role))


def draw_hair(painter: QPainter, theme: Theme, left: int, right: int, y: int, role: str = "line") -> None:
    """Draw a level hairline from ``left`` up to ``right``."""
    painter.fillRect(QRect(left, y, right - left, theme.px("hair")), theme.color(role))


def draw_guess_line(painter: QPainter, theme: Theme, left: float, right: float, y: float) -> None:
    """Draw the dotted line under a guess; ``y`` is the foot of its line, below every mark."""
    width = theme.px(2)
    pen = QPen(theme.color("guess"), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.0, 1.0])
    painter.save()
    painter.setPen(pen)
    painter.drawLine(QLineF(left, y, right, y))
    painter.restore()
