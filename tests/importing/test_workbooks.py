"""XLSX files, read in a child process."""

import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.importing.sandbox import Limits, Packet, Rows, sandboxed
from frontdesk.importing.workbooks import MAX_ROWS, open_workbook


def book(file: Path, *rows: list[Any], formats: dict[str, str] | None = None) -> Path:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for place, number_format in (formats or {}).items():
        made.active[place].number_format = number_format
    made.save(file)
    return file


def rows_of(file: Path) -> list[tuple[int, tuple[str, ...]]]:
    with open_workbook(file) as table:
        return list(table.rows())


def refusal_of(file: Path, limits: Limits | None = None) -> DeskError:
    with pytest.raises(DeskError) as refused, open_workbook(file, limits) as table:
        list(table.rows())
    return refused.value


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.xlsx"


def test_cells_are_read_as_they_look(file: Path) -> None:
    values = ["สุดา ใจดี", 812345678, 12.5, date(2026, 11, 22), datetime(2026, 11, 22, 9, 30), True, None, 7, 66.0]
    book(file, [f"c{n}" for n in range(9)], values, formats={"H2": "0000"})
    cells = rows_of(file)[0][1]
    assert cells == ("สุดา ใจดี", "812345678", "12.5", "2026-11-22", "2026-11-22 09:30:00", "TRUE", "", "0007", "66")


def test_a_telephone_number_keeps_the_zeros_that_its_format_shows(file: Path) -> None:
    book(file, ["phone"], [812345678], formats={"A2": "000\\-000\\-0000"})
    assert rows_of(file)[0][1] == ("0812345678",)


def test_rows_keep_their_numbers_over_gaps(file: Path) -> None:
    book(file, [], ["code", "title"], [], ["A1", "บัตรหาย"], [], ["A2", "ที่จอดรถ"])
    with open_workbook(file) as table:
        assert table.columns == ("code", "title")
        assert list(table.rows()) == [(4, ("A1", "บัตรหาย")), (6, ("A2", "ที่จอดรถ"))]
        assert table.format.sheet == "Sheet"


def test_the_first_sheet_with_anything_on_it_is_taken_and_hidden_ones_are_not(file: Path) -> None:
    made = openpyxl.Workbook()
    made.active.title = "ว่าง"
    hidden, people = made.create_sheet("ซ่อน"), made.create_sheet("รายชื่อ")
    hidden.append(["secret"])
    hidden.sheet_state = "hidden"
    people.append(["code"])
    people.append(["P1"])
    made.save(file)
    with open_workbook(file) as table:
        assert (table.format.sheet, list(table.rows())) == ("รายชื่อ", [(2, ("P1",))])


def test_an_empty_workbook_is_refused(file: Path) -> None:
    assert refusal_of(book(file)).code == "file_empty"


def test_many_rows_come_through_and_a_reader_may_stop_early(file: Path) -> None:
    book(file, ["code"], *[[f"A{n}"] for n in range(3_000)])
    assert len(rows_of(file)) == 3_000
    with open_workbook(file) as table:
        assert next(iter(table.rows())) == (2, ("A0",))


def with_sheet(file: Path, sheet: bytes) -> Path:
    """Put a sheet of our making in place of the one in a good workbook."""
    good = book(file.with_name("good.xlsx"), ["code"])
    with ZipFile(good) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else source.read(name))
    return file


NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet ' + NAMESPACE + b'><sheetData><row r="1">'
    b'<c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>'
)
OUTSIDE = LAUGHS.replace(b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">', b'<!ENTITY c SYSTEM "file:///etc/hostname">')


@pytest.mark.parametrize(
    "sheet", [LAUGHS, OUTSIDE, b"<worksheet", b"not xml at all"], ids=["laughs", "outside", "torn", "text"]
)
def test_hostile_and_torn_sheets_are_refused(file: Path, sheet: bytes) -> None:
    refusal = refusal_of(with_sheet(file, sheet))
    assert (refusal.code, refusal.data) == ("workbook_damaged", {"file": "file.xlsx"})


def test_a_row_number_out_of_this_world_is_refused(file: Path) -> None:
    sheet = b"<worksheet " + NAMESPACE + b'><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    sheet += b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData></worksheet>'
    assert refusal_of(with_sheet(file, sheet)).code in ("workbook_too_large", "workbook_damaged")


def test_more_rows_than_a_workbook_may_have_are_refused(file: Path) -> None:
    rows = b"".join(b'<row><c t="n"><v>%d</v></c></row>' % (n * 7919 % 1_000_003) for n in range(MAX_ROWS + 2))
    sheet = b"<worksheet " + NAMESPACE + b"><sheetData>" + rows + b"</sheetData></worksheet>"
    assert refusal_of(with_sheet(file, sheet)).code == "workbook_too_large"


def sleeper(path: Path) -> Iterator[Packet]:
    while True:
        time.sleep(0.01)
        if path.name == "never":  # which makes this a generator
            yield Rows([])


def glutton(path: Path) -> Iterator[Packet]:
    held = []
    while True:
        held.append(bytearray(50_000_000))
        if path.name == "never":
            yield Rows([])


def crash(path: Path) -> Iterator[Packet]:
    yield Rows([])
    raise SystemExit(3)


@pytest.mark.parametrize(
    ("source", "seconds", "code"),
    [(sleeper, 1, "workbook_too_slow"), (glutton, 60, "workbook_too_large"), (crash, 60, "workbook_damaged")],
)
def test_a_child_is_held_to_its_limits(tmp_path: Path, source: Any, seconds: int, code: str) -> None:
    limits = Limits(seconds, memory=600_000_000)
    with pytest.raises(DeskError, match=code), sandboxed(source, tmp_path / "a.xlsx", limits) as child:
        list(child.packets())
