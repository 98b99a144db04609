"""XLSX files, read in a child process and streamed back."""

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import FileFormat

from .archives import check_archive
from .cells import cell_text
from .headers import MAX_COLUMNS, column_names
from .sandbox import Head, Limits, Packet, Row, Rows, sandboxed

MAX_ROWS = 200_000
BATCH_ROWS = 500
CELL_LIMIT = 1_000_000

_LAST_ROW = 1_048_576


class WorkbookTable:
    """The first sheet of an open workbook that has a header."""

    replaced = 0

    def __init__(self, sheet: str, rows: Iterator[Row], file: str) -> None:
        self._rows = rows
        first = next(rows, None)
        if first is None:
            raise DeskError("file_empty", file=file)
        self.columns = column_names(first[1])
        self.format = FileFormat(sheet=sheet)

    def rows(self) -> Iterator[Row]:
        return self._rows


@contextmanager
def open_workbook(path: Path, limits: Limits | None = None) -> Iterator[WorkbookTable]:
    """Open an XLSX file; ``DeskError`` for what is damaged, locked, too large or too slow."""
    with sandboxed(read_workbook, path, limits or Limits()) as child:
        packets = child.packets()
        head = next(packets, None)
        sheet = head.sheet if isinstance(head, Head) else ""
        rows = (row for packet in packets if isinstance(packet, Rows) for row in packet.rows)
        yield WorkbookTable(sheet, rows, path.name)


def read_workbook(path: Path) -> Iterator[Packet]:
    """Read the first sheet that is not empty. It runs in the child."""
    check_archive(path)
    try:
        yield from _packets(path)
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError,
            zlib.error) as error:  # fmt: skip
        raise DeskError("workbook_damaged", file=path.name) from error


def _packets(path: Path) -> Iterator[Packet]:
    rows: Iterator[Row] = iter(())
    for sheet in _sheets(path):
        rows = _rows(sheet, path.name)
        first = list(islice(rows, 1))
        if first:
            yield Head(str(sheet.title))
            yield Rows(first)
            break
    while batch := list(islice(rows, BATCH_ROWS)):
        yield Rows(batch)


def _sheets(path: Path) -> list[Any]:
    os.environ["OPENPYXL_LXML"] = "False"  # defusedxml guards the standard parser only
    import openpyxl

    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("defusedxml is missing: no workbook is read without it")
    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _rows(sheet: Any, file: str) -> Iterator[Row]:
    """Yield the rows that hold anything, up to the limit."""
    sheet.reset_dimensions()  # the declared ones may be wrong, or a trap
    taken = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        texts = tuple(_text(cell, number) for cell in cells[: MAX_COLUMNS + 1])
        if any(texts):
            taken += 1
            yield number, texts
        if taken > MAX_ROWS or number > _LAST_ROW:
            raise DeskError("workbook_too_large", file=file)


def _text(cell: Any, line: int) -> str:
    text = cell_text(cell)
    if len(text) > CELL_LIMIT:
        raise DeskError("line_too_long", line=line, limit=CELL_LIMIT)
    return text
