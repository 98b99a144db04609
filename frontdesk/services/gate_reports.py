"""What the gate's papers say: badges, the notice of privacy, the roll of who is inside, a shift's activity.

As with the other papers, each is a frozen whole, and numbers of telephones and plates stand in it as they are
to be printed.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from frontdesk.domain.collation import sort_key
from frontdesk.domain.shift_log import EntryKind
from frontdesk.domain.visits import CardKind, VisitKind

from .label_sizes import LabelSize
from .paper import Paper, Signed


@dataclass(frozen=True, slots=True)
class Badge:
    """One badge. ``token`` is all that its code says: random, and nobody's name. ``typed`` is printed beneath the
    code for where no scanner is, empty for nothing. Times are in UTC."""

    token: str
    name: str
    valid_from: datetime
    valid_until: datetime
    host: str = ""
    place: str = ""
    organisation: str = ""
    number: str = ""
    typed: str = ""
    kind: VisitKind = VisitKind.VISITOR
    people: int = 1
    escort: bool = False


@dataclass(frozen=True, slots=True)
class BadgeSheet:
    """Badges on labels of one size; on a sheet the first ``skip`` places are used up already."""

    paper: Paper
    size: LabelSize
    badges: tuple[Badge, ...]
    skip: int = 0


class NoticePage(StrEnum):
    """How large the notice of privacy is."""

    A4 = "a4"
    A5 = "a5"


@dataclass(frozen=True, slots=True)
class Controller:
    """Who answers for the data, in one language.

    ``contact`` is where to write or call, ``officer`` who protects data there, empty if there is nobody. ``others``
    are sentences of the site's own, such as further recipients.
    """

    name: str
    contact: str
    officer: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrivacyNotice:
    """The notice that visitors read at the counter, Thai above English.

    ``keep_days`` is how long visits are kept. ``qr_text`` is an address or a text for visitors' telephones; no code
    is printed if it is empty. ``belongings``, ``cards`` and ``cameras`` say what this gate does: it looks into bags,
    takes cards in exchange, films.
    """

    paper: Paper
    th: Controller
    en: Controller
    keep_days: int = 90
    qr_text: str = ""
    page: NoticePage = NoticePage.A4
    belongings: bool = True
    cards: bool = True
    cameras: bool = False


@dataclass(frozen=True, slots=True)
class RollLine:
    """Somebody inside, or a party of ``people`` under one name. ``seen`` is how many of them are out and counted.

    ``phone`` is masked, ``note`` what rescuers must know (a wheelchair).
    """

    name: str
    organisation: str = ""
    host: str = ""
    place: str = ""
    since: datetime | None = None
    people: int = 1
    badge: str = ""
    slot: str = ""
    phone: str = ""
    note: str = ""
    staff: bool = False
    seen: int = 0


@dataclass(frozen=True, slots=True)
class EvacuationRoll:
    """Everyone inside at a moment, to be ticked off. ``assembly`` is where they gather, ``warden`` who counts."""

    paper: Paper
    at: datetime
    rows: tuple[RollLine, ...]
    assembly: str = ""
    warden: str = ""

    @property
    def people(self) -> int:
        """How many people are on it, parties counted by the head."""
        return sum(row.people for row in self.rows)

    @property
    def staff(self) -> int:
        """How many of them belong to the house."""
        return sum(row.people for row in self.rows if row.staff)

    def by_place(self) -> list[tuple[str, tuple[RollLine, ...]]]:
        """Return places with who is there, both in dictionary order; who is at no known place comes last."""
        ordered = sorted(self.rows, key=lambda row: (not row.place, sort_key(row.place), sort_key(row.name)))
        return [(place, tuple(rows)) for place, rows in groupby(ordered, lambda row: row.place)]


@dataclass(frozen=True, slots=True)
class GateCounts:
    """A shift in numbers, visits not heads, but for ``people_inside``.

    ``came`` are all who came, of whom ``unexpected`` were not announced; ``assumed_left`` are not among ``left``.
    """

    expected: int = 0
    came: int = 0
    unexpected: int = 0
    never_came: int = 0
    left: int = 0
    assumed_left: int = 0
    inside: int = 0
    people_inside: int = 0


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit as a line of the report.

    ``left`` is None while inside; ``assumed`` is why somebody is taken to have left. ``plate`` and ``phone`` are
    masked; ``slot`` is where the card lies that was exchanged.
    """

    number: int
    name: str
    came: datetime | None = None
    left: datetime | None = None
    organisation: str = ""
    host: str = ""
    place: str = ""
    purpose: str = ""
    plate: str = ""
    phone: str = ""
    people: int = 1
    badge: str = ""
    slot: str = ""
    assumed: str = ""


@dataclass(frozen=True, slots=True)
class GateEntry:
    """A line of the pass-down log; ``open`` says that something is left to do, ``closing`` how it was settled."""

    at: datetime
    what: str
    by: str = ""
    place: str = ""
    open: bool = False
    closing: str = ""


@dataclass(frozen=True, slots=True)
class GateSection:
    """The lines of the pass-down log of one kind, also where there are none."""

    kind: EntryKind
    entries: tuple[GateEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenCard:
    """A card that was not given back: where it lies, whose it is, and at most its ``last`` four signs."""

    slot: str
    kind: CardKind
    name: str
    since: datetime | None = None
    last: str = ""
    still_inside: bool = True


@dataclass(frozen=True, slots=True)
class DailyActivity:
    """What happened at the gate from ``first`` to ``last``; ``shift`` is its name, empty for a whole day.

    ``relieved`` is whom this shift took over from; ``leaving`` signs it, ``coming`` takes it over. ``decisions`` are
    what guards decided about likenesses to the watch list, by code, with how often; whom they were about is not said.
    """

    paper: Paper
    first: datetime
    last: datetime
    counts: GateCounts
    shift: str = ""
    gate: str = ""
    relieved: str = ""
    guards: tuple[str, ...] = ()
    assumed: tuple[tuple[str, int], ...] = ()
    visits: tuple[VisitLine, ...] = ()
    sections: tuple[GateSection, ...] = ()
    cards: tuple[OpenCard, ...] = ()
    decisions: tuple[tuple[str, int], ...] = ()
    leaving: Signed = field(default_factory=Signed)
    coming: Signed = field(default_factory=Signed)


GateReport = BadgeSheet | PrivacyNotice | EvacuationRoll | DailyActivity
