"""The head of the page: what is shown, up to when, and the key that signs."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.widgets.buttons import OutcomeButton, PrimaryButton
from frontdesk.ui.widgets.flow import Flow
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import Tag, TextLabel

INSET = 20


class Shown(StrEnum):
    """What is shown, in the order of Alt+1 to Alt+4: what is open now, what waits, past hand-overs, the log."""

    NOW = "now"
    WAITING = "waiting"
    PAST = "past"
    LOG = "log"


class HandOverHead(Ground):
    """``chosen`` carries a ``Shown``; ``sign`` is the one primary button."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.title, self.line = TextLabel(kit, Ink("title", bold=True)), TextLabel(kit, Ink("label", "text_2"))
        self.waiting = Tag(kit, TagLook(""))
        self.buttons = {shown: self._button(place, shown) for place, shown in enumerate(Shown, 1)}
        self.sign = PrimaryButton(kit, "hand_over.sign", "Ctrl+Return")
        self._arrange()
        kit.words.bind(self, self.title.set_text, "commands.hand-over")
        kit.words.bind(self, lambda text: self.waiting.set_look(_waiting(text)), "hand_over.waiting")
        self.show_shown(Shown.NOW)
        self.show_state("", waiting=False, sign="")

    def show_shown(self, shown: Shown) -> None:
        """Mark what is shown."""
        for one, button in self.buttons.items():
            button.ink = Ink("label", "accent" if one is shown else "text", bold=one is shown)
            button.fill = "accent_soft" if one is shown else "surface"
            button.refresh()

    def show_state(self, line: str, waiting: bool, sign: str) -> None:
        """Say what the list is, whether something waits, and what signing does now; nothing to sign is empty."""
        self.line.set_text(line)
        self.waiting.setVisible(waiting)
        self.buttons[Shown.WAITING].setVisible(waiting)
        self.sign.setVisible(bool(sign))
        if sign:
            self.sign.show_text(self.kit.words(sign))

    def measure(self) -> None:
        super().measure()
        self._buttons.setSpacing(self.kit.theme.px(10))

    def _button(self, place: int, shown: Shown) -> OutcomeButton:
        button = OutcomeButton(self.kit, f"hand_over.show_{shown.value}", f"Alt+{place}")
        button.clicked.connect(lambda: self.chosen.emit(shown))
        return button

    def _arrange(self) -> None:
        column, row, below = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._buttons = Flow()
        for button in (*self.buttons.values(), self.sign):
            self._buttons.addWidget(button)
        row.addWidget(self.title, 1)
        row.addLayout(self._buttons)
        below.addWidget(self.waiting)
        below.addWidget(self.line, 1)
        column.addLayout(row)
        column.addLayout(below)
        self.space(column, (INSET - 2, 10, INSET, 2), 2)
        self.space(row, gap=10)
        self.space(below, gap=10)
        self.measure()


def _waiting(text: str) -> TagLook:
    return TagLook(text, "overdue", "clock", bold=True)
