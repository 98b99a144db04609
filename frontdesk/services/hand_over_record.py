"""What the services need of the database for hand-overs; storage implements it."""

from datetime import datetime
from typing import Protocol

from frontdesk.domain.hand_over import HandOver, Signature


class HandOverRecord(Protocol):
    """Hand-overs. Rows are only ever added: taking over is a row of its own."""

    def add(self, hand_over: HandOver) -> None:
        """Keep a hand-over that the leaving one has signed, with everything in it."""

    def take(self, hand_over_id: str, taken: Signature) -> None:
        """Add the signature of whoever takes over."""

    def get(self, hand_over_id: str) -> HandOver | None: ...
    def around(self, start: datetime, end: datetime) -> list[HandOver]:
        """Return those that were signed after ``start`` and up to ``end``, and the last one before, oldest first."""

    def latest(self, limit: int) -> list[HandOver]:
        """Return hand-overs, newest first."""
