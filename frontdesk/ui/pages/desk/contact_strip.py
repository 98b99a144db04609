"""The strip at the foot: topic, note, and how the contact ended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from frontdesk.domain.contacts import Feedback, Outcome
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.strip_status import StripStatus
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import FlatButton, OutcomeButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.labels import OVERHANG, TextLabel

TOPIC_WIDTH = 300
OUTCOMES, FEEDBACK = tuple(Outcome), tuple(Feedback)
THAI_NUMBER_ROW = dict(zip("ๅ/-ภถุึคต", range(1, 10), strict=True))
"""What the keys 1 to 9 write while the Thai layout is on."""


class ContactStrip(QFrame):
    """Fields and outcome buttons. Live means that a single digit ends the contact now.

    ``ended`` carries an ``Outcome``, ``felt`` a ``Feedback``; ``finish_asked`` and ``left`` begin
    and end the live state.
    """

    ended = Signal(object)
    felt = Signal(object)
    finish_asked = Signal()
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._live, self._saved = kit, False, ""
        self.topic = LineField(kit, "desk.topic", "tag", "desk.topic_hint", self)
        self.note = LineField(kit, "desk.note", "", "desk.note_hint", self)
        self.finish = PrimaryButton(kit, "desk.finish", "Ctrl+Return", parent=self)
        self.outcomes = [self._outcome(n, outcome) for n, outcome in enumerate(OUTCOMES, 1)]
        self.feedback = [self._feedback(n, feedback) for n, feedback in enumerate(FEEDBACK, 8)]
        self.press = TextLabel(kit, Ink("label", "accent", bold=True), self)
        self.status = StripStatus(kit, self)
        self.finish.clicked.connect(self.finish_asked)
        kit.words.bind(self, self.press.set_text, "desk.press_a_number")
        self._lay_out()
        self._measure()
        kit.theme.changed.connect(self._measure)
        kit.words.changed.connect(self._measure)
        self.set_live(False)
        self.set_open(False)

    @property
    def live(self) -> bool:
        return self._live

    def set_live(self, live: bool) -> None:
        """Begin or end the state in which one digit is enough."""
        self._live = live
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if live else Qt.FocusPolicy.NoFocus)
        self.finish.setVisible(not live)
        self.press.setVisible(live)
        for button in (*self.outcomes, *self.feedback):
            button.set_live(live)
        if live:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Say whether there is a contact to end."""
        self.finish.setEnabled(is_open)
        for button in (*self.outcomes, *self.feedback):
            button.setEnabled(is_open)

    def show_feedback(self, feedback: Feedback | None) -> None:
        """Mark the compliment or complaint that the contact carries."""
        for button, meant in zip(self.feedback, FEEDBACK, strict=True):
            live = self._live or meant is feedback
            if live != button.live:
                button.set_live(live)

    def show_saved(self, saved: bool) -> None:
        """Say at the end of the note that everything typed is kept."""
        word = self._kit.words("desk.draft_saved") if saved else ""
        if word != self._saved:
            self._saved = word
            self.note.set_trailing(word, "check" if saved else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = pressed_digit(event)
        if self._live and 1 <= digit <= len(OUTCOMES):
            self.ended.emit(OUTCOMES[digit - 1])
        elif self._live and digit in (8, 9):
            self.felt.emit(FEEDBACK[digit - 8])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        staying = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self._live and event.reason() not in staying:
            self.set_live(False)
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._kit.theme
        painter.fillRect(self.rect(), theme.color("canvas"))
        if self._live:
            painter.fillRect(0, 0, self.width(), theme.px("stroke.focus"), theme.color("accent"))
        else:
            draw_hair(painter, theme, 0, self.width(), 0)

    def _outcome(self, number: int, outcome: Outcome) -> OutcomeButton:
        button = OutcomeButton(self._kit, f"desk.outcome_{outcome.value}", str(number), self)
        button.clicked.connect(lambda: self.ended.emit(outcome))
        return button

    def _feedback(self, number: int, feedback: Feedback) -> FlatButton:
        button = FlatButton(self._kit, f"desk.{feedback.value}", str(number), parent=self)
        button.clicked.connect(lambda: self.felt.emit(feedback))
        return button

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._fields, self._keys = QHBoxLayout(), QHBoxLayout()
        for name, field, stretch in (("desk.topic", self.topic, 0), ("desk.note", self.note, 1)):
            label = TextLabel(self._kit, Ink("caption", "text_2"), self)
            self._kit.words.bind(label, label.set_text, name)
            self._fields.addWidget(label)
            self._fields.addWidget(field, stretch)
        for widget in (self.finish, self.press):
            self._keys.addWidget(widget)
        self._keys.addSpacing(6)
        for button in self.outcomes:
            self._keys.addWidget(button)
        self._aside, self._foot = QWidget(self), QHBoxLayout()
        beside = QHBoxLayout(self._aside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.status, 1)
        for button in self.feedback:
            beside.addWidget(button)
        self._keys.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))
        self._keys.addWidget(self._aside, 1)
        self._column.addLayout(self._fields)
        self._column.addLayout(self._keys)
        self._column.addLayout(self._foot)
        self._tall = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._needs_fold() != self._tall:
            self._measure()

    def _needs_fold(self) -> bool:
        """Tell whether the outcomes need the whole width, so that the rest goes to a line below."""
        buttons = (self.finish, *self.outcomes, *self.feedback)
        need = sum(button.sizeHint().width() + self._kit.theme.px(6) for button in buttons)
        return need + self._kit.theme.px(60) > self.width()

    def _fold(self) -> None:
        tall = self._needs_fold()
        if tall != self._tall:
            self._tall = tall
            (self._foot if tall else self._keys).addWidget(self._aside, 1)

    def _measure(self) -> None:
        px = self._kit.theme.px
        self._fold()
        self.setFixedHeight(px("contact_strip") + (px("button") + px(8) if self._tall else 0))
        self._column.setContentsMargins(px(16) - OVERHANG, px(11), px(16), px(9))
        self._keys.setContentsMargins(OVERHANG, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._fields.setSpacing(px(9))
        self._keys.setSpacing(px(6))
        self.topic.setFixedWidth(px(TOPIC_WIDTH))


def pressed_digit(event: QKeyEvent) -> int:
    """Return the digit of a plain key whatever the keyboard layout, or 0."""
    if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
        return 0
    text = event.text()
    if text in THAI_NUMBER_ROW:
        return THAI_NUMBER_ROW[text]
    return int(text) if len(text) == 1 and text.isdecimal() else 0
