"""What the services need of files, the index and the clock; search, importing and storage implement it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.domain.finding import Found, Question
from frontdesk.domain.imports import FileFormat

if TYPE_CHECKING:  # logging never needs these, and every start would pay for them
    pass


class ArticleFeed(Protocol):
    """The articles as the index reads them."""

    def last_seq(self) -> int: ...
    def stamp(self) -> str:
        """Identify the database, so that an index of another one is never trusted."""

    def count(self) -> int:
        """Count the answers that are not archived."""

    def everything(self) -> Iterator[Article]: ...
    def since(self, seq: int) -> Iterator[ArticleChange]:
        """Return the latest state of every article changed after ``seq``, in order."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article id with its score, and the normalised words that matched it."""

    article_id: str
    score: float
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the index has for a query. ``understood``, ``near`` and ``ready`` as in ``Answers``."""

    hits: tuple[Hit, ...] = ()
    understood: str = ""
    near: bool = False
    ready: bool = True


Scopes = tuple[tuple[str, ...], ...]
"""Narrowing: of each inner tuple an answer must hold one mark. A mark is ``#`` and the normalised category,
or ``@`` and the normalised department as the article has it, in full or its beginning."""


class AnswerIndex(Protocol):
    """The ranked index of answers."""

    def search(self, query: str, limit: int, *, literal: bool = False, scopes: Scopes = ()) -> Ranking:
        """Rank; any text of any length gets an answer or none, never an error.

        ``literal`` takes the text as it was typed: no other keyboard, no corrected slips.
        """

    def catch_up(self) -> bool:
        """Take in what changed since the index was written; tell whether anything had."""

    def rebuild(self, progress: "Progress | None" = None) -> None:
        """Build the index anew from the feed while the old one answers, then swap."""

    def state(self) -> Mapping[str, object]:
        """Describe the index for ``doctor``: articles, schema version, last change, intact."""

    def close(self) -> None: ...


Progress = Callable[[int, int], None]
"""Called with rows done and rows in all (0 if unknown); may raise ``Cancelled`` to stop."""


class Cancelled(Exception):
    """Raised through a ``Progress`` to stop work that a person no longer wants."""


class Table(Protocol):
    """An open table file."""

    @property
    def format(self) -> FileFormat: ...
    @property
    def columns(self) -> tuple[str, ...]: ...
    @property
    def replaced(self) -> int:
        """Characters that could not be read so far."""

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield each row's line number (from 1, the header's included) and its cells."""


RowFault = tuple[str, Mapping[str, Any]]
"""The code of a sentence as in ``DeskError``, and what fills its gaps."""


@runtime_checkable
class FaultyTable(Protocol):
    """A table that also tells, while its rows are read, of which the form is wrong."""

    @property
    def faults(self) -> Mapping[int, Sequence[RowFault]]:
        """What is wrong with the row on a line."""


class TableReader(Protocol):
    """Opens CSV, XLSX, vCard and .ics files."""

    def open(self, path: Path, encoding: str = "", delimiter: str = "") -> AbstractContextManager[Table]:
        """Open a file, guessing what is not said; raise ``DeskError`` for what is no table."""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """How a workbook shows a table: its sheet's name, and how many letters wide columns are.

    ``moments`` are the columns, from 0, that hold times at the site as "2026-11-20 10:42".
    """

    title: str = ""
    widths: tuple[int, ...] = ()
    moments: frozenset[int] = frozenset()


class TableWriter(Protocol):
    """Writes CSV and XLSX files that spreadsheets open right and cannot run, and people as vCards."""

    def write(
        self, path: Path, columns: Iterable[str], rows: Iterable[Iterable[str]], version: str = "",
        look: SheetLook = SheetLook(),
    ) -> int:  # fmt: skip
        """Write what the name's ending says, and return how many rows; ``version`` is that of vCards."""


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A checked copy of the database."""

    path: Path
    at: datetime
    size: int
    contacts: int


class Vault(Protocol):
    """Copies of the whole database."""

    def back_up(self, folder: Path) -> BackupInfo:
        """Write a compact copy, check it, make it durable, then give it its name."""

    def backups(self, folder: Path) -> list[BackupInfo]: ...
    def restore(self, file: Path) -> Path:
        """Put a checked copy in place of the database, keeping the present one; return that."""

    def health(self) -> Mapping[str, object]:
        """Return versions, pragmas in force, counts and free space for ``doctor``."""


class Clock(Protocol):
    """The time, so that tests can set it."""

    def now(self) -> datetime: ...
    def today(self) -> date:
        """Return the date in the site's time zone (Asia/Bangkok)."""


class Finding(Protocol):
    """What the search process runs: one object made inside it."""

    def find(self, question: Question) -> Found: ...
    def catch_up(self) -> bool:
        """Take in changes of the database since the last call; tell whether anything changed."""

    def close(self) -> None: ...


class FinderProcess(Protocol):
    """Finding in a process of its own, so that the window never waits for it.

    Replies come on a thread of the adapter. One request runs at a time and the newest waits;
    older waiting ones are dropped without a reply. A process that dies is started again once per
    minute at most, and the state is reported.
    """

    def start(
        self,
        on_reply: Callable[[int, Found], None],
        on_state: Callable[[str], None],
        on_progress: "Progress | None" = None,
    ) -> None:
        """Begin; states are "starting", "ready", "indexing", "restarted", "failed".

        While the index is built anew, ``on_progress`` hears how many answers are done, and of how many.
        """

    def ask(self, number: int, question: Question) -> None: ...
    def refresh(self) -> None:
        """Ask the process to catch up with the database when it is next idle."""

    def close(self) -> None: ...


class SharedFinderProcess(FinderProcess, Protocol):
    """One such process for several who ask: of each the newest question waits, and who has waited longest is next."""

    def ask(self, number: int, question: Question, asker: int = 0) -> None: ...
