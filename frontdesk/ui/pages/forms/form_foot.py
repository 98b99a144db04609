"""The foot of a form: save or go back; and, in place, the question what to do with unsaved typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextLabel

HEIGHT = 44
STEPS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}


class FormFoot(Ground):
    """``go_on_asked`` and ``discard_asked`` answer the question; the safe answer has the focus."""

    save_asked = Signal()
    back_asked = Signal()
    go_on_asked = Signal()
    discard_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.save = PrimaryButton(kit, "forms.save", "Ctrl+S")
        self.back = KeyButton(kit, "forms.back", "Escape")
        self.go_on = KeyButton(kit, "forms.go_on", "Escape")
        self.discard, self.save_first = KeyButton(kit, "forms.discard"), KeyButton(kit, "forms.save", "Ctrl+S")
        self._state, self.sentence = TextLabel(kit, Ink("caption", "text_2")), Sentence(kit)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._plain())
        self._stack.addWidget(self._question())
        column = QVBoxLayout(self)
        column.addWidget(HairLine(kit))
        column.addWidget(self._stack, 1)
        self.space(column)
        self._connect()
        self.measure()

    @property
    def asking(self) -> bool:
        """Whether the question is being asked."""
        return self._stack.currentIndex() == 1

    def ask(self) -> None:
        """Ask what to do with what is not saved."""
        self._stack.setCurrentIndex(1)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def be_plain(self, unsaved: bool) -> None:
        """Offer saving and going back; say whether there is anything to save."""
        self._stack.setCurrentIndex(0)
        self._state.setVisible(unsaved and not self.sentence.text())

    def say_error(self, error: DeskError | None) -> None:
        """Say what kept the whole form from being saved, or take that back."""
        if error is None:
            self.sentence.clear()
        else:
            self.sentence.say_error(error)
            self._state.setVisible(False)

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        super().measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.asking and event.key() in STEPS:
            self.focusNextPrevChild(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        for button, signal in (
            (self.save, self.save_asked),
            (self.save_first, self.save_asked),
            (self.back, self.back_asked),
            (self.go_on, self.go_on_asked),
            (self.discard, self.discard_asked),
        ):
            button.clicked.connect(signal)
        self.kit.words.bind(self, self._state.set_text, "forms.unsaved")

    def _plain(self) -> QWidget:
        plain = QWidget()
        row = QHBoxLayout(plain)
        row.addWidget(self.save)
        row.addWidget(self.back)
        row.addWidget(self.sentence, 1)
        row.addStretch(0)
        row.addWidget(self._state)
        self.space(row, (24, 0, 24, 0), 10, page=True)
        return plain

    def _question(self) -> QWidget:
        question, words = QWidget(), TextLabel(self.kit, Ink("label", bold=True))
        self.kit.words.bind(words, words.set_text, "forms.question")
        row = QHBoxLayout(question)
        row.addWidget(words)
        row.addStretch(1)
        for button in (self.go_on, self.save_first, self.discard):
            row.addWidget(button)
        self.space(row, (24, 0, 24, 0), 10, page=True)
        return question
