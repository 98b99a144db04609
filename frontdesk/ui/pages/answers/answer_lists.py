"""What the list of answers shows: everything by category, or what the search process finds."""

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.articles import Article
from frontdesk.domain.finding import Found
from frontdesk.services.knowledge import Knowledge
from frontdesk.ui.pages.answers.answer_item import AnswerItem, light, whole_list
from frontdesk.ui.pages.picking.items import Item
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.words import Words

MOST, SLOW_MS, AGAIN_MS = 50, 250, 400


class AnswerLists(QObject):
    """``listed`` carries the rows and the caption over them, ``slow`` a caption while rows are awaited."""

    listed = Signal(object, str)
    slow = Signal(str)

    def __init__(
        self, knowledge: Knowledge, search: SearchClient, tasks: Tasks, words: Words, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._knowledge, self._search, self._tasks, self._words = knowledge, search, tasks, words
        self._articles: tuple[Article, ...] = ()
        self._text, self._revision = "", -1
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(lambda: self.look_up(self._text))
        self._patience.timeout.connect(lambda: self.slow.emit(self._caption("answers.looking")))
        search.found.connect(self._take)

    def reload(self) -> None:
        """Read every answer again, then list what the text asks for."""
        self._tasks.run(self._read, self._stand, latest="answers list")

    def look_up(self, text: str) -> None:
        """List what a text finds; everything for an empty one."""
        self._text = text.strip()
        self._again.stop()
        if self._text:
            self._search.ask(self._text, MOST)
            self._patience.start()
        else:
            self._patience.stop()
            self.renew()

    def renew(self) -> None:
        """List everything again, as after a change of language."""
        if not self._text:
            name = "answers.all" if self._articles else "answers.nothing_yet"
            self.listed.emit(tuple(whole_list(self._articles, self._words)), self._caption(name))

    def _read(self) -> tuple[int, tuple[Article, ...]]:
        """Read the answers, unless none has changed."""
        revision = self._knowledge.revision()
        if revision == self._revision:
            return revision, self._articles
        return revision, tuple(map(light, self._knowledge.everything()))

    def _stand(self, read: tuple[int, tuple[Article, ...]]) -> None:
        if read[0] == self._revision:
            return
        self._revision, self._articles = read
        self.look_up(self._text)

    def _take(self, found: Found) -> None:
        """List what was found; an index that is still being built is asked again soon."""
        if self._text and found.query == self._text:
            self._patience.stop()
            if not found.answers.ready:
                self.slow.emit(self._caption("answers.preparing"))
                self._again.start()
                return
            items: tuple[Item, ...] = tuple(AnswerItem(light(a.article), a.marks) for a in found.answers.answers)
            name = "answers.found" if items else "answers.none"
            self.listed.emit(items, self._caption(name, len(items)))

    def _caption(self, name: str, count: int = 0) -> str:
        return self._words(name, count=f"{count:,}", total=f"{len(self._articles):,}")
