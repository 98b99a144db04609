"""What a file really holds, from its first bytes, against what its name says."""

import re
from enum import StrEnum
from pathlib import Path

from frontdesk.domain.errors import DeskError

from .archives import check_archive

HEAD_BYTES = 4096


class Content(StrEnum):
    """The sorts of file that can hold a table."""

    TEXT = "csv"
    WORKBOOK = "xlsx"
    CARDS = "vcf"
    CALENDAR = "ics"


_BY_SUFFIX = {
    ".csv": Content.TEXT,
    ".tsv": Content.TEXT,
    ".txt": Content.TEXT,
    ".xlsx": Content.WORKBOOK,
    ".xlsm": Content.WORKBOOK,
    ".vcf": Content.CARDS,
    ".vcard": Content.CARDS,
    ".ics": Content.CALENDAR,
    ".ical": Content.CALENDAR,
}
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_TABLE = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BM", b"{\\rtf",
             b"SQLite format 3\0", b"PK\x05\x06", b"MZ")  # fmt: skip
_CARD = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*BEGIN\s*:\s*VCARD\s", re.IGNORECASE)
_CALENDAR = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*BEGIN\s*:\s*(?:VCALENDAR|VEVENT)\s", re.IGNORECASE)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table|head|meta)", re.IGNORECASE)


def content_of(path: Path) -> Content:
    """Say what to read a file as; raise ``DeskError`` where it holds no table or its name is wrong."""
    head = _head(path)
    content = _recognised(head, path.name)
    says = _BY_SUFFIX.get(path.suffix.lower())
    if says is Content.CALENDAR and content is Content.TEXT:
        return says  # its reader says best what is wrong with it
    if says is not None and says is not content:
        if content is Content.WORKBOOK:
            check_archive(path)  # any other zip holds no table at all
        raise DeskError("not_what_it_says", file=path.name, says=says.value, holds=content.value)
    return content


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except FileNotFoundError as error:
        raise DeskError("file_not_found", file=path.name) from error
    except OSError as error:
        raise DeskError("file_unreadable", file=path.name or str(path)) from error
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise DeskError("file_empty", file=path.name)
    return head


def _recognised(head: bytes, name: str) -> Content:
    if head.startswith(_ZIP):
        return Content.WORKBOOK
    if head.startswith(_OLD_OFFICE):
        raise DeskError("old_workbook", file=name)
    if _CARD.match(head.replace(b"\0", b"")):  # telephones write UTF-16 too
        return Content.CARDS
    if _CALENDAR.match(head.replace(b"\0", b"")):
        return Content.CALENDAR
    if _is_no_table(head):
        raise DeskError("not_a_table", file=name)
    return Content.TEXT


def _is_no_table(head: bytes) -> bool:
    """Recognise other formats; two letters alone may also begin a line of text."""
    found = next((mark for mark in _NO_TABLE if head.startswith(mark)), b"")
    return bool(_PAGE.match(head)) or (len(found) > 2 or (bool(found) and b"\0" in head))
