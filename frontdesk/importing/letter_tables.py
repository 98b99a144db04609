"""Files of letters that are no tables by themselves (vCards, calendars), open as tables; a child process reads them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import FileFormat
from frontdesk.importing.sandbox import Letters, Limits, Packet, Row, Rows, sandboxed
from frontdesk.services.ports import RowFault


class LetterTable:
    """The rows of an open file. ``faults`` are by the line on which what is faulty begins."""

    def __init__(self, letters: Letters, rows: Iterator[Row]) -> None:
        self.format = FileFormat(letters.encoding)
        self.replaced = letters.replaced
        self.faults: dict[int, tuple[RowFault, ...]] = {}
        for line, code, data in letters.faults:
            self.faults[line] = (*self.faults.get(line, ()), (code, data))
        self.columns = next(rows)[1]
        self._rows = rows

    def rows(self) -> Iterator[Row]:
        return self._rows


@contextmanager
def open_letters(
    read: Callable[[Path], Iterator[Packet]], path: Path, limits: Limits, codes: Mapping[str, str]
) -> Iterator[LetterTable]:
    """Open a file by what ``read`` makes of it in the child; ``codes`` are those of errors in this sort of file."""
    try:
        with sandboxed(read, path, limits) as child:
            packets = child.packets()
            letters = next(packets)
            assert isinstance(letters, Letters)
            yield LetterTable(letters, (row for one in packets if isinstance(one, Rows) for row in one.rows))
    except DeskError as error:
        raise DeskError(codes.get(error.code, error.code), **error.data) from error
