"""The gate (F4): one box, the match, the board, and a key for everything."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.gate_board import GateBoard
from frontdesk.domain.staff import Staff
from frontdesk.domain.visits import Visit
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.minutes import Minutes
from frontdesk.ui.pages.gate.board import Board
from frontdesk.ui.pages.gate.box import GateBox
from frontdesk.ui.pages.gate.key_bar import KeyBar
from frontdesk.ui.pages.gate.services import GateServices
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.ground import Ground

READ = "gate board"
SIDE, ABOVE, GAP = 16, 12, 10


class GatePage(Ground):
    """Implements ``Page``.

    ``new_asked`` carries a ``Visit`` to begin with, whose name may be empty; ``badge_asked`` the id of a visit, empty
    for none; ``edit_asked`` and ``card_asked`` a ``Visit``. ``seen`` carries the moment (UTC) for which the board was
    read. ``gate`` says what this window's gate is called.
    """

    page_id = "visitors"
    new_asked = Signal(object)
    badge_asked = Signal(str)
    edit_asked = Signal(object)
    card_asked = Signal(object)
    evacuation_asked = Signal()
    log_asked = Signal()
    seen = Signal(object)

    def __init__(
        self, kit: Kit, services: GateServices, tasks: Tasks, watcher: Watcher, search: SearchClient,
        gate: Callable[[], str], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "canvas", parent)
        self._services, self._tasks, self._search, self._gate = services, tasks, search, gate
        self.staff, self._fresh = "", False
        self.box, self.board, self.keys = GateBox(kit), Board(kit), KeyBar(kit)
        self._arrange()
        self._connect(watcher, Minutes(services.clock, self))

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        """Return to the box, from anywhere."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sign_in(self, staff: Staff) -> None:
        """Let somebody work at the gate."""
        self.staff, self._fresh = staff.id, False

    def refresh(self) -> None:
        """Read the board again; words, cursor and selection stay."""
        self._fresh = True
        self._tasks.run(self._services.visits.board, self._take, latest=READ)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fresh:
            self.refresh()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+J for the log of the gate, before the window takes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _asks_log(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _asks_log(event):
            self.log_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def back(self) -> None:
        """Go one step back: to the box, to an empty box."""
        if not self.box.hasFocus():
            self.focus_first()
        else:
            self.box.clear()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from the box through the columns and back to it."""
        if not self.board.step_column(1 if forward else -1):
            self.focus_first()
        return True

    def _take(self, board: GateBoard) -> None:
        self.board.show_board(board)
        self.keys.count(board.people)
        self.seen.emit(board.at)

    def _on_news(self) -> None:
        self._fresh = False
        if self.isVisible():
            self.refresh()

    def _ask_new(self) -> None:
        self.new_asked.emit(Visit("", self._services.visits.today(), ""))

    def _connect(self, watcher: Watcher, minutes: Minutes) -> None:
        watcher.changed.connect(self._on_news)
        minutes.passed.connect(self._on_news)
        keys = self.keys
        keys.new_asked.connect(self._ask_new)
        keys.column_asked.connect(lambda: self.focusNextPrevChild(True))
        keys.log_asked.connect(self.log_asked)
        keys.roll_asked.connect(self.evacuation_asked)
        bind_commands(self, Scope.GATE, {"new_visitor": self._ask_new, "evacuation": self.evacuation_asked.emit})

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        above = QVBoxLayout()
        self.space(column, (SIDE, ABOVE, SIDE, 0))
        self.space(above, gap=GAP)
        above.addWidget(self.box)
        above.addWidget(self.board, 1)
        column.addLayout(above, 1)
        column.addWidget(self.keys)


def _asks_log(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_J and event.modifiers() == Qt.KeyboardModifier.ControlModifier
