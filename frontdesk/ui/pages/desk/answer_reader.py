"""Everything about one answer, read in the background when it is looked at."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.articles import Article, CallNow
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Person
from frontdesk.services.directory import Directory
from frontdesk.services.knowledge import Knowledge
from frontdesk.services.people_book import PeopleBook
from frontdesk.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Name:
    """A name in both scripts; the Latin one may be empty."""

    name: str
    romanised: str = ""

    def shown(self, language: Language) -> str:
        """Return the name in the letters of a language, where it is known in them."""
        return self.romanised if language is Language.EN and self.romanised else self.name


@dataclass(frozen=True, slots=True)
class AnswerDetail:
    """An answer in full. ``uses`` is None and names are codes until everything has been read."""

    article: Article
    call_now: CallNow | None = None
    callee: Name = field(default_factory=lambda: Name(""))
    verified_by: Name = field(default_factory=lambda: Name(""))
    owner: Name = field(default_factory=lambda: Name(""))
    department: Name = field(default_factory=lambda: Name(""))
    uses: int | None = None


class AnswerReader(QObject):
    """Shows what is known of an answer at once, and the rest when it was read."""

    changed = Signal(object)

    def __init__(
        self, knowledge: Knowledge, directory: Directory, book: PeopleBook, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._knowledge, self._directory, self._book, self._tasks = knowledge, directory, book, tasks
        self.detail: AnswerDetail | None = None

    def show(self, article: Article | None) -> None:
        """Turn to an answer, or to none."""
        if article is None:
            self._tasks.forget("answer")
            self._set(None)
        elif self.detail is None or self.detail.article.id != article.id:
            self._set(AnswerDetail(article))
            self._tasks.run(lambda: self._read(article), self._take, latest="answer")

    def refresh(self) -> None:
        """Read the answer again, after it may have changed."""
        if self.detail is not None:
            article = self.detail.article
            self._tasks.run(lambda: self._read(article), self._take, latest="answer")

    def _read(self, article: Article) -> AnswerDetail:
        full = self._knowledge.get(article.id) or article
        call = self._directory.call_now(full)
        callee = _name_of(self._book.get(call.person_id), call.name) if call else Name("")
        return AnswerDetail(
            full,
            call,
            callee,
            self._name(full.verified_by),
            self._name(full.owner),
            self._name(full.department),
            self._knowledge.uses_this_month(full.code),
        )

    def _name(self, code: str) -> Name:
        return _name_of(self._book.by_code(code) if code else None, code)

    def _take(self, detail: AnswerDetail) -> None:
        if self.detail is not None and self.detail.article.id == detail.article.id:
            self._set(detail)

    def _set(self, detail: AnswerDetail | None) -> None:
        if detail != self.detail:
            self.detail = detail
            self.changed.emit(detail)


def _name_of(person: Person | None, otherwise: str) -> Name:
    return Name(person.name, person.romanised) if person and person.name else Name(otherwise)
