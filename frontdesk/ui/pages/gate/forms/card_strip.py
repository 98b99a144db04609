"""Cards against badges: one key takes a card of a kind, one gives those back that are held."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.visits import CardKind, HeldCard
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.contact_strip import pressed_digit
from frontdesk.ui.pages.gate.forms.buttons import GateButton
from frontdesk.ui.pages.gate.forms.fields import LABEL, GateField
from frontdesk.ui.pages.gate.forms.strips import GateStrip
from frontdesk.ui.widgets.labels import TextLabel

KINDS = tuple(CardKind)
SLOT, LAST, LONGEST_SLOT = 110, 150, 12
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardStrip(GateStrip):
    """A number takes a card of that kind into the slot shown; 0 gives back those that are held.

    ``returned`` asks for the cards that are held to be given back.
    """

    returned = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, tuple(f"gate_forms.card_{kind.value}" for kind in KINDS), parent)
        self.slot, self.last = GateField(kit, "slot", "hash"), GateField(kit, "last_signs", "", "gate_forms.last_hint")
        self.back = GateButton(kit, "", "0")
        self.back.clicked.connect(self.returned)
        self.slot.setMaxLength(LONGEST_SLOT)
        self.below.addWidget(self.back)
        for place, (name, field) in enumerate((("slot", self.slot), ("last_signs", self.last))):
            caption = TextLabel(kit, LABEL)
            kit.words.bind(caption, caption.set_text, f"gate_forms.{name}")
            self.above.insertWidget(2 + 2 * place, caption)
            self.above.insertWidget(3 + 2 * place, field)
            field.installEventFilter(self)
        kit.words.bind(self, self.setAccessibleName, "gate_forms.exchange")
        self.measure()

    @property
    def order(self) -> tuple[QWidget, ...]:
        return self, self.slot, self.last

    def ask(self, name: str, held: tuple[HeldCard, ...]) -> None:
        """Ask about somebody's card."""
        self.title.set_text(self.kit.words("gate_forms.exchange_of", name=name))
        slots = ", ".join(card.slot for card in held)
        self.back.setVisible(bool(held))
        self.back.show_text(self.kit.words("gate_forms.give_back", slots=slots))
        self.slot.setText("")
        self.last.setText("")
        self.say("")

    def offer(self, slot: str) -> None:
        """Suggest a slot, unless one was typed meanwhile."""
        if not self.slot.isModified():
            self.slot.setText(slot)

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "last"):
            self.slot.setFixedWidth(self.kit.theme.px(SLOT))
            self.last.setFixedWidth(self.kit.theme.px(LAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        zero = event.text() == "0" or (pressed_digit(event) == 0 and event.text() == "จ")
        if zero and self.hasFocus() and self.back.isVisibleTo(self) and not event.isAutoRepeat():
            self.returned.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self.note_focus(event)
        return False
