"""Reading papers back: their text by two readers, and their pages as pictures."""

import io
import shutil
import subprocess
from collections.abc import Callable

import pypdfium2
import pytest

from frontdesk.printing.ink import PAGE_HEIGHT, Ink, Style

Reader = Callable[[bytes], list[str]]


def read_with_pdfium(pdf: bytes) -> list[str]:
    """Return the text of each page as Chrome and Edge copy it."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_range().replace("\r\n", "\n"))
        text.close()
        page.close()
    document.close()
    return pages


def read_with_pdftotext(pdf: bytes) -> list[str]:
    """Return the text of each page as most readers on Linux copy it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed here (package poppler-utils)")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


@pytest.fixture(params=[read_with_pdfium, read_with_pdftotext], ids=["pdfium", "pdftotext"])
def reader(request: pytest.FixtureRequest) -> Reader:
    read: Reader = request.param
    return read


PLAIN = Style()


def sheet_of(text: str, style: Style = PLAIN, width: float = 440) -> bytes:
    """Return a paper with one text on it."""
    file = io.BytesIO()
    ink = Ink(file, "text", "tests")
    ink.draw(ink.set(text, style, width), 40, PAGE_HEIGHT - 40)
    ink.canvas.save()
    return file.getvalue()
