"""The paper being looked at: its file in a folder of its own, its pages, and what is done with them.

Everything here is slow and belongs to one thread, which is not that of the window.
"""

import shutil
import tempfile
from contextlib import suppress
from errno import ENOSPC
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from frontdesk.domain.errors import DeskError
from frontdesk.services.contact_report import ContactReports, LogOrder
from frontdesk.services.ports import Progress
from frontdesk.services.reports import OpenPages, Pages, Printed

DOTS_PER_INCH, PAPER_INCHES = 300, 8.27


class Sheets:
    """Makes a paper, draws its pages, saves and prints it. ``close`` leaves nothing of it on the disk."""

    def __init__(self, reports: ContactReports, open_pages: OpenPages) -> None:
        self._reports, self._open_pages = reports, open_pages
        self._folder: Path | None = None
        self._pages: Pages | None = None
        self._made: tuple[LogOrder, Printed] | None = None

    def make(self, order: LogOrder, by: str, progress: Progress) -> int:
        """Make a paper in place of the last; return how many pages it has."""
        self.close()
        self._folder = Path(tempfile.mkdtemp(prefix="frontdesk-"))  # for its owner only
        printed = self._reports.preview(order, self._folder / "paper.pdf", by, progress)
        self._pages, self._made = self._open_pages(printed.path), (order, printed)
        return printed.pages

    def picture(self, page: int, width: int) -> QImage:
        """Draw a page, counted from 0."""
        assert self._pages is not None
        made = self._pages.picture(page, width)
        image = QImage(made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGB888)
        return image.copy()  # the pixels belong to it from here on

    def save(self, path: Path, by: str) -> Path:
        """Copy the paper to a file, which is there whole or not at all, and put that on record."""
        assert self._made is not None
        part = path.with_name(f"{path.name}.part")
        try:
            shutil.copyfile(self._made[1].path, part)
            part.replace(path)
        except OSError as error:
            full = error.errno == ENOSPC
            raise DeskError("disk_full") if full else DeskError("file_not_written", file=path.name) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        self._reports.note(*self._made, by)
        return path

    def print_on(self, printer: QPrinter, by: str) -> int:
        """Send the pages that were asked for to a printer, put that on record; return how many they are."""
        assert self._made is not None
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or self._made[1].pages, self._made[1].pages)
        printer.setFullPage(True)
        painter = QPainter()
        if not painter.begin(printer):
            raise DeskError("printer_refused")
        try:
            for page in range(first - 1, last):
                if page >= first and not printer.newPage():
                    raise DeskError("printer_refused")
                self._put(painter, printer, page)
        finally:
            painter.end()
        self._reports.note(*self._made, by)
        return last - first + 1

    def close(self) -> None:
        """Forget the paper and take its file away."""
        if self._pages is not None:
            self._pages.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._pages = self._folder = self._made = None

    def _put(self, painter: QPainter, printer: QPrinter, page: int) -> None:
        width = min(printer.width(), round(DOTS_PER_INCH * PAPER_INCHES))
        image = self.picture(page, width)
        height = round(printer.width() * image.height() / image.width())
        painter.drawImage(QRect(0, 0, printer.width(), height), image)
