"""What the gate sees: who is expected, who is inside, who has stayed too long, which cards wait."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from .visits import HeldCard, Stay, Visit, heads


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the board, with the card that is kept for them and a call they made lately (UTC)."""

    visit: Visit
    cards: tuple[HeldCard, ...] = ()
    called_at: datetime | None = None


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
    as many as would stand on the roll. ``not_come`` counts visits of the last days whose people never came.
    """

    at: datetime
    expected: tuple[Visit, ...] = ()
    inside: tuple[Visit, ...] = ()
    overdue: tuple[Visit, ...] = ()
    expected_count: int = 0
    late_count: int = 0
    people: int = 0
    cards: dict[str, tuple[HeldCard, ...]] = field(default_factory=dict)
    """By the id of the visit."""
    open_cards: tuple[OpenCard, ...] = ()
    left_today: int = 0
    stay: Stay = field(default_factory=Stay)


def parted(inside: list[Visit], now: datetime) -> tuple[tuple[Visit, ...], tuple[Visit, ...]]:
    """Part those within their time from those who have stayed too long."""
    overdue = sorted((one for one in inside if one.overdue(now)), key=lambda one: (one.until or now, one.id))
    return tuple(one for one in inside if not one.overdue(now)), tuple(overdue)


def count_late(expected: list[Visit], now: datetime, after: timedelta) -> int:
    return sum(one.late(now, after) for one in expected)


def people_inside(inside: list[Visit]) -> int:
    return heads(inside)
