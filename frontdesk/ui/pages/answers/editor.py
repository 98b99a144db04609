"""Writing, changing and verifying one answer: from the record into the form, and checked back."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.articles import Article
from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import Staff
from frontdesk.ui.pages.answers.answer_entry import FIELD_OF, read_article, values_of
from frontdesk.ui.pages.desk.rows_paint.answer_row import shown_title
from frontdesk.ui.pages.desk.services import DeskServices
from frontdesk.ui.pages.forms.fields import Values
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.tasks import Tasks

NEW = "new"


class AnswerEditor(QObject):
    """``opened``: the form is ready to be shown. ``saved`` carries the answer as stored."""

    opened = Signal()
    saved = Signal(object)

    def __init__(self, pane: FormPane, services: DeskServices, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane, self._services, self._tasks = pane, services, tasks
        self._bases: dict[str, Article] = {}
        self.staff: Staff | None = None
        pane.save_asked.connect(self._save)

    def write_new(self, title: str = "") -> None:
        """Begin a new answer, or go on with one begun before; ``title`` is what a fresh one begins with."""
        under_way = self._pane.holds(NEW) or (self._pane.key == NEW and self._pane.unsaved)
        begun = self._bases.get(NEW) if under_way else None
        article = begun or replace(self._services.knowledge.new(), title=title)
        self._open(NEW, article, "answers.form_new")

    def reopen(self, key: str) -> None:
        """Go on with typing that was put aside."""
        if key == NEW:
            self.write_new()
        else:
            self.edit(key)

    def edit(self, article_id: str) -> None:
        """Read an answer afresh and open the form."""
        self._tasks.run(partial(self._services.knowledge.get, article_id), self._edit, latest="answer form")

    def verify(self, article: Article) -> None:
        """Mark an answer as right as of today."""
        if self.staff is not None:
            self._tasks.run(partial(self._verified, article.id, self.staff), self.saved.emit)

    def _verified(self, article_id: str, staff: Staff) -> Article | None:
        """Store that ``staff`` vouches; named by code where the directory knows it, else by name."""
        knowledge, book = self._services.knowledge, self._services.people_book
        article = knowledge.get(article_id)
        if article is None:
            return None
        who = staff.code if book.by_code(staff.code) else staff.name
        verified = replace(article, verified_on=self._services.clock.today(), verified_by=who)
        return knowledge.save(verified, staff.id) if verified != article else article

    def _edit(self, article: Article | None) -> None:
        if article is not None:
            title = shown_title(article, self._pane.kit.words.language)
            self._open(article.id, article, "answers.form_edit", name=title)

    def _open(self, key: str, article: Article, title: str, **gaps: object) -> None:
        self._bases[key] = article
        self._pane.open(key, values_of(article, self._pane.kit.words.language), title, **gaps)
        self.opened.emit()

    def _save(self, key: str, values: Values) -> None:
        article, errors = read_article(values, self._bases[key], self._services.clock.today())
        if errors or self.staff is None:
            self._pane.refuse(errors)
            return
        work = partial(self._services.knowledge.save, article, self.staff.id)
        self._tasks.run(work, partial(self._done, key), self._refuse)

    def _done(self, key: str, article: Article) -> None:
        self._bases.pop(key, None)
        self._pane.done()
        self.saved.emit(article)

    def _refuse(self, error: DeskError) -> None:
        field = FIELD_OF.get(error.code, "")
        self._pane.refuse({field: error} if field else {}, None if field else error)
