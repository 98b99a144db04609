"""The rows of an open table, read and checked one by one with what earlier rows held."""

from collections.abc import Iterator, Mapping

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import ImportKind, ImportReport, RowError

from .import_columns import fields_of
from .import_row import ImportRow, tidy
from .ports import FaultyTable, Table

MAX_LISTED = 1_000
HEADER_LINE = 1


class CheckedRows:
    """Reads a table's rows by a mapping of fields to columns."""

    def __init__(self, table: Table, kind: ImportKind, mapping: Mapping[str, str]) -> None:
        self._table = table
        self._mapping, self._coded = mapping, kind is not ImportKind.VISITS
        self._fields = {one.name: one for one in fields_of(kind)}
        self._places = [
            (name, table.columns.index(column), self._fields[name].lines) for name, column in mapping.items()
        ]
        self._seen: dict[int, int] = {}
        self._faults = table.faults if isinstance(table, FaultyTable) else {}

    def brought(self, code: str) -> bool:
        """Tell whether one of the rows read so far is of this code."""
        return hash(code) in self._seen

    def __iter__(self) -> Iterator[ImportRow]:
        for line, cells in self._table.rows():
            row = ImportRow(line, self._texts(cells), self._mapping)
            self._check(row, cells)
            yield row

    def _texts(self, cells: tuple[str, ...]) -> dict[str, str]:
        width = len(cells)
        return {
            name: tidy(cells[place], lines) if place < width and cells[place] else ""
            for name, place, lines in self._places
        }

    def _check(self, row: ImportRow, cells: tuple[str, ...]) -> None:
        for name, data in self._faults.get(row.line, ()):
            row.wrong("", name, **data)
        row.check_lengths(self._fields)
        width = len(self._table.columns)
        if any(cells[width:]):
            row.wrong(f"#{width + 1}", "too_many_cells", columns=width)
        if self._coded:
            self._check_code(row)

    def _check_code(self, row: ImportRow) -> None:
        code = row.text("code")
        if not code:
            row.wrong("code", "code_missing")
            return
        first = self._seen.setdefault(hash(code), row.line)  # a million hashes are held, not a million rows
        if first != row.line:
            row.wrong("code", "code_repeated", value=code[:60], first=first)


def checked_mapping(mapping: Mapping[str, str], table: Table, kind: ImportKind) -> dict[str, str]:
    """Return a mapping whose fields and columns are all there; an empty choice means no column."""
    chosen = {name: column for name, column in mapping.items() if column}
    known = {one.name for one in fields_of(kind)}
    for name, column in chosen.items():
        if name not in known or column not in table.columns:
            raise DeskError("column_unknown", column=column[:60])
    return chosen


def without_columns(kind: ImportKind, missing: list[str], unknown: tuple[str, ...]) -> ImportReport:
    """Report a file none of whose rows could be read for want of columns."""
    columns = ", ".join(missing)
    errors = (RowError(HEADER_LINE, columns, "column_missing", {"column": columns}),)
    return ImportReport(kind, 0, 0, 0, 0, errors, error_count=1, unknown=unknown)
