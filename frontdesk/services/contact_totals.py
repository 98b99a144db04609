"""How many contacts ended in which way and came by what, counted as they pass by."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from frontdesk.domain.contacts import Channel, Contact, Outcome

from .reports import Totals


@dataclass(slots=True)
class ContactCount:
    """What was counted so far; ``last`` is when the last of them ended."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    channels: Counter[Channel] = field(default_factory=Counter)
    last: datetime | None = None

    @property
    def totals(self) -> Totals:
        """Return the counts in the usual order, those that occur only."""
        outcomes = tuple((one, self.outcomes[one]) for one in Outcome if self.outcomes[one])
        channels = tuple((one, self.channels[one]) for one in Channel if self.channels[one])
        return Totals(self.outcomes.total(), outcomes, channels)


def counted(contacts: Iterable[Contact]) -> ContactCount:
    """Count contacts that come oldest first."""
    count = ContactCount()
    for contact in contacts:
        count.outcomes[contact.outcome] += 1
        count.channels[contact.channel] += 1
        count.last = contact.at
    return count
