"""The keys under an answer, and how often it was used."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.counted import counted
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import KeyCap, TextLabel


class KeyLine(QWidget):
    """F10, Ctrl+E and Ctrl+D with their words; a word changes when its key has been pressed."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._uses: int | None = None
        self._gap = KeyCap(kit, "F10", "desk.could_not_answer", self)
        self._edit = KeyCap(kit, "Ctrl+E", "commands.edit", self)
        self._flag = KeyCap(kit, "Ctrl+D", "desk.flag", self)
        self._count = TextLabel(kit, Ink("caption", "text_2"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(kit.theme.px(16))
        for widget in (self._gap, self._edit, self._flag):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._count)
        kit.words.changed.connect(self._say_uses)

    def set_state(self, flagged: bool, unanswered: bool) -> None:
        """Say whether the contact already carries the marks that the keys set."""
        self._gap.bound.say("desk.could_not_answer_on" if unanswered else "desk.could_not_answer")
        self._flag.bound.say("desk.flag_on" if flagged else "desk.flag")

    def set_uses(self, uses: int | None) -> None:
        """Say how often the answer was used this month; None is not known yet."""
        self._uses = uses
        self._say_uses()

    def _say_uses(self) -> None:
        self._count.set_text("" if self._uses is None else counted(self._kit.words, "desk.uses", self._uses))
