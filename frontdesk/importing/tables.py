"""Opening a table file by what it holds."""

from contextlib import AbstractContextManager
from pathlib import Path

from frontdesk.services.ports import Table

from .contents import Content, content_of
from .csv_tables import open_csv
from .vcards.table import open_cards
from .workbooks import open_workbook


class FileTables:
    """Reads CSV, XLSX and vCard files."""

    def open(self, path: Path, encoding: str = "", delimiter: str = "") -> AbstractContextManager[Table]:
        """Open a file, guessing what is not said; ``DeskError`` for what is no table."""
        content = content_of(path)
        if content is Content.WORKBOOK:
            return open_workbook(path)
        if content is Content.CARDS:
            return open_cards(path, encoding)
        return open_csv(path, encoding, delimiter)
