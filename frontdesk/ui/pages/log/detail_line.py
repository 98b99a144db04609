"""A label and what belongs to it, side by side; gone while there is nothing to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import TextBlock, TextLabel

LABEL, VALUE = Ink("label", "text_2"), Ink("body")
LABEL_WIDTH, LINES = 128, 2


class DetailLine(QWidget):
    """``name`` is the name of the label's text; ``lines`` are the most that are shown, 0 is all."""

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None, lines: int = LINES) -> None:
        super().__init__(parent)
        self.kit = kit
        self._label = TextLabel(kit, LABEL)
        self._value = TextBlock(kit, VALUE, max_lines=lines)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._label, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._value, 1)
        kit.words.bind(self, self._label.set_text, name)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def text(self) -> str:
        return self._value.text()

    def set_text(self, text: str) -> None:
        """Show a text, or nothing at all for an empty one."""
        self._value.set_text(text)
        self.setVisible(bool(text))

    def _measure(self) -> None:
        self._label.setFixedWidth(self.kit.theme.px(LABEL_WIDTH))
