"""Pages of a PDF as pictures, for looking at before printing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import pypdfium2

from frontdesk.services.reports import PagePicture

_TURN = Lock()
"""PDFium works for one thread of a process at a time, whichever document it is about, its closing too."""


class PdfPages:
    """Implements the port ``Pages``, for any thread.

    A document is open only while it is asked something: one that waited for the garbage collector would be closed
    while another thread draws, which takes the program with it.
    """

    def __init__(self, path: Path) -> None:
        self._content = path.read_bytes()  # so the file can be replaced meanwhile
        with self._open() as document:
            self.count = len(document)

    def picture(self, page: int, width: int) -> PagePicture:
        """Draw a page, counted from 0, so many pixels wide."""
        with self._open() as document:
            sheet = document[page]
            bitmap = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True)
            try:
                return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()
                sheet.close()

    def close(self) -> None:
        self._content = b""

    @contextmanager
    def _open(self) -> Iterator[pypdfium2.PdfDocument]:
        with _TURN:
            document = pypdfium2.PdfDocument(self._content)
            try:
                yield document
            finally:
                document.close()
