"""The bar above every page: open contacts on the left; when, who and where on the right."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from frontdesk.domain.thai_dates import DateStyle
from frontdesk.services.ports import Clock
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.shell.contact_tabs import ContactTab, ContactTabs
from frontdesk.ui.shell.gate_sign import GateSign
from frontdesk.ui.shell.reminder import Reminder
from frontdesk.ui.widgets.buttons import FlatButton
from frontdesk.ui.widgets.labels import TextLabel

TICK_MS = 1_000


class BarButton(FlatButton):
    """A flat button as low as the bar allows."""

    def __init__(self, kit: Kit, name: str, shortcut: str = "", icon: str = "", word_first: bool = False) -> None:
        super().__init__(kit, name, shortcut, icon)
        self.ink, self.pad = Ink("label", "text_2"), 8
        self.word_first = word_first
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.kit.theme.px("top_bar") - 2 * self.kit.theme.px(2))


class AlarmButton(BarButton):
    """Says that an evacuation lasts, in whatever window; hidden while none does."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "", "Shift+F12", "siren")
        self.ink, self.outline = Ink("label", "danger", bold=True), "danger"
        self.hide()

    def show_missing(self, missing: int | None) -> None:
        """Say how many are missing, nothing for None."""
        self.setVisible(missing is not None)
        if missing is not None:
            self.show_text(self.kit.words("evacuation.alarm", missing=f"{missing:,}"))


class TopBar(QFrame):
    """``who`` and ``tabs`` are filled by whoever signs in and by the desk."""

    new_contact_asked = Signal()
    language_asked = Signal()
    keys_asked = Signal()
    who_asked = Signal()
    notices_asked = Signal()

    def __init__(self, kit: Kit, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._clock = kit, clock
        self._at_gate = self._any_waits = False
        self.tabs, self.gate = ContactTabs(kit, self), GateSign(kit, self)
        self.new = BarButton(kit, "shell.new", "Ctrl+N", "plus", word_first=True)
        self.reminder = Reminder(kit, self)
        self.alarm = AlarmButton(kit)
        self.notices = BarButton(kit, "", "Ctrl+O", "megaphone", word_first=True)
        self.moment = TextLabel(kit, Ink("label", "text_2", tabular=True))
        self.who = BarButton(kit, "", "", "user")
        self.language = BarButton(kit, "shell.language", "", "languages")
        self.keys = BarButton(kit, "commands.keys", "F1")
        self._connect()
        self._arrange()
        self._measure()
        self._tick()

    def show_who(self, text: str) -> None:
        """Show desk and person: โต๊ะ A · อรอนงค์. Nothing hides the sign."""
        self.who.show_text(text)
        self.who.setVisible(bool(text))

    def show_gate(self, name: str, seen: datetime) -> None:
        """Say which gate this is, and for which moment (UTC) its board was read."""
        self.gate.show_gate(name, seen)

    def set_at_gate(self, at_gate: bool) -> None:
        """Name the gate while its page is in front; nobody begins a call from there."""
        self._at_gate = at_gate
        self.gate.setVisible(at_gate)
        self.new.setVisible(not at_gate)
        self._show_tabs()

    def show_tabs(self, tabs: Sequence[ContactTab], current: str = "") -> None:
        """Show the open contacts; at the gate only where one waits."""
        self._any_waits = any(tab.waiting for tab in tabs)
        self.tabs.show_tabs(tabs, current)
        self._show_tabs()

    def _show_tabs(self) -> None:
        self.tabs.setVisible(self._any_waits or not self._at_gate)

    def show_notices(self, count: int) -> None:
        """Say how many notices are still to be read; none says nothing."""
        said = self._kit.words("notices.count", count=count)
        if said != self.notices.text() or self.notices.isHidden() == (count > 0):
            self.notices.show_text(said)
            self.notices.setVisible(count > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._kit.theme
        painter.fillRect(self.rect(), theme.color("canvas"))
        hair = theme.px("hair")
        painter.fillRect(0, self.height() - hair, self.width(), hair, theme.color("line"))

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_contact_asked)
        self.language.clicked.connect(self.language_asked)
        self.keys.clicked.connect(self.keys_asked)
        self.who.clicked.connect(self.who_asked)
        self.notices.clicked.connect(self.notices_asked)
        self._kit.words.changed.connect(self._tick)
        self._kit.theme.changed.connect(self._measure)
        timer = QTimer(self)
        timer.timeout.connect(self._tick)
        timer.start(TICK_MS)

    def _arrange(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.gate)
        self._row.addWidget(self.tabs)
        self.gate.hide()
        self._row.addWidget(self.new)
        self._row.addWidget(self.reminder, 1)
        self._row.addWidget(self.alarm)
        self._row.addWidget(self.notices)
        self._row.addSpacing(self._kit.theme.px("x2"))
        self._row.addWidget(self.moment)
        self._row.addSpacing(self._kit.theme.px("x2"))
        for button in (self.who, self.language, self.keys):
            self._row.addWidget(button)
        self.show_who("")
        self.show_notices(0)

    def _measure(self) -> None:
        theme = self._kit.theme
        self.setFixedHeight(theme.px("top_bar"))
        self._row.setContentsMargins(theme.px("x2"), 0, theme.px("x2"), 0)

    def _tick(self) -> None:
        now: datetime = self._clock.now()
        self.moment.set_text(self._kit.words.moment(now, DateStyle.WEEKDAY))
