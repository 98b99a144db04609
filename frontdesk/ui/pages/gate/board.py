"""The board: three equal columns, read by the guard and by reception alike."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.gate_board import GateBoard
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.board_list import BoardList
from frontdesk.ui.pages.gate.board_rows import BoardRow, ColumnKind, columns
from frontdesk.ui.pages.gate.column import Column
from frontdesk.ui.pages.gate.column_typing import ColumnTyping
from frontdesk.ui.widgets.ground import Ground

GAP = 12


class Board(Ground):
    """``looked_at`` follows the selection in a column that has the focus; ``used`` follows Enter there,
    ``removed`` Del, ``letter`` a plain key of a row, and ``text_typed`` what is meant for the box."""

    looked_at = Signal()
    used = Signal()
    removed = Signal()
    letter = Signal(str)
    text_typed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self.board: GateBoard | None = None
        self.columns = {kind: Column(kit, kind, self) for kind in ColumnKind}
        self._typing = ColumnTyping(self)
        self._typing.letter.connect(self.letter)
        self._typing.text.connect(self.text_typed)
        row = QHBoxLayout(self)
        self.space(row, gap=GAP)
        for column in self.columns.values():
            row.addWidget(column, 1)
            column.list.moved.connect(lambda _: self.looked_at.emit())
            column.list.used.connect(self.used)
            column.list.removed.connect(self.removed)
            column.list.typed.connect(self._typing.take)
        kit.words.changed.connect(self._renew)

    @property
    def lists(self) -> tuple[BoardList, ...]:
        return tuple(column.list for column in self.columns.values())

    @property
    def row(self) -> BoardRow | None:
        """The selected row of the column that has the focus."""
        return next((one.row for one in self.lists if one.hasFocus()), None)

    def show_board(self, board: GateBoard) -> None:
        """Show the board as it is now; no cursor and no selection moves."""
        self.board = board
        self._renew()

    def mark(self, visit_id: str) -> None:
        """Light the row of a visit, wherever it stands."""
        for one in self.lists:
            one.mark(visit_id)

    def step_column(self, way: int) -> bool:
        """Go to the next column, or back; tell whether there is one that way."""
        lists = self.lists
        here = next((n for n, one in enumerate(lists) if one.hasFocus()), len(lists) if way < 0 else -1)
        there = here + way
        if not 0 <= there < len(lists):
            return False
        lists[there].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _renew(self) -> None:
        if self.board is not None:
            for kind, shown in columns(self.board, self.kit.words).items():
                self.columns[kind].show_rows(shown)
