"""Opening a table file by what it holds."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from frontdesk.services.clock import SystemClock
from frontdesk.services.ports import Table

from .contents import Content, content_of
from .csv_tables import open_csv
from .vcards.table import open_cards
from .workbooks import open_workbook


class FileTables:
    """Reads CSV, XLSX, vCard and .ics files; of invitations what is to come from ``today`` on."""

    def __init__(self, today: Callable[[], date] | None = None) -> None:
        self._today = today or SystemClock().today

    def open(self, path: Path, encoding: str = "", delimiter: str = "") -> AbstractContextManager[Table]:
        """Open a file, guessing what is not said; ``DeskError`` for what is no table."""
        content = content_of(path)
        if content is Content.WORKBOOK:
            return open_workbook(path)
        if content is Content.CARDS:
            return open_cards(path, encoding)
        if content is Content.CALENDAR:
            from .calendars.table import open_calendar

            return open_calendar(path, self._today(), encoding)
        return open_csv(path, encoding, delimiter)
