"""What the list of answers shows: everything by category, or what the search process finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.finding import Found
from frontdesk.domain.languages import Language
from frontdesk.services.answer_use import AnswerUse
from frontdesk.services.knowledge import Knowledge
from frontdesk.ui.pages.answers.answer_item import AnswerItem, light, news_of, whole_list
from frontdesk.ui.pages.picking.items import Item
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.words import Words

MOST, SLOW_MS, AGAIN_MS = 50, 250, 400


@dataclass(frozen=True, slots=True)
class Everything:
    """All answers at one revision, and the rows that list them in one language, for one who looks."""

    revision: int = -1
    language: Language | None = None
    own: tuple[str, ...] = ()
    suggested: Mapping[str, int] = field(default_factory=dict)
    articles: tuple[Article, ...] = ()
    items: tuple[Item, ...] = ()


class AnswerLists(QObject):
    """``listed`` carries the rows and the caption over them, ``slow`` a caption while rows are awaited."""

    listed = Signal(object, str)
    slow = Signal(str)

    def __init__(
        self, knowledge: Knowledge, answer_use: AnswerUse, search: SearchClient, tasks: Tasks, words: Words,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._knowledge, self._use, self._search, self._tasks, self._words = knowledge, answer_use, search, tasks, words
        self._text, self._everything, self._own = "", Everything(), tuple[str, ...]()
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(lambda: self.look_up(self._text))
        self._patience.timeout.connect(lambda: self.slow.emit(self._caption("answers.looking")))
        search.found.connect(self._take)

    def owned_by(self, names: tuple[str, ...]) -> None:
        """Say under which names whoever looks owns answers."""
        self._own = names

    def reload(self) -> None:
        """Read every answer again if any has changed, then list what the text asks for."""
        work = partial(self._read, self._everything, self._words.language, self._own)
        self._tasks.run(work, self._stand, latest="answers list")

    def look_up(self, text: str) -> None:
        """List what a text finds; everything for an empty one."""
        self._text = text.strip()
        self._again.stop()
        if self._text:
            self._search.ask(self._text, MOST)
            self._patience.start()
        else:
            self._patience.stop()
            name = "answers.all" if self._everything.articles else "answers.nothing_yet"
            self.listed.emit(self._everything.items, self._caption(name))

    def _read(self, old: Everything, language: Language, own: tuple[str, ...]) -> Everything:
        """Read and sort the answers; thousands of them take too long for the window's thread."""
        revision, suggested = self._knowledge.revision(), self._use.suggested()
        if (revision, language, own, suggested) == (old.revision, old.language, old.own, old.suggested):
            return old
        articles = old.articles if revision == old.revision else tuple(map(light, self._knowledge.everything()))
        items = tuple(whole_list(articles, self._words, suggested, own))
        return Everything(revision, language, own, suggested, articles, items)

    def _stand(self, everything: Everything) -> None:
        if everything is not self._everything:
            self._everything = everything
            self.look_up(self._text)

    def _take(self, found: Found) -> None:
        """List what was found; an index that is still being built is asked again soon."""
        if self._text and found.query == self._text:
            self._patience.stop()
            if not found.answers.ready:
                self.slow.emit(self._caption("answers.preparing"))
                self._again.start()
                return
            items: tuple[Item, ...] = tuple(map(self._item, found.answers.answers))
            name = "answers.none" if not items else "answers.near" if found.answers.near else "answers.found"
            self.listed.emit(items, self._caption(name, len(items)))

    def _item(self, answer: Answer) -> AnswerItem:
        news = news_of(answer.article, self._everything.suggested, self._words)
        return AnswerItem(light(answer.article), answer.marks, news)

    def _caption(self, name: str, count: int = 0) -> str:
        return self._words(name, count=f"{count:,}", total=f"{len(self._everything.articles):,}")
