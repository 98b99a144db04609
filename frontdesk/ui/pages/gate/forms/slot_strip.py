"""Giving a card back by its slot."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.buttons import GatePrimary
from frontdesk.ui.pages.gate.forms.fields import GateField
from frontdesk.ui.pages.gate.forms.strips import GateStrip

SLOT = 140


class SlotStrip(GateStrip):
    """Asks for the slot. ``accepted`` carries what was typed, ``typed`` the same under way."""

    accepted = Signal(str)
    typed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, (), parent)
        self.slot, self.decide = GateField(kit, "slot", "hash"), GatePrimary(kit, "gate_forms.returned", "Return")
        self.above.insertWidget(1, self.slot)
        self.above.insertWidget(4, self.decide)
        kit.words.bind(self, self.title.set_text, "gate_forms.return_by_slot")
        kit.words.bind(self, self.setAccessibleName, "gate_forms.return_by_slot")
        self.slot.textEdited.connect(self.typed)
        self.slot.returnPressed.connect(self._accept)
        self.decide.clicked.connect(self._accept)
        self.slot.installEventFilter(self)
        self.setFocusProxy(self.slot)
        self.measure()

    @property
    def order(self) -> tuple[QWidget, ...]:
        return (self.slot,)

    def ask(self) -> None:
        self.slot.setText("")
        self.say("")

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "slot"):
            self.slot.setFixedWidth(self.kit.theme.px(SLOT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self.note_focus(event)
        return False

    def _accept(self) -> None:
        self.accepted.emit(self.slot.text())
