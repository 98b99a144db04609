"""Roles turned into colours, fonts and pixels for the chosen theme, zoom and window width."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from frontdesk.ui.fonts import load_fonts
from frontdesk.ui.night import is_night
from frontdesk.ui.style import font_sheet, palette, style_sheet
from frontdesk.ui.tokens import Tokens, TypeStyle, load_tokens

SYSTEM, CLOCK = "system", "clock"
WIDE_FROM, NARROW_BELOW = 1600, 1100
ZOOM_MIN, ZOOM_MAX, ZOOM_STEP = 100, 200, 10
REMEMBERED = 1_000
FontKey = tuple[str, bool, bool]


class Theme(QObject):
    """What a widget asks for looks. A widget names a role, never a colour or a number.

    ``changed`` tells widgets to measure and paint again; nothing is ever rebuilt for it. The first theme dresses
    the whole application; one that stands ``alone`` only the window it is given, where it looks different.
    """

    changed = Signal()

    def __init__(
        self, name: str = SYSTEM, zoom: int = ZOOM_MIN, tokens: Tokens | None = None, alone: bool = False
    ) -> None:
        super().__init__()
        load_fonts()
        self._tokens = tokens or load_tokens()
        self._wish, self._name = name, ""
        self._wide = self._narrow = self._turned = False
        self._night = is_night(datetime.now(UTC))
        self._alone = alone
        self._window: QWidget | None = None
        self._zoom, self._width = _bounded(zoom), 0
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[FontKey, QFont] = {}
        self._metrics: dict[FontKey, QFontMetricsF] = {}
        self._widths: dict[tuple[FontKey, str], float] = {}
        self._heights: dict[tuple[str, str], int] = {}
        self._pixels: dict[str | float, int] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_change)
        self._settle()

    @property
    def name(self) -> str:
        """The theme in force: light, dark or high_contrast."""
        return self._name

    @property
    def wish(self) -> str:
        """The theme asked for, which may be "system" or "clock"."""
        return self._wish

    @property
    def zoom(self) -> int:
        """Size in percent."""
        return self._zoom

    @property
    def scale(self) -> float:
        return self._zoom / 100

    @property
    def wide(self) -> bool:
        """Whether the window is at least 1600 wide at 100 %."""
        return self._wide

    @property
    def narrow(self) -> bool:
        """Whether the window is less than 1100 wide at 100 %: icons only, one pane at a time."""
        return self._narrow

    @property
    def outlined(self) -> bool:
        """Whether soft fills become outlines, as high contrast needs."""
        return self._name == "high_contrast"

    def color(self, role: str) -> QColor:
        """Return a role's colour, to be looked at only. An unknown role is a bug: KeyError."""
        return self._colors[role]

    def font(self, style: str, bold: bool = False, tabular: bool = False) -> QFont:
        """Return a type style's font, to be looked at only; ``tabular`` gives all digits one width."""
        key = (style, bold, tabular)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(*key)
        return self._fonts[key]

    def metrics(self, style: str, bold: bool = False, tabular: bool = False) -> QFontMetricsF:
        """Return the measures of a type style's font."""
        key = (style, bold, tabular)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(*key))
        return self._metrics[key]

    def text_width(self, text: str, style: str, bold: bool = False, tabular: bool = False) -> float:
        """Return how far a text reaches in a type style's font, in pixels."""
        key = ((style, bold, tabular), text)
        if key not in self._widths:
            if len(self._widths) >= REMEMBERED:
                del self._widths[next(iter(self._widths))]
            self._widths[key] = self.metrics(*key[0]).horizontalAdvance(text)
        return self._widths[key]

    def line(self, style: str) -> int:
        """Return the distance between baselines in pixels."""
        return self._height("line", style)

    def rise(self, style: str) -> int:
        """Return the room in pixels that Thai marks need above the first baseline."""
        return self._height("rise", style)

    def drop(self, style: str) -> int:
        """Return the room in pixels that Thai marks need below the last baseline."""
        return self._height("drop", style)

    def px(self, measure: str | float) -> int:
        """Return a measure ("field", "icon.small") or a number of the design, in pixels as zoomed."""
        try:
            return self._pixels[measure]
        except KeyError:
            found = self._pixels[measure] = self._measured(measure)
            return found

    def motion(self, name: str) -> int:
        """Return a duration in ms; 0 where the system asks for no animation."""
        style = QApplication.style()
        still = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
        return 0 if still else self._tokens.motion[name]

    def dress(self, window: QWidget) -> None:
        """Take a window that is dressed so, whatever others look like."""
        self._window = window
        self.dress_again()

    def dress_again(self) -> None:
        """See whether the window still has to be dressed otherwise than the application now is."""
        app, window = QApplication.instance(), self._window
        if not self._alone or window is None or not isinstance(app, QApplication):
            return
        sheet = self._sheet()
        own = sheet + font_sheet(self.font("body").pixelSize()) if sheet != app.styleSheet() else ""
        if own != window.styleSheet():
            window.setPalette(palette(self._colors) if own else QPalette())
            window.setStyleSheet(own)

    def set_theme(self, name: str) -> None:
        """Choose "light", "dark", "high_contrast", "system", or "clock", which is dark at night."""
        self._wish, self._turned = name, False
        self._settle()

    def look_at_clock(self, now: datetime) -> None:
        """Take note of the time: by the clock dusk and dawn change the theme."""
        night = is_night(now)
        if night != self._night:
            self._night, self._turned = night, False
            if self._wish == CLOCK:
                self._settle()

    def switch_dark(self) -> None:
        """Turn light into dark or dark into light; by the clock, until it turns next. High contrast stays."""
        if self._wish == CLOCK:
            self._turned = not self._turned
            self._settle()
        elif not self.outlined:
            self.set_theme("light" if self._name == "dark" else "dark")

    def set_zoom(self, percent: int) -> None:
        """Choose the size, 100 to 200 %."""
        if _bounded(percent) != self._zoom:
            self._zoom = _bounded(percent)
            self._wide, self._narrow = self._shape()
            self._settle()

    def set_window_width(self, width: int) -> None:
        """Take note of the window's width in pixels; wide windows use larger type."""
        self._width = width
        shape = self._shape()
        if shape != (self._wide, self._narrow):
            self._wide, self._narrow = shape
            self._forget()
            self.changed.emit()

    def _shape(self) -> tuple[bool, bool]:
        """Tell whether the window is wide, and whether it is narrow; neither before its width is known."""
        width = self._width / self.scale
        return width >= WIDE_FROM, 0 < width < NARROW_BELOW

    def _forget(self) -> None:
        """Drop what was worked out for the looks before."""
        for memory in (self._fonts, self._metrics, self._widths, self._heights, self._pixels):
            memory.clear()

    def _height(self, measure: str, style: str) -> int:
        try:
            return self._heights[measure, style]
        except KeyError:
            found = self._heights[measure, style] = self._measured_height(measure, self._style(style))
            return found

    def _measured_height(self, measure: str, style: TypeStyle) -> int:
        if measure == "line":
            return round(style.line * self.scale)
        part = self._tokens.rise if measure == "rise" else self._tokens.drop
        return round(style.size * self.scale * part + 0.49)

    def _measured(self, measure: str | float) -> int:
        value = self._tokens.measures[measure] if isinstance(measure, str) else measure
        return max(1, round(value * self.scale)) if value else 0

    def _style(self, style: str) -> TypeStyle:
        styles = self._tokens.styles
        return self._tokens.wide_styles.get(style, styles[style]) if self._wide else styles[style]

    def _make_font(self, style: str, bold: bool, tabular: bool) -> QFont:
        chosen = self._style(style)
        font = QFont()
        font.setFamilies(list(self._tokens.families))
        font.setPixelSize(round(chosen.size * self.scale))
        font.setBold(bold or chosen.weight >= QFont.Weight.Bold)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _settle(self) -> None:
        chosen = {SYSTEM: _system_theme(), CLOCK: "dark" if self._night != self._turned else "light"}
        self._name = chosen.get(self._wish, self._wish)
        self._colors = {role: QColor(value) for role, value in self._tokens.colors[self._name].items()}
        self._forget()
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        app = QApplication.instance()
        if self._alone:
            self.dress_again()
        elif isinstance(app, QApplication):
            if not app.styleSheet():
                app.setStyle("Fusion")
            app.setFont(self.font("body"))
            app.setPalette(palette(self._colors))
            app.setStyleSheet(self._sheet())

    def _sheet(self) -> str:
        return style_sheet(self._colors, self.px, self._tokens.styles)

    def _on_system_change(self) -> None:
        if self._wish == SYSTEM:
            self._settle()
        self.dress_again()


def _bounded(percent: int) -> int:
    return max(ZOOM_MIN, min(ZOOM_MAX, percent))


def _system_theme() -> str:
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"
