"""Who looked at personal data: events that are only ever added, and never hold that data themselves."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AuditKind(StrEnum):
    """What was done with somebody's data."""

    REVEAL = "reveal"
    COPY = "copy"
    EXPORT = "export"
    EXPORT_FULL = "export-full"
    """Contacts taken out as a table to read, with numbers in full."""
    IMPORT = "import"
    UNDO_IMPORT = "undo-import"
    ERASE = "erase"
    PRINT = "print"
    PRINT_FULL = "print-full"
    """Printed, or made into a PDF, with numbers in full."""
    WATCH_LOOK = "watch-look"
    """The watch list was read, or the reason of a hit at the gate."""
    WATCH_ADD = "watch-add"
    WATCH_CHANGE = "watch-change"
    WATCH_END = "watch-end"


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One event (UTC). ``subject`` is the id of the person or contact looked at, empty for many at once.

    ``detail`` is the page it happened on, or what was taken out or in and how many rows; never a
    name or a number.
    """

    id: str
    at: datetime
    staff: str
    kind: AuditKind
    subject: str = ""
    detail: str = ""
