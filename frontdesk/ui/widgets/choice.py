"""Choosing one of a few: a row of segments, and a list that opens for more."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.labels import Painted

PAD, EDGE = 14, 2


class Option(NamedTuple):
    """A value and the name of its text; ``literal`` texts are shown as they are.

    One that is not ``free`` is listed and passed over.
    """

    value: str
    text: str
    literal: bool = False
    free: bool = True


class Segments(Painted):
    """All choices side by side. Left and Right choose; ``chosen`` carries what a person chose."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, name: str, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._options, self._place = tuple(options), 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.words.bind(self, self.setAccessibleName, name)
        kit.words.changed.connect(self._tell)
        self._tell()

    @property
    def value(self) -> str:
        return self._options[self._place].value

    def set_value(self, value: str) -> None:
        """Show a choice without telling anybody; an unknown one is a bug: ValueError."""
        self._place = [option.value for option in self._options].index(value)
        self._tell()

    def choose(self, place: int) -> None:
        """Choose as a person does."""
        if 0 <= place < len(self._options) and place != self._place:
            self._place = place
            self._tell()
            self.chosen.emit(self.value)

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        return QSize(sum(self._widths()) + 2 * theme.px(EDGE), theme.px("field"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose(self._place + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, rect in enumerate(self._rects()):
            if rect.contains(event.position().toPoint()):
                self.choose(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        draw_frame(painter, theme, self.rect(), fill="sunken", outline="line")
        for place, rect in enumerate(self._rects()):
            self._paint_segment(painter, place, rect)
        if self.hasFocus():
            draw_focus_ring(painter, theme, self.rect())

    def _paint_segment(self, painter: QPainter, place: int, rect: QRect) -> None:
        theme, on = self.kit.theme, place == self._place
        if on:
            draw_frame(painter, theme, rect, fill="surface", outline="control", radius="radius.small")
        ink = Ink("label", "accent" if on else "text", bold=on)
        word = self._word(place)
        x = rect.x() + (rect.width() - text_width(theme, ink, word)) / 2
        draw_text(painter, theme, ink, word, x, baseline(theme, ink.style, rect.y(), rect.height()))

    def _word(self, place: int) -> str:
        return shown(self.kit, self._options[place])

    def _widths(self) -> list[int]:
        theme, bold = self.kit.theme, Ink("label", bold=True)
        texts = (text_width(theme, bold, self._word(place)) for place in range(len(self._options)))
        return [round(width + 0.5) + 2 * theme.px(PAD) for width in texts]

    def _rects(self) -> list[QRect]:
        edge, x, rects = self.kit.theme.px(EDGE), self.kit.theme.px(EDGE), []
        for width in self._widths():
            rects.append(QRect(x, edge, width, self.height() - 2 * edge))
            x += width
        return rects

    def _tell(self) -> None:
        self.setAccessibleDescription(self._word(self._place))
        self.refresh()


class ChoiceList(QComboBox):
    """One choice of many; opens with Alt+Down or Space. ``chosen`` carries what a person chose."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, name: str, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self._options, self._items = kit, tuple(options), QStandardItemModel(self)
        self.setModel(self._items)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        kit.words.bind(self, self.setAccessibleName, name)
        kit.words.changed.connect(self._fill)
        self.activated.connect(lambda place: self.chosen.emit(self._options[place].value))
        self._fill()

    @property
    def value(self) -> str:
        place = self.currentIndex()
        return self._options[place].value if place >= 0 else ""

    def set_options(self, options: Sequence[Option], value: str = "") -> None:
        """Offer other choices and show one of them."""
        self._options = tuple(options)
        self._fill()
        self.set_value(value)

    def set_value(self, value: str) -> None:
        """Show a choice without telling anybody; one that is not offered shows the first."""
        values = [option.value for option in self._options]
        self.setCurrentIndex(values.index(value) if value in values else min(0, len(values) - 1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling past changes nothing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self.kit.theme.px("icon.small")
        left, top = self.width() - side - self.kit.theme.px("x2"), (self.height() - side) // 2
        self.kit.icons.paint(QPainter(self), "chevron-down", "text_2", left, top, side)

    def _fill(self) -> None:
        place = self.currentIndex()
        self.clear()
        for option in self._options:
            self.addItem(shown(self.kit, option))
            self._items.item(self.count() - 1).setEnabled(option.free)
        self.setCurrentIndex(place)


def shown(kit: Kit, option: Option) -> str:
    """Return what a choice reads as in the language of the moment."""
    return option.text if option.literal else kit.words(option.text)
