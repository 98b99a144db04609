"""The palette and the one style sheet, filled from roles and measures."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtGui import QColor, QPalette

from frontdesk.paths import resources
from frontdesk.ui.tokens import TypeStyle

ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "canvas",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "line",
}
FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
GAP = re.compile(r"\$\{(color|px|font):([\w.]+)\}")


def palette(colors: Mapping[str, QColor]) -> QPalette:
    """Return Qt's palette for a theme."""
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(role, colors[name])
    for role in FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, colors["text_3"])
    return made


def font_sheet(pixels: int) -> str:
    """Return the style sheet that gives one window the font size which else comes from the application."""
    return f"QComboBox, QAbstractItemView {{ font-size: {pixels}px; }}"


def style_sheet(colors: Mapping[str, QColor], px: Callable[[str | float], int], styles: Mapping[str, TypeStyle]) -> str:
    """Return the style sheet with its ``${color:role}``, ``${px:measure}`` and ``${font:style}`` filled."""

    def fill(match: re.Match[str]) -> str:
        kind, name = match.groups()
        if kind == "color":
            return colors[name].name()
        if kind == "font":
            return str(px(styles[name].size))
        return str(px(float(name) if name[0].isdigit() else name))

    return GAP.sub(fill, (resources() / "themes" / "desk.qss").read_text("utf-8"))
