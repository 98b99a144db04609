"""What a column of the board shows where it has nobody."""

from PySide6.QtCore import QRect

from frontdesk.ui.pages.gate.board_rows import ColumnKind

from .conftest import AtGate


def test_an_empty_column_says_so(at_gate: AtGate) -> None:
    column = at_gate.page.board.columns[ColumnKind.OVERDUE]
    assert column.shown.rows == ()
    picture = column.grab(QRect(10, 72, column.width() - 20, 40)).toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colours) > 1
    at_gate.page.box.setFocus()
    column.list.setFocus()
    assert column.list.hasFocus()
