"""The strip that asks by when something was promised, once the contact is logged. Enter takes what it offers."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.promises import PromiseKind
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.accented import Accented
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.labels import TextLabel

FOR_WIDTH, DUE_WIDTH = 260, 220
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class PromiseStrip(Accented):
    """Stands in place of the contact strip. ``accepted`` follows Enter; ``left`` tells whether it was left by its key.

    ``due_typed`` and ``for_typed`` carry what is typed, ``stepped`` the way among those found by name.
    """

    accepted = Signal()
    left = Signal(bool)
    due_typed = Signal(str)
    for_typed = Signal(str)
    stepped = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._kind: PromiseKind | None = None
        self.title = TextLabel(kit, Ink("label", "accent", bold=True))
        self.whom_label, self.due_label = (TextLabel(kit, Ink("caption", "text_2")) for _ in range(2))
        self.whom = LineField(kit, "promises.for_whom", "user", "promises.for_whom_hint")
        self.due = LineField(kit, "promises.by_when", "clock", "promises.by_when_hint")
        self.found, self.read = (TextLabel(kit, Ink("label", "text_2")) for _ in range(2))
        self.decide = PrimaryButton(kit, "promises.set_time", "Return")
        self.leave = KeyButton(kit, "promises.leave_open", "Escape")
        for button, act in ((self.decide, self.accepted.emit), (self.leave, lambda: self.left.emit(True))):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act)
        kit.words.bind(self, self.whom_label.set_text, "promises.for_whom")
        kit.words.bind(self, self.due_label.set_text, "promises.by_when")
        kit.words.changed.connect(self._name)
        self._connect()
        self._arrange()
        self.hide()

    @property
    def asking(self) -> PromiseKind | None:
        """What is being asked about, or None."""
        return self._kind

    def ask(self, kind: PromiseKind | None) -> None:
        """Ask about a promise or a message, or about nothing."""
        self._kind = kind
        for field in (self.whom, self.due):
            field.clear()
        self.say_found("")
        self.say_read("")
        for widget in (self.whom_label, self.whom, self.found):
            widget.setVisible(kind is PromiseKind.MESSAGE)
        self._name()
        self.setFocusProxy(self.whom if kind is PromiseKind.MESSAGE else self.due)

    def offer_due(self, text: str) -> None:
        """Say in the empty field what Enter takes."""
        self.due.setPlaceholderText(text)

    def say_read(self, text: str, wrong: bool = False) -> None:
        """Say how the time is read, or what is wrong with it."""
        self.read.set_ink(Ink("label", "danger" if wrong else "text_2"))
        self.read.set_text(text)
        self.due.set_wrong(wrong)
        self.due.setAccessibleDescription(text)

    def say_found(self, text: str) -> None:
        """Name who was found by what was typed."""
        self.found.set_text(text)
        self.whom.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.whom:
            step = STEPS.get(Qt.Key(event.key()))
            if step:
                self.stepped.emit(step)
                return True
        if event.type() == QEvent.Type.FocusOut and self._kind is not None:
            gone = event.reason() not in STAYING  # type: ignore[attr-defined]
            following = self.window().focusWidget()
            if gone and following not in (self.whom, self.due):
                self.left.emit(False)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    def measure(self) -> None:
        super().measure()
        self.whom.setFixedWidth(self.kit.theme.px(FOR_WIDTH))
        self.due.setFixedWidth(self.kit.theme.px(DUE_WIDTH))

    def _name(self) -> None:
        kind = self._kind or PromiseKind.PROMISE
        self.title.set_text(self.kit.words(f"promises.ask_{kind.value}"))
        self.setAccessibleName(self.title.text())

    def _connect(self) -> None:
        self.due.textEdited.connect(self.due_typed)
        self.whom.textEdited.connect(self.for_typed)
        for field in (self.whom, self.due):
            field.returnPressed.connect(self.accepted)
            field.installEventFilter(self)

    def _arrange(self) -> None:
        column, above, below = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.decide)
        above.addWidget(self.leave)
        for widget in (self.whom_label, self.whom, self.found, self.due_label, self.due):
            below.addWidget(widget)
        below.addWidget(self.read, 1)
        column.addLayout(above)
        column.addLayout(below)
        self.space(column, (14, 9, 16, 9), 8)
        self.space(above, gap=8)
        self.space(below, gap=9)
        self.measure()
