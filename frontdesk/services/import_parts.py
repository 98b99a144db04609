"""Checked rows become answers or people, some hundred at a time, beside those on file."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from frontdesk.domain.articles import Article
from frontdesk.domain.imports import ImportKind, RowError
from frontdesk.domain.people import Person

from .import_articles import article_from
from .import_people import person_from
from .import_referrers import Referrers
from .import_row import ImportRow
from .people_shelf import PeopleShelf
from .ports import Clock
from .repositories import Repositories

PART_ROWS = 500

Item = TypeVar("Item", Article, Person)


class Shelf(Protocol[Item]):
    """Where the items of one kind are kept."""

    def by_codes(self, codes: Iterable[str]) -> dict[str, Item]: ...
    def save_many(self, items: Iterable[Item], by: str, batch: str = "") -> None: ...


@dataclass(frozen=True)
class Intake(Generic[Item]):
    """How the rows of one kind become items, where those go, and how room is made for many new ones."""

    make: Callable[[ImportRow, Item | None, date, datetime, Referrers], Item]
    shelf: Callable[[Repositories], Shelf[Item]]
    filling: Callable[[Repositories, int], AbstractContextManager[None]]


@dataclass(slots=True)
class Part(Generic[Item]):
    """Some rows of a file: what they would add, what they would change, and what is wrong with them."""

    rows: int = 0
    unchanged: int = 0
    created: list[Item] = field(default_factory=list)
    updated: list[Item] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)


def intake_of(kind: ImportKind) -> Intake[Any]:
    """Return how rows of this kind are taken in."""
    return _INTAKES[kind]


def parts_of(
    rows: Iterable[ImportRow], intake: Intake[Item], repos: Repositories, clock: Clock, referrers: Referrers
) -> Iterator[Part[Item]]:
    """Compare rows with what is on file; a row that says nothing new is in neither list.

    ``referrers`` knows behind the last part whether everybody is there whom the rows name.
    """
    stream = iter(rows)
    while some := list(islice(stream, PART_ROWS)):
        old = intake.shelf(repos).by_codes([row.text("code") for row in some])
        referrers.learn(repos, some)
        yield _part(some, old, intake, clock, referrers)


def _part(
    rows: list[ImportRow], old: dict[str, Item], intake: Intake[Item], clock: Clock, referrers: Referrers
) -> Part[Item]:
    part: Part[Item] = Part(len(rows))
    now, today = clock.now(), clock.today()
    for row in rows:
        before = old.get(row.text("code"))
        item = intake.make(row, before, today, now, referrers)
        if row.errors:
            part.errors += row.errors
        elif before is None:
            part.created.append(item)
        elif item != before:
            part.updated.append(replace(item, updated_at=now))
        else:
            part.unchanged += 1
    return part


def _article(row: ImportRow, old: Article | None, today: date, now: datetime, _referrers: Referrers) -> Article:
    return article_from(row, old, today, now)


_INTAKES: dict[ImportKind, Intake[Any]] = {
    ImportKind.ARTICLES: Intake(_article, lambda repos: repos.articles, lambda _repos, _count: nullcontext()),
    ImportKind.PEOPLE: Intake(person_from, PeopleShelf, lambda repos, n: repos.people.filling(n)),
}
