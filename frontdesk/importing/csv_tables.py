"""CSV files, streamed: a million rows need no more memory than one."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TextIO

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import FileFormat

from .encodings import REPLACEMENT, guess_encoding, known_encoding
from .formulas import as_meant
from .headers import checked_delimiter, column_names, delimiter_of, said_delimiter

LINE_LIMIT = 1_000_000
"""Characters in one line, and in one row of several lines."""

_WITH_MARK = {"utf-8": "utf-8-sig"}

Row = tuple[int, tuple[str, ...]]


class Lines:
    """The lines of a file, none of which may be too long, with the count that errors speak of."""

    def __init__(self, stream: TextIO, file: str) -> None:
        self._stream = stream
        self._file = file
        self._held = 0
        self.number = 0
        self.first = 1
        self.replaced = 0

    def begin_row(self) -> None:
        """Note that the next line is the first of a row."""
        self._held = 0
        self.first = self.number + 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._read()
        if not line:
            if self._held:
                raise DeskError("quote_not_closed", line=self.first)
            raise StopIteration
        self.number += 1
        self._check(line)
        self.replaced += line.count(REPLACEMENT)
        return line

    def _read(self) -> str:
        try:
            return self._stream.readline(LINE_LIMIT + 1)
        except (OSError, UnicodeError) as error:
            raise DeskError("file_unreadable", file=self._file) from error

    def _check(self, line: str) -> None:
        if len(line) > LINE_LIMIT:
            raise DeskError("line_too_long", line=self.number, limit=LINE_LIMIT)
        self._held += len(line)
        if self._held > LINE_LIMIT:
            raise DeskError("quote_not_closed", line=self.first)


class CsvTable:
    """An open CSV file."""

    def __init__(self, lines: Lines, encoding: str, delimiter: str) -> None:
        self._lines = lines
        header, said = _header_line(lines)
        chosen = checked_delimiter(delimiter) if delimiter else said or delimiter_of(header)
        self._cells = csv.reader(chain([header], lines), delimiter=chosen)
        self.columns = column_names(next(self._records())[1])
        lines.begin_row()
        self.format = FileFormat(encoding, chosen)

    @property
    def replaced(self) -> int:
        return self._lines.replaced

    def rows(self) -> Iterator[Row]:
        for line, cells in self._records():
            if any(cells):
                yield line, tuple([as_meant(cell) if cell[:1] == "'" else cell for cell in cells])

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        try:
            for cells in self._cells:
                yield self._lines.first, cells
                self._lines.begin_row()
        except csv.Error as error:
            raise DeskError("row_not_readable", line=self._lines.first) from error


def _header_line(lines: Lines) -> tuple[str, str]:
    """Return the first line with words on it, and the delimiter said above it."""
    said = ""
    for line in lines:
        if said_delimiter(line):
            said = said_delimiter(line)
        elif line.strip("\ufeff \t\r\n"):
            return line, said
        lines.begin_row()
    raise DeskError("header_missing")


@contextmanager
def open_csv(path: Path, encoding: str = "", delimiter: str = "") -> Iterator[CsvTable]:
    """Open a CSV file; what is not said is found out."""
    csv.field_size_limit(LINE_LIMIT)
    chosen = known_encoding(encoding) if encoding else guess_encoding(path)
    with path.open(encoding=_WITH_MARK.get(chosen, chosen), errors="replace", newline="") as stream:
        yield CsvTable(Lines(stream, path.name), chosen, delimiter)
