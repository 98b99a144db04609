"""What to do should a ReportLab come along that takes text in another way than the one this was written for."""

import io
from functools import cache
from typing import BinaryIO

from reportlab.pdfbase import pdfmetrics

from .ink import Ink, Style
from .thai_paragraph import Line

_WORD, _TOLD = "น้ำ", b"<FEFF0E190E490E33>"
_CHANGED = (AttributeError, TypeError, KeyError, IndexError, ValueError)


class PlainInk(Ink):
    """Draws lines with what ReportLab promises only: nothing is lost, marks may stand less well."""

    def _line(self, line: Line, style: Style, x: float, y: float) -> None:
        face = self.faces[style.weight]
        pdfmetrics.registerFont(face)
        self.canvas.setFont(face.fontName, style.size)
        self.canvas.setFillGray(style.grey)
        self.canvas.drawString(x, y, "".join(part.text for part in line.parts))


@cache
def shapes_well() -> bool:
    """Tell whether one word comes out shaped and with its letters told."""
    file = io.BytesIO()
    try:
        ink = Ink(file, "", "")
        ink.canvas.setPageCompression(0)
        ink.draw(ink.set(_WORD, Style(), 100), 10, 100)
        ink.canvas.save()
    except _CHANGED:
        return False
    return _TOLD in file.getvalue()


def open_ink(file: BinaryIO, title: str, author: str) -> Ink:
    """Begin a document with the best way of drawing that works here."""
    return (Ink if shapes_well() else PlainInk)(file, title, author)
