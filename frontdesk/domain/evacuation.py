"""Everyone inside when the house must be left at once, and who of them was found outside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from .collation import SortKey, sort_key


class Purpose(StrEnum):
    """What an evacuation was, in the order of the number keys that end it."""

    REAL = "real"
    DRILL = "drill"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class Evacuation:
    """One evacuation (times in UTC). ``by`` is empty where nobody was signed in: a fire waits for no PIN.

    ``people`` and ``found`` are what was counted when it ended; ``purpose`` is None while it lasts.
    """

    id: str
    at: datetime
    by: str = ""
    place: str = ""
    ended_at: datetime | None = None
    ended_by: str = ""
    purpose: Purpose | None = None
    people: int = 0
    found: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """So many of a visit were found, as counted at that moment; the last count of a visit holds."""

    visit_id: str
    found: int
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class OnRoll:
    """Somebody to be found, or a party of ``people`` under one name. ``phone`` is masked, ``slots`` name cards held.

    ``note`` is what rescuers must know. ``out`` says that the gate saw them leave since the evacuation began.
    """

    visit_id: str
    name: str
    organisation: str = ""
    host: str = ""
    place: str = ""
    since: datetime | None = None
    people: int = 1
    badge: str = ""
    slots: str = ""
    plate: str = ""
    phone: str = ""
    note: str = ""
    staff: bool = False
    out: bool = False
    found: int = 0

    @property
    def missing(self) -> int:
        return self.people - self.found

    @property
    def order(self) -> tuple[bool, SortKey, SortKey, str]:
        """By place, then by name, as in a dictionary; who is at no known place comes last."""
        return not self.place, sort_key(self.place), sort_key(self.name), self.visit_id


@dataclass(frozen=True, slots=True)
class Roll:
    """Everyone inside as of a moment (UTC), in order; ``evacuation`` is the one that lasts, if there is one."""

    at: datetime
    rows: tuple[OnRoll, ...] = ()
    evacuation: Evacuation | None = None

    @property
    def people(self) -> int:
        """Everybody, parties counted by the head."""
        return sum(row.people for row in self.rows)

    @property
    def found(self) -> int:
        return sum(row.found for row in self.rows)

    @property
    def missing(self) -> tuple[OnRoll, ...]:
        return tuple(row for row in self.rows if row.missing)

    def row(self, visit_id: str) -> OnRoll | None:
        return next((row for row in self.rows if row.visit_id == visit_id), None)

    def counting(self, counts: Mapping[str, int]) -> "Roll":
        """Return the roll with other counts of who was found, by the id of the visit."""
        counted = (
            replace(row, found=_within(counts[row.visit_id], row)) if row.visit_id in counts else row
            for row in self.rows
        )  # fmt: skip
        return replace(self, rows=tuple(counted))


def by_place(rows: Iterable[OnRoll]) -> list[tuple[str, tuple[OnRoll, ...]]]:
    """Group rows that stand in order by their place."""
    return [(place, tuple(found)) for place, found in groupby(rows, lambda row: row.place)]


def counts_of(ticks: Iterable[Tick]) -> dict[str, int]:
    """Return how many of each visit were found, of ticks in the order in which they were made."""
    return {tick.visit_id: tick.found for tick in ticks}


def roll_of(rows: Iterable[OnRoll], at: datetime, evacuation: Evacuation | None, counts: Mapping[str, int]) -> Roll:
    """Put the roll in order. Whom the gate let out since is found, unless somebody counted otherwise."""
    told = (replace(row, found=row.people) if row.out else row for row in rows)
    return Roll(at, tuple(sorted(told, key=lambda row: row.order)), evacuation).counting(counts)


def typed_count(typed: str, people: int) -> int | None:
    """Read digits typed on a party one after the other: as one number while it fits, else the last digit alone.

    None where not even that fits.
    """
    for digits in (typed, typed[-1:]):
        if digits.isdecimal() and int(digits) <= people:
            return int(digits)
    return None


def _within(count: int, row: OnRoll) -> int:
    return max(0, min(count, row.people))
