"""At leaving: what became of the card; and the reason where somebody is assumed to have left."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.visits import HeldCard, Visit
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.buttons import GatePrimary
from frontdesk.ui.pages.gate.forms.fields import GateField
from frontdesk.ui.pages.gate.forms.strips import GateStrip

REASONS = ("not_found", "other_way", "with_group", "forgot", "host_said")
RETURNED, NOT_RETURNED = range(2)
LEAST = 320


class CardBackStrip(GateStrip):
    """Asks whether the card was given back; either way they leave."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, ("gate_forms.card_returned", "gate_forms.card_not_returned"), parent)
        kit.words.bind(self, self.setAccessibleName, "gate_forms.card_back")

    def ask(self, visit: Visit, cards: tuple[HeldCard, ...]) -> None:
        slots = ", ".join(card.slot for card in cards)
        self.title.set_text(self.kit.words("gate_forms.card_back_of", slots=slots, name=visit.name))
        self.say("")


class ReasonStrip(GateStrip):
    """Asks why somebody is assumed to have left: a number, or own words. ``given`` carries the reason in words."""

    given = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, tuple(f"gate_forms.assumed_{one}" for one in REASONS), parent)
        self.reason = GateField(kit, "reason", "pencil", "gate_forms.reason_hint")
        self.decide = GatePrimary(kit, "gate_forms.assume", "Return")
        self.reason.setMaxLength(200)
        self.above.insertWidget(1, self.reason, 1)
        self.above.insertWidget(4, self.decide)
        self.reason.installEventFilter(self)
        self.reason.returnPressed.connect(self._give_typed)
        self.decide.clicked.connect(self._give_typed)
        self.chosen.connect(self._give_usual)
        self.setFocusProxy(self.reason)
        kit.words.bind(self, self.setAccessibleName, "gate_forms.assumed")
        self.measure()

    @property
    def order(self) -> tuple[QWidget, ...]:
        return (self.reason,)

    def ask(self, visit: Visit) -> None:
        self.title.set_text(self.kit.words("gate_forms.assumed_of", name=visit.name))
        self.reason.setText("")
        self.say("")

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "reason"):
            self.reason.setMinimumWidth(self.kit.theme.px(LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._light(live=event.type() == QEvent.Type.FocusIn)
            if event.type() == QEvent.Type.FocusOut:
                self.note_focus(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._chosen_by(event)
        return False

    def _chosen_by(self, event: QKeyEvent) -> bool:
        """Take a number typed into the empty field."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = event.text()
        if not (plain and text.isdecimal() and not self.reason.text() and 1 <= int(text) <= len(REASONS)):
            return False
        self._give_usual(int(text) - 1)
        return True

    def _give_usual(self, place: int) -> None:
        self.given.emit(self.kit.words(f"gate_forms.assumed_{REASONS[place]}"))

    def _give_typed(self) -> None:
        self.given.emit(self.reason.text())
