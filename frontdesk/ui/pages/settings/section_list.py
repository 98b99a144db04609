"""The parts of the settings, down the left side."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_focus_ring, draw_selection
from frontdesk.ui.paint.ink import Ink, baseline, draw_text
from frontdesk.ui.widgets.labels import Painted

ROW, MARGIN, PAD, ICON_GAP = 44, 8, 12, 12
Part = tuple[str, str]
"""The name of a part's title, and its icon."""


class SectionList(Painted):
    """Up and Down move; ``chosen`` carries the place of the part, from 0."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, kit: Kit, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._parts, self._place = tuple(parts), 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.bind(self, self.setAccessibleName, "settings.parts")
        kit.words.changed.connect(self._tell)
        self._tell()

    @property
    def place(self) -> int:
        return self._place

    def choose(self, place: int) -> None:
        """Go to a part; beyond the ends it stays."""
        place = max(0, min(place, len(self._parts) - 1))
        if place != self._place:
            self._place = place
            self._tell()
            self.chosen.emit(place)

    def sizeHint(self) -> QSize:
        px = self.kit.theme.px
        return QSize(px(200), len(self._parts) * px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Up: self._place - 1, Qt.Key.Key_Down: self._place + 1, Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: len(self._parts)}  # fmt: skip
        place = keys.get(Qt.Key(event.key()))
        if place is not None:
            self.choose(place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choose(int(event.position().y()) // self.kit.theme.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(len(self._parts)):
            self._paint_row(painter, place)

    def _paint_row(self, painter: QPainter, place: int) -> None:
        theme, (name, icon) = self.kit.theme, self._parts[place]
        row, margin = theme.px(ROW), theme.px(MARGIN)
        rect = QRect(margin, place * row, self.width() - 2 * margin, row)
        on = place == self._place
        if on:
            draw_selection(painter, theme, rect, self.hasFocus())
            if self.hasFocus():
                draw_focus_ring(painter, theme, rect, "radius.row")
        side, ink = theme.px("icon.normal"), Ink("body", bold=on)
        left = rect.x() + theme.px(PAD)
        self.kit.icons.paint(painter, icon, "accent" if on else "text_2", left, rect.y() + (row - side) // 2, side)
        y = baseline(theme, ink.style, rect.y(), row)
        draw_text(painter, theme, ink, self.kit.words(name), left + side + theme.px(ICON_GAP), y)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.kit.words(self._parts[self._place][0]))
        self.refresh()
