"""The foot of an answer's card: the keys, and in place the question whether learned words are to be forgotten."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, KeyCap, TextLabel

HEIGHT, INSET, GAP = 44, 24, 16
RESET_KEY = "Ctrl+Shift+Del"
HINTS = (("Ctrl+E", "answers.edit"), ("F11", "answers.verify"))
STEPS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}


class CardFoot(Ground):
    """``reset_asked``: the reset key or its button. ``left``: the question was answered with no.

    The same key asks and then says yes; whatever else has the focus says no.
    """

    reset_asked = Signal()
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.remark, self.question = TextLabel(kit, Ink("caption", "text_2")), TextLabel(kit, Ink("label", bold=True))
        self.reset = KeyButton(kit, "answers.reset", RESET_KEY)
        self.reset.outline = ""
        self.keep, self.forget = KeyButton(kit, "answers.keep", "Escape"), KeyButton(kit, "answers.forget", RESET_KEY)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._plain())
        self._stack.addWidget(self._asking())
        column = QVBoxLayout(self)
        column.addWidget(HairLine(kit))
        column.addWidget(self._stack, 1)
        self.space(column)
        for button in (self.reset, self.forget):
            button.clicked.connect(self.reset_asked)
        self.keep.clicked.connect(self.leave)
        self.measure()

    @property
    def asking(self) -> bool:
        """Whether the question is being asked."""
        return self._stack.currentIndex() == 1

    def ask(self, question: str) -> None:
        """Ask whether learned words are to be forgotten; no has the focus."""
        self.question.set_text(question)
        self._stack.setCurrentIndex(1)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def be_plain(self) -> None:
        """Show the keys."""
        self._stack.setCurrentIndex(0)

    def leave(self) -> None:
        """Take the question back, if it is asked."""
        if self.asking:
            self.be_plain()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.asking and event.key() in STEPS:
            self.focusNextPrevChild(STEPS[Qt.Key(event.key())])
        elif self.asking and event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        super().measure()

    def _plain(self) -> QWidget:
        plain = QWidget()
        row = QHBoxLayout(plain)
        for shortcut, name in HINTS:
            row.addWidget(KeyCap(self.kit, shortcut, name))
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(self.remark)
        self.space(row, (INSET, 0, INSET, 0), GAP, page=True)
        return plain

    def _asking(self) -> QWidget:
        asking = QWidget()
        row = QHBoxLayout(asking)
        row.addWidget(self.question, 1)
        row.addWidget(self.keep)
        row.addWidget(self.forget)
        self.space(row, (INSET, 0, INSET, 0), 10, page=True)
        return asking
