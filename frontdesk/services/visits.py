"""The gate's board, and everything that happens to a visit: expected, arrived, at reception, left.

Each change is stored with a step of its own before anybody is told that it is done, so nothing that was
acknowledged is ever lost. A change that another window made first is not made twice.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from frontdesk.domain.errors import DeskError
from frontdesk.domain.gate_board import GateBoard, OpenCard
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.visits import (
    INSIDE,
    LONGEST_STAY,
    MOST_PEOPLE,
    OVER_NIGHT,
    HeldCard,
    Stay,
    StepKind,
    Visit,
    VisitState,
    VisitStep,
    new_code,
    new_token,
)

from .clock import SITE_ZONE
from .ports import Clock
from .repositories import Repositories, Storage

STAY_RULE = "gate"
DAY = timedelta(days=1)
SHOWN = 300
"""So many visits of a column are read; all of them are counted, and the box finds the others."""


class Visits:
    """Visits as they stand, and the steps that lead on."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def now(self) -> datetime:
        """Return the present in the site's time."""
        return self._clock.now().astimezone(SITE_ZONE)

    def today(self) -> date:
        """Return the day at the site."""
        return self.now().date()

    def stay(self) -> Stay:
        with self._storage.read() as repos:
            return read_stay(repos)

    def save_stay(self, stay: Stay, by: str) -> None:
        """Set the site's rules of the gate. Raise ``DeskError`` rules_not_allowed."""
        with self._storage.write() as repos:
            staff = repos.staff.get(by)
            if staff is None or staff.archived or not staff.role.manages_staff:
                raise DeskError("rules_not_allowed")
            repos.rules.put(STAY_RULE, _stay_text(stay))

    def board(self) -> GateBoard:
        """Read the board of now in one go."""
        now = self._clock.now()
        with self._storage.read() as repos:
            return read_board(repos, now)

    def people_inside(self) -> int:
        """Count everybody who is inside, by the head."""
        with self._storage.read() as repos:
            return repos.visits.inside_count(self._clock.now()).people

    def get(self, visit_id: str) -> Visit | None:
        with self._storage.read() as repos:
            return repos.visits.get(visit_id)

    def together(self, visit: Visit) -> tuple[Visit, ...]:
        """Return a visit with those of its group that have not ended, the one itself first."""
        with self._storage.read() as repos:
            others = repos.visits.of_group(visit.group_id) if visit.group_id else []
        return (visit, *(one for one in others if one.id != visit.id and not one.state.ended))

    def steps(self, visit_id: str) -> list[VisitStep]:
        with self._storage.read() as repos:
            return repos.visits.steps(visit_id)

    def expect(self, visit: Visit, by: str, place: str = "") -> Visit:
        """Write down that somebody is expected; an empty id, token or code is made here.

        Raise ``DeskError``: visit_name_needed, bad_party, visit_day_past.
        """
        return self.expect_all([visit], by, place)[0]

    def expect_all(self, visits: Iterable[Visit], by: str, place: str = "") -> list[Visit]:
        """Write down visits of many, all or none. Raise as ``expect``."""
        now = self._clock.now()
        made = [self._checked(fresh(visit, by, now)) for visit in visits]
        step = VisitStep(now, by, StepKind.ENTERED, place)
        with self._storage.write() as repos:
            for one in made:
                repos.visits.add(one, step)
        return made

    def change(self, visit: Visit, by: str, place: str = "") -> Visit:
        """Store other words or times of a visit; where it stands is not changed by this. Fewer of a group that is
        inside is a leaving of the others.

        Raise ``DeskError``: visit_gone, visit_name_needed, bad_party.
        """
        with self._storage.write() as repos:
            before = repos.visits.get(visit.id)
            if before is None:
                raise DeskError("visit_gone")
            kept = {name: getattr(before, name) for name in _STANDING}
            after, now = _complete(with_digits(replace(visit, **kept))), self._clock.now()
            steps = [VisitStep(now, by, StepKind.CHANGED, place)]
            if before.inside and after.party < before.party:
                steps.append(VisitStep(now, by, StepKind.SOME_LEFT, place, str(before.party - after.party)))
            repos.visits.save(after, *steps)
        return after

    def walk_in(self, visit: Visit, by: str, gate: str = "") -> Visit:
        """Let somebody in who was not expected. Raise as ``expect``."""
        now = self._clock.now()
        made = self._checked(fresh(replace(visit, day=self.today()), by, now))
        steps = (VisitStep(now, by, StepKind.ENTERED, gate), VisitStep(now, by, StepKind.ARRIVED, gate))
        with self._storage.write() as repos:
            stands = _arrived(made, now, gate, read_stay(repos))
            repos.visits.add(stands, *steps)
        return stands

    def arrive(self, visit_id: str, by: str, gate: str = "", **told: object) -> Visit:
        """Let somebody in who is expected; ``told`` are fields that were heard at the gate, such as ``plate``.

        Raise ``DeskError``: visit_gone, visit_inside, visit_over, bad_party.
        """

        def arrived(before: Visit) -> Visit:
            if before.inside:
                raise DeskError("visit_inside")
            if before.state.ended:
                raise DeskError("visit_over")
            heard = with_digits(replace(before, **told))  # type: ignore[arg-type]
            return _arrived(heard, self._clock.now(), gate, stay)

        stay = self.stay()
        return self._step(visit_id, arrived, StepKind.ARRIVED, by, gate)

    def at_reception(self, visit_id: str, by: str, place: str = "") -> Visit:
        """Say that a visitor is at reception; one who never passed the gate arrives there.

        Raise ``DeskError``: visit_gone, visit_over.
        """
        now, stay = self._clock.now(), self.stay()

        def seen(before: Visit) -> Visit:
            if before.state.ended:
                raise DeskError("visit_over")
            inside = before if before.inside else _arrived(before, now, place, stay)
            return replace(inside, state=VisitState.RECEPTION, reception_at=inside.reception_at or now)

        return self._step(visit_id, seen, StepKind.AT_RECEPTION, by, place)

    def tell_host(self, visit_id: str, by: str, place: str = "") -> Visit:
        """Note that the host knows. Raise ``DeskError`` visit_gone."""
        now = self._clock.now()
        return self._step(visit_id, lambda one: replace(one, host_told_at=now), StepKind.HOST_TOLD, by, place)

    def leave(self, visit_id: str, by: str, place: str = "") -> Visit:
        """Let somebody out. Raise ``DeskError``: visit_gone, visit_not_inside, visit_over."""
        now = self._clock.now()

        def gone(before: Visit) -> Visit:
            return replace(_inside(before), state=VisitState.LEFT, left_at=now)

        return self._step(visit_id, gone, StepKind.LEFT, by, place)

    def assume_left(self, visit_id: str, reason: str, by: str, place: str = "") -> Visit:
        """Close a visit whose end nobody saw. Raise ``DeskError`` as ``leave``, and reason_needed."""
        now, said = self._clock.now(), _reason(reason)

        def gone(before: Visit) -> Visit:
            return replace(_inside(before), state=VisitState.ASSUMED_LEFT, left_at=now, reason=said)

        return self._step(visit_id, gone, StepKind.ASSUMED_LEFT, by, place, said)

    def cancel(self, visit_id: str, reason: str, by: str, place: str = "") -> Visit:
        """Take an expected visit off. Raise ``DeskError``: visit_gone, visit_inside, visit_over."""
        said = " ".join(reason.split())

        def off(before: Visit) -> Visit:
            if before.inside:
                raise DeskError("visit_inside")
            if before.state.ended:
                raise DeskError("visit_over")
            return replace(before, state=VisitState.CANCELLED, reason=said)

        return self._step(visit_id, off, StepKind.CANCELLED, by, place, said)

    def put_back(self, before: Visit, after: Visit, by: str, place: str = "") -> Visit:
        """Let a visit stand as it did before a slip of the hand made it stand as ``after``; both stay on record.

        Raise ``DeskError``: visit_gone; visit_changed where somebody has gone on with it meanwhile, or took a card.
        """
        step = VisitStep(self._clock.now(), by, StepKind.TAKEN_BACK, place, before.state.value)
        with self._storage.write() as repos:
            present = repos.visits.get(before.id)
            if present is None:
                raise DeskError("visit_gone")
            held = repos.cards.of_visits([before.id]).get(before.id, ())
            if present != after or (not before.inside and after.inside and any(card.open for card in held)):
                raise DeskError("visit_changed")
            repos.visits.save(before, step)
        return before

    def _step(
        self, visit_id: str, change: Callable[[Visit], Visit], kind: StepKind, by: str, place: str, detail: str = ""
    ) -> Visit:
        with self._storage.write() as repos:
            before = repos.visits.get(visit_id)
            if before is None:
                raise DeskError("visit_gone")
            after = _complete(change(before))
            repos.visits.save(after, VisitStep(self._clock.now(), by, kind, place, detail))
        return after

    def _checked(self, visit: Visit) -> Visit:
        if visit.day < self.today():
            raise DeskError("visit_day_past", value=visit.day)
        return _complete(visit)


