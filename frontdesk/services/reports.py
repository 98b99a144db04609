"""What papers say: each a frozen whole that printing lays out without looking anything up.

Numbers of telephones stand in them as they are to be printed; whoever builds a paper masks them. A paper is
the same to the last byte whenever its data are the same, so the time it bears is part of these.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.services.ports import Progress

from .gate_reports import GateReport
from .paper import Paper, Signed

WEAK_BELOW = 30
"""A percentage of fewer cases is marked as weak."""


class Unit(StrEnum):
    """What a figure counts."""

    COUNT = "count"
    SHARE = "share"
    """0 to 1, shown as a percentage."""
    SECONDS = "seconds"
    RATIO = "ratio"
    """A plain number with one decimal."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number. Its name and exact meaning are the sentences figure_CODE and means_CODE of printing.toml.

    ``value`` is None if there is nothing to count; ``of`` is over how many it was counted, 0 where that says
    nothing. ``previous`` is that of the period before, ``target`` what was aimed at, and ``less_is_better``
    says in which direction.
    """

    code: str
    value: float | None
    unit: Unit = Unit.COUNT
    of: int = 0
    previous: float | None = None
    target: float | None = None
    less_is_better: bool = False

    @property
    def weak(self) -> bool:
        """Tell whether so few cases stand behind a share that it may be chance."""
        return self.unit is Unit.SHARE and self.value is not None and self.of < WEAK_BELOW

    @property
    def reached(self) -> bool | None:
        """Tell whether the target was reached; None without target or value."""
        if self.value is None or self.target is None:
            return None
        return self.value <= self.target if self.less_is_better else self.value >= self.target


Said = str | Channel | Outcome


@dataclass(frozen=True, slots=True)
class CorrectedLine:
    """A correction: when, by whom, and for each field by its name in ``Contact`` what stood there before."""

    at: datetime
    staff: str
    before: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact as a line of a paper, as it stands now, with what was corrected, the first first.

    ``asked`` is what was searched, where neither topic nor note say what it was about.
    """

    number: int
    at: datetime
    channel: Channel
    outcome: Outcome
    caller: str = ""
    phone: str = ""
    topic: str = ""
    note: str = ""
    staff: str = ""
    asked: str = ""
    corrections: tuple[CorrectedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """How many contacts ended in each way and came by each, those that occur only."""

    contacts: int = 0
    outcomes: tuple[tuple[Outcome, int], ...] = ()
    channels: tuple[tuple[Channel, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ContactLogReport:
    """The log of contacts from ``first`` to ``last``; ``lines`` may be an iterator, for there may be very many.

    ``filters`` says in words what was left out, empty for all contacts. ``makers`` are who made and who checked
    it, as printed below the lines to sign on.
    """

    paper: Paper
    first: date | None
    last: date | None
    totals: Totals
    lines: Iterable[ContactLine]
    filters: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    makers: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise: to whom, what, by when if that was said, and how it stands."""

    number: int
    due: datetime | None
    caller: str
    promise: str
    phone: str = ""
    channel: Channel | None = None
    staff: str = ""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class PromiseList:
    """Promises that are open at ``paper.as_of``."""

    paper: Paper
    lines: tuple[PromiseLine, ...]


@dataclass(frozen=True, slots=True)
class HandOffSlip:
    """What the next one needs who takes over a caller. ``passed_on`` counts how often that has happened."""

    paper: Paper
    at: datetime
    to: str
    caller: str
    phone: str = ""
    extension: str = ""
    asked: str = ""
    tried: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""
    passed_on: int = 0
    staff: str = ""


@dataclass(frozen=True, slots=True)
class DailyReport:
    """One day at the desk: its figures, its totals, what is open, what could not be answered."""

    paper: Paper
    day: date
    figures: tuple[Figure, ...]
    totals: Totals
    hours: tuple[tuple[int, int], ...] = ()
    questions: tuple[tuple[str, int], ...] = ()
    unanswered: tuple[str, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    makers: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A month on one page, in four boxes whose targets the site sets itself."""

    paper: Paper
    month: date
    customer: tuple[Figure, ...]
    process: tuple[Figure, ...]
    knowledge: tuple[Figure, ...]
    cost: tuple[Figure, ...]
    remarks: tuple[str, ...] = ()
    makers: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class HandOverLine:
    """One thing that is handed over; ``kind`` is its ``ItemKind``, ``owner`` who is to have it, empty for whoever
    comes. ``until`` is the last day of a notice, ``due`` its exact end if that day is not over then, and ``who`` names
    those who have to read it and have not. ``sort`` is that of its item."""

    number: int
    kind: str
    what: str
    who: str = ""
    phone: str = ""
    addressee: str = ""
    channel: Channel | None = None
    by: str = ""
    owner: str = ""
    since: datetime | None = None
    due: datetime | None = None
    until: date | None = None
    overdue: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class HandOverSection:
    """A part of a hand-over by its code, also one with nothing in it."""

    code: str
    lines: tuple[HandOverLine, ...] = ()


@dataclass(frozen=True, slots=True)
class HandOverSheet:
    """What one shift hands over to the next; what is due by ``until`` is on it."""

    paper: Paper
    until: datetime
    sections: tuple[HandOverSection, ...]
    leaving: Signed = field(default_factory=Signed)
    coming: Signed = field(default_factory=Signed)


Report = ContactLogReport | PromiseList | HandOffSlip | DailyReport | Scorecard | HandOverSheet | GateReport


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file; ``lines`` is how many contacts it has, where it is a log."""

    path: Path
    pages: int
    lines: int = 0


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a picture: three bytes a pixel (red, green, blue), each row so many bytes after the last."""

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)


class Printer(Protocol):
    """Makes PDF files, in a process of its own."""

    def make(self, report: Report, path: Path, progress: Progress | None = None) -> Printed:
        """Write a paper; the file is there whole or not at all. ``progress`` counts lines and may raise ``Cancelled``.

        Raise ``DeskError`` where the disk or the folder refuses.
        """


class ReadyPrinter(Printer, Protocol):
    """A printer that can be ready for papers that are wanted in haste."""

    def stand_by(self) -> None:
        """From now on keep loaded what makes papers."""

    def close(self) -> None:
        """Stand by no longer."""


class Pages(Protocol):
    """An open PDF, of which pages are shown. It belongs to one thread at a time."""

    @property
    def count(self) -> int: ...
    def picture(self, page: int, width: int) -> PagePicture:
        """Draw a page, counted from 0, so many pixels wide."""

    def close(self) -> None: ...


OpenPages = Callable[[Path], Pages]
