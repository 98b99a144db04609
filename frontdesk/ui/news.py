"""What others wrote, in this program or another, reaches the screen without moving anything."""

from PySide6.QtCore import QObject

from frontdesk.services.knowledge import Knowledge
from frontdesk.ui.pages.desk.page import DeskPage
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher


class News(QObject):
    """Looks what a commit changed: answers are read again only when answers did."""

    def __init__(
        self, knowledge: Knowledge, watcher: Watcher, search: SearchClient, tasks: Tasks, desk: DeskPage,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._knowledge, self._search, self._tasks, self._desk = knowledge, search, tasks, desk
        self._revision = -1
        watcher.changed.connect(self._look)

    def _look(self) -> None:
        self._tasks.run(self._knowledge.revision, self._compare, latest="news")
        self._desk.caller.refresh()
        self._desk.reader.refresh()
        self._desk.renew_people()

    def _compare(self, revision: int) -> None:
        before, self._revision = self._revision, revision
        if revision != before:
            self._search.refresh()
            self._desk.refresh()
