"""Every title in memory, for the first rows at once; kept true without holding up the window."""

from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.articles import Article, ArticleChange
from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import PersonKind
from frontdesk.services.directory import Directory
from frontdesk.services.knowledge import Knowledge
from frontdesk.services.quick_answers import QuickAnswers
from frontdesk.ui.tasks import Tasks

MOST_DEPARTMENTS = 60
FEW = 100
"""So many changed answers are learned one by one; after more, everything is read again."""


@dataclass(frozen=True, slots=True)
class News:
    """What was read: all titles or a few changes, up to a revision; departments in Latin letters."""

    revision: int
    all: QuickAnswers | None
    changes: tuple[ArticleChange, ...]
    departments: dict[str, str]


class Titles(QObject):
    """``read`` comes whenever ``quick`` and ``departments`` know more than before."""

    read = Signal()

    def __init__(self, knowledge: Knowledge, directory: Directory, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowledge, self._directory, self._tasks = knowledge, directory, tasks
        self._revision = self._wanted = -1
        self._reading = False
        self.quick, self.departments = QuickAnswers(), dict[str, str]()

    def follow(self, revision: int) -> bool:
        """Know the answers as of a revision, soon; tell whether that is news."""
        news, self._wanted = revision != self._wanted, revision
        if news and not self._reading:
            self._read_on()
        return news

    def _read_on(self) -> None:
        self._reading, known = True, self._revision
        self._tasks.aside(lambda: self._news(known), self._take)

    def _take(self, news: News | None) -> None:
        self._reading = False
        if news is None:
            return
        self._revision = news.revision
        self.departments |= news.departments
        if news.all is None:
            self.quick.learn(news.changes)
        else:
            self.quick = news.all
        self.read.emit()
        if self._wanted > self._revision:
            self._read_on()

    def _news(self, known: int) -> News | None:
        """Read what changed since a revision; None where that cannot be read now."""
        try:
            revision = self._knowledge.revision()
            changes = self._knowledge.changes_since(known) if known >= 0 else ()
            if known >= 0 and len(changes) <= FEW:
                articles = tuple(change.article for change in changes if change.article)
                return News(revision, None, changes, self._latin(articles))
            everything, quick = self._everything()
            return News(revision, quick, (), self._latin(everything))
        except DeskError:
            return None

    def _everything(self) -> tuple[tuple[Article, ...], QuickAnswers]:
        """Build the memory anew; given up half way when the window closes."""
        articles = self._knowledge.everything()
        return articles, QuickAnswers(takewhile(lambda _: self._tasks.open, articles))

    def _latin(self, articles: tuple[Article, ...]) -> dict[str, str]:
        """Return the names of departments in Latin letters, where the people on file have them."""
        names = list(dict.fromkeys(article.department for article in articles if article.department))
        found: dict[str, str] = {}
        for name in takewhile(lambda _: self._tasks.open, names[:MOST_DEPARTMENTS]):
            person = self._directory.named(name)
            if person is not None and person.kind is PersonKind.DEPARTMENT and person.name == name and person.romanised:
                found[name] = person.romanised
        return found
