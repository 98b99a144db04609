"""The paper being looked at: its file in a folder of its own, its pages, and what is done with them.

Everything here is slow and belongs to one thread, which is not that of the window.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from errno import ENOSPC
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from frontdesk.domain.errors import DeskError
from frontdesk.services.reports import OpenPages, Pages, Printed
from frontdesk.ui.pages.report_preview.workroom import Workroom

Note = Callable[[Printed, str], None]
DOTS_PER_INCH, PAPER_INCHES = 300, 8.27


class Sheets:
    """Makes a paper, draws its pages, saves and prints it, with so many ``dots`` to the inch.

    ``close`` leaves nothing of it on the disk.
    """

    def __init__(self, open_pages: OpenPages, dots: int = DOTS_PER_INCH) -> None:
        self._open_pages, self._dots = open_pages, dots
        self._room: Workroom | None = None
        self._pages: Pages | None = None
        self._made: Printed | None = None
        self._note: Note = _unnoted

    def make(self, draw: Callable[[Path], Printed], note: Note) -> int:
        """Make a paper in place of the last, which stays if this fails; return how many pages it has.

        ``note`` puts on record that it left the program, and by whom.
        """
        room = Workroom()
        try:
            made = draw(room.folder / "paper.pdf")
            pages = self._open_pages(made.path)
        except BaseException:
            room.close()
            raise
        self.close()
        self._room, self._pages, self._made, self._note = room, pages, made, note
        return made.pages

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
            shutil.copyfile(self._made.path, part)
            part.replace(path)
        except OSError as error:
            full = error.errno == ENOSPC
            raise DeskError("disk_full") if full else DeskError("file_not_written", file=path.name) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        self._note(self._made, by)
        return path

    def print_on(self, printer: QPrinter, by: str) -> int:
        """Send the pages that were asked for to a printer, put that on record; return how many they are."""
        assert self._made is not None
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or self._made.pages, self._made.pages)
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
        self._note(self._made, by)
        return last - first + 1

    def close(self) -> None:
        """Forget the paper and take its file away."""
        if self._pages is not None:
            self._pages.close()
        if self._room is not None:
            self._room.close()
        self._pages = self._room = self._made = None

    def _put(self, painter: QPainter, printer: QPrinter, page: int) -> None:
        width = min(printer.width(), round(self._dots * PAPER_INCHES))
        image = self.picture(page, width)
        height = round(printer.width() * image.height() / image.width())
        painter.drawImage(QRect(0, 0, printer.width(), height), image)


def _unnoted(_: Printed, __: str) -> None:
    """Stand where nothing was made yet."""
