"""What the services need of the database for hand-overs; storage implements it."""

from datetime import date, datetime
from typing import Protocol

from frontdesk.domain.hand_over import HandOver, Notice, Signature


class HandOverRecord(Protocol):
    """Hand-overs and notices. Rows are only ever added: taking over, and taking a notice off, are rows of their own."""

    def add(self, hand_over: HandOver) -> None:
        """Keep a hand-over that the leaving one has signed, with everything in it."""

    def take(self, hand_over_id: str, taken: Signature) -> None:
        """Add the signature of whoever takes over."""

    def get(self, hand_over_id: str) -> HandOver | None: ...
    def latest(self, limit: int) -> list[HandOver]:
        """Return hand-overs, newest first."""

    def add_notice(self, notice: Notice) -> None: ...
    def end_notice(self, notice_id: str, by: str, at: datetime) -> None:
        """Take a notice off; a second time changes nothing."""

    def notices(self, today: date) -> list[Notice]:
        """Return notices that stand on a day, the oldest first."""
