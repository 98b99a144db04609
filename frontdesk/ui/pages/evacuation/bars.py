"""The keys at the foot of the roll, and what stands there while the end is asked about. Large enough for gloves."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.evacuation import Purpose
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.contact_strip import pressed_digit
from frontdesk.ui.pages.promises.strips import STAYING
from frontdesk.ui.paint.caps import CapLook
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

BAR, BUTTON, INSET, GAP = 64, 44, 24, 10


class BigKey(KeyButton):
    """A button as high as the gate wants them; it never takes the focus from the box."""

    ink, pad = Ink("gate_small"), 12

    def __init__(self, kit: Kit, name: str, shortcut: str, live: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(kit, name, shortcut, "", parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if live:
            self.outline, self.cap_look = "accent", CapLook.FILLED

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.kit.theme.px(BUTTON))


class RollBar(Ground):
    """What can be done: each key with its word, and a button for the mouse."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.found = BigKey(kit, "evacuation.tick", "Space")
        self.number = TextLabel(kit, Ink("gate_small", "text_2"))
        self.undo = BigKey(kit, "evacuation.undo", "Ctrl+Z")
        self.print = BigKey(kit, "evacuation.print", "Ctrl+P")
        self.end = BigKey(kit, "evacuation.end", "Ctrl+Return")
        self.back = BigKey(kit, "evacuation.back", "Esc")
        kit.words.bind(self, self.number.set_text, "evacuation.type_number")
        self._row = QHBoxLayout(self)
        for widget, stretch in ((self.found, 0), (self.number, 1), (self.undo, 0), (self.print, 0), (self.end, 0),
                                (self.back, 0)):  # fmt: skip
            self._row.addWidget(widget, stretch)
        self.space(self._row, (INSET, 0, INSET, 0), GAP)
        self.measure()

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(BAR))
        super().measure()


class EndBar(Ground):
    """Has the focus and takes one number: what the evacuation was. ``chosen`` carries a ``Purpose``, ``left`` follows
    Esc and the focus going elsewhere."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "accent_soft", parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.said = TextLabel(kit, Ink("gate_body", "text", bold=True))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.said, 1)
        for number, purpose in enumerate(Purpose, 1):
            button = BigKey(kit, f"evacuation.was_{purpose.value}", str(number), live=True)
            button.clicked.connect(lambda _=False, one=purpose: self.chosen.emit(one))
            self._row.addWidget(button)
        self._back = BigKey(kit, "evacuation.go_on", "Esc")
        self._back.clicked.connect(self.left)
        self._row.addWidget(self._back)
        self.space(self._row, (INSET, 0, INSET, 0), GAP)
        self.measure()

    def ask(self, sentence: str) -> None:
        """Ask, and say what is written down."""
        self.said.set_text(sentence)
        self.setAccessibleName(sentence)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(BAR))
        super().measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit, purposes = pressed_digit(event), tuple(Purpose)
        if 1 <= digit <= len(purposes):
            self.chosen.emit(purposes[digit - 1])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.left.emit()
