"""What the services need of the database for notices; storage implements it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from frontdesk.domain.notices import Notice, Posted


class NoticeRecord(Protocol):
    """Notices and read marks. Rows are only ever added: taking a notice off, and having read it, are rows too."""

    def add(self, notice: Notice) -> None:
        """Keep a notice; one without ``wording_id`` is the first that says its words."""

    def end(self, notice_id: str, by: str, at: datetime) -> None:
        """Take a notice off; a second time changes nothing."""

    def get(self, notice_id: str) -> Notice | None:
        """Return a notice, also one that is over."""

    def standing(self, now: datetime) -> list[Notice]:
        """Return notices that stand at a moment, the oldest first."""

    def posted(self, now: datetime) -> list[Posted]:
        """Return notices that stand at a moment with who has read them, the oldest first."""

    def read_at(self, wording_ids: Iterable[str]) -> dict[str, dict[str, datetime]]:
        """Return who has read these words and when, by the id of the words and that of staff."""

    def mark_read(self, wording_ids: Iterable[str], staff_id: str, at: datetime) -> None:
        """Note that somebody has read these words; a second time changes nothing."""
