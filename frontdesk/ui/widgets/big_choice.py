"""Large rows to choose from: a sign, what it does, a line more about it, and its key."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import CapLook, cap_width, draw_cap
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.pin_field import typed_digits

PAD, TOP, TITLE_X, GAP = 16, 8, 52, 8
TITLE, DETAIL = Ink("body", bold=True), Ink("label", "text_2")


class BigChoice(QAbstractButton):
    """One row; ``key`` is the digit that chooses it."""

    def __init__(self, kit: Kit, icon: str, title: str, detail: str, key: str = "", **gaps: object) -> None:
        super().__init__()
        self.kit, self._icon, self._key, self._detail = kit, icon, key, ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.words.bind(self, self.setText, title)
        self._more = kit.words.bind(self, self._set_detail, detail, **gaps)
        kit.theme.changed.connect(self._measure)

    def say_detail(self, name: str, **gaps: object) -> None:
        """Say more about the choice, or something else."""
        self._more.say(name, **gaps)

    def heightForWidth(self, width: int) -> int:
        px = self.kit.theme.px
        return 2 * px(TOP) + self.kit.theme.line(TITLE.style) + self._block(width).ink_height

    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self.kit.theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # another width, another height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the group moves; Qt's own order would skip rows
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.kit.theme, self.rect()
        fill = "hover" if self.underMouse() and self.isEnabled() else "surface"
        draw_frame(painter, theme, rect, fill=fill, outline="line", radius="radius.row")
        role = "text" if self.isEnabled() else "text_3"
        side, top = theme.px("icon.normal"), theme.px(TOP)
        y = baseline(theme, TITLE.style, top, theme.line(TITLE.style))
        self.kit.icons.paint(painter, self._icon, role, theme.px(PAD), top + theme.px(5), side)
        draw_text(painter, theme, Ink(TITLE.style, role, bold=True), self.text(), theme.px(TITLE_X), y)
        self._block(self.width()).paint(painter, theme.px(TITLE_X), top + theme.line(TITLE.style))
        self._paint_key(painter, rect)
        if self.hasFocus():
            draw_focus_ring(painter, theme, rect, "radius.row")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _paint_key(self, painter: QPainter, rect: QRect) -> None:
        if self._key:
            theme = self.kit.theme
            left = rect.right() - theme.px(PAD) - cap_width(theme, self._key)
            look = CapLook.FILLED if self.isEnabled() else CapLook.OUTLINED
            draw_cap(painter, self.kit, self._key, left, rect.center().y(), look)

    def _block(self, width: int) -> ThaiBlock:
        px = self.kit.theme.px
        return ThaiBlock(self.kit.theme, self._detail, DETAIL, width - px(TITLE_X) - px(64))

    def _set_detail(self, detail: str) -> None:
        self._detail = detail
        self.setAccessibleDescription(detail)
        self._measure()

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()


class BigChoices(Ground):
    """Rows in a column, chosen by their number, by arrows and Enter, or with the mouse.

    ``chosen`` carries the place of a row, from 0.
    """

    chosen = Signal(int)

    def __init__(self, kit: Kit, name: str, rows: Sequence[BigChoice], parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self.rows = tuple(rows)
        column = QVBoxLayout(self)
        self.space(column, gap=GAP)
        for place, row in enumerate(self.rows):
            column.addWidget(row)
            row.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
        kit.words.bind(self, self.setAccessibleName, name)

    def focus_first(self) -> None:
        next((row for row in self.rows if row.isEnabled()), self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = typed_digits(event.text())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if digit and 0 < int(digit) <= len(self.rows):
            self.rows[int(digit) - 1].click()
        elif step is not None:
            self._step(step)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        place = next((place for place, row in enumerate(self.rows) if row.hasFocus()), -step)
        self.rows[max(0, min(place + step, len(self.rows) - 1))].setFocus()
