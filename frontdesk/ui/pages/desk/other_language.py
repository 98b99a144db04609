"""The other language beside the answer, where the window is wide enough for both."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.browser import SafeBrowser
from frontdesk.ui.widgets.labels import TextBlock, TextLabel


class OtherLanguage(QWidget):
    """A tag, the spoken line and the steps in the language that the screen does not have."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag = TextLabel(kit, Ink("caption", "text_3"), self)
        self._say = TextBlock(kit, Ink("body"), self)
        self._steps = SafeBrowser(kit, "desk.steps", "body", self)
        self._steps.setFrameShape(QFrame.Shape.NoFrame)
        self._steps.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(4))
        column.addWidget(self._tag)
        column.addWidget(self._say)
        column.addWidget(self._steps, 1)
        self.hide()

    def show_lines(self, say: str, steps: str, tag: str) -> None:
        """Show a line and its steps; nothing at all hides the column."""
        self._tag.set_text(tag)
        self._say.set_text(say)
        self._say.setVisible(bool(say))
        self._steps.set_markdown(steps)
        self.setVisible(bool(say or steps))
