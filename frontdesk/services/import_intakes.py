"""How the rows of each kind of file are taken in."""

from contextlib import nullcontext
from datetime import date, datetime
from typing import Any

from frontdesk.domain.articles import Article
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.people import Person

from .import_articles import article_from
from .import_parts import Intake, parts_by_code
from .import_people import person_from
from .import_referrers import Referrers
from .import_row import ImportRow
from .people_shelf import PeopleShelf
from .visit_intake import visit_parts
from .visit_shelf import VisitShelf, Written


def intake_of(kind: ImportKind) -> Intake[Any]:
    """Return how rows of this kind are taken in."""
    return _INTAKES[kind]


def _article(row: ImportRow, old: Article | None, today: date, now: datetime, _referrers: Referrers) -> Article:
    return article_from(row, old, today, now)


def _articles() -> Intake[Article]:
    parts = parts_by_code(_article, lambda repos: repos.articles)
    return Intake(parts, lambda repos, _: repos.articles, lambda _repos, _count: nullcontext())


def _people() -> Intake[Person]:
    parts = parts_by_code(person_from, PeopleShelf)
    return Intake(parts, lambda repos, _: PeopleShelf(repos), lambda repos, n: repos.people.filling(n))


def _visits() -> Intake[Written]:
    return Intake(visit_parts, VisitShelf, lambda _repos, _count: nullcontext())


_INTAKES: dict[ImportKind, Intake[Any]] = {
    ImportKind.ARTICLES: _articles(),
    ImportKind.PEOPLE: _people(),
    ImportKind.VISITS: _visits(),
}
