"""The rows of invitations as visits: who comes on which of its days, what moved, and who is not asked any more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import same_id
from frontdesk.domain.invitations import ONLY, Invitation, Scope, invited_by, read_invitation, revision_in
from frontdesk.domain.names import name_key, split_name
from frontdesk.domain.visits import StepKind, Visit, VisitState, VisitStep

from .import_parts import Part
from .import_row import ImportRow
from .import_visits import VisitSaid
from .repositories import Repositories
from .visit_people import VisitPeople, named
from .visit_shelf import TAKEN_BACK, Written


class Guest(NamedTuple):
    """A visitor who is asked to come."""

    name: str
    mail: str


@dataclass(slots=True)
class _Series:
    """What a file says of one invitation: the visits it names, the occasions it speaks of, how new it is."""

    revision: int = 0
    whole: bool = False
    visits: set[str] = field(default_factory=set)
    occasions: dict[str, int] = field(default_factory=dict)


class InvitedVisits:
    """Compares the invitations of a file with the visits that came of them before.

    A visit keeps its id while the invitation keeps its UID, whatever day it is moved to. What is older than what is on
    file already changes nothing.
    """

    def __init__(self, repos: Repositories, people: VisitPeople, today: date) -> None:
        self._visits, self._people, self._today = repos.visits, people, today
        self._series: dict[str, _Series] = {}
        self._on_file: dict[str, Visit] = {}
        self._steps: dict[str, list[VisitStep]] = {}

    def learn(self, said: Iterable[VisitSaid]) -> None:
        """Look up at once what is on file of some rows."""
        ids = {_visit_id(found, guest) for one in said if (found := _read(one)) for guest in self._guests(one)}
        self._on_file = self._visits.by_ids(ids) if ids else {}
        self._steps = self._visits.steps_of(self._on_file) if self._on_file else {}

    def take(self, row: ImportRow, said: VisitSaid, part: Part[Written]) -> None:
        """Take in one occasion of an invitation."""
        found = _read(said)
        if found is None:
            row.wrong("invitation", "bad_invitation")
            return
        series = self._series.setdefault(found.series, _Series())
        series.revision = max(series.revision, found.revision)
        series.whole |= found.scope is Scope.WHOLE or (found.scope is Scope.OFF and found.occasion == ONLY)
        series.occasions[found.occasion] = found.revision
        if found.scope is not Scope.OFF:
            for guest in self._guests(said):
                series.visits.add(_visit_id(found, guest))
                self._add(self._visit(found, guest, said), found, part)

    def called_off(self) -> Iterator[Written]:
        """Yield the visits to come that the invitations of the file name no more."""
        for key, series in self._series.items():
            to_come = self._visits.of_series(key, self._today)
            gone = [one for one in to_come if one.state is VisitState.EXPECTED and one.id not in series.visits]
            steps = self._visits.steps_of([one.id for one in gone]) if gone else {}
            groups = {_group_id(key, occasion): revision for occasion, revision in series.occasions.items()}
            for one in gone:
                revision = series.revision if series.whole else groups.get(one.group_id, -1)
                if revision >= _recorded(steps.get(one.id, ())):
                    yield Written(replace(one, state=VisitState.CANCELLED), StepKind.CANCELLED, invited_by(revision))

    def _guests(self, said: VisitSaid) -> list[Guest]:
        """Return who comes from outside. Where nobody of the site asks them, whoever asks the site comes too."""
        if not said.visitors:
            return [Guest(said.name, "")] if said.name else []
        asked = [Guest(*named(line)) for line in said.visitors.splitlines() if line.strip()]
        outside = [one for one in asked if not self._of_site(one)]
        organiser = Guest(*named(said.host))
        if said.host and not self._of_site(organiser):
            others = [one for one in outside if one.mail.casefold() != organiser.mail.casefold()]
            return [organiser, *others] if len(outside) < len(asked) else others
        return outside

    def _host(self, said: VisitSaid) -> tuple[str, str]:
        """Return id and name of who receives them: who asks, or else the first of the site who is asked."""
        asked = [line for line in said.visitors.splitlines() if line.strip()]
        ours = next((line for line in (said.host, *asked) if line and self._of_site(Guest(*named(line)))), "")
        return self._people.host(ours or said.host) if said.host or ours else ("", "")

    def _of_site(self, guest: Guest) -> bool:
        if guest.mail and self._people.in_directory(guest.mail):
            return True
        found, name = self._people.host(guest.name) if split_name(guest.name).family else ("", "")
        return bool(found) and name_key(name) == name_key(guest.name)

    def _visit(self, invitation: Invitation, guest: Guest, said: VisitSaid) -> Visit:
        visit_id = _visit_id(invitation, guest)
        before = self._on_file.get(visit_id)
        name = guest.name or guest.mail
        one = replace(before or Visit(visit_id, said.day, name), day=said.day, due=said.due, until=said.until)
        host_id, host = self._host(said)
        if host and host != one.host:
            one = replace(one, host_id=host_id, host=host)
        one = replace(one, **said.words, series_id=invitation.series)
        group = _group_id(invitation.series, invitation.occasion)
        known = one.person_id or self._people.visitor(name, "", guest.mail)
        return replace(one, group_id=group, person_id=known)

    def _add(self, visit: Visit, invitation: Invitation, part: Part[Written]) -> None:
        before, detail = self._on_file.get(visit.id), invited_by(invitation.revision)
        if before is None:
            part.created.append(Written(visit, StepKind.ENTERED, detail, own=True))
        elif self._stays(before, invitation.revision):
            part.unchanged += 1
        elif before.state is VisitState.CANCELLED:
            again = replace(visit, state=VisitState.EXPECTED, reason="")
            part.created.append(Written(again, StepKind.CHANGED, detail, own=True))
        elif visit == before and invitation.revision == _recorded(self._steps.get(before.id, ())):
            part.unchanged += 1  # a newer invitation that moves nothing is noted all the same
        else:
            part.updated.append(Written(visit, StepKind.CHANGED, detail))

    def _stays(self, before: Visit, revision: int) -> bool:
        """Tell whether a visit stays as it is: who has come, who was called off by hand, or what is newer."""
        steps = self._steps.get(before.id, [])
        recorded = _recorded(steps)
        if before.state is not VisitState.CANCELLED:
            return before.state is not VisitState.EXPECTED or revision < recorded
        last = steps[-1].detail if steps else ""
        if last == TAKEN_BACK:
            return revision < recorded
        return revision < recorded if revision_in(last) is not None else revision <= recorded


def _read(said: VisitSaid) -> Invitation | None:
    try:
        return read_invitation(said.invitation) if said.invitation else None
    except DeskError:
        return None


def _recorded(steps: Iterable[VisitStep]) -> int:
    """Return the newest revision that had a hand in a visit."""
    return max((number for step in steps if (number := revision_in(step.detail)) is not None), default=-1)


def _visit_id(invitation: Invitation, guest: Guest) -> str:
    return same_id(invitation.series, invitation.occasion, guest.mail.casefold() or name_key(guest.name))


def _group_id(series: str, occasion: str) -> str:
    return same_id("occasion", series, occasion)
