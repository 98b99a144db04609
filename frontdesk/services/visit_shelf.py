"""Where imported visits go, and how an import of them is taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from frontdesk.domain.imports import ImportBatch, Undone
from frontdesk.domain.visits import StepKind, Visit, VisitState, VisitStep

from .ports import Clock
from .repositories import Repositories
from .visits import fresh, with_digits

TAKEN_BACK = "import:undone"
"""The detail of the step that takes an imported visit off again."""


@dataclass(frozen=True, slots=True)
class Written:
    """A visit to store, and the step that says why. ``own`` ones are off again when the import is taken back."""

    visit: Visit
    kind: StepKind
    detail: str = ""
    own: bool = False


class VisitShelf:
    """The visits, as an import writes them."""

    def __init__(self, repos: Repositories, clock: Clock) -> None:
        self._repos, self._now = repos, clock.now()

    def save_many(self, items: Iterable[Written], by: str, batch: str = "") -> None:
        """Store many at once."""
        new: list[tuple[Visit, tuple[VisitStep]]] = []
        changed: list[tuple[Visit, tuple[VisitStep]]] = []
        for item in items:
            visit = replace(item.visit, batch=batch) if item.own else item.visit
            step = VisitStep(self._now, by, item.kind, detail=item.detail)
            if item.kind is StepKind.ENTERED:
                new.append((fresh(visit, by, self._now), (step,)))
            else:
                changed.append((with_digits(visit), (step,)))
        self._repos.visits.add_many(new)
        self._repos.visits.save_many(changed)


def undo_visits(repos: Repositories, batch: ImportBatch, by: str, clock: Clock) -> Undone:
    """Take the visits of an import off again; those who have come stay, and changes of older visits too."""
    step = VisitStep(clock.now(), by, StepKind.CANCELLED, detail=TAKEN_BACK)
    visits = repos.visits.of_batch(batch.id)
    off = [one for one in visits if one.state is VisitState.EXPECTED]
    repos.visits.save_many((replace(one, state=VisitState.CANCELLED), (step,)) for one in off)
    came = sum(one.arrived_at is not None for one in visits)
    return Undone(len(off), came, batch.updated)
