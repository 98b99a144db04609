"""A button of the filter bar: what it filters by, what is chosen, its key; it opens a menu."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.filter_menu import Entry, FilterMenu
from frontdesk.ui.paint.frames import draw_focus_ring
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.buttons import KeyButton

LABEL, VALUE = Ink("label"), Ink("label", "text_2")
ON, KEY = Ink("label", "accent", bold=True), Ink("caption", "text_3")
GAP, CHEVRON, LONGEST = 6, 14, 22


class FilterButton(KeyButton):
    """``entries`` makes what its menu offers, each time it opens."""

    pad = 10
    named = False
    """Whether its name stays beside the value where there is little room."""

    def __init__(self, kit: Kit, name: str, shortcut: str, icon: str, parent: QWidget | None = None) -> None:
        self._value, self._all, self._tight = "", "", False
        super().__init__(kit, name, shortcut, icon, parent)
        self.entries: Callable[[], list[Entry]] = list
        self.menu = FilterMenu(kit, name, lambda: self.entries(), self)
        self.clicked.connect(self.open_menu)
        kit.words.bind(self, self._say_all, "log.all")

    def open_menu(self) -> None:
        """Open the menu under the button."""
        self.menu.open(self)

    def set_value(self, value: str) -> None:
        """Show what is chosen; empty for everything."""
        if value != self._value:
            self._value = value
            self.outline, self.fill = ("accent", "accent_soft") if value else ("line", "surface")
            self.setAccessibleDescription(value or self._all)
            self.refresh()

    def set_tight(self, tight: bool) -> None:
        """Leave out what can be guessed, where there is little room."""
        if tight != self._tight:
            self._tight = tight
            self.refresh()

    @property
    def value(self) -> str:
        return self._value

    def sizeHint(self) -> QSize:
        theme, px = self.kit.theme, self.kit.theme.px
        width = 2 * px(self.pad) + px("icon.small") + sum(text_width(theme, ink, text) for ink, text in self._parts())
        return QSize(round(width + 0.5) + px(GAP) * (len(self._parts()) + 1) + px(CHEVRON), px("button"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.kit.theme, self.kit.theme.px
        self._draw_ground(painter, self.rect())
        side, x = px("icon.small"), px(self.pad)
        role = "accent" if self._value else "text"
        self.kit.icons.paint(painter, self._icon, role, x, (self.height() - side) // 2, side)
        x += side + px(GAP)
        for ink, text in self._parts():
            y = baseline(theme, ink.style, 0, self.height())
            x = round(draw_text(painter, theme, ink, text, x, y) + 0.5) + px(GAP)
        chevron = px(CHEVRON)
        left, top = self.width() - px(self.pad) - chevron, (self.height() - chevron) // 2
        self.kit.icons.paint(painter, "chevron-down", "text_2", left, top, chevron)
        if self.hasFocus():
            draw_focus_ring(painter, theme, self.rect())

    def _parts(self) -> list[tuple[Ink, str]]:
        """Return what is written, from left to right."""
        keys = (KEY, " ".join(self._keys))
        if not self._value:
            return [(LABEL, self._word), *([] if self.named or self._tight else [(VALUE, self._all)]), keys]
        value = self._value if len(self._value) <= LONGEST else f"{self._value[: LONGEST - 1]}…"
        return [*([(LABEL, self._word)] if self.named or not self._tight else []), (ON, value), keys]

    def _say_all(self, word: str) -> None:
        self._all = word
        self.refresh()


def toggled(values: Iterable[object], value: object, order: Iterable[object]) -> tuple[object, ...]:
    """Return values with one more, or without it if it was there, in their order."""
    chosen = set(values) ^ {value}
    return tuple(one for one in order if one in chosen)
