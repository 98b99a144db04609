"""A visit: somebody who is expected, comes in by the gate, is at reception, and leaves.

A visit holds what the gate needs and nothing more: no number of a document, no picture. Moments are in UTC, days are
days at the site.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from secrets import choice

LONGEST_STAY = timedelta(days=31)
MOST_PEOPLE = 999
EARLY, OVER_NIGHT = timedelta(days=7), timedelta(hours=6)
"""So much too early, or so much too late after midnight, somebody is let in on the visit that they have."""
TOKEN_LETTERS, TOKEN_LENGTH = "23456789abcdefghjkmnpqrstuvwxyz", 16
"""The signs of a token, none of which is taken for another; 79 bits, so that none is guessed."""
CODE_LENGTH = 6
"""Signs of the code on a visitor's phone: short enough to be read out, and only good until the visit has ended."""


class VisitKind(StrEnum):
    """Whose coming and going it is."""

    VISITOR = "visitor"
    STAFF = "staff"


class VisitState(StrEnum):
    """Where a visit stands."""

    EXPECTED = "expected"
    GATE = "gate"
    """Let in at the gate, not seen at reception."""
    RECEPTION = "reception"
    LEFT = "left"
    ASSUMED_LEFT = "assumed-left"
    """Closed with a reason, though nobody saw them leave."""
    CANCELLED = "cancelled"

    @property
    def inside(self) -> bool:
        return self in INSIDE

    @property
    def ended(self) -> bool:
        return self in (VisitState.LEFT, VisitState.ASSUMED_LEFT, VisitState.CANCELLED)


INSIDE = (VisitState.GATE, VisitState.RECEPTION)


class StepKind(StrEnum):
    """What happened to a visit; steps are only ever added."""

    ENTERED = "entered"
    """Somebody wrote down that they are expected."""
    CHANGED = "changed"
    ARRIVED = "arrived"
    AT_RECEPTION = "at-reception"
    HOST_TOLD = "host-told"
    SOME_LEFT = "some-left"
    """Some of a group left before the others; ``detail`` is how many."""
    LEFT = "left"
    ASSUMED_LEFT = "assumed-left"
    CANCELLED = "cancelled"
    TAKEN_BACK = "taken-back"
    """The step before was a slip of the hand; ``detail`` is what it was."""
    CARD_TAKEN = "card-taken"
    CARD_RETURNED = "card-returned"
    BADGE_PRINTED = "badge-printed"


