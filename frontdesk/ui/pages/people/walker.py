"""The ring that stands on one value of a card and walks to the others."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_focus_ring
from frontdesk.ui.widgets.labels import Painted

AROUND, LEAST = 4, 28
CTRL = Qt.KeyboardModifier.ControlModifier
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
FAR = {Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Walker(Painted):
    """Arrows and Tab step on, Enter opens a value, Del takes it away, Ctrl+Z takes a change back, Esc ends.

    ``stepped`` carries how many values on or back.
    """

    stepped = Signal(int)
    entered = Signal()
    removed = Signal()
    undone = Signal()
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand_on(self, rect: QRect, said: str) -> None:
        """Go around a value; ``said`` is its name and what it is now."""
        around, least = self.kit.theme.px(AROUND), self.kit.theme.px(LEAST)
        more = max(0, least - rect.height()) // 2
        self.setGeometry(rect.adjusted(-around, -more, around, more))
        self.setAccessibleName(said)
        self.raise_()
        self.show()

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.stepped.emit(1 if forward else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Z and event.modifiers() == CTRL:
            self.undone.emit()
        elif event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif key in STEPS or key in FAR:
            self.stepped.emit(STEPS.get(key) or FAR[key])
        elif key in ENTER:
            self.entered.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            draw_focus_ring(QPainter(self), self.kit.theme, self.rect())
