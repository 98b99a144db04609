"""Writing files: CSV and XLSX that spreadsheets open right and cannot run, and vCards."""

import csv
import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from frontdesk.domain.errors import DeskError
from frontdesk.services.ports import SheetLook

from .formulas import harmless
from .vcards.writing import write_cards

CELL_LIMIT = 32_767
SHEET_ROWS = 1_048_576

CARDS = ".vcf"
Rows = Iterable[Iterable[str]]
PLAIN = SheetLook()
MOMENT = "yyyy-mm-dd hh:mm"


class FileTableWriter:
    """Writes a table file whose sort its name says; the file is there whole or not at all."""

    def write(self, path: Path, columns: Iterable[str], rows: Rows, version: str = "", look: SheetLook = PLAIN) -> int:
        """Write a table and return how many rows below its header there are; ``version`` is that of vCards."""
        writers: dict[str, Callable[[Path, Iterable[str], Rows], int]] = {
            CARDS: partial(write_cards, version=version),
            ".csv": write_csv,
            ".xlsx": partial(write_workbook, look=look),
        }
        write = writers.get(path.suffix.lower())
        if write is None:
            raise DeskError("export_name", file=path.name)
        with _completed(path) as part:
            return write(part, columns, rows)


@contextmanager
def _completed(path: Path) -> Iterator[Path]:
    part = path.with_name(f"{path.name}.part")
    try:
        part.touch()  # a folder that takes no files is found out before any work is done
        yield part
        part.replace(path)
    except OSError as error:
        raise _write_fault(error, path.name) from error
    finally:
        part.unlink(missing_ok=True)


def _write_fault(error: OSError, file: str) -> DeskError:
    return DeskError("disk_full") if error.errno == errno.ENOSPC else DeskError("file_not_written", file=file)


def write_csv(path: Path, columns: Iterable[str], rows: Rows) -> int:
    """Write CSV in UTF-8 with a mark, by which spreadsheets know that it is Thai."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(columns)
        for row in rows:
            out.writerow([harmless(cell) for cell in row])
            count += 1
    return count


def write_workbook(path: Path, columns: Iterable[str], rows: Rows, look: SheetLook = PLAIN) -> int:
    """Write XLSX whose cells are text, so that numbers keep their zeros, but for moments."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)})
    count = -1
    try:
        sheet = _laid_out(book, look)
        moment = book.add_format({"num_format": MOMENT})
        for count, row in enumerate(_with_header(columns, rows)):
            _write_row(sheet, count, row, look.moments if count else frozenset(), moment)
    finally:
        try:
            book.close()
        except FileCreateError as error:
            raise _cause(error) from error
    return count


def _cause(error: Exception) -> OSError:
    cause = error.args[0] if error.args else None
    return cause if isinstance(cause, OSError) else OSError(str(error))


def _with_header(columns: Iterable[str], rows: Rows) -> Iterator[Iterable[str]]:
    yield columns
    yield from rows


def _laid_out(book: Any, look: SheetLook) -> Any:
    """Return a new sheet; one whose columns have widths is read by people, so its header stays in view."""
    sheet = book.add_worksheet(look.title or None)
    if look.widths:
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, None, book.add_format({"bold": True}))
    for place, width in enumerate(look.widths):
        sheet.set_column(place, place, width)
    return sheet


def _write_row(sheet: Any, number: int, row: Iterable[str], moments: frozenset[int], moment: Any) -> None:
    if number >= SHEET_ROWS:
        raise DeskError("sheet_full", limit=SHEET_ROWS)
    for place, cell in enumerate(row):
        if len(cell) > CELL_LIMIT:
            raise DeskError("cell_too_long", line=number + 1, limit=CELL_LIMIT)
        if cell and place in moments:
            sheet.write_datetime(number, place, datetime.fromisoformat(cell), moment)
        elif cell:
            sheet.write_string(number, place, cell)
