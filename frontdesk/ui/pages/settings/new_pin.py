"""Two fields for a new PIN, which must say the same."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.form import Labelled, Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.pin_field import PinField

GAP = 20


class NewPin(Ground):
    """``value`` is what both fields say; ``edited`` follows every change."""

    edited = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self.first, self.again = PinField(kit, "settings.new_pin"), PinField(kit, "settings.new_pin_again")
        self.wrong = Sentence(kit)
        column, row = QVBoxLayout(self), QHBoxLayout()
        self.space(column, gap=4)
        self.space(row, gap=GAP)
        row.addWidget(Labelled(kit, "settings.new_pin", self.first))
        row.addWidget(Labelled(kit, "settings.new_pin_again", self.again))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.wrong)
        for field in (self.first, self.again):
            field.textEdited.connect(self._on_edit)

    @property
    def empty(self) -> bool:
        return not (self.first.text() or self.again.text())

    def value(self) -> str:
        """Return the new PIN. Raise ``DeskError`` pins_differ."""
        if self.first.text() != self.again.text():
            raise DeskError("pins_differ")
        return self.first.text()

    def clear(self) -> None:
        for field in (self.first, self.again):
            field.clear()
            field.set_wrong(False)
        self.wrong.clear()

    def refuse(self, error: DeskError) -> None:
        """Say what is wrong, and begin again."""
        self.clear()
        for field in (self.first, self.again):
            field.set_wrong(True)
        self.wrong.say_error(error)
        self.first.setAccessibleDescription(self.wrong.text())
        self.first.setFocus()

    def _on_edit(self) -> None:
        self.wrong.clear()
        for field in (self.first, self.again):
            field.set_wrong(False)
        self.edited.emit()
