"""The strip at the foot: topic, note, and how the contact ended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from frontdesk.domain.contacts import Feedback, Outcome
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.strip_status import StripStatus
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.widgets.buttons import FlatButton, KeyButton, OutcomeButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.labels import OVERHANG, Tag, TextLabel

TOPIC_WIDTH = 300
FIRST_LINE, LEAST_ASIDE = 4, 60
"""How many outcomes stay on the first line where two are needed; the room that words to say need at least."""
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
        self._kit, self._live, self._saved, self._id_found = kit, False, False, False
        self.topic = LineField(kit, "desk.topic", "tag", "desk.topic_hint", self)
        self.note = LineField(kit, "desk.note", "", "desk.note_hint", self)
        self.finish = PrimaryButton(kit, "desk.finish", "Ctrl+Return", parent=self)
        self.outcomes = [self._outcome(n, outcome) for n, outcome in enumerate(OUTCOMES, 1)]
        self.feedback = [self._feedback(n, feedback) for n, feedback in enumerate(FEEDBACK, 8)]
        self.press = TextLabel(kit, Ink("label", "accent", bold=True), self)
        self.status, self.unanswered = StripStatus(kit, self), Tag(kit, TagLook(""), self)
        self.unanswered.hide()
        kit.words.bind(self, self._name_unanswered, "desk.unanswered")
        self.finish.clicked.connect(self.finish_asked)
        self.status.said.connect(self._make_room)
        kit.words.bind(self, self.press.set_text, "desk.press_a_number")
        kit.words.changed.connect(self._renew_end)
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

    def show_unanswered(self, unanswered: bool) -> None:
        """Say whether the contact carries the mark that there was no answer."""
        self.unanswered.setVisible(unanswered)

    def _name_unanswered(self, word: str) -> None:
        self.unanswered.set_look(TagLook(word, "overdue", "circle-question-mark", bold=True))

    def show_saved(self, saved: bool) -> None:
        """Say at the end of the note that everything typed is kept."""
        if saved != self._saved:
            self._saved = saved
            self._renew_end()

    def show_id_found(self, found: bool) -> None:
        """Offer at the end of the note to mask a national ID that was typed."""
        if found != self._id_found:
            self._id_found = found
            self._renew_end()

    def _renew_end(self) -> None:
        words = self._kit.words
        if self._id_found:
            self.note.set_trailing(words("privacy.id_found"), "lock")
        else:
            self.note.set_trailing(words("desk.draft_saved") if self._saved else "", "check" if self._saved else "")
        self.note.setAccessibleDescription(words("privacy.id_found") if self._id_found else "")

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
        self._fields.addWidget(self.unanswered)
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
        self._level = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let nothing be cut short: what does not fit goes to a line below, or is away for the moment."""
        if self._wanted_level() != self._level:
            self._measure()
        taken = (0, self._width_of(self.finish, *self.outcomes))[self._level == 0]
        taken += self._width_of(*self.outcomes[FIRST_LINE:]) if self._level == 2 else 0
        need = taken + self.status.needed_width() + self._width_of(*self.feedback)
        for button in self.feedback:
            button.setVisible(need <= self._room())

    def _wanted_level(self) -> int:
        """Return 0 for one line, 1 with what stands aside below, 2 with half of the outcomes below too."""
        outcomes = self._width_of(self.finish, *self.outcomes)
        aside = max(self._width_of(*self.feedback) + self._kit.theme.px(LEAST_ASIDE), self.status.needed_width())
        return 0 if outcomes + aside <= self._room() else 1 if outcomes <= self._room() else 2

    def _width_of(self, *buttons: KeyButton) -> int:
        return sum(button.sizeHint().width() + self._kit.theme.px(6) for button in buttons)

    def _room(self) -> int:
        return self.width() - 2 * self._kit.theme.px(16)

    def _fold(self) -> None:
        before, self._level = self._level, self._wanted_level()
        if before == self._level:
            return
        for place, button in enumerate(self.outcomes[FIRST_LINE:]):
            line, first = (self._foot, 0) if self._level == 2 else (self._keys, 3 + FIRST_LINE)
            line.insertWidget(first + place, button)
        (self._foot if self._level else self._keys).addWidget(self._aside, 1)

    def _measure(self) -> None:
        px = self._kit.theme.px
        self._fold()
        self.setFixedHeight(px("contact_strip") + (px("button") + px(8) if self._level else 0))
        self._column.setContentsMargins(px(16) - OVERHANG, px(11), px(16), px(9))
        for line in (self._keys, self._foot):
            line.setContentsMargins(OVERHANG, 0, 0, 0)
            line.setSpacing(px(6))
        self._column.setSpacing(px(8))
        self._fields.setSpacing(px(9))
        self.topic.setFixedWidth(px(TOPIC_WIDTH))


def pressed_digit(event: QKeyEvent) -> int:
    """Return the digit of a plain key whatever the keyboard layout, or 0."""
    if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
        return 0
    text = event.text()
    if text in THAI_NUMBER_ROW:
        return THAI_NUMBER_ROW[text]
    return int(text) if len(text) == 1 and text.isdecimal() else 0
