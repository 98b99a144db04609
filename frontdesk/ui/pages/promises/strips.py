"""What stands at the foot of the due list while something is asked: how it ended, or by when now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.promises import CHOICES
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.contact_strip import pressed_digit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.accented import Accented
from frontdesk.ui.widgets.buttons import KeyButton, OutcomeButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.labels import TextLabel

HEIGHT, FIELD = 60, 240
STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class AskingStrip(Accented):
    """A strip with the accent at its edge; ``left`` follows Esc, and the focus going elsewhere."""

    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.row = QHBoxLayout(self)
        self.leave = KeyButton(kit, "promises.leave", "Escape")
        self.leave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.leave.clicked.connect(self.left)
        self.space(self.row, (20, 6, 16, 6), 8)

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        super().measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ClosingStrip(AskingStrip):
    """Has the focus and takes one number key. ``chosen`` carries a ``Closing``."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.press = TextLabel(kit, Ink("label", "accent", bold=True))
        kit.words.bind(self, self.press.set_text, "promises.press_a_number")
        kit.words.bind(self, self.setAccessibleName, "promises.press_a_number")
        self.row.addWidget(self.press)
        self.buttons = [self._button(n) for n in range(len(CHOICES))]
        for button in self.buttons:
            self.row.addWidget(button)
        self.row.addStretch(1)
        self.row.addWidget(self.leave)
        self.measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = pressed_digit(event)
        if 1 <= digit <= len(CHOICES):
            self.chosen.emit(CHOICES[digit - 1])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.left.emit()

    def _button(self, place: int) -> OutcomeButton:
        button = OutcomeButton(self.kit, f"promises.closing_{CHOICES[place].value}", str(place + 1))
        button.set_live(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.chosen.emit(CHOICES[place]))
        return button


class MovingStrip(AskingStrip):
    """Asks by when now, and says under way how that is read. ``accepted`` carries what was typed."""

    accepted = Signal(str)
    typed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.label, self.read = TextLabel(kit, Ink("label", bold=True)), TextLabel(kit, Ink("label", "text_2"))
        self.field = LineField(kit, "promises.by_when", "clock", "promises.by_when_hint")
        self.decide = PrimaryButton(kit, "promises.set_time", "Return")
        self.decide.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kit.words.bind(self, self.label.set_text, "promises.by_when")
        for widget, stretch in ((self.label, 0), (self.field, 0), (self.read, 1), (self.decide, 0), (self.leave, 0)):
            self.row.addWidget(widget, stretch)
        self.field.textEdited.connect(self.typed)
        self.field.returnPressed.connect(lambda: self.accepted.emit(self.field.text()))
        self.decide.clicked.connect(lambda: self.accepted.emit(self.field.text()))
        self.setFocusProxy(self.field)
        self.measure()

    def measure(self) -> None:
        super().measure()
        self.field.setFixedWidth(self.kit.theme.px(FIELD))

    def offer(self, text: str) -> None:
        """Say in the empty field what Enter takes."""
        self.field.setPlaceholderText(text)

    def say(self, text: str, wrong: bool = False) -> None:
        """Say how the time is read, or what is wrong with it."""
        self.read.set_ink(Ink("label", "danger" if wrong else "text_2"))
        self.read.set_text(text)
        self.field.set_wrong(wrong)
        self.field.setAccessibleDescription(text)