_STANDING = (
    "token", "code", "state", "arrived_at", "reception_at", "host_told_at", "left_at", "gate", "reason", "made_at",
    "made_by",
)  # fmt: skip


def fresh(visit: Visit, by: str, now: datetime) -> Visit:
    """Return a visit with everything that is made for it: id, token, code, the digits of its number."""
    return with_digits(
        replace(
            visit, id=visit.id or new_id(), token=visit.token or new_token(), code=visit.code or new_code(),
            name=" ".join(visit.name.split()), made_at=visit.made_at or now, made_by=visit.made_by or by,
            due=visit.due.astimezone(UTC) if visit.due else None,
            until=visit.until.astimezone(UTC) if visit.until else None,
        )
    )  # fmt: skip


def read_board(repos: Repositories, now: datetime) -> GateBoard:
    """Read the board of a moment."""
    stay, here = read_stay(repos), now.astimezone(SITE_ZONE)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    inside, overdue = repos.visits.inside(SHOWN, within=now), repos.visits.overdue(now, SHOWN)
    counted, today = repos.visits.inside_count(now), here.date()
    held, left_behind = _cards(repos, [*inside, *overdue])
    last_night = [
        one for one in repos.visits.due_since(today - DAY, now - OVER_NIGHT, SHOWN) if one.awaited(now, today)
    ]
    return GateBoard(
        at=now,
        expected=(*last_night, *repos.visits.expected(today, SHOWN)),
        inside=tuple(inside),
        overdue=tuple(overdue),
        expected_count=len(last_night) + repos.visits.expected_count(today),
        inside_count=counted.visits - counted.overdue,
        overdue_count=counted.overdue,
        late_count=len(last_night) + repos.visits.late_count(today, now - stay.late_after),
        people=counted.people,
        cards=held,
        open_cards=left_behind,
        left_today=repos.visits.ended_count(midnight, midnight + timedelta(days=1)),
        stay=stay,
    )


