"""What somebody comes for: one key of a short list, or free words."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.buttons import GateChoice
from frontdesk.ui.pages.gate.forms.fields import GateField
from frontdesk.ui.widgets.ground import Ground

PURPOSES = ("business", "visit", "delivery", "repair", "meeting", "pick_up")
LEAST_FIELD, NARROW_FIELD = 220, 120


class PurposeField(Ground):
    """A field with the usual purposes beside it. In the field their numbers alone choose, elsewhere Alt with them.

    ``edited`` says that it was typed in, or that one was chosen.
    """

    edited = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self.field = GateField(kit, "purpose", "tag", "gate_forms.purpose_hint", self)
        self.choices = [GateChoice(kit, f"gate_forms.purpose_{one}", str(n)) for n, one in enumerate(PURPOSES, 1)]
        row = QHBoxLayout(self)
        self.space(row, gap=8)
        row.addWidget(self.field, 1)
        for place, choice in enumerate(self.choices):
            row.addWidget(choice)
            choice.clicked.connect(lambda _=False, place=place: self.choose(place))
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(lambda _: self._changed())
        kit.words.changed.connect(self._light)
        self.measure()

    def text(self) -> str:
        return self.field.text()

    def setText(self, text: str) -> None:
        self.field.setText(text)
        self._light()

    def choose(self, place: int) -> bool:
        """Take a usual purpose by its place; tell whether there is one."""
        if not 0 <= place < len(PURPOSES):
            return False
        self.field.setText(self._word(place))
        self._changed()
        return True

    def measure(self) -> None:
        super().measure()
        self.field.setMinimumWidth(self.kit.theme.px(NARROW_FIELD if self.kit.theme.narrow else LEAST_FIELD))
        self._light()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._light(event.type() == QEvent.Type.FocusIn)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._chosen_by(event)
        return False

    def _chosen_by(self, event: QKeyEvent) -> bool:
        """Take a number typed into the empty field, or over a purpose chosen before."""
        text = event.text()
        free = not self.field.text() or self.field.text() in self._words or self.field.hasSelectedText()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and free and text.isdecimal() and self.choose(int(text) - 1)

    @property
    def _words(self) -> list[str]:
        return [self._word(place) for place in range(len(PURPOSES))]

    def _word(self, place: int) -> str:
        return self.kit.words(f"gate_forms.purpose_{PURPOSES[place]}")

    def _changed(self) -> None:
        self._light()
        self.edited.emit()

    def _light(self, focused: bool | None = None) -> None:
        """Fill the caps while the numbers alone choose, and light the purpose that is chosen."""
        live = self.field.hasFocus() if focused is None else focused
        for place, choice in enumerate(self.choices):
            choice.show_as(chosen=self.field.text() == self._word(place), live=live)
            short = live or self.kit.theme.narrow  # where there is little room, the number says enough
            choice.set_keys(str(place + 1) if short else f"Alt+{place + 1}")
