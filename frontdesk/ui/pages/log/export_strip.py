"""A line above the table in which a supervisor says whether numbers go out masked or in full."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import FlatButton, PrimaryButton
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextLabel

INSET = 16


class ExportStrip(Ground):
    """``chosen`` carries whether numbers are wanted in full; ``left`` follows whatever closes it."""

    chosen = Signal(bool)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        said = TextLabel(kit, Ink("label", "text_2"))
        kit.words.bind(self, said.set_text, "log.export_ask")
        self.masked = PrimaryButton(kit, "log.export_masked", "Return")
        self.full, self.leave = FlatButton(kit, "log.export_full", "Alt+R"), FlatButton(kit, "log.export_leave", "Esc")
        row, column = QHBoxLayout(), QVBoxLayout(self)
        for widget in (self.masked, self.full, self.leave):
            row.addWidget(widget)
        row.addWidget(said, 1)
        self.space(row, (INSET, 6, INSET, 6), 8)
        self.space(column)
        column.addLayout(row)
        column.addWidget(HairLine(kit))
        self.masked.clicked.connect(partial(self._choose, full=False))
        self.full.clicked.connect(partial(self._choose, full=True))
        self.leave.clicked.connect(self._leave)
        bind_commands(self, Scope.LOG, {"export_full": partial(self._choose, full=True)})
        self.hide()

    def open(self) -> None:
        """Ask; Enter alone means masked."""
        self.show()
        self.masked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _choose(self, *_: object, full: bool) -> None:
        self._leave()
        self.chosen.emit(full)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
