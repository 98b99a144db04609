"""Visits as they are typed: kept while they are typed, understood, and written down."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from frontdesk.domain.ids import new_id
from frontdesk.domain.typed_visits import TypedVisit, VisitDraft, VisitForm
from frontdesk.domain.visit_typing import Moment, as_typed, read_visits
from frontdesk.domain.visits import Visit, VisitState

from .clock import SITE_ZONE
from .ports import Clock
from .repositories import Storage
from .site_hours import desk_hours
from .visits import Visits

DRAFT_KEPT = timedelta(days=7)
"""How long a form waits: what is typed of a visitor is kept no longer than it is needed."""


@dataclass(frozen=True, slots=True)
class EntrySaved:
    """What became of a form: the visits as they stand now; ``before`` is one that was changed, as it was."""

    form: VisitForm
    visits: tuple[Visit, ...]
    before: Visit | None = None


class VisitEntry:
    """Forms of visits."""

    def __init__(self, storage: Storage, clock: Clock, visits: Visits) -> None:
        self._storage, self._clock, self._visits = storage, clock, visits

    def begin(self, staff: str, form: VisitForm, typed: TypedVisit | None = None) -> VisitDraft:
        """Return a form that was not kept yet."""
        return VisitDraft(new_id(), staff, self._clock.now(), form, typed or TypedVisit())

    def typed(self, visit: Visit) -> TypedVisit:
        """Return what belongs into the fields for a visit."""
        return as_typed(visit, self._moment())

    def keep(self, draft: VisitDraft) -> None:
        """Keep a form as it is typed; one in which nothing stands any more is dropped."""
        with self._storage.write() as repos:
            if draft.typed.blank:
                repos.visit_drafts.drop(draft.id)
            else:
                repos.visit_drafts.save(draft)

    def drop(self, draft_id: str) -> None:
        """Throw a form away."""
        with self._storage.write() as repos:
            repos.visit_drafts.drop(draft_id)

    def waiting(self, staff: str) -> list[VisitDraft]:
        """Return the forms that somebody began and did not save, oldest first.

        One whose visit was written down right before a power cut is done, and one that nobody went on with for long
        is of no use any more: they are dropped.
        """
        with self._storage.read() as repos:
            kept = repos.visit_drafts.of_staff(staff)
            done = repos.visits.by_ids({one.id for one in kept})
        since = self._clock.now() - DRAFT_KEPT
        of_use = [one for one in kept if one.id not in done and one.begun_at > since]
        for one in kept:
            if one not in of_use:
                self.drop(one.id)
        return of_use

    def read(self, draft: VisitDraft) -> tuple[Visit, ...]:
        """Return what a form would write down, to be shown while it is typed. Raise as ``save``."""
        return read_visits(draft.form, draft.typed, self._moment(), self._before(draft))

    def save(self, draft: VisitDraft, by: str, place: str = "") -> EntrySaved:
        """Write down what a form says, and let the form go.

        Raise ``DeskError`` with the ``field`` it is about, as ``read_visits`` and ``Visits`` do.
        """
        before = self._before(draft)
        read = read_visits(draft.form, draft.typed, self._moment(), before)
        written = self._write(draft, read, before)(by, place)
        self.drop(draft.id)
        return EntrySaved(draft.form, written, before)

    def take_back(self, saved: EntrySaved, by: str, place: str = "") -> None:
        """Let everything stand as it did before a form was saved; what was new is called off."""
        for one in saved.visits:
            before = saved.before or replace(
                one, state=VisitState.CANCELLED, arrived_at=None, until=None, gate="", left_at=None
            )
            self._visits.put_back(before, one, by, place)

    def _write(
        self, draft: VisitDraft, read: tuple[Visit, ...], before: Visit | None
    ) -> Callable[[str, str], tuple[Visit, ...]]:
        visits, one = self._visits, read[0]
        if draft.form is VisitForm.EXPECTED:
            return lambda by, place: tuple(visits.expect_all(_named(read, draft.id), by, place))
        if before is None:
            return lambda by, place: (visits.walk_in(replace(one, id=draft.id), by, place),)
        if draft.form is VisitForm.CHANGE:
            return lambda by, place: (visits.change(one, by, place),)
        told = {name: getattr(one, name) for name in _TOLD}
        return lambda by, place: (visits.arrive(one.id, by, place, **told),)

    def _before(self, draft: VisitDraft) -> Visit | None:
        return self._visits.get(draft.typed.visit_id) if draft.typed.visit_id else None

    def _moment(self) -> Moment:
        with self._storage.read() as repos:
            return Moment(self._clock.now().astimezone(SITE_ZONE), desk_hours(repos))


_TOLD = (
    "name", "organisation", "number", "plate", "host", "place", "purpose", "party", "belongings", "until",
    "person_id", "host_id",
)  # fmt: skip


def _named(visits: tuple[Visit, ...], visit_id: str) -> tuple[Visit, ...]:
    """Give the first visit the id of its form, so that it is written down once."""
    return (replace(visits[0], id=visit_id), *visits[1:])
