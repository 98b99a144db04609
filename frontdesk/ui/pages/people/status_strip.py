"""The strip under a card in which a status is set: one number, a time if it is another than usual, Enter."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.coverage import status_of
from frontdesk.domain.errors import DeskError
from frontdesk.domain.leaves import read_leave, to_come
from frontdesk.domain.people import Person
from frontdesk.domain.statuses import Status, read_until, usual_until
from frontdesk.ui.directory_words import status_called, told_status, when_word
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton, OutcomeButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.flow import Flow
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextLabel

FIELD, GAP, STEPS = 288, 6, {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class StatusStrip(Ground):
    """``entered`` carries the words of a status and until when, ``leave_entered`` a ``Leave``; ``cleared`` and
    ``left`` nothing.

    The numbers work until one is chosen; then the time has the focus, with the usual one in it. A status may as well
    be typed whole: "ประชุมถึง 23:30".
    """

    entered = Signal(str, object)
    leave_entered = Signal(object)
    cleared = Signal()
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "canvas", parent)
        self._person: Person | None = None
        self._now, self._chosen = datetime.min, -1
        self.title, self.until = TextLabel(kit, Ink("label", bold=True)), TextLabel(kit, Ink("label", "text_2"))
        self.choices = [
            OutcomeButton(kit, f"directory.status_{status.value}", str(n)) for n, status in enumerate(Status, 1)
        ]
        self.time = LineField(kit, "directory.status_until", "clock", "directory.status_until_hint")
        self.enter = OutcomeButton(kit, "directory.status_set", "Return")
        self.clear, self.back = (
            KeyButton(kit, "directory.status_clear", "Del"),
            KeyButton(kit, "directory.status_back", "Escape"),
        )
        self.wrong = Sentence(kit)
        kit.words.bind(self.until, self.until.set_text, "directory.status_until")
        kit.words.bind(self, self.setAccessibleName, "directory.status_choices")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange()
        self._connect()
        self.hide()

    @property
    def person_id(self) -> str:
        """Whose status is being set, or empty."""
        return self._person.id if self._person and not self.isHidden() else ""

    def open(self, person: Person, name: str, now: datetime) -> None:
        """Ask what somebody is doing; ``now`` is the site's time."""
        self._person, self._now = person, now
        self.title.set_text(self.kit.words("directory.status_of", name=name))
        self.clear.setVisible(bool(status_of(person, now)) or to_come(person, now.date()))
        self._mark(-1)
        self.time.setText("")
        self._say(None)
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say_error(self, error: DeskError) -> None:
        """Say why it was not kept; the strip stays."""
        self._say(error)

    def choose(self, place: int) -> None:
        """Choose a status, and offer until when it usually lasts."""
        if self._person is None or not 0 <= place < len(self.choices):
            return
        self._mark(place)
        self.time.setText(self._usual(tuple(Status)[place], self._person))
        self._say(None)
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)
        self.time.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if text.isdecimal() and 1 <= int(text) <= len(self.choices):
            self.choose(int(text) - 1)
        elif key in STEPS:
            self.choose((self._chosen + STEPS[key]) % len(self.choices))
        elif key in ENTER:
            self._enter()
        elif text.strip() and text.isprintable() and not text.isdecimal() and event.modifiers() in PLAIN:
            self._begin(text)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.clear.isHidden():
            self.cleared.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up goes back to the numbers; Enter and Esc are for the strip."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Up:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() in (*ENTER, Qt.Key.Key_Escape):
            self.keyPressEvent(event)
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._light(live=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._light(live=False)

    def _begin(self, text: str) -> None:
        """Take a status that is typed whole, from its first letter on."""
        self._mark(-1)
        self.time.setText(text)
        self._say(None)
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)
        self.time.setCursorPosition(len(text))

    def _enter(self) -> None:
        text = self.time.text().strip()
        if self._person is None or (self._chosen < 0 and not text):
            self.wrong.say("directory.status_choose_first")
            return
        chosen = tuple(Status)[self._chosen] if self._chosen >= 0 else None
        what, when = told_status(self.kit.words, text)
        if chosen is Status.LEAVE and status_called(self.kit.words, what) is None:
            what = ""  # "25 ถึง 27 พ.ย." are days
        try:
            if what or chosen is None:
                self._enter_typed(self._person, what or text, when if what else "")
            else:
                self._enter_chosen(self._person, chosen)
        except DeskError as error:
            self._say(error)

    def _enter_chosen(self, person: Person, status: Status) -> None:
        if status is Status.LEAVE:
            self.leave_entered.emit(read_leave(self.time.text() or self._usual(status, person), self._now.date()))
        else:
            self.entered.emit(self.kit.words(f"directory.status_{status.value}"), self._until(status, person))

    def _enter_typed(self, person: Person, what: str, when: str) -> None:
        """Take a status in somebody's own words; one of the usual ones is known by them."""
        status = status_called(self.kit.words, what)
        if status is Status.LEAVE:
            self.leave_entered.emit(read_leave(when or self._usual(status, person), self._now.date()))
            return
        usual = usual_until(status or Status.NO_CALLS, person, self._now)
        until = read_until(when, person, self._now) if when else usual
        self.entered.emit(self.kit.words(f"directory.status_{status.value}") if status else what, until)

    def _until(self, status: Status, person: Person) -> datetime:
        typed = self.time.text().strip()
        if typed in ("", self._usual(status, person)):
            return usual_until(status, person, self._now)
        return read_until(typed, person, self._now)

    def _usual(self, status: Status, person: Person) -> str:
        """Write the usual end as it could be typed."""
        if status is Status.LEAVE:
            return self.kit.words("directory.today")
        until = usual_until(status, person, self._now)
        midnight = (until.hour, until.minute) == (0, 0)
        return self.kit.words("directory.status_whole_day") if midnight else when_word(self.kit.words, until, self._now)

    def _say(self, error: DeskError | None) -> None:
        self.time.set_wrong(error is not None)
        if error is None:
            self.wrong.clear()
        else:
            self.wrong.say_error(error)

    def _mark(self, place: int) -> None:
        self._chosen = place
        self._light(live=self.hasFocus())

    def _light(self, live: bool) -> None:
        """Fill the numbers while they are what to press, else the chosen one."""
        for n, button in enumerate(self.choices):
            button.set_live(live or n == self._chosen)
        self.enter.set_live(self._chosen >= 0 or bool(self.time.text()))

    def _arrange(self) -> None:
        self._rows = Flow(), Flow()
        for row, widgets in zip(
            self._rows, (self.choices, (self.until, self.time, self.enter, self.clear, self.back)), strict=True
        ):
            for widget in widgets:
                row.addWidget(widget)
        body, whole = QVBoxLayout(), QVBoxLayout(self)
        body.addWidget(self.title)
        for row in self._rows:
            body.addLayout(row)
        body.addWidget(self.wrong)
        whole.addWidget(HairLine(self.kit))
        whole.addLayout(body)
        self.space(body, (24, 8, 24, 10), 8, page=True)
        self.space(whole)
        self.measure()

    def _connect(self) -> None:
        acts: list[tuple[KeyButton, Callable[[], object]]] = [
            *((button, partial(self.choose, n)) for n, button in enumerate(self.choices)),
            (self.enter, self._enter),
            (self.clear, self.cleared.emit),
            (self.back, self.left.emit),
        ]
        for button, act in acts:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, act=act: act())
        self.time.installEventFilter(self)
        self.time.textEdited.connect(self._on_typed)

    def _on_typed(self) -> None:
        self._say(None)
        self._light(live=False)

    def measure(self) -> None:
        super().measure()
        self.time.setFixedWidth(self.kit.theme.px(FIELD))
        for row in self._rows:
            row.setSpacing(self.kit.theme.px(GAP))
