"""Counting contacts: one pass, the oldest first, with no more in memory than two weeks' callers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from .contacts import Outcome
from .figures import (
    DAY_SECONDS,
    DEEPEST,
    RETURN_SECONDS,
    DuePromise,
    Seen,
    Tally,
    answered_here,
    can_be_followed,
)

LOOK_BACK = RETURN_SECONDS
"""So long before a period contacts must be known, to tell first ones from others."""
LOOK_AHEAD = RETURN_SECONDS * (DEEPEST - 1)
"""So long after it, to tell who came back, and who came back again."""
HOURS = 24

_Key = tuple[str, str, str]


@dataclass(slots=True)
class Matter:
    """What one caller came about, as far as it has gone. ``tallies`` are where its first contact counts."""

    contacts: int = 0
    hand_offs: int = 0
    resolved: bool = False
    tallies: tuple[Tally, ...] = ()


class Matters:
    """Joins contacts to matters: the same person or the same number, the same topic, at most seven days apart.

    Two people on one number are one caller here, as the definition has it: when somebody else of the house asks
    again, the first answer did not settle it. Matters nobody can come back to any more are forgotten.
    """

    def __init__(self) -> None:
        self._new: dict[_Key, tuple[int, Matter]] = {}
        self._old: dict[_Key, tuple[int, Matter]] = {}
        self._turn = 0

    def join(self, one: Seen) -> Matter:
        """Return the matter of a contact that can be followed, which is new or one contact further on."""
        if one.at - self._turn > RETURN_SECONDS:
            self._old, self._new, self._turn = self._new, {}, one.at
        keys: list[_Key] = [("person", one.person, one.topic)] if one.person else []
        if one.digits:
            keys.append(("number", one.digits, one.topic))
        matter = self._open(one.at - RETURN_SECONDS, keys) or Matter()
        matter.contacts += 1
        for key in keys:
            self._new[key] = (one.at, matter)
        return matter

    def _open(self, since: int, keys: Iterable[_Key]) -> Matter | None:
        """Return the matter of these that was worked at last, if not before ``since``."""
        latest, matter = since, None
        for key in keys:
            found = self._new.get(key) or self._old.get(key)
            if found and found[0] >= latest:
                latest, matter = found
        return matter


@dataclass(slots=True)
class Count:
    """Counts the contacts that ended in ``start <= at < end`` (seconds of UTC), as known at ``now``.

    Days and hours are those of a clock that is ``zone`` seconds ahead of UTC; days count from the epoch, hours
    are those in which contacts began. ``places`` are by channel and staff.
    """

    start: int
    end: int
    now: int
    zone: int
    topics: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    places: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    days: dict[int, Tally] = field(default_factory=lambda: defaultdict(Tally))
    hours: list[int] = field(default_factory=lambda: [0] * HOURS)
    _matters: Matters = field(default_factory=Matters)

    def take(self, one: Seen) -> None:
        """Count a contact; it must not be older than the one before."""
        matter = self._matters.join(one) if can_be_followed(one) else None
        if self.start <= one.at < self.end:
            self._count(one, matter)
        elif matter is not None:
            matter.hand_offs += one.outcome is Outcome.TRANSFERRED
        if matter is not None and matter.contacts > 1:
            _note_return(matter)

    def take_promise(self, one: DuePromise) -> None:
        """Count a promise that fell due."""
        for tally in (self.topics[one.topic], self.places[one.channel, one.staff]):
            tally.due += 1
            tally.kept += one.kept

    def total(self) -> Tally:
        """Return everything as one."""
        return joined(self.places.values())

    @property
    def channels(self) -> dict[str, Tally]:
        return self._by(0)

    @property
    def staff(self) -> dict[str, Tally]:
        return self._by(1)

    def _by(self, part: int) -> dict[str, Tally]:
        found: dict[str, Tally] = defaultdict(Tally)
        for place, tally in self.places.items():
            found[place[part]].join(tally)
        return dict(found)

    def _count(self, one: Seen, matter: Matter | None) -> None:
        local = one.at + self.zone
        tallies = (
            self.topics[one.topic], self.places[one.channel, one.staff], self.days[local // DAY_SECONDS],
        )  # fmt: skip
        self.hours[(local - (one.handling or 0)) // 3600 % HOURS] += 1
        for tally in tallies:
            tally.add(one)
        if one.outcome is Outcome.TRANSFERRED:
            _note_hand_off(matter, tallies)
        if matter is None:
            for tally in tallies:
                tally.unknown += 1
        elif matter.contacts == 1:
            self._begin(one, matter, tallies)

    def _begin(self, one: Seen, matter: Matter, tallies: tuple[Tally, ...]) -> None:
        """Let a matter count where it began; whether it is settled so shows in what follows."""
        if self.now - one.at < RETURN_SECONDS:
            for tally in tallies:
                tally.young += 1
            return
        matter.tallies, matter.resolved = tallies, answered_here(one)
        for tally in tallies:
            tally.first += 1
            tally.depth[0] += 1
            tally.resolved += matter.resolved


def _note_return(matter: Matter) -> None:
    """Take back that a matter was settled at once, and count how often it came."""
    for tally in matter.tallies:
        tally.resolved -= matter.resolved
        if matter.contacts <= DEEPEST:
            tally.depth[matter.contacts - 2] -= 1
            tally.depth[matter.contacts - 1] += 1
    matter.resolved = False


def _note_hand_off(matter: Matter | None, tallies: Iterable[Tally]) -> None:
    """Count the how-manieth transfer of its matter this was."""
    which = 1
    if matter is not None:
        matter.hand_offs += 1
        which = matter.hand_offs
    for tally in tallies:
        tally.hand_offs[which] += 1


def joined(tallies: Iterable[Tally]) -> Tally:
    """Return tallies as one."""
    whole = Tally()
    for tally in tallies:
        whole.join(tally)
    return whole


def count_all(count: Count, contacts: Iterable[Seen]) -> Count:
    """Count contacts in order and return the count."""
    for one in contacts:
        count.take(one)
    return count
