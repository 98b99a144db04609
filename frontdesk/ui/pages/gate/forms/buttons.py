"""Buttons of the gate: 44 high, in its type."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import CapLook
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton

HEIGHT, CHOICE_HEIGHT = 44, 48


class GateButton(KeyButton):
    """Does what its key does."""

    ink = Ink("gate_small")
    outline = "control"
    high = HEIGHT

    def __init__(self, kit: Kit, name: str, shortcut: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kit, name, shortcut, icon, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.kit.theme.px(self.high))


class GatePrimary(PrimaryButton):
    """The one primary key of the gate."""

    def __init__(self, kit: Kit, name: str, shortcut: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kit, name, shortcut, icon, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.kit.theme.px(HEIGHT))

    def _dress(self) -> None:
        super()._dress()
        self.ink = Ink("gate_small", "on_accent" if self.isEnabled() else "text_3", bold=True)
        self.refresh()


class GateChoice(GateButton):
    """One of a few, chosen by a number."""

    pad = 9
    outline = "line"

    def show_as(self, *, chosen: bool, live: bool) -> None:
        """Show whether it is chosen, and whether the number alone chooses now."""
        self.outline, self.fill = ("accent", "accent_soft") if chosen else ("line", "surface")
        self.ink = Ink("gate_small", bold=chosen)
        self.cap_look = CapLook.FILLED if live else CapLook.OUTLINED
        self.refresh()
