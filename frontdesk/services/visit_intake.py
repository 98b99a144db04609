"""The rows of a list of visitors as visits: new ones, changed ones, and those who come just as they are on file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from frontdesk.domain.ids import same_id
from frontdesk.domain.names import name_key
from frontdesk.domain.visit_typing import Moment
from frontdesk.domain.visits import StepKind, Visit, VisitState

from .clock import SITE_ZONE
from .import_parts import PART_ROWS, Part
from .import_referrers import Referrers
from .import_row import ImportRow
from .import_visits import VisitSaid, visit_said
from .ports import Clock
from .repositories import Repositories
from .site_hours import desk_hours
from .visit_invitations import InvitedVisits
from .visit_people import VisitPeople
from .visit_shelf import Written
from .visits import with_digits
from .visits_on_file import VisitsOnFile, digits_of

_GROUP_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Key = tuple[str, str, datetime | str, str]


def visit_parts(
    rows: Iterable[ImportRow], repos: Repositories, clock: Clock, _referrers: Referrers
) -> Iterator[Part[Written]]:
    """Compare rows with the visits on file; what an invitation calls off comes last."""
    intake, stream = VisitIntake(repos, clock), iter(rows)
    while some := list(islice(stream, PART_ROWS)):
        yield intake.part(some)
    yield intake.last()


class VisitIntake:
    """Reads one file."""

    def __init__(self, repos: Repositories, clock: Clock) -> None:
        self._at = Moment(clock.now().astimezone(SITE_ZONE), desk_hours(repos))
        self._people = VisitPeople(repos)
        self._on_file = VisitsOnFile(repos)
        self._invited = InvitedVisits(repos, self._people, self._at.now.date())
        self._seen: dict[Key, int] = {}

    def part(self, rows: list[ImportRow]) -> Part[Written]:
        """Take in some rows."""
        part: Part[Written] = Part(len(rows))
        said = [(row, None if row.errors else visit_said(row, self._at)) for row in rows]
        read = [one for _, one in said if one is not None]
        self._people.learn(one.words.get("number", "") for one in read)
        self._on_file.learn(read)
        self._invited.learn(read)
        for row, one in said:
            if one is not None:
                self._take(row, one, part)
            part.errors += row.errors
        return part

    def last(self) -> Part[Written]:
        """Return what only shows at the end of the file: who is not invited any more."""
        part: Part[Written] = Part()
        for off in self._invited.called_off():
            part.updated.append(off)
        part.cancelled = len(part.updated)
        return part

    def _take(self, row: ImportRow, said: VisitSaid, part: Part[Written]) -> None:
        if said.invitation:
            self._invited.take(row, said, part)
            return
        first = self._seen.setdefault(_key(said), row.line)
        if first != row.line:
            row.wrong("name", "visit_repeated", first=first)
            return
        before = self._on_file.find(said)
        if before is None and said.day < self._at.now.date():
            row.wrong("date", "visit_day_past", value=row.text("date"))
        elif before is None:
            new = self._visit(Visit("", said.day, said.name), said)
            part.created.append(Written(new, StepKind.ENTERED, own=True))
        elif self._on_file.undone(before):
            again = replace(self._visit(before, said), state=VisitState.EXPECTED, reason="")
            part.created.append(Written(again, StepKind.CHANGED, own=True))
        else:
            self._compare(before, said, part)

    def _compare(self, before: Visit, said: VisitSaid, part: Part[Written]) -> None:
        """Change who is still expected; those who came, or were called off by hand, stay as they are."""
        stays = before.state is not VisitState.EXPECTED or before.day < self._at.now.date()
        after = before if stays else self._visit(before, said)
        if after == before:
            part.unchanged += 1
        else:
            part.updated.append(Written(after, StepKind.CHANGED))

    def _visit(self, before: Visit, said: VisitSaid) -> Visit:
        """Return a visit as a row says it is; what the row does not speak of stays."""
        one = replace(before, day=said.day, due=said.due, until=said.until or (None if said.id else before.until))
        one = replace(with_digits(replace(one, **said.words)), name=said.name if said.id else one.name)
        if said.host and said.host != before.host:
            host_id, host = self._people.host(said.host)
            one = replace(one, host_id=host_id, host=host)
        one = self._grouped(one, said)
        known = one.person_id or self._people.visitor(one.name, one.number, said.email)
        return replace(one, person_id=known)

    def _grouped(self, one: Visit, said: VisitSaid) -> Visit:
        """Join those who come together; the group's name is where they come from, unless that is said."""
        if not said.group:
            return one
        if _GROUP_ID.fullmatch(said.group):
            return replace(one, group_id=said.group)
        group = same_id("group", said.day.isoformat(), name_key(said.group))
        return replace(one, group_id=group, organisation=one.organisation or said.group)


def _key(said: VisitSaid) -> Key:
    """Return what no two rows of a file share."""
    if said.id:
        return said.id, "", "", ""
    return said.day.isoformat(), name_key(said.name), said.due or "", digits_of(said.words.get("number", ""))
