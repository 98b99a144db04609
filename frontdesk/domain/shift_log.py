"""The pass-down log: what a shift writes down for the next one, and for the daily report."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_ENTRY = 2_000


class EntryKind(StrEnum):
    """What an entry is about; in the order of their number keys."""

    INCIDENT = "incident"
    KEYS = "keys"
    PATROL = "patrol"
    UNUSUAL_CALL = "unusual-call"
    DELIVERY = "delivery"
    ALARM = "alarm"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ShiftEntry:
    """One line of the log (moments in UTC). ``at`` is when it happened, ``written_at`` when it was written down.

    ``open`` entries wait for somebody (a key that is out, a lamp to be mended) and are handed over until they are
    closed. What was written never changes: ``corrects`` is the id of the entry that this one puts right.
    """

    id: str
    at: datetime
    kind: EntryKind
    text: str
    written_at: datetime
    by: str
    place: str = ""
    visit_id: str = ""
    corrects: str = ""
    follow_up: bool = False
    closed_at: datetime | None = None
    closed_by: str = ""
    closing: str = ""

    @property
    def open(self) -> bool:
        return self.follow_up and self.closed_at is None
