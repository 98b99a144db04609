"""Handing over at the end of a shift: what is open, who is to have it, and the signatures of the two.

Nothing can be left without an owner: what nobody was named for belongs to whoever takes over, and until somebody
does it waits, and whoever signs in is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from frontdesk.domain.due_times import read_due
from frontdesk.domain.errors import DeskError
from frontdesk.domain.hand_over import HandItem, HandOver, Plan, Proof, Signature
from frontdesk.domain.ids import new_id
from frontdesk.domain.staff import Staff

from .clock import SITE_ZONE
from .hand_over_items import PLAN_RULE, give, keep_plan, moment_of, open_items, read_plan, still_open
from .ports import Clock
from .repositories import Repositories, Storage
from .security import TERMINAL, Security
from .site_hours import desk_hours

LATEST = 60
"""So many hand-overs can be looked at again in the window; all of them are kept."""


@dataclass(frozen=True, slots=True)
class Board:
    """What the page shows, read in one go. ``items`` are what would be handed over now, ``until`` is up to when.

    ``past`` are hand-overs, newest first; ``waiting`` is the newest one while nobody has taken it over, and
    ``open`` the keys of all that is not done yet.
    """

    items: tuple[HandItem, ...] = ()
    until: datetime | None = None
    waiting: HandOver | None = None
    past: tuple[HandOver, ...] = ()
    open: frozenset[str] = frozenset()
    staff: Mapping[str, Staff] = field(default_factory=dict)
    signing: tuple[Staff, ...] = ()
    digits: Mapping[str, int] = field(default_factory=dict)


class HandOvers:
    """Everything is only ever added; what was handed over is kept as it was."""

    def __init__(self, storage: Storage, clock: Clock, security: Security) -> None:
        self._storage, self._clock, self._security = storage, clock, security

    def now(self) -> datetime:
        """Return the present in the site's time."""
        return self._clock.now().astimezone(SITE_ZONE)

    def board(self) -> Board:
        signing, digits, now = tuple(self._security.staff()), self._security.pin_digits(), self.now()
        with self._storage.read() as repos:
            plan, past = read_plan(repos), tuple(repos.hand_overs.latest(LATEST))
            moment = moment_of(repos, now, plan)
            return Board(
                open_items(repos, moment, plan), moment.until, _waiting(past), past, still_open(repos, moment),
                {one.id: one for one in repos.staff.all()}, signing, digits,
            )  # fmt: skip

    def get(self, hand_over_id: str) -> HandOver | None:
        with self._storage.read() as repos:
            return repos.hand_overs.get(hand_over_id)

    def waiting(self) -> HandOver | None:
        """Return the hand-over that nobody has taken over yet."""
        with self._storage.read() as repos:
            return _waiting(tuple(repos.hand_overs.latest(1)))

    def left_by(self, staff_id: str) -> int:
        """Count what somebody who leaves now would leave to nobody: nothing once they have signed."""
        now = self.now()
        with self._storage.read() as repos:
            waiting, plan = _waiting(tuple(repos.hand_overs.latest(1))), read_plan(repos)
            if waiting is not None and waiting.signed.staff == staff_id:
                return 0
            items = open_items(repos, moment_of(repos, now, plan), plan)
        return sum(item.owned and item.by == staff_id for item in items)

    def name_owner(self, key: str, staff_id: str) -> None:
        """Say who is to have an item; an empty id is whoever comes."""
        with self._storage.write() as repos:
            keep_plan(repos, read_plan(repos).naming(key, staff_id))

    def read_until(self, text: str) -> datetime:
        """Read until when the coming shift lasts, nothing is as the desk's hours say. Raise as ``read_due`` does."""
        now = self.now()
        with self._storage.read() as repos:
            return read_due(text, now, desk_hours(repos)) if text.strip() else moment_of(repos, now, Plan()).until

    def look_until(self, text: str) -> datetime:
        """Look up to another time. Raise ``DeskError`` as ``read_until``."""
        until = self.read_until(text)
        with self._storage.write() as repos:
            keep_plan(repos, replace(read_plan(repos), until=until.astimezone(UTC) if text.strip() else None))
        return until

    def sign(self, staff_id: str, pin: str = "") -> HandOver:
        """Let the leaving one sign: what is open is kept as it is now. A PIN is needed of those who have one.

        Raise ``DeskError`` as ``Security.sign_in`` does, or signer_unknown.
        """
        proof, now = self._prove(staff_id, pin), self.now()
        with self._storage.write() as repos:
            plan, head = read_plan(repos), repos.chain.head()
            moment, signed = moment_of(repos, now, plan), Signature(staff_id, now.astimezone(UTC), proof)
            made = HandOver(
                new_id(), signed, moment.until.astimezone(UTC), open_items(repos, moment, plan),
                chain_head=head.printed if head.count else "",
            )  # fmt: skip
            repos.hand_overs.add(made)
            repos.rules.drop(PLAN_RULE)
        return made

    def take_over(self, hand_over_id: str, staff_id: str, pin: str = "") -> HandOver:
        """Let the coming one sign: what is still open and nobody else was named for is theirs from now on.

        Raise ``DeskError`` as ``sign`` does, hand_over_gone, hand_over_taken, or hand_over_replaced.
        """
        proof, now = self._prove(staff_id, pin), self._clock.now()
        with self._storage.write() as repos:
            made = _to_take(repos, hand_over_id)
            taken = Signature(staff_id, now, proof)
            repos.hand_overs.take(made.id, taken)
            for item in made.items:
                give(repos, item, staff_id, staff_id, now)
        return replace(made, taken=taken)

    def _prove(self, staff_id: str, pin: str) -> Proof:
        with self._storage.read() as repos:
            staff, record = repos.staff.get(staff_id), repos.staff.pin(staff_id)
        if staff is None or staff.archived or staff.code == TERMINAL:
            raise DeskError("signer_unknown")
        if record is None:
            return Proof.NAME
        self._security.sign_in(staff_id, pin)
        return Proof.PIN


def _waiting(newest_first: tuple[HandOver, ...]) -> HandOver | None:
    newest = next(iter(newest_first), None)
    return newest if newest is not None and newest.taken is None else None


def _to_take(repos: Repositories, hand_over_id: str) -> HandOver:
    made, newest = repos.hand_overs.get(hand_over_id), repos.hand_overs.latest(1)
    if made is None:
        raise DeskError("hand_over_gone")
    if made.taken is not None:
        raise DeskError("hand_over_taken")
    if newest[0].id != made.id:
        raise DeskError("hand_over_replaced")
    return made
