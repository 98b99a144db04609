"""What the gate sees: who is expected, who is inside, who has stayed too long, which cards wait."""

from dataclasses import dataclass, field
from datetime import datetime

from .visits import HeldCard, Stay, Visit


@dataclass(frozen=True, slots=True)
class OpenCard:
    """A card that was not given back though its owner is not inside any more, or has been since another day."""

    card: HeldCard
    visit: Visit


@dataclass(frozen=True, slots=True)
class GateBoard:
    """The board at a moment (UTC). Lists may be shorter than what they list: the counts are whole.

    ``expected`` are visits of today by their time; ``inside`` are those within their time, whoever came last first;
    ``overdue`` those who have stayed too long, the longest first. ``people`` counts heads inside, the overdue too:
    as many as would stand on the roll.
    """

    at: datetime
    expected: tuple[Visit, ...] = ()
    inside: tuple[Visit, ...] = ()
    overdue: tuple[Visit, ...] = ()
    expected_count: int = 0
    inside_count: int = 0
    overdue_count: int = 0
    late_count: int = 0
    people: int = 0
    cards: dict[str, tuple[HeldCard, ...]] = field(default_factory=dict)
    """By the id of the visit."""
    open_cards: tuple[OpenCard, ...] = ()
    left_today: int = 0
    stay: Stay = field(default_factory=Stay)
