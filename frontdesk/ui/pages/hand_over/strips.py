"""What stands at the foot while something is asked: who is to have it, until when, and leaving."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.promises.strips import STAYING, AskingStrip
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.labels import TextLabel

FIELD = 240


class LineStrip(AskingStrip):
    """Asks one thing in one field, and says under way how it is read. ``accepted`` carries what was typed.

    ``area`` names the texts AREA, AREA_hint and AREA_set.
    """

    accepted = Signal(str)
    typed = Signal(str)

    def __init__(self, kit: Kit, area: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.label, self.read = TextLabel(kit, Ink("label", bold=True)), TextLabel(kit, Ink("label", "text_2"))
        self.field = LineField(kit, area, icon, f"{area}_hint")
        self.decide = PrimaryButton(kit, f"{area}_set", "Return")
        self.decide.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kit.words.bind(self, self.label.set_text, area)
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

    def begin(self) -> None:
        """Ask anew."""
        self.field.clear()
        self.say("")

    def say(self, text: str, wrong: bool = False) -> None:
        """Say how it is read, or what is wrong with it."""
        self.read.set_ink(Ink("label", "danger" if wrong else "text_2"))
        self.read.set_text(text)
        self.field.set_wrong(wrong)
        self.field.setAccessibleDescription(text)


class LeavingStrip(AskingStrip):
    """Tells whoever is about to leave what is open. It has no field: the keys of the page work on."""

    signing = Signal()
    going = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.said = TextLabel(kit, Ink("label", bold=True))
        self._count = 0
        self.sign = PrimaryButton(kit, "hand_over.sign", "Ctrl+Return")
        self.go = KeyButton(kit, "hand_over.leave_without", "Ctrl+Q")
        for button in (self.sign, self.go):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.row.addWidget(self.said, 1)
        for widget in (self.sign, self.go, self.leave):
            self.row.addWidget(widget)
        self.sign.clicked.connect(self.signing)
        self.go.clicked.connect(self.going)
        kit.words.changed.connect(lambda: self.begin(self._count))
        self.measure()

    def begin(self, count: int) -> None:
        """Say how much is open."""
        self._count = count
        self.said.set_text(self.kit.words("hand_over.still_open", count=f"{count:,}"))
        self.leave.show_text(self.kit.words("hand_over.stay"))
        self.setAccessibleName(self.said.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.left.emit()  # whoever reads on is not leaving yet
        else:
            super().keyPressEvent(event)
