"""What stands in the place of the gate's keys while something small is asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.contact_strip import pressed_digit
from frontdesk.ui.pages.gate.forms.buttons import GateButton, GateChoice
from frontdesk.ui.pages.gate.forms.focus_order import step_focus
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.accented import Accented
from frontdesk.ui.widgets.flow import Flow
from frontdesk.ui.widgets.labels import TextLabel

STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
INSET, GAP = 16, 8


class GateStrip(Accented):
    """A row that asks, and below it choices by number. ``chosen`` carries the place of a choice; ``left`` follows Esc
    and the focus going elsewhere."""

    chosen = Signal(int)
    left = Signal()
    resized = Signal()

    def __init__(self, kit: Kit, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.told = TextLabel(kit, Ink("gate_body", bold=True)), TextLabel(kit, Ink("gate_small", "text_2"))
        self.choices = [GateChoice(kit, name, str(n)) for n, name in enumerate(choices, 1)]
        self.leave = GateButton(kit, "gate_forms.back", "Escape")
        self.leave.clicked.connect(self.left)
        self.above, self.below = QHBoxLayout(), Flow()
        for place, choice in enumerate(self.choices):
            choice.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            self.below.addWidget(choice)
        self._arrange()
        self._light(live=False)

    def height_in(self, width: int) -> int:
        """Return how high the strip is in so much width; where that is little, choices go on in another line."""
        return self._column.totalHeightForWidth(max(width, self.minimumSizeHint().width()))

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "below"):
            self.below.setSpacing(self.kit.theme.px(GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def say(self, text: str, wrong: bool = False) -> None:
        """Say what is known, or what is wrong."""
        self.told.set_ink(Ink("gate_small", "danger" if wrong else "text_2"))
        self.told.set_text(text)
        self.setAccessibleDescription(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = pressed_digit(event)
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif 1 <= digit <= len(self.choices) and self.hasFocus():
            self.chosen.emit(digit - 1)
        else:
            super().keyPressEvent(event)

    @property
    def order(self) -> tuple[QWidget, ...]:
        """What Tab goes round."""
        return (self,)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round within the strip: the page has an order of its own."""
        step_focus(self, self.order, forward)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._light(live=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light(live=False)
        self.note_focus(event)

    def note_focus(self, event: QFocusEvent) -> None:
        """Leave when the focus has gone out of the strip."""
        there = self.window().focusWidget()
        inside = there is self or (there is not None and self.isAncestorOf(there))
        if self.isVisible() and event.reason() not in STAYING and not inside:
            self.left.emit()

    def _light(self, *, live: bool) -> None:
        for choice in self.choices:
            choice.show_as(chosen=False, live=live)

    def _arrange(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.addLayout(self.above)
        column.addLayout(self.below)
        self.space(column, (INSET, 9, INSET, 10), 6)
        self.space(self.above, gap=GAP)
        self.below.setSpacing(self.kit.theme.px(GAP))
        self.above.addWidget(self.title)
        self.above.addStretch(1)
        self.above.addWidget(self.told)
        self.above.addWidget(self.leave)
