"""What the services need of the database for evacuations; storage implements it."""

from collections.abc import Mapping
from typing import Protocol

from frontdesk.domain.evacuation import Evacuation, Tick


class EvacuationRecord(Protocol):
    """Evacuations. Rows are only ever added, and name nobody: they hold the ids of visits."""

    def begin(self, evacuation: Evacuation) -> None: ...
    def lasting(self) -> Evacuation | None:
        """Return the newest evacuation that has not ended."""

    def get(self, evacuation_id: str) -> Evacuation | None: ...
    def latest(self, limit: int) -> list[Evacuation]:
        """Return evacuations, newest first."""

    def tick(self, evacuation_id: str, tick: Tick) -> None: ...
    def ticks(self, evacuation_id: str) -> list[Tick]:
        """Return what was counted, in the order in which that was done."""

    def end(self, ended: Evacuation, missing: Mapping[str, int]) -> None:
        """Keep how it ended, and how many of which visits were missing then; a second end is ignored."""

    def missing(self, evacuation_id: str) -> dict[str, int]: ...
