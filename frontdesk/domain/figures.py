"""What the figures of a desk mean.

First-contact resolution follows SQM Group's measure (70-79 % good, 80 % and more world class) without asking
callers: a matter is resolved at the first contact if it was answered here, was not transferred, left no open
promise, and nobody came back about it within seven days. Read from a log it comes out higher than from a survey,
since some callers never come back. Hence no figure goes without its definition and n.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from .contacts import Feedback, Outcome

DAY_SECONDS = 86_400
RETURN_SECONDS = 7 * DAY_SECONDS
"""Who comes back about the same topic within this, the border included, comes back about the same matter."""

WEAK_BELOW = 30
"""A percentage of fewer is marked as weak."""

DEEPEST = 3
"""Repeat depth is told as 1, 2, and this or more contacts."""


class Seen(NamedTuple):
    """A contact as the figures see it.

    ``at`` is its end in seconds of UTC; ``handling`` and ``answering`` are seconds from its start to its end and
    to the first answer used, None where nobody measured. ``person`` is whom it counts for today; ``topic`` is
    normalised, ``channel`` the value of a ``Channel``. ``promise_open``: something promised in it is still owed.
    """

    at: int
    handling: int | None
    answering: int | None
    channel: str
    outcome: Outcome
    staff: str
    person: str
    digits: str
    topic: str
    unanswered: bool
    feedback: Feedback | None
    promise_open: bool


class DuePromise(NamedTuple):
    """A promise that fell due, as the figures see it: whether it was kept on time, and where it counts."""

    kept: bool
    channel: str
    staff: str
    topic: str


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """Return 0 to 1, None of nothing."""
        return self.part / self.whole if self.whole else None

    @property
    def weak(self) -> bool:
        """Tell whether so few stand behind it that it may be chance."""
        return self.whole < WEAK_BELOW


@dataclass(frozen=True, slots=True)
class Spread:
    """Seconds that were reached by half, and by nine in ten, of ``n`` cases."""

    median: int | None
    p90: int | None
    n: int


def answered_here(one: Seen) -> bool:
    """Tell whether a contact ended with an answer from this desk and nothing owed."""
    return one.outcome is Outcome.ANSWERED and not one.unanswered and not one.promise_open


def can_be_followed(one: Seen) -> bool:
    """Tell whether coming back would be noticed: somebody known by person or number, about a topic."""
    return bool(one.topic and (one.person or one.digits))


def spread_of(times: Mapping[int, int]) -> Spread:
    """Return median and p90 by nearest rank of seconds with how often each occurred."""
    n = sum(times.values())
    return Spread(_ranked(times, ceil(n * 0.5)), _ranked(times, ceil(n * 0.9)), n)


def _ranked(times: Mapping[int, int], rank: int) -> int | None:
    passed = 0
    for seconds in sorted(times):
        passed += times[seconds]
        if passed >= rank:
            return seconds
    return None


@dataclass(slots=True)
class Tally:
    """What was counted of some contacts.

    ``first`` counts first contacts about a matter of callers who can be followed, at least seven days old;
    ``resolved`` those of them that settled it. ``young`` are first contacts that would count once they are old
    enough, ``unknown`` those that can never be followed. ``depth`` says how many of ``first`` led to 1, 2, 3 or
    more contacts. ``hand_offs`` says how many transfers were the first, the second, ... of their matter.
    ``promised`` counts contacts that ended so, ``due`` promises that fell due, ``kept`` those of them kept on time.
    """

    contacts: int = 0
    first: int = 0
    resolved: int = 0
    young: int = 0
    unknown: int = 0
    transferred: int = 0
    promised: int = 0
    due: int = 0
    kept: int = 0
    unanswered: int = 0
    compliments: int = 0
    complaints: int = 0
    depth: list[int] = field(default_factory=lambda: [0] * DEEPEST)
    hand_offs: Counter[int] = field(default_factory=Counter)
    answering: Counter[int] = field(default_factory=Counter)
    handling: Counter[int] = field(default_factory=Counter)

    @property
    def resolution(self) -> Share:
        return Share(self.resolved, self.first)

    @property
    def transfers(self) -> Share:
        return Share(self.transferred, self.contacts)

    @property
    def promises(self) -> Share:
        return Share(self.kept, self.due)

    @property
    def longest_chain(self) -> int:
        """Return how often the caller who was passed on most often was passed on about one matter."""
        return max(self.hand_offs, default=0)

    @property
    def time_to_answer(self) -> Spread:
        return spread_of(self.answering)

    @property
    def handling_time(self) -> Spread:
        return spread_of(self.handling)

    def add(self, one: Seen) -> None:
        """Count what a contact says of itself."""
        self.contacts += 1
        if one.outcome is Outcome.TRANSFERRED:
            self.transferred += 1
        elif one.outcome is Outcome.PROMISED:
            self.promised += 1
        if one.unanswered:
            self.unanswered += 1
        if one.feedback is not None:
            self.compliments += one.feedback is Feedback.COMPLIMENT
            self.complaints += one.feedback is Feedback.COMPLAINT
        if one.answering is not None:
            self.answering[one.answering] += 1
        if one.handling is not None:
            self.handling[one.handling] += 1

    def join(self, other: "Tally") -> None:
        """Count what another tally counted."""
        for name in _NUMBERS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.depth = [mine + theirs for mine, theirs in zip(self.depth, other.depth, strict=True)]
        for mine, theirs in (
            (self.hand_offs, other.hand_offs),
            (self.answering, other.answering),
            (self.handling, other.handling),
        ):
            for key, count in theirs.items():
                mine[key] += count


_NUMBERS = (
    "contacts", "first", "resolved", "young", "unknown", "transferred", "promised", "due", "kept", "unanswered",
    "compliments", "complaints",
)  # fmt: skip
