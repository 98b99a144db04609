"""Visits that repeat, after they were written down."""

from dataclasses import replace
from datetime import date

from frontdesk.domain.visits import StepKind, Visit, VisitState, VisitStep

from .ports import Clock
from .repositories import Storage


class VisitSeries:
    """The visits of one series, which share a ``series_id``."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def to_come(self, series_id: str, first: date) -> list[Visit]:
        """Return who is still expected from a day on, that day included."""
        if not series_id:
            return []
        with self._storage.read() as repos:
            theirs = repos.visits.of_series(series_id, first)
        return [one for one in theirs if one.state is VisitState.EXPECTED]

    def cancel_rest(self, series_id: str, first: date, reason: str, by: str, place: str = "") -> list[Visit]:
        """Take the visits from a day on off, that day included, all or none; return them as they stood before.

        Who has come stays; ``put_back`` lets each of them be expected again.
        """
        said = " ".join(reason.split())
        step = VisitStep(self._clock.now(), by, StepKind.CANCELLED, place, said)
        with self._storage.write() as repos:
            theirs = repos.visits.of_series(series_id, first) if series_id else []
            rest = [one for one in theirs if one.state is VisitState.EXPECTED]
            off = (replace(one, state=VisitState.CANCELLED, reason=said) for one in rest)
            repos.visits.save_many((one, (step,)) for one in off)
        return rest

    def put_back(self, before: list[Visit], by: str, place: str = "") -> None:
        """Let visits stand as ``cancel_rest`` returned them, but for those that somebody changed since."""
        step = VisitStep(self._clock.now(), by, StepKind.TAKEN_BACK, place, VisitState.EXPECTED.value)
        with self._storage.write() as repos:
            now = repos.visits.by_ids({one.id for one in before})
            still = [one for one in before if one.id in now and now[one.id].state is VisitState.CANCELLED]
            repos.visits.save_many((one, (step,)) for one in still)
