"""The demo desk's gate: who is expected today, who is inside, who came in the last days."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.shift_log import EntryKind, ShiftEntry
from frontdesk.domain.visits import CardKind, HeldCard, Stay, StepKind, Visit, VisitState, VisitStep
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.repositories import Repositories
from frontdesk.services.visits import fresh

EXPECTED, INSIDE, DAYS, A_DAY = 12, 34, 14, 40
"""How many stand on the board in all, and how many came on each of so many days before."""
_LETTERS = "กขคฆงจฉชฌญณดตถทธนบผพภมยรลวศษสห"


@dataclass(frozen=True, slots=True)
class GateDay:
    """What the gate of the demo desk begins with."""

    visits: tuple[tuple[Visit, tuple[VisitStep, ...]], ...]
    cards: tuple[HeldCard, ...]
    entries: tuple[ShiftEntry, ...]
    calls: tuple[Contact, ...]


class DemoGate:
    """Makes the gate's day; ``people`` come by code, ``guard`` is the id of who works there."""

    def __init__(
        self, plan: Mapping[str, Any], names: Mapping[str, Any], people: Mapping[str, Person], guard: str,
        now: datetime, dice: random.Random,
    ) -> None:  # fmt: skip
        self._plan, self._names, self._people, self._guard = plan, names, people, guard
        self._now, self._dice, self._cards = now, dice, list[HeldCard]()

    def day(self) -> GateDay:
        """Make all of it."""
        told = [self._story(row) for row in self._plan["visit"]]
        today = [one for one in told if not one.state.ended]
        expected = sum(one.state is VisitState.EXPECTED for one in today)
        inside = sum(one.inside and not one.overdue(self._now) for one in today)
        visits = [*self._past(), *told, *self._more(EXPECTED - expected, INSIDE - inside)]
        entries, calls = tuple(map(self._entry, self._plan["entry"])), tuple(self._calls())
        return GateDay(tuple((one, tuple(self._steps(one))) for one in visits), tuple(self._cards), entries, calls)

    def _story(self, row: Mapping[str, Any]) -> Visit:
        visit = self._come(self._named(row), row)
        if "slot" in row:
            kind, taken = CardKind(row["card"]), visit.arrived_at
            self._cards.append(HeldCard(new_id(), visit.id, row["slot"], kind, row.get("last", ""), taken, self._guard))
        return visit

    def _named(self, row: Mapping[str, Any]) -> Visit:
        person, host = self._people.get(row.get("person", "")), self._people.get(row["host"])
        own = Visit("", self._now.date(), row.get("name", ""))
        if person is not None:
            number = next((one.raw for one in person.numbers), "")
            own = replace(own, name=person.name, person_id=person.id, number=number, plate=person.plate)
        taken = {
            key: row[key] for key in ("number", "plate", "place", "purpose", "organisation", "party") if key in row
        }
        return replace(own, host=host.name if host else row["host"], host_id=host.id if host else "", **taken)

    def _come(self, visit: Visit, row: Mapping[str, Any]) -> Visit:
        """Let a visit stand as its row says."""
        made = self._now - timedelta(minutes=row.get("called", 90) + row.get("in", 0))
        if "in" not in row:
            return self._fresh(replace(visit, due=self._today(row["due"])), made)
        arrived = self._now - timedelta(minutes=row["in"])
        until = arrived + timedelta(minutes=row.get("stay", Stay().usual.total_seconds() // 60))
        come = replace(visit, state=VisitState.GATE, arrived_at=arrived, until=until, gate=self._plan["gate"])
        if row.get("told"):
            come = replace(come, host_told_at=arrived + timedelta(minutes=1))
        if "left" in row:
            come = replace(come, state=VisitState.LEFT, left_at=self._now - timedelta(minutes=row["left"]))
        return self._fresh(replace(come, due=arrived), made)

    def _fresh(self, visit: Visit, made: datetime) -> Visit:
        day = (visit.arrived_at or visit.due or self._now).astimezone(SITE_ZONE).date()
        return fresh(replace(visit, day=day), self._guard, made)

    def _today(self, minutes: float) -> datetime:
        """Return a moment near now that is still today."""
        last = self._now.astimezone(SITE_ZONE).replace(hour=23, minute=59, second=0, microsecond=0)
        first = last.replace(hour=0, minute=1)
        moment = min(max(self._now + timedelta(minutes=minutes), first), last)
        return moment.astimezone(UTC).replace(second=0, microsecond=0)

    def _more(self, expected: int, inside: int) -> Iterator[Visit]:
        for n in range(expected):
            yield self._come(self._somebody(), {"due": 130 + 15 * n})
        for _ in range(inside):
            yield self._come(self._somebody(), {"in": self._dice.randrange(3, 110)})

    def _past(self) -> Iterator[Visit]:
        for days in range(DAYS, 0, -1):
            for _ in range(A_DAY):
                came = days * 24 * 60 + self._dice.randrange(-200, 200)
                yield self._come(self._somebody(), {"in": came, "left": came - self._dice.randrange(15, 110)})

    def _somebody(self) -> Visit:
        dice, names, usual = self._dice, self._names, self._plan["reasons"]
        given = dice.choice(names[dice.choice(("women", "men"))])
        name = f"{given} {dice.choice(names['roots'])}{dice.choice(names['endings'])}"
        signs = f"{dice.randrange(1, 10)}{dice.choice(_LETTERS)}{dice.choice(_LETTERS)}"
        plate = f"{signs} {dice.randrange(1, 10_000)} นครสวรรค์" if dice.random() < 0.4 else ""
        number = f"08{dice.randrange(10)}-555-{dice.randrange(10_000):04}" if dice.random() < 0.5 else ""
        return Visit(
            "", self._now.date(), name, plate=plate, number=number, host=dice.choice(usual["hosts"]),
            place=dice.choice(usual["places"]), purpose=dice.choice(usual["purposes"]),
        )  # fmt: skip

    def _steps(self, visit: Visit) -> Iterator[VisitStep]:
        place = self._plan["gate"]
        yield VisitStep(visit.made_at or self._now, self._guard, StepKind.ENTERED, place)
        moments = (
            (visit.arrived_at, StepKind.ARRIVED),
            (visit.host_told_at, StepKind.HOST_TOLD),
            (visit.left_at, StepKind.LEFT),
        )
        yield from (VisitStep(at, self._guard, kind, place) for at, kind in moments if at)

    def _entry(self, row: Mapping[str, Any]) -> ShiftEntry:
        at = self._now - timedelta(minutes=row["minutes_ago"])
        follow_up = row.get("follow_up", False)
        return ShiftEntry(
            new_id(), at, EntryKind(row["kind"]), row["text"], at, self._guard, self._plan["gate"], follow_up=follow_up
        )

    def _calls(self) -> Iterator[Contact]:
        """Yield the calls of visitors who said that they would come."""
        for row in self._plan["visit"]:
            if "called" in row:
                at, number = self._now - timedelta(minutes=row["called"]), parse_number(row["number"])
                yield Contact(
                    new_id(), at, at - timedelta(seconds=40), Channel.PHONE, Outcome.ANSWERED, self._guard,
                    number=number.raw, digits=number.digits, person_name=row["name"], topic=row["purpose"],
                )  # fmt: skip


def settle_gate(repos: Repositories, day: GateDay) -> None:
    """Store what the gate begins with; its calls are stored with the other contacts."""
    repos.visits.add_many(day.visits)
    for card in day.cards:
        repos.cards.take(card)
    for entry in day.entries:
        repos.shift_log.add(entry)
