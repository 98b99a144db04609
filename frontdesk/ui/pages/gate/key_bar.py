"""The keys of the gate at its foot, the roll for an evacuation on the far right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.big_button import AlarmButton, BigButton
from frontdesk.ui.widgets.ground import Ground

GAP = 10


class KeyBar(Ground):
    """``new``, ``column``, ``badge``, ``log`` and ``roll`` are its buttons; each can be clicked as well."""

    new_asked = Signal()
    column_asked = Signal()
    badge_asked = Signal()
    log_asked = Signal()
    roll_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self.new = BigButton(kit, "gate.key_new", "Ins")
        self.column = BigButton(kit, "gate.key_column", "Tab")
        self.badge = BigButton(kit, "gate.key_badge", "Ctrl+P")
        self.log = BigButton(kit, "gate.key_log", "Ctrl+J")
        self.roll = AlarmButton(kit, "", "Shift+F12", "siren")
        row = QHBoxLayout(self)
        self.space(row, gap=GAP)
        for button in (self.new, self.column, self.badge, self.log):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.roll)
        asked = (self.new_asked, self.column_asked, self.badge_asked, self.log_asked, self.roll_asked)
        buttons = (self.new, self.column, self.badge, self.log, self.roll)
        for button, signal in zip(buttons, asked, strict=True):
            button.clicked.connect(signal)
            button.setFocusPolicy(self.focusPolicy())
        self._said = kit.words.bind(self, self.roll.show_text, "gate.evacuation", count="")
        self.measure()

    def count(self, people: int) -> None:
        """Say how many would stand on the roll."""
        self._said.say("gate.evacuation", count=people)

    def measure(self) -> None:
        super().measure()
        self.setFixedHeight(self.kit.theme.px("gate_key"))
