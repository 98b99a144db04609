"""Checked rows become answers, people or visits, some hundred at a time, beside those on file."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from frontdesk.domain.articles import Article
from frontdesk.domain.imports import RowError
from frontdesk.domain.people import Person

from .import_referrers import Referrers
from .import_row import ImportRow
from .ports import Clock
from .repositories import Repositories

if TYPE_CHECKING:
    from .visit_shelf import Written

PART_ROWS = 500

Item = TypeVar("Item", Article, Person, "Written")
ByCode = TypeVar("ByCode", Article, Person)


class Shelf(Protocol):
    """Where the items of one kind are kept."""

    def save_many(self, items: Iterable[Any], by: str, batch: str = "") -> None: ...


class Coded(Protocol[ByCode]):
    """Where items are found by their codes."""

    def by_codes(self, codes: Iterable[str]) -> dict[str, ByCode]: ...


@dataclass(slots=True)
class Part(Generic[Item]):
    """Some rows of a file: what they would add, what they would change, and what is wrong with them.

    ``cancelled`` of those updated are called off.
    """

    rows: int = 0
    unchanged: int = 0
    created: list[Item] = field(default_factory=list)
    updated: list[Item] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    cancelled: int = 0


Parts = Callable[[Iterable[ImportRow], Repositories, Clock, Referrers], Iterator[Part[Item]]]
Make = Callable[[ImportRow, ByCode | None, date, datetime, Referrers], ByCode]


@dataclass(frozen=True)
class Intake(Generic[Item]):
    """How the rows of one kind become items, where those go, and how room is made for many new ones.

    The ``Referrers`` know behind the last part whether everybody is there whom the rows name.
    """

    parts: Parts[Item]
    shelf: Callable[[Repositories, Clock], Shelf]
    filling: Callable[[Repositories, int], AbstractContextManager[None]]


def parts_by_code(make: Make[ByCode], shelf: Callable[[Repositories], Coded[ByCode]]) -> Parts[ByCode]:
    """Compare rows with what is on file of the same code; a row that says nothing new is in neither list."""

    def parts(
        rows: Iterable[ImportRow], repos: Repositories, clock: Clock, referrers: Referrers
    ) -> Iterator[Part[ByCode]]:
        stream = iter(rows)
        while some := list(islice(stream, PART_ROWS)):
            old = shelf(repos).by_codes([row.text("code") for row in some])
            referrers.learn(repos, some)
            yield _part(some, old, make, clock, referrers)

    return parts


def _part(
    rows: list[ImportRow], old: dict[str, ByCode], make: Make[ByCode], clock: Clock, referrers: Referrers
) -> Part[ByCode]:
    part: Part[ByCode] = Part(len(rows))
    now, today = clock.now(), clock.today()
    for row in rows:
        before = old.get(row.text("code"))
        item = make(row, before, today, now, referrers)
        if row.errors:
            part.errors += row.errors
        elif before is None:
            part.created.append(item)
        elif item != before:
            part.updated.append(replace(item, updated_at=now))
        else:
            part.unchanged += 1
    return part
