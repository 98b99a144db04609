"""Who and which cars a site wants to be told of at the gate, what is known of them, and what guards decided."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from .errors import DeskError
from .staff import Staff

MOST_NAMES, LONGEST_NAME, LONGEST_REASON, LONGEST_NOTE = 10, 80, 300, 300


class WatchKind(StrEnum):
    """What is listed; somebody may have a plate as well."""

    PERSON = "person"
    PLATE = "plate"


class Advice(StrEnum):
    """What the guard should do, in the order of the keys that choose it."""

    CALL_SUPERVISOR = "call-supervisor"
    DO_NOT_LET_IN = "do-not-let-in"
    BE_CAREFUL = "be-careful"


class How(StrEnum):
    """In what an arrival is like an entry, the surest first; shown in words beside the likeness."""

    SAME_NAME = "same-name"
    OTHER_ORDER = "other-order"
    LAYOUT = "layout"
    """The same name, typed with the other keyboard."""
    SOUND = "sound"
    ROMANISED = "romanised"
    SLIP = "slip"
    ONE_WORD = "one-word"
    """One of them has a single word, and the other has it as a whole word among others."""
    SAME_PLATE = "same-plate"
    OTHER_PROVINCE = "other-province"
    SIMILAR_PLATE = "similar-plate"
    PLATE_END = "plate-end"
    """Only the last figures were noted, and they agree."""


class Decision(StrEnum):
    """What the guard decided, in the order of the number keys."""

    NOT_THE_SAME = "not-the-same"
    CALLED_SUPERVISOR = "called-supervisor"
    REFUSED = "refused"
    LET_IN = "let-in"


@dataclass(frozen=True, slots=True)
class Watched:
    """An entry as it stands (times in UTC, days those of the site); the first name is shown, the rest are aliases.

    ``until`` is the last day on which it counts. ``added_by`` and the like are ids of staff. An entry whose
    time is long over has lost its names, plate and reason: ``wiped``.
    """

    id: str
    kind: WatchKind
    names: tuple[str, ...]
    plate: str
    reason: str
    advice: Advice
    added_by: str
    added_at: datetime
    until: date | None = None
    changed_by: str = ""
    changed_at: datetime | None = None
    ended_by: str = ""
    ended_at: datetime | None = None
    wiped: bool = False

    @property
    def title(self) -> str:
        """What the entry is called in lists."""
        return self.plate if self.kind is WatchKind.PLATE else next(iter(self.names), self.plate)

    def stands(self, today: date) -> bool:
        """Tell whether the entry counts on a day."""
        return self.ended_at is None and not self.expired(today) and not self.wiped

    def expired(self, today: date) -> bool:
        return self.until is not None and self.until < today


@dataclass(frozen=True, slots=True)
class WatchDecision:
    """What a guard decided about one hit (UTC). ``about`` tells which visitor: a digest, never a name.

    ``visit_id`` is empty where no visit came of it; ``likeness`` is what was shown then, in percent.
    """

    id: str
    watched_id: str
    at: datetime
    by: str
    decision: Decision
    likeness: int
    visit_id: str = ""
    note: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class WatchHit:
    """An arrival that may be somebody listed. ``likeness`` is from 0 to 1; ``name`` is the listed name it is like.

    A ``weak`` hit has but one word or a few figures in common, and is shown small. ``earlier`` is the decision
    that this same visitor is not the one: shown small too. ``adder`` is who listed them.
    """

    watched: Watched
    likeness: float
    how: How
    name: str = ""
    weak: bool = False
    also: How | None = None
    about: str = ""
    earlier: WatchDecision | None = None
    adder: Staff | None = None

    @property
    def percent(self) -> int:
        return round(100 * self.likeness)

    @property
    def quiet(self) -> bool:
        """Tell whether it is shown small, without asking the guard to decide."""
        return self.weak or self.earlier is not None


def checked(watched: Watched, today: date) -> Watched:
    """Return an entry with its texts tidied.

    Raise ``DeskError``: watch_nothing_listed, watch_reason_missing, watch_text_too_long, watch_date_past.
    """
    names = tuple(dict.fromkeys(filter(None, map(_tidy, watched.names))))
    plate, reason = _tidy(watched.plate), _tidy(watched.reason)
    needed = plate if watched.kind is WatchKind.PLATE else names
    if not needed:
        raise DeskError("watch_nothing_listed")
    if not reason:
        raise DeskError("watch_reason_missing")
    if len(names) > MOST_NAMES or _longest((*names, plate)) > LONGEST_NAME or len(reason) > LONGEST_REASON:
        raise DeskError("watch_text_too_long", names=MOST_NAMES, letters=LONGEST_NAME, reason=LONGEST_REASON)
    if watched.expired(today):
        raise DeskError("watch_date_past")
    return replace(watched, names=names, plate=plate, reason=reason)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _longest(texts: Iterable[str]) -> int:
    return max(map(len, texts), default=0)
