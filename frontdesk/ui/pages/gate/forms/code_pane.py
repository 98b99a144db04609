"""The code that a visitor says or shows at the gate, large, with what is to be said of it in both languages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.languages import Language
from frontdesk.domain.visits import Visit
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.buttons import GateButton, GatePrimary
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextBlock, TextLabel

ENTER, HALF = (Qt.Key.Key_Return, Qt.Key.Key_Enter), 3
MOST_SHOWN = 8


class CodePane(Ground):
    """``left`` follows Enter and Esc. Ctrl+C copies the sentences, of a group a line for each."""

    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._visits: tuple[Visit, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.code = TextLabel(kit, Ink("gate_name")), TextLabel(kit, Ink("gate_count", "accent"))
        self.says = {language: TextBlock(kit, Ink("gate_body")) for language in Language}
        self.others, self.told = (
            TextBlock(kit, Ink("gate_small", "text_2"), max_lines=MOST_SHOWN),
            TextLabel(kit, Ink("gate_small", "verified")),
        )
        self.copy = GateButton(kit, "gate_forms.copy_code", "Ctrl+C")
        self.done = GatePrimary(kit, "gate_forms.code_done", "Return")
        self.copy.clicked.connect(self._copy)
        self.done.clicked.connect(self.left)
        kit.words.changed.connect(self._renew)
        self._arrange()

    def show_code(self, visits: tuple[Visit, ...]) -> None:
        """Show the code of somebody who is expected; those of a group stand below it."""
        self._visits = visits
        self.told.set_text("")
        self._renew()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus: everything here has its key."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or event.key() in ENTER:
            self.left.emit()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._copy()
        else:
            super().keyPressEvent(event)

    def _renew(self) -> None:
        if not self._visits:
            return
        first, words = self._visits[0], self.kit.words
        code = spaced(first.code)
        self.title.set_text(words("gate_forms.code_of", name=first.name))
        self.code.set_text(code)
        for language, block in self.says.items():
            block.set_text(words.in_language(language, "gate_forms.code_said", code=code))
        self.others.set_text("\n".join(f"{one.name}  {spaced(one.code)}" for one in self._visits[1:]))
        self.others.setVisible(len(self._visits) > 1)
        self.setAccessibleName(f"{self.title.text()} {code}")

    def _copy(self) -> None:
        if len(self._visits) > 1:
            text = "\n".join(f"{one.name}\t{spaced(one.code)}" for one in self._visits)
        else:
            text = "\n".join(block.text() for block in self.says.values())
        QGuiApplication.clipboard().setText(text)
        self.told.set_text(self.kit.words("gate_forms.copied"))

    def _arrange(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        for widget in (self.title, self.code, *self.says.values(), self.others):
            column.addWidget(widget)
        column.addStretch(1)
        for button in (self.done, self.copy, self.told):
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(foot)
        self.space(column, (24, 16, 24, 14), 12)
        self.space(foot, gap=12)


def spaced(code: str) -> str:
    """Write a code as it is read out: in capitals, in two halves."""
    capitals = code.upper()
    return f"{capitals[:HALF]} {capitals[HALF:]}".strip()
