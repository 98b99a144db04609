"""Everything that the page shows of one answer, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime

from frontdesk.domain.articles import Article
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Staff
from frontdesk.services.answer_use import Lessons
from frontdesk.services.people_book import PeopleBook
from frontdesk.ui.pages.answers.services import AnswersServices
from frontdesk.ui.pages.desk.answer_reader import AnswerDetail, Name

UNTOLD = frozenset(("id", "updated_at", "archived"))


@dataclass(frozen=True, slots=True)
class Change:
    """One step of an answer's history: when (UTC), by whose id, and the fields it changed."""

    at: datetime
    by: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """An answer with the names behind its codes, its changes newest first, the staff by id, and what use taught."""

    detail: AnswerDetail
    deputy: Name
    changes: tuple[Change, ...]
    staff: Mapping[str, Staff]
    lessons: Lessons

    @property
    def article(self) -> Article:
        return self.detail.article


def read_answer(services: AnswersServices, article_id: str) -> AnswerFile | None:
    """Read an answer's file, or None when it is not on file."""
    article = services.knowledge.get(article_id)
    if article is None:
        return None
    book, call = services.people_book, services.directory.call_now(article)
    detail = AnswerDetail(
        article,
        call_now=call,
        callee=_name_of(book.get(call.person_id) if call else None, call.name if call else ""),
        verified_by=_named(book, article.verified_by),
        owner=_named(book, article.owner),
        department=_named(book, article.department),
        uses=services.knowledge.uses_this_month(article.code),
    )
    changes = history(article, services.knowledge.versions(article_id))
    lessons = services.answer_use.lessons(article)
    return AnswerFile(detail, _named(book, article.deputy), changes, services.contact_log.staff_names(), lessons)


def history(article: Article, versions: list[tuple[datetime, str, Article]]) -> tuple[Change, ...]:
    """Compare each version with the one after it; versions come newest first."""
    after = [article, *(earlier for _, _, earlier in versions)]
    return tuple(Change(at, by, _changed(earlier, after[n])) for n, (at, by, earlier) in enumerate(versions))


def _changed(before: Article, after: Article) -> tuple[str, ...]:
    names = (one.name for one in fields(Article) if one.name not in UNTOLD)
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _named(book: PeopleBook, code: str) -> Name:
    """Return who a code of the directory is; a plain name stays as it is."""
    return _name_of(book.by_code(code) if code else None, code)


def _name_of(person: Person | None, otherwise: str) -> Name:
    return Name(person.name, person.romanised) if person and person.name else Name(otherwise)
