"""Writing files: CSV and XLSX that spreadsheets open right and cannot run, and vCards."""

import csv
import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from frontdesk.domain.errors import DeskError

from .formulas import harmless
from .vcards.writing import write_cards

CELL_LIMIT = 32_767
SHEET_ROWS = 1_048_576

CARDS = ".vcf"
Rows = Iterable[Iterable[str]]


class FileTableWriter:
    """Writes a table file whose sort its name says; the file is there whole or not at all."""

    def write(self, path: Path, columns: Iterable[str], rows: Rows, version: str = "") -> int:
        """Write a table and return how many rows below its header there are; ``version`` is that of vCards."""
        suffix = path.suffix.lower()
        write = partial(write_cards, version=version) if suffix == CARDS else _WRITERS.get(suffix)
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


def write_workbook(path: Path, columns: Iterable[str], rows: Rows) -> int:
    """Write XLSX whose cells are all text, so that numbers keep their zeros."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)})
    count = -1
    try:
        sheet = book.add_worksheet()
        for count, row in enumerate(_with_header(columns, rows)):
            _write_row(sheet, count, row)
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


def _write_row(sheet: object, number: int, row: Iterable[str]) -> None:
    if number >= SHEET_ROWS:
        raise DeskError("sheet_full", limit=SHEET_ROWS)
    for place, cell in enumerate(row):
        if len(cell) > CELL_LIMIT:
            raise DeskError("cell_too_long", line=number + 1, limit=CELL_LIMIT)
        if cell:
            sheet.write_string(number, place, cell)  # type: ignore[attr-defined]


_WRITERS: dict[str, Callable[[Path, Iterable[str], Rows], int]] = {".csv": write_csv, ".xlsx": write_workbook}
