"""How a visit repeats: the arrows go on to the next way, a number takes one at once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.visit_repeats import Repeat
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.fields import GateField

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Space: 1}
WAYS = tuple(Repeat)


class RepeatField(GateField):
    """Shows the way in words; nothing is typed into it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        self._way = Repeat.NEVER
        super().__init__(kit, "repeat", "history", parent=parent)
        self.setReadOnly(True)
        kit.words.changed.connect(self._say)
        self._say()

    @property
    def value(self) -> Repeat:
        return self._way

    def set_value(self, way: Repeat) -> None:
        self._way = way
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, text = STEPS.get(Qt.Key(event.key())), event.text()
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._choose(WAYS[(WAYS.index(self._way) + step) % len(WAYS)])
        elif text.isdecimal() and 1 <= int(text) <= len(WAYS):
            self._choose(WAYS[int(text) - 1])
        else:
            super().keyPressEvent(event)

    def _choose(self, way: Repeat) -> None:
        self.set_value(way)
        self.textEdited.emit(self.text())

    def _say(self) -> None:
        self.setText(f"{self.kit.words(f'gate_forms.repeat_{self._way.value}')}  ← →")
        self.setCursorPosition(0)
