"""The bar above every page: open contacts on the left; when, who and where on the right."""

from datetime import datetime

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from frontdesk.domain.thai_dates import DateStyle
from frontdesk.services.ports import Clock
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.shell.contact_tabs import ContactTabs
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


class TopBar(QFrame):
    """``who`` and ``tabs`` are filled by whoever signs in and by the desk."""

    new_contact_asked = Signal()
    language_asked = Signal()
    keys_asked = Signal()
    who_asked = Signal()

    def __init__(self, kit: Kit, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._clock = kit, clock
        self.tabs = ContactTabs(kit, self)
        self.new = BarButton(kit, "shell.new", "Ctrl+N", "plus", word_first=True)
        self.reminder = Reminder(kit, self)
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
        self._kit.words.changed.connect(self._tick)
        self._kit.theme.changed.connect(self._measure)
        timer = QTimer(self)
        timer.timeout.connect(self._tick)
        timer.start(TICK_MS)

    def _arrange(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.tabs)
        self._row.addWidget(self.new)
        self._row.addWidget(self.reminder, 1)
        self._row.addWidget(self.moment)
        self._row.addSpacing(self._kit.theme.px("x2"))
        for button in (self.who, self.language, self.keys):
            self._row.addWidget(button)
        self.show_who("")

    def _measure(self) -> None:
        theme = self._kit.theme
        self.setFixedHeight(theme.px("top_bar"))
        self._row.setContentsMargins(theme.px("x2"), 0, theme.px("x2"), 0)

    def _tick(self) -> None:
        now: datetime = self._clock.now()
        self.moment.set_text(self._kit.words.moment(now, DateStyle.WEEKDAY))
