"""What an XLSX file declares about itself, checked before a byte of it is unpacked.

``zipfile`` never hands out more bytes than an entry declares, so the declared sizes are the bound
also for a file that lies.
"""

import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from frontdesk.domain.errors import DeskError

MAX_UNPACKED_BYTES = 150_000_000
"""200,000 people of fifteen columns are about this much."""
MAX_RATIO = 100
MAX_ENTRIES = 2_000

_SMALL = 1 << 20
_WORKBOOK = "xl/workbook.xml"
_ENCRYPTED = 1


def check_archive(path: Path) -> None:
    """Raise ``DeskError`` for a file that is no workbook, is locked, damaged, or unpacks to too much."""
    try:
        with ZipFile(path) as archive:
            entries = archive.infolist()
    except (BadZipFile, OSError, ValueError, zlib.error) as error:
        raise DeskError("workbook_damaged", file=path.name) from error
    if not any(entry.filename == _WORKBOOK for entry in entries):
        raise DeskError("not_a_table", file=path.name)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise DeskError("old_workbook", file=path.name)
    if _is_bomb(entries):
        raise DeskError("workbook_too_large", file=path.name)


def _is_bomb(entries: list[ZipInfo]) -> bool:
    total = sum(entry.file_size for entry in entries)
    swollen = any(e.file_size > _SMALL and e.file_size > e.compress_size * MAX_RATIO for e in entries)
    return len(entries) > MAX_ENTRIES or total > MAX_UNPACKED_BYTES or swollen
