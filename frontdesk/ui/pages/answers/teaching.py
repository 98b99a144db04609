"""Deciding about what an answer has learned: taking callers' words as keywords, refusing them, forgetting."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.articles import Article
from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import Staff
from frontdesk.services.answer_use import AnswerUse
from frontdesk.ui.pages.answers.card import AnswerCard
from frontdesk.ui.tasks import Tasks


class Teaching(QObject):
    """``saved`` carries an answer that got a keyword; ``decided`` the id of one about which else was decided."""

    saved = Signal(object)
    decided = Signal(str)

    def __init__(self, card: AnswerCard, answer_use: AnswerUse, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card, self._use, self._tasks = card, answer_use, tasks
        self.staff: Staff | None = None
        card.suggestions.add.clicked.connect(self.accept)
        card.suggestions.refuse.clicked.connect(self.refuse)
        card.foot.reset_asked.connect(self.reset)

    def accept(self) -> None:
        """Make the words shown a keyword of the answer in view."""
        file, words = self._card.file, self._card.suggestions.take()
        if file is not None and self.staff is not None and words:
            work = partial(self._use.accept, file.article, words, self.staff)
            self._tasks.run(work, self.saved.emit, self.complain)

    def refuse(self) -> None:
        """Never offer the words shown for this answer again."""
        file, words = self._card.file, self._card.suggestions.take()
        if file is not None and self.staff is not None and words:
            self._decide(file.article, partial(self._use.refuse, file.article, words, self.staff))

    def reset(self) -> None:
        """Ask whether the answer in view is to forget its words; asked again, let it forget."""
        file, foot = self._card.file, self._card.foot
        if file is None or self.staff is None or not file.lessons.words:
            return
        if not self._use.may_reset(file.article, self.staff):
            self.complain(DeskError("reset_not_allowed"))
        elif not foot.asking:
            foot.ask(self._card.kit.words("answers.reset_question", count=len(file.lessons.words)))
        else:
            foot.leave()
            self._decide(file.article, partial(self._use.reset, file.article, self.staff))

    def complain(self, error: DeskError) -> None:
        """Say in place what went wrong."""
        self._card.foot.remark.set_text(self._card.kit.words(f"errors.{error.code}", **error.data))

    def _decide(self, article: Article, work: Callable[[], None]) -> None:
        self._tasks.run(work, lambda _: self.decided.emit(article.id), self.complain)
