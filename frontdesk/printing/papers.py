"""Which paper is drawn how."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from frontdesk.services.reports import ContactLogReport, Report
from frontdesk.texts import Texts

from .contact_log_pdf import ContactLogPaper
from .ink import Ink

Tell = Callable[[int], None]


def draw(report: Report, file: BinaryIO, tell: Tell) -> int:
    """Write a report as PDF; return how many pages it has. ``tell`` hears how many lines are done."""
    texts = Texts(report.paper.language)
    match report:
        case ContactLogReport():
            ink = Ink(file, texts("printing.contact_log"), report.paper.letterhead.organisation)
            return ContactLogPaper(report, ink, texts).draw(tell)
    raise TypeError(type(report).__name__)


def write(report: Report, path: Path, tell: Tell) -> int:
    """Write a report to a file that outlives a power cut; return how many pages it has."""
    with path.open("wb") as file:
        pages = draw(report, file, tell)
        file.flush()
        os.fsync(file.fileno())
    return pages
