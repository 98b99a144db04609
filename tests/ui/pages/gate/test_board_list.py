"""A column of the board keeps its place: a row that was lit far down leaves no other rows out of sight."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.board_list import BoardList
from frontdesk.ui.pages.gate.board_rows import VisitRow

from .conftest import expected

ROWS = tuple(VisitRow(replace(expected(f"คนที่ {n}", n), id=str(n)), "", "") for n in range(12))
NEW = VisitRow(replace(expected("มาใหม่", 0), id="new"), "", "")


@pytest.fixture
def column(kit: Kit, open_page: Callable[[QWidget], None]) -> Iterator[BoardList]:
    page = QWidget()
    made = BoardList(kit, "gate.expected", page)
    open_page(page)
    made.resize(360, 4 * made.painter.height())
    made.show()
    made.show_rows(ROWS)
    yield made


def test_what_was_lit_far_down_leaves_the_column_where_it_stood(column: BoardList) -> None:
    column.mark("9")
    assert column.first > 0
    column.mark("11")

    column.mark("")

    assert column.first == 0


def test_who_comes_first_is_in_view(column: BoardList) -> None:
    column.mark("9")
    column.show_rows((NEW, *ROWS))
    column.mark("")
    column.show_rows((NEW, *ROWS))

    assert column.first == 0


def test_somebody_who_went_on_from_there_stays_there(column: BoardList) -> None:
    column.mark("9")
    column.select(9)
    column.setFocus()
    first = column.first
    column.mark("")

    assert column.first == first
