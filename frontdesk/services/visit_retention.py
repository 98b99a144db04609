"""Visitors are forgotten after as many days as the notice at the counter promises."""

from datetime import date, timedelta

from .gate_notice import read_facts
from .ports import Clock
from .repositories import Storage

RULE = "visits_forgotten_before"
BEGINNING, LOOKED_AGAIN = date(1900, 1, 1), timedelta(days=31)
AT_ONCE = 500
"""Visits wiped in one go, so that nobody at the gate waits for it."""


class VisitRetention:
    """Takes names, numbers and plates out of old visits; when somebody came and left is still counted."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def forget(self) -> int:
        """Forget what is due and was not forgotten yet; return of how many visits.

        Days are looked through once, but for the last month: somebody may have stayed inside that long, or left a card.
        """
        before, first = self._span()
        if before <= first:
            return 0
        count = 0
        while done := self._some(first - LOOKED_AGAIN, before):
            count += done
        with self._storage.write() as repos:
            repos.rules.put(RULE, before.isoformat())
        return count

    def _span(self) -> tuple[date, date]:
        """Return the day up to which visitors are forgotten, and up to which they have been."""
        with self._storage.read() as repos:
            kept, done = read_facts(repos).keep_days, repos.rules.get(RULE)
        first = date.fromisoformat(done) if done else BEGINNING
        return self._clock.today() - timedelta(days=kept), first

    def _some(self, first: date, before: date) -> int:
        with self._storage.write() as repos:
            return repos.visits.forget(first, before, AT_ONCE)
