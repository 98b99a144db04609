"""The main figures, one tile each: what, how much, how it changed, of how many."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.supervise.readings import KINDS, Reading
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided, text_width
from frontdesk.ui.paint.tags import TagLook, draw_tag, tag_width
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import Painted

HEIGHT, PAD, TOP = 108, 16, 9
LABEL, VALUE, UNIT, BASIS = 22, 46, 8, 22
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ARROWS = {1: "arrow-up", -1: "arrow-down"}
NAME, BASIS_INK = Ink("label", "text_2"), Ink("caption", "text_2")


class Tile(Painted):
    """One figure. ``chosen`` follows the focus and the mouse."""

    chosen = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.reading: Reading | None = None
        self._on = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_reading(self, reading: Reading) -> None:
        self.reading = reading
        name = self.kit.words(f"supervise.figure_{reading.code}")
        value = f"{reading.value} {reading.unit}".strip()
        told = self.kit.words("supervise.tile", name=name, value=value, change=reading.change, basis=reading.basis)
        self.setAccessibleName(" ".join(told.split()))
        self.setAccessibleDescription(reading.meaning)
        self.update()

    def set_on(self, on: bool) -> None:
        """Say that this figure is the one in the chart; only this one is reached by Tab."""
        self._on = on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(180), self.kit.theme.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        outline = "control" if self._on else "line"
        draw_frame(painter, theme, self.rect(), fill="surface", outline=outline, radius="radius.row")
        if self._on and not self.hasFocus():
            bar = theme.px("selection")
            painter.fillRect(theme.px(PAD), self.height() - bar, self.width() - 2 * theme.px(PAD), bar,
                             theme.color("accent"))  # fmt: skip
        if self.hasFocus():
            draw_focus_ring(painter, theme, self.rect(), "radius.row")
        if self.reading is not None:
            self._paint_reading(painter, self.reading)

    def _paint_reading(self, painter: QPainter, reading: Reading) -> None:
        theme, px = self.kit.theme, self.kit.theme.px
        left, right, top = px(PAD), self.width() - px(PAD), px(TOP)
        name = self.kit.words(f"supervise.figure_{reading.code}")
        room = right - left - self._paint_weak(painter, reading, right, top)
        draw_text(painter, theme, NAME, elided(theme, NAME, name, room), left, baseline(theme, "label", top, px(LABEL)))
        y = baseline(theme, "number", top + px(LABEL), px(VALUE))
        value = Ink("number", "text_3" if reading.weak else "text", bold=True, tabular=True)
        x = draw_text(painter, theme, value, reading.value, left, y)
        if reading.unit:
            x = draw_text(painter, theme, Ink("body", "text_2"), reading.unit, x + px(UNIT), y)
        wide = x < right - self._change_width(reading)
        if wide:
            self._paint_change(painter, reading, right, y)
        basis = reading.basis if wide or not reading.change else f"{reading.change} · {reading.basis}"
        y = baseline(theme, "caption", top + px(LABEL + VALUE), px(BASIS))
        draw_text(painter, theme, BASIS_INK, elided(theme, BASIS_INK, basis, right - left), left, y)

    def _paint_weak(self, painter: QPainter, reading: Reading, right: int, top: int) -> int:
        """Mark a percentage of few; return the room it took."""
        if not reading.weak:
            return 0
        tag = TagLook(self.kit.words("supervise.weak"))
        width = tag_width(self.kit.theme, tag)
        draw_tag(painter, self.kit, tag, right - width, top + self.kit.theme.px(LABEL) // 2)
        return width + self.kit.theme.px("x2")

    def _change_width(self, reading: Reading) -> float:
        theme = self.kit.theme
        ink = Ink("label", bold=reading.good is False)
        return text_width(theme, ink, reading.change) + theme.px("icon.small") + theme.px("x3")

    def _paint_change(self, painter: QPainter, reading: Reading, right: int, y: float) -> None:
        if not reading.change:
            return
        theme, role = self.kit.theme, {True: "verified", False: "overdue", None: "text_2"}[reading.good]
        ink = Ink("label", role, bold=reading.good is False)
        left = right - text_width(theme, ink, reading.change)
        draw_text(painter, theme, ink, reading.change, left, y)
        side = theme.px("icon.small")
        icon_y = y - theme.metrics("label").ascent() / 2 - side / 2 + theme.px(2)
        self.kit.icons.paint(painter, ARROWS[reading.rise], role, left - side - theme.px("x1"), icon_y, side)


class TileRow(Ground):
    """All tiles; Left and Right choose. ``chosen`` carries the place of the figure."""

    chosen = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self.place = 1
        self.tiles = tuple(Tile(kit, self) for _ in KINDS)
        row = QHBoxLayout(self)
        for place, tile in enumerate(self.tiles):
            row.addWidget(tile, 1)
            tile.chosen.connect(lambda place=place: self.choose(place))
            tile.set_on(place == self.place)
        self.space(row, gap=12)
        kit.words.bind(self, self.setAccessibleName, "supervise.tiles")
        self.setFocusProxy(self.tiles[self.place])

    def show_readings(self, found: Sequence[Reading]) -> None:
        for tile, reading in zip(self.tiles, found, strict=True):
            tile.show_reading(reading)

    def choose(self, place: int) -> None:
        """Choose a figure as a person does."""
        if place == self.place:
            return
        self.place = place
        for number, tile in enumerate(self.tiles):
            tile.set_on(number == place)
        self.setFocusProxy(self.tiles[place])
        self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.place + STEPS.get(Qt.Key(event.key()), 0)
        if place != self.place and 0 <= place < len(self.tiles):
            self.tiles[place].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() not in STEPS:
            super().keyPressEvent(event)
