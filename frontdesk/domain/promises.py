"""What the desk owes somebody: a promise, a message to pass on, a call back after a line that broke off."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .contacts import Channel, Contact, Outcome

CALL_BACK_WITHIN = timedelta(minutes=10)
"""How soon somebody is called again whose line broke off."""
RATE_DAYS = 30
"""How many days the kept-on-time rate looks back."""


class PromiseKind(StrEnum):
    """What sort of thing is owed."""

    PROMISE = "promise"
    MESSAGE = "message"
    CALL_BACK = "call-back"


class Closing(StrEnum):
    """How a promise ended. The first five are in the order of their number keys; the rest come by themselves."""

    KEPT = "kept"
    NOT_REACHED = "not-reached"
    NOT_NEEDED = "not-needed"
    PASSED_ON = "passed-on"
    NOT_KEPT = "not-kept"
    CALLED_AGAIN = "called-again"
    WITHDRAWN = "withdrawn"
    """The contact in which it was made was taken back, or put right so that nothing was promised in it."""


CHOICES = tuple(Closing)[:5]
"""What a person can choose."""
COUNTED = (Closing.KEPT, Closing.NOT_REACHED, Closing.NOT_KEPT)
"""What counts in the kept-on-time rate: whatever else ended a promise is nobody's merit or fault."""


class PromiseEventKind(StrEnum):
    """What happened to a promise; events are only ever added."""

    MADE = "made"
    MOVED = "moved"
    ADDRESSED = "addressed"
    """Somebody said for whom a message is."""
    TOLD = "told"
    UNTOLD = "untold"
    HANDED_OVER = "handed-over"
    """Another has it from now on; ``detail`` is their id."""
    CLOSED = "closed"
    REOPENED = "reopened"
    CORRECTED = "corrected"
    """Its contact was put right, and it follows."""


@dataclass(frozen=True, slots=True)
class PromiseEvent:
    """One thing that happened, at a moment (UTC), by the member of staff with this id. ``detail`` is a value such as
    the new due time or the closing."""

    at: datetime
    by: str
    kind: PromiseEventKind
    detail: str = ""

    @property
    def impersonal(self) -> bool:
        """Tell whether the detail is but a time, an outcome, a kind or a member of staff: nothing of a caller."""
        match self.kind:
            case PromiseEventKind.MADE | PromiseEventKind.MOVED:
                return not self.detail or _is_moment(self.detail)
            case PromiseEventKind.CLOSED:
                return self.detail in tuple(Closing)
            case PromiseEventKind.CORRECTED:
                return self.detail in tuple(PromiseKind)
            case PromiseEventKind.HANDED_OVER:
                return True
        return not self.detail


@dataclass(frozen=True, slots=True)
class Promise:
    """Something owed, as it stands now (times in UTC).

    A promise made in a contact has the contact's id. ``owner`` and ``made_by`` are ids of staff; ``person_id`` is
    whom it was made to, with the ``number`` and ``digits`` of the contact; ``channel`` how they want to be reached.
    ``for_id`` is the person of the directory whom a message is for, ``for_name`` how they were called then.
    ``late`` says that a due time had passed before it was moved: it counts as not on time for good.
    ``closing_contact`` is the contact in which they called again.
    """

    id: str
    kind: PromiseKind
    made_at: datetime
    made_by: str
    owner: str
    what: str = ""
    contact_id: str = ""
    person_id: str = ""
    person_name: str = ""
    number: str = ""
    digits: str = ""
    channel: Channel | None = None
    due_at: datetime | None = None
    for_id: str = ""
    for_name: str = ""
    told_at: datetime | None = None
    late: bool = False
    closing: Closing | None = None
    closed_at: datetime | None = None
    closed_by: str = ""
    closing_contact: str = ""

    @property
    def open(self) -> bool:
        return self.closed_at is None

    @property
    def to_tell(self) -> bool:
        """Tell whether a message is still to be told to whom it is for."""
        return self.open and self.kind is PromiseKind.MESSAGE and self.told_at is None

    def overdue(self, now: datetime) -> bool:
        return self.open and self.due_at is not None and self.due_at <= now

    @property
    def on_time(self) -> bool:
        """Tell whether it was kept by the time that was agreed on."""
        in_time = self.due_at is not None and self.closed_at is not None and self.closed_at <= self.due_at
        return self.closing is Closing.KEPT and in_time and not self.late


class When(StrEnum):
    """The parts of the due list, in their order."""

    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"
    UNSAID = "unsaid"
    """No time was agreed on: shown after today, so that it is not forgotten."""


WHEN_ORDER = (When.OVERDUE, When.TODAY, When.UNSAID, When.LATER)


def when_of(promise: Promise, now: datetime) -> When:
    """Tell in which part of the list a promise stands; ``now`` is the site's time."""
    if promise.due_at is None:
        return When.UNSAID
    if promise.due_at <= now:
        return When.OVERDUE
    return When.TODAY if promise.due_at.astimezone(now.tzinfo).date() <= now.date() else When.LATER


@dataclass(frozen=True, slots=True)
class DueCounts:
    """What is still to be done: all that is due today, overdue or without a time; how much of it is overdue; messages
    not told yet; when the next one becomes due (UTC)."""

    due: int = 0
    overdue: int = 0
    untold: int = 0
    next_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptRate:
    """How many of ``n`` promises were kept on time, in ``RATE_DAYS`` days."""

    kept: int = 0
    n: int = 0

    @property
    def percent(self) -> int | None:
        return round(100 * self.kept / self.n) if self.n else None


def kept_rate(promises: Iterable[Promise], now: datetime) -> KeptRate:
    """Count promises with a due time: closed as ``COUNTED``, or open and overdue, against those kept on time."""
    counted = [one for one in promises if counts(one, now)]
    return KeptRate(sum(one.on_time for one in counted), len(counted))


def counts(promise: Promise, now: datetime) -> bool:
    """Tell whether a promise counts among those of which some were kept on time."""
    return promise.due_at is not None and (promise.closing in COUNTED or promise.overdue(now))


_KINDS = {
    Outcome.PROMISED: PromiseKind.PROMISE,
    Outcome.MESSAGE: PromiseKind.MESSAGE,
    Outcome.DROPPED: PromiseKind.CALL_BACK,
}


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def promise_of(contact: Contact) -> Promise | None:
    """Return what the desk owes after a contact, or None. Nobody can be called back without a number or a name."""
    kind = _KINDS.get(contact.outcome)
    unreachable = not (contact.digits or contact.person_id)
    if kind is None or (kind is PromiseKind.CALL_BACK and unreachable):
        return None
    return Promise(
        contact.id, kind, contact.at, contact.staff, contact.staff, what=what_of(contact), contact_id=contact.id,
        person_id=contact.person_id, person_name=contact.person_name, number=contact.number, digits=contact.digits,
        channel=contact.channel, due_at=contact.at + CALL_BACK_WITHIN if kind is PromiseKind.CALL_BACK else None,
    )  # fmt: skip


def what_of(contact: Contact) -> str:
    """Say what a contact was about: the note tells best what was promised, then the topic, then the words typed."""
    if contact.outcome is Outcome.MESSAGE and contact.note:
        return contact.note
    parts = (contact.topic or next(iter(contact.queries), ""), contact.note)
    return " · ".join(filter(None, parts))
