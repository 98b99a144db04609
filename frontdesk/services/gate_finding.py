"""The gate's box: whoever is expected, inside or known from earlier, by anything that can be asked or scanned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from frontdesk.domain.visits import VisitMatch

from .ports import Clock
from .repositories import Storage


@dataclass(frozen=True, slots=True)
class GateFound:
    """The visits found for one text, likeliest first: those of today, then known visitors from earlier.

    ``called`` says by the id of a visit when its visitor telephoned last (UTC), if that was within a day. ``scanned``
    says that the text was the token of a badge and nothing else.
    """

    query: str
    matches: tuple[VisitMatch, ...] = ()
    called: Mapping[str, datetime] = field(default_factory=dict)
    scanned: bool = False


class GateFinder:
    """Finds visits. Visits of today are kept in memory and follow every change."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def find(self, text: str, limit: int = 8) -> GateFound:
        return GateFound(text)