@dataclass(frozen=True, slots=True)
class VisitStep:
    """One thing that happened, by the member of staff with this id, at the desk or gate of this name. ``detail`` never
    holds anything of the visitor: the reason of an end, the slot of a card."""

    at: datetime
    by: str
    kind: StepKind
    place: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit as it stands now.

    ``name`` is the visitor's, or that of a group or company; ``party`` counts all who come together. ``person_id`` is
    their entry where they are on file, ``host_id`` that of whom they see, ``host`` what that one is called. ``place``
    is where they go. ``due`` is when they are expected (None: some time that day), ``until`` up to when they may
    stay. ``token`` stands in the QR code of the badge, ``code`` on the visitor's phone. ``badge`` is the number of a
    badge or card of the site that was handed out. ``series_id`` joins visits that repeat, ``group_id`` those that come
    together. ``gate`` is the name of where they came in, ``reason`` why they are assumed to have left or will not come.
    """

    id: str
    day: date
    name: str
    token: str = ""
    code: str = ""
    kind: VisitKind = VisitKind.VISITOR
    state: VisitState = VisitState.EXPECTED
    person_id: str = ""
    organisation: str = ""
    number: str = ""
    digits: str = ""
    plate: str = ""
    purpose: str = ""
    host_id: str = ""
    host: str = ""
    place: str = ""
    party: int = 1
    belongings: str = ""
    note: str = ""
    badge: str = ""
    due: datetime | None = None
    until: datetime | None = None
    arrived_at: datetime | None = None
    reception_at: datetime | None = None
    host_told_at: datetime | None = None
    left_at: datetime | None = None
    gate: str = ""
    reason: str = ""
    series_id: str = ""
    group_id: str = ""
    batch: str = ""
    made_at: datetime | None = None
    made_by: str = ""

    @property
    def inside(self) -> bool:
        return self.state.inside

    def late(self, now: datetime, after: timedelta) -> bool:
        """Tell whether somebody expected should have been here for longer than is usual."""
        return self.state is VisitState.EXPECTED and self.due is not None and self.due + after < now

    def never_came(self, today: date) -> bool:
        """Tell whether the day of an expected visit is over."""
        return self.state is VisitState.EXPECTED and self.day < today

    def awaited(self, now: datetime, today: date) -> bool:
        """Tell whether somebody who stands here now comes on this visit, though it is of another day.

        That is one of the next days, or of the night before; one that repeats waits for its own day.
        """
        if self.state is not VisitState.EXPECTED or self.series_id:
            return False
        late = self.due is not None and self.day < today and now - self.due < OVER_NIGHT
        return late or today < self.day <= today + EARLY

    def overdue(self, now: datetime) -> bool:
        """Tell whether somebody inside has stayed longer than agreed."""
        return self.inside and self.until is not None and self.until < now


class CardKind(StrEnum):
    """What sort of card was left at the gate against a badge. Never a copy of it, never its number."""

    NATIONAL_ID = "national-id"
    DRIVING_LICENCE = "driving-licence"
    STAFF_CARD = "staff-card"
    STUDENT_CARD = "student-card"
    PASSPORT = "passport"
    OTHER = "other"


MOST_CARD_SIGNS = 4
"""At most so many of the last signs of a card's number are kept: enough to tell two cards apart."""


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A card that the gate keeps in a numbered slot while its owner is inside; ``last`` are at most four signs."""

    id: str
    visit_id: str
    slot: str
    kind: CardKind
    last: str = ""
    taken_at: datetime | None = None
    taken_by: str = ""
    returned_at: datetime | None = None
    returned_by: str = ""

    @property
    def open(self) -> bool:
        return self.returned_at is None


class MatchedBy(StrEnum):
    """Why a visit is in a list."""

    QR = "qr"
    CODE = "code"
    BADGE = "badge"
    SLOT = "slot"
    PLATE = "plate"
    NUMBER = "number"
    NAME = "name"
    SOUND = "sound"
    HOST = "host"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class VisitMatch:
    """A visit as a look-up result. A ``guess`` is shown with ~ until it is confirmed.

    ``earlier`` says that the visit has ended: the visitor is known, and a new visit can be made of it.
    """

    visit: Visit
    reason: MatchedBy
    score: float = 1.0
    guess: bool = False
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    """The site's rules: for how long visitors stay if nobody says, and after how long somebody expected is late.

    ``staff_tracked`` says that staff come and go through the box too, and stand on the roll. ``slots`` is how many
    slots for cards there are.
    """

    usual: timedelta = timedelta(hours=2)
    late_after: timedelta = timedelta(minutes=15)
    staff_tracked: bool = False
    slots: int = 40


def new_token() -> str:
    """Return a random token, which says nothing of anybody."""
    return "".join(choice(TOKEN_LETTERS) for _ in range(TOKEN_LENGTH))


def new_code() -> str:
    """Return a random code that can be read out."""
    return "".join(choice(TOKEN_LETTERS) for _ in range(CODE_LENGTH))


def heads(visits: Iterable[Visit]) -> int:
    """Count people: a visit of a group is as many as it brought."""
    return sum(visit.party for visit in visits)


def again(visit: Visit, visit_id: str, day: date) -> Visit:
    """Return a fresh visit of a known visitor: who they are and whom they saw, nothing of what happened then."""
    return replace(
        visit, id=visit_id, day=day, token="", code="", state=VisitState.EXPECTED, party=1, belongings="", note="",
        badge="", due=None, until=None, arrived_at=None, reception_at=None, host_told_at=None, left_at=None, gate="",
        reason="", series_id="", group_id="", batch="", made_at=None, made_by="",
    )  # fmt: skip
