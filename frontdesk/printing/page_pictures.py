"""Pages of a PDF as pictures, for looking at before printing."""

from pathlib import Path

import pypdfium2

from frontdesk.services.reports import PagePicture


class PdfPages:
    """Implements the port ``Pages``. PDFium works for one thread at a time only."""

    def __init__(self, path: Path) -> None:
        self._document = pypdfium2.PdfDocument(path.read_bytes())  # so the file can be replaced meanwhile

    @property
    def count(self) -> int:
        return len(self._document)

    def picture(self, page: int, width: int) -> PagePicture:
        """Draw a page, counted from 0, so many pixels wide."""
        sheet = self._document[page]
        bitmap = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True)
        try:
            return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
            sheet.close()

    def close(self) -> None:
        self._document.close()
