"""What the services need of the database for the gate; storage implements it. Times are in UTC."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol

from frontdesk.domain.shift_log import ShiftEntry
from frontdesk.domain.typed_visits import VisitDraft
from frontdesk.domain.visits import HeldCard, Visit, VisitStep


@dataclass(frozen=True, slots=True)
class VisitKeys:
    """What a known visitor is looked up by; an empty key asks for nothing."""

    name: str = ""
    sound: str = ""
    plate: str = ""
    digits: str = ""
    person_id: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class DayCounts:
    """How many visits a day had: ``expected`` still are, ``came`` came in that day, ``left`` and ``assumed_left`` of
    these, ``cancelled`` will not come."""

    expected: int = 0
    came: int = 0
    left: int = 0
    assumed_left: int = 0
    cancelled: int = 0


class InsideCount(NamedTuple):
    """How many visits are inside, how many of them have stayed too long, and how many people that is."""

    visits: int
    overdue: int
    people: int


class VisitRecord(Protocol):
    """Visits as they stand, with steps that are only ever added."""

    def add(self, visit: Visit, *steps: VisitStep) -> bool:
        """Add a visit; a second one with the same id is ignored and False returned."""

    def add_many(self, items: Iterable[tuple[Visit, Sequence[VisitStep]]]) -> None: ...
    def save(self, visit: Visit, *steps: VisitStep) -> None:
        """Store how a visit stands now, and what brought it there."""

    def save_many(self, items: Iterable[tuple[Visit, Sequence[VisitStep]]]) -> None:
        """Store many as ``save`` does, all at once."""

    def note(self, visit_id: str, step: VisitStep) -> None:
        """Add a step that changes nothing of the visit itself, a printed badge."""

    def get(self, visit_id: str) -> Visit | None: ...
    def by_ids(self, visit_ids: Collection[str]) -> dict[str, Visit]: ...
    def by_token(self, token: str) -> Visit | None: ...
    def steps(self, visit_id: str) -> list[VisitStep]:
        """Return what happened to a visit, oldest first."""

    def steps_of(self, visit_ids: Collection[str]) -> dict[str, list[VisitStep]]:
        """Return what happened to each of some visits, oldest first."""

    def expected(self, day: date, limit: int = -1) -> list[Visit]:
        """Return who is still expected on a day, by their time; those without one come last."""

    def expected_count(self, day: date) -> int: ...
    def due_since(self, day: date, moment: datetime, limit: int) -> list[Visit]:
        """Return who is still expected on a day after a moment, by their time."""

    def late_count(self, day: date, due_before: datetime) -> int:
        """Count who is still expected that day and should have come before a moment."""

    def inside(self, limit: int = -1, within: datetime | None = None) -> list[Visit]:
        """Return who is inside, whoever came last first; ``within`` leaves out whose time was over at that moment."""

    def overdue(self, now: datetime, limit: int = -1) -> list[Visit]:
        """Return who is inside and has stayed too long, the longest first."""

    def inside_count(self, now: datetime) -> InsideCount: ...
    def ended_count(self, start: datetime, end: datetime) -> int:
        """Count who came in then and has left."""

    def of_day(self, day: date) -> list[Visit]:
        """Return all visits that belong to a day, whatever became of them."""

    def between(self, first: date | None, last: date | None) -> Iterator[Visit]:
        """Yield all visits of the days from ``first`` to ``last``, both included, the earliest day first."""

    def in_house_between(self, start: datetime, end: datetime) -> list[Visit]:
        """Return who was inside at any time then, oldest first."""

    def counts(self, day: date, start: datetime, end: datetime) -> DayCounts:
        """Count a day's visits; ``start`` and ``end`` are its moments."""

    def known(self, keys: VisitKeys, limit: int) -> list[Visit]:
        """Return earlier and present visits that share any of these keys, newest day first."""

    def coming(self, keys: VisitKeys, after: date, until: date, limit: int) -> list[Visit]:
        """Return visits that share any of these keys or this code and are expected on a later day, nearest day first;
        those that repeat are left out."""

    def begun_name(self, name_key: str, limit: int) -> list[Visit]:
        """Return visits whose name begins like this, newest day first among the first ones found."""

    def of_person(self, person_id: str, limit: int) -> list[Visit]:
        """Return the visits of somebody, or of those who were merged into them, newest first."""

    def of_digits(self, digits: str, limit: int) -> list[Visit]: ...
    def of_series(self, series_id: str, first: date) -> list[Visit]: ...
    def of_group(self, group_id: str) -> list[Visit]: ...
    def of_batch(self, batch: str) -> list[Visit]: ...
    def forget(self, first: date, before: date, limit: int) -> int:
        """Wipe the visitors out of at most so many visits of days from ``first`` up to ``before``, without it.

        When they came and left stays. Left out are those inside, and those whose card is held. Return how many it was.
        """

    def last_step(self) -> int:
        """Return a number that grows with every step."""

    def changed_since(self, step: int) -> list[Visit]:
        """Return the visits that had a step after this one, each once."""


class VisitDrafts(Protocol):
    """Forms of visits that were begun and not saved."""

    def save(self, draft: VisitDraft) -> None: ...
    def drop(self, draft_id: str) -> None: ...
    def of_staff(self, staff: str) -> list[VisitDraft]:
        """Return this one's forms, oldest first."""

    def all(self) -> list[VisitDraft]: ...


class CardRecord(Protocol):
    """Cards that the gate holds."""

    def take(self, card: HeldCard) -> None:
        """Keep a card. Raise ``DeskError`` slot_taken where the slot holds another."""

    def give_back(self, card_id: str, at: datetime, by: str) -> None: ...
    def take_again(self, card_id: str) -> None:
        """Undo a return that was a slip of the hand. Raise as ``take``."""

    def get(self, card_id: str) -> HeldCard | None: ...
    def open(self) -> list[HeldCard]:
        """Return cards that were not given back, oldest first."""

    def in_slot(self, slot: str) -> HeldCard | None: ...
    def of_visits(self, visit_ids: Collection[str]) -> dict[str, list[HeldCard]]: ...


class ShiftLogRecord(Protocol):
    """The pass-down log. Rows are only ever added."""

    def add(self, entry: ShiftEntry) -> bool:
        """Add an entry; a second one with the same id is ignored and False returned."""

    def close(self, entry_id: str, at: datetime, by: str, closing: str) -> None: ...
    def get(self, entry_id: str) -> ShiftEntry | None: ...
    def between(self, start: datetime, end: datetime) -> list[ShiftEntry]:
        """Return what happened then, ``start <= at < end``, oldest first; corrections instead of what they correct."""

    def open(self) -> list[ShiftEntry]:
        """Return what waits for somebody, oldest first."""

    def history(self, entry_id: str) -> list[ShiftEntry]:
        """Return an entry with all that put it right, oldest first."""
