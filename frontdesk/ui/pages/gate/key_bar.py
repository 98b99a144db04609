"""The keys of the gate at its foot, the roll for an evacuation on the far right."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.big_button import AlarmButton, BigButton
from frontdesk.ui.widgets.ground import Ground

GAP, NARROW = 10, 11
LETTERS = {
    "t": "gate.row_tell", "b": "gate.row_reception", "g": "gate.row_card", "e": "gate.key_edit", "p": "gate.row_badge",
    "delete": "gate.row_gone",
}  # fmt: skip
"""Plain letters in a column do what Ctrl with the same letter does in the box."""
SHOWN, INSIDE_ONLY = {"delete": "Del"}, "tb"


class KeyBar(Ground):
    """Each button can be clicked as well. While a column has the focus the keys of its rows are shown instead."""

    new_asked = Signal()
    column_asked = Signal()
    badge_asked = Signal()
    log_asked = Signal()
    roll_asked = Signal()
    letter_asked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self.new = BigButton(kit, "gate.key_new", "Ins")
        self.column = BigButton(kit, "gate.key_column", "Tab")
        self.badge = BigButton(kit, "gate.key_badge", "Ctrl+P")
        self.log = BigButton(kit, "gate.key_log", "Ctrl+J")
        self.roll = AlarmButton(kit, "", "Shift+F12", "siren")
        self.letters = {
            letter: BigButton(kit, name, SHOWN.get(letter, letter.upper())) for letter, name in LETTERS.items()
        }
        self._said = kit.words.bind(self, self.roll.show_text, "gate.evacuation", count="")
        self._usual: tuple[BigButton, ...] = (self.new, self.column, self.badge, self.log)
        self._wanted: tuple[BigButton, ...] = self._usual
        self._arrange()
        self._connect()
        self.measure()
        self.show_row_keys(False)

    def count(self, people: int) -> None:
        """Say how many would stand on the roll."""
        self._said.say("gate.evacuation", count=people)
        self._fit()

    def show_row_keys(self, on: bool, inside: bool = False) -> None:
        """Show the keys of rows, or those of the page; some hold only for who is ``inside``."""
        letters = [one for letter, one in self.letters.items() if inside or letter not in INSIDE_ONLY]
        self._wanted = tuple(letters) if on else self._usual
        self.letters["delete"].show_text(self.kit.words("gate.row_gone" if inside else "gate.row_not_coming"))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.roll.sizeHint().width(), self.kit.theme.px("gate_key"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many of the keys that are wanted as there is room for; the roll always has its own."""
        gap = self.kit.theme.px(GAP)
        room = self.width() - self.roll.sizeHint().width()
        for button in (*self._usual, *self.letters.values()):
            room -= button.sizeHint().width() + gap if button in self._wanted else 0
            button.setVisible(button in self._wanted and room >= 0)

    def measure(self) -> None:
        super().measure()
        self.setFixedHeight(self.kit.theme.px("gate_key"))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.space(row, gap=GAP)
        for button in (*self._usual, *self.letters.values()):
            row.addWidget(button)
            button.pad = NARROW if button in self.letters.values() else button.pad
            button.setFocusPolicy(self.focusPolicy())
        row.addStretch()
        row.addWidget(self.roll)
        self.roll.setFocusPolicy(self.focusPolicy())

    def _connect(self) -> None:
        asked = (self.new_asked, self.column_asked, self.badge_asked, self.log_asked, self.roll_asked)
        for button, signal in zip((*self._usual, self.roll), asked, strict=True):
            button.clicked.connect(signal)
        for letter, button in self.letters.items():
            button.clicked.connect(partial(self.letter_asked.emit, letter))
