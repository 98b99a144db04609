"""Opening a table file by what it holds."""

from contextlib import AbstractContextManager
from pathlib import Path

from frontdesk.services.ports import Table

from .contents import Content, content_of
from .csv_tables import open_csv
from .workbooks import open_workbook


class FileTables:
    """Reads CSV and XLSX files."""

    def open(self, path: Path, encoding: str = "", delimiter: str = "") -> AbstractContextManager[Table]:
        """Open a file, guessing what is not said; ``DeskError`` for what is no table."""
        if content_of(path) is Content.WORKBOOK:
            return open_workbook(path)
        return open_csv(path, encoding, delimiter)
