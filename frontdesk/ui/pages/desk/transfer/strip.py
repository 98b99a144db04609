"""The transfer guard: the contact strip grown to what should be seen before a caller is passed on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.transfers import TransferReason
from frontdesk.services.transfers import TransferPreview
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.contact_strip import pressed_digit
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice
from frontdesk.ui.pages.desk.transfer.answer_panel import AnswerPanel
from frontdesk.ui.pages.desk.transfer.head import TransferHead
from frontdesk.ui.pages.desk.transfer.receiver_panel import ReceiverPanel
from frontdesk.ui.pages.desk.transfer.slip_panel import SlipPanel
from frontdesk.ui.pages.desk.transfer.slip_words import Slip
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.accented import Accented
from frontdesk.ui.widgets.buttons import OutcomeButton
from frontdesk.ui.widgets.labels import TextLabel

HEIGHT, HEAD = 236, 28
REASONS = tuple(TransferReason)
STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TransferStrip(Accented):
    """Has the focus while it is shown: the safe choice, to answer here, is on Enter.

    ``use_asked``: the answer shown shall be used; ``copy_asked``: the slip is wanted on the clipboard.
    ``reason_given`` carries a ``TransferReason``. ``left`` tells whether it was left by its own key.
    """

    use_asked = Signal()
    copy_asked = Signal()
    reason_given = Signal(object)
    left = Signal(bool)

    def __init__(self, kit: Kit, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.head, self.answer = TransferHead(kit, self), AnswerPanel(kit, voice, self)
        self.receiver, self.slip = ReceiverPanel(kit, self), SlipPanel(kit, self)
        self.still, self.told = (
            TextLabel(kit, Ink("label", bold=True), self),
            TextLabel(kit, Ink("caption", "text_2"), self),
        )
        self.reasons = [self._reason(number, reason) for number, reason in enumerate(REASONS, 1)]
        self._said = kit.words.bind(self, self.told.set_text, "transfer.key_goes_on")
        kit.words.bind(self, self.still.set_text, "transfer.still")
        kit.words.bind(self, self.setAccessibleName, "transfer.title")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.answer.used.connect(self.use_asked)
        self._arrange()
        self.measure()
        self.hide()

    def show_preview(self, preview: TransferPreview, slip: Slip, voice: Voice) -> None:
        """Show what is known by now."""
        self.head.show_passed(preview.passed)
        self.answer.show_answer(preview.answer, voice)
        self.receiver.show_receiver(preview)
        self.slip.show_slip(slip)
        parts = (self.head.tag.accessibleName() if preview.passed else "", self.answer.accessibleName())
        self.setAccessibleDescription(" ".join(filter(None, (*parts, self.receiver.accessibleName()))))

    def tell(self, name: str) -> None:
        """Say at the end of the foot what was just done; ``name`` names the sentence."""
        self._said.say(name)

    def measure(self) -> None:
        super().measure()
        self.head.setFixedHeight(self.kit.theme.px(HEAD))
        self.setFixedHeight(self.kit.theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = pressed_digit(event)
        if event.isAutoRepeat():
            return
        if 1 <= digit <= len(REASONS):
            self.reason_given.emit(REASONS[digit - 1])
        elif event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.use_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.answer.set_ring(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.answer.set_ring(False)
        if self.isVisible() and event.reason() not in STAYING:
            self.left.emit(False)

    def _reason(self, number: int, reason: TransferReason) -> OutcomeButton:
        button = OutcomeButton(self.kit, f"transfer.reason_{reason.value}", str(number), self)
        button.set_live(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.reason_given.emit(reason))
        return button

    def _arrange(self) -> None:
        column, panels, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        for panel in (self.answer, self.receiver, self.slip):
            panels.addWidget(panel, 1)
        foot.addWidget(self.still)
        for button in self.reasons:
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.told)
        column.addWidget(self.head)
        column.addLayout(panels)
        column.addLayout(foot)
        self.space(column, (16, 11, 16, 10), 9)
        self.space(panels, gap=12)
        self.space(foot, gap=6)
