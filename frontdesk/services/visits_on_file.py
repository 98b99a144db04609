"""The visits on file that a list speaks of again."""

from collections.abc import Iterable
from datetime import date, datetime

from frontdesk.domain.numbers import parse_number
from frontdesk.domain.visitor_keys import written_key
from frontdesk.domain.visits import Visit, VisitState

from .import_visits import VisitSaid
from .repositories import Repositories
from .visit_shelf import TAKEN_BACK

NameAndTime = tuple[str, datetime | None]


class VisitsOnFile:
    """Finds the visit that a row means: by its id, else by day, time, name and number.

    A number that only one of the two has tells them not apart. No visit is found for two rows.
    """

    def __init__(self, repos: Repositories) -> None:
        self._visits = repos.visits
        self._days: dict[date, dict[NameAndTime, list[Visit]]] = {}
        self._by_id: dict[str, Visit] = {}
        self._taken: set[str] = set()

    def learn(self, said: Iterable[VisitSaid]) -> None:
        """Look the ids of some rows up at once."""
        self._by_id = self._visits.by_ids({one.id for one in said if one.id})

    def find(self, said: VisitSaid) -> Visit | None:
        """Return the visit that a row means, None for a new one."""
        found = self._by_id.get(said.id) or self._alike(said)
        if found is not None:
            self._taken.add(found.id)
        return found

    def undone(self, visit: Visit) -> bool:
        """Tell whether a visit is off only because its import was taken back."""
        if visit.state is not VisitState.CANCELLED:
            return False
        steps = self._visits.steps(visit.id)
        return bool(steps) and steps[-1].detail == TAKEN_BACK

    def _alike(self, said: VisitSaid) -> Visit | None:
        digits = digits_of(said.words.get("number", ""))
        named = self._day(said.day).get((written_key(said.name), said.due), [])
        free = [one for one in named if one.id not in self._taken and _agree(one.digits, digits)]
        return min(free, key=lambda one: (one.state is VisitState.CANCELLED, one.digits != digits), default=None)

    def _day(self, day: date) -> dict[NameAndTime, list[Visit]]:
        if day not in self._days:
            by_key: dict[NameAndTime, list[Visit]] = {}
            for visit in self._visits.of_day(day):
                by_key.setdefault((written_key(visit.name), visit.due), []).append(visit)
            self._days[day] = by_key
        return self._days[day]


def _agree(one: str, other: str) -> bool:
    return one == other or not (one and other)


def digits_of(number: str) -> str:
    """Return the digits that a visit's number is found by."""
    parsed = parse_number(number)
    return parsed.digits or parsed.extension
