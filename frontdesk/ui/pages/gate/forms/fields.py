"""Fields of the gate: large enough for a booth at night, each under its word, with room for what is said of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.visit_typing import LONGEST
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.forms.area_field import AreaField
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

LABEL, SAID, WRONG = Ink("gate_small", "text_2"), Ink("gate_small", "text_2"), Ink("gate_small", "danger")
FIELD, NAME_FIELD = 46, 56


class GateField(LineField):
    """A field of one line in the gate's type."""

    style_name, icon_name = "gate_body", "icon.normal"
    high: float = FIELD

    def __init__(self, kit: Kit, name: str, icon: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kit, f"gate_forms.{name}", icon, hint, parent)
        self.setMaxLength(LONGEST.get(name, 60))

    def refresh(self) -> None:
        super().refresh()
        self.setFixedHeight(self.kit.theme.px(self.high))


class NameField(GateField):
    """The first field, as large as names on the board."""

    style_name, high = "gate_name", NAME_FIELD


class NamesField(AreaField):
    """The names of a group, one a line."""

    def measure(self) -> None:
        super().measure()
        for part in (self.edit, self.edit.viewport()):
            part.setFont(self.kit.theme.font("gate_body"))
        self.setMinimumHeight(self.kit.theme.px(FIELD))
        self.setMaximumHeight(16_777_215)  # as high as the rows beside it


class CountField(GateField):
    """How many come: Up and Down count."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        now = int(self.text()) if self.text().isdecimal() else 1
        self.setText(str(max(1, now + step)))
        self.textEdited.emit(self.text())


class Captioned(Ground):
    """A field under its word; below it one line that says how it is read, or what is wrong with it."""

    def __init__(
        self, kit: Kit, name: str, field: QWidget, *, said: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent=parent)
        self.field, self._said = field, TextLabel(kit, SAID) if said else None
        caption, column = TextLabel(kit, LABEL), QVBoxLayout(self)
        kit.words.bind(caption, caption.set_text, f"gate_forms.{name}")
        self.space(column)
        column.addWidget(caption)
        column.addWidget(field)
        if self._said is not None:
            column.addWidget(self._said)

    @property
    def said(self) -> str:
        return self._said.text() if self._said else ""

    def say(self, text: str, wrong: bool = False) -> None:
        """Say how it is read, or nothing, or what is wrong."""
        if isinstance(self.field, LineField | AreaField):
            self.field.set_wrong(wrong)
        self.field.setAccessibleDescription(text)
        if self._said is not None:
            self._said.set_ink(WRONG if wrong else SAID)
            self._said.set_text(text)