def _cards(repos: Repositories, shown: list[Visit]) -> tuple[dict[str, tuple[HeldCard, ...]], tuple[OpenCard, ...]]:
    """Return the cards held for visits, and those whose owners are not inside any more."""
    cards, ids = repos.cards.open(), {one.id for one in shown}
    owners = repos.visits.by_ids({card.visit_id for card in cards} - ids)
    gone = (OpenCard(card, owner) for card in cards if (owner := owners.get(card.visit_id)) and not owner.inside)
    held: dict[str, tuple[HeldCard, ...]] = {}
    for card in cards:
        if card.visit_id in ids:
            held[card.visit_id] = (*held.get(card.visit_id, ()), card)
    return held, tuple(gone)


def read_stay(repos: Repositories) -> Stay:
    """Return the site's rules of the gate, the usual ones where it set none."""
    text = repos.rules.get(STAY_RULE)
    if not text:
        return Stay()
    own = json.loads(text)
    return Stay(
        timedelta(minutes=own["usual"]), timedelta(minutes=own["late_after"]), own["staff_tracked"], own["slots"]
    )


def _stay_text(stay: Stay) -> str:
    return json.dumps(
        {
            "usual": int(stay.usual.total_seconds()) // 60,
            "late_after": int(stay.late_after.total_seconds()) // 60,
            "staff_tracked": stay.staff_tracked,
            "slots": stay.slots,
        }
    )


def _arrived(visit: Visit, now: datetime, gate: str, stay: Stay) -> Visit:
    """Let a visit begin; one that has no end, or whose end has passed, gets the usual one."""
    until = visit.until if visit.until and visit.until > now else now + stay.usual
    return replace(
        visit, state=VisitState.GATE, arrived_at=now, gate=gate, until=min(until, now + LONGEST_STAY),
        day=now.astimezone(SITE_ZONE).date(),
    )  # fmt: skip


def _inside(visit: Visit) -> Visit:
    if visit.state.ended:
        raise DeskError("visit_over")
    if visit.state not in INSIDE:
        raise DeskError("visit_not_inside")
    return visit


def _complete(visit: Visit) -> Visit:
    if not visit.name:
        raise DeskError("visit_name_needed")
    if not 1 <= visit.party <= MOST_PEOPLE:
        raise DeskError("bad_party", most=MOST_PEOPLE)
    return visit


def _reason(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise DeskError("reason_needed")
    return said


def with_digits(visit: Visit) -> Visit:
    """Return a visit with the digits that its number is found by."""
    parsed = parse_number(visit.number) if visit.number else None
    return replace(visit, digits=(parsed.digits or parsed.extension) if parsed else "")
