"""Files that leave the desk."""

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.importing.tables import FileTables
from frontdesk.importing.writers import CELL_LIMIT, FileTableWriter

COLUMNS = ("code", "ชื่อ", "phone")
ROWS = [["A1", "สุดา\nใจดี", "0812345678"], ["A2", "=1+1", "+66812345678"], ["A3", "- ข้อ 1\n- ข้อ 2", ""]]


@pytest.mark.parametrize("name", ["ออก.csv", "out.xlsx"])
def test_what_is_written_is_read_back_the_same(tmp_path: Path, name: str) -> None:
    assert FileTableWriter().write(tmp_path / name, COLUMNS, ROWS) == 3
    with FileTables().open(tmp_path / name) as table:
        assert table.columns == COLUMNS
        read = [[*cells, ""][:3] for _, cells in table.rows()]
    assert read == ROWS


def test_csv_starts_with_a_mark_and_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    FileTableWriter().write(file, COLUMNS, ROWS)
    assert file.read_bytes().startswith(b"\xef\xbb\xbfcode")
    cells = [cell for row in csv.reader(file.read_text("utf-8-sig").splitlines()) for cell in row]
    assert "'=1+1" in cells
    assert "=1+1" not in cells


def test_workbook_cells_are_all_text(tmp_path: Path) -> None:
    FileTableWriter().write(tmp_path / "out.xlsx", COLUMNS, ROWS)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert sheet["B3"].value == "=1+1"
    assert sheet["C2"].value == "0812345678"


def broken() -> Iterator[list[str]]:
    yield ["A1", "", ""]
    raise DeskError("database_damaged", file="x")


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("kept")
    with pytest.raises(DeskError, match="database_damaged"):
        FileTableWriter().write(tmp_path / name, COLUMNS, broken())
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [(name, "kept")]


@pytest.mark.parametrize(
    ("name", "rows", "code"),
    [
        ("out.pdf", ROWS, "export_name"),
        ("out.xlsx", [["x" * (CELL_LIMIT + 1)]], "cell_too_long"),
        ("nowhere/out.csv", ROWS, "file_not_written"),
        ("nowhere/out.xlsx", ROWS, "file_not_written"),
    ],
)
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str, rows: list[list[str]], code: str) -> None:
    with pytest.raises(DeskError, match=code):
        FileTableWriter().write(tmp_path / name, COLUMNS, rows)
    assert list(tmp_path.iterdir()) == []
