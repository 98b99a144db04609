"""Keeps the count of what is owed in the rail up to date, and says quietly when something becomes due."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.promises import DueCounts, Promise
from frontdesk.services.promises import Promises
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

COUNT, LOOK = "due counts", "became due"
MOST_SHOWN = 3
"""How many of what is due are shown on an empty desk."""
LONGEST_WAIT_MS, AFTER_MS = 60_000, 50
"""The clock may be set: look at least once a minute."""


class DueWatch(QObject):
    """``counted`` carries ``DueCounts`` and the most urgent promises; ``became_due`` those whose time has come since
    it last looked."""

    counted = Signal(object, object)
    became_due = Signal(object)

    def __init__(self, promises: Promises, tasks: Tasks, watcher: Watcher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._promises, self._tasks = promises, tasks
        self._seen: datetime | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        watcher.changed.connect(self.count)

    def start(self) -> None:
        """Begin now: what was due before is in the count, and no news."""
        self._seen = self._promises.now()
        self.count()

    def stop(self) -> None:
        """Rest while nobody is signed in."""
        self._seen = None
        self._timer.stop()

    def count(self) -> None:
        """Count again, as of now."""
        if self._seen is not None:
            self._tasks.run(self._read, self._take, latest=COUNT)

    def look(self) -> None:
        """See what has become due, and count."""
        if self._seen is not None:
            start, self._seen = self._seen, self._promises.now()
            self._tasks.run(partial(self._promises.due_between, start, self._seen), self._tell)
            self.count()

    def _tell(self, due: list[Promise]) -> None:
        if due:
            self.became_due.emit(due)

    def _read(self) -> tuple[DueCounts, list[Promise]]:
        return self._promises.counts(), self._promises.most_urgent(MOST_SHOWN)

    def _take(self, read: tuple[DueCounts, list[Promise]]) -> None:
        if self._seen is not None:
            counts, urgent = read
            self._timer.start(self._wait(counts))
            self.counted.emit(counts, urgent)

    def _wait(self, counts: DueCounts) -> int:
        if counts.next_due is None:
            return LONGEST_WAIT_MS
        left = round((counts.next_due - self._promises.now()).total_seconds() * 1000)
        return min(max(left, 0) + AFTER_MS, LONGEST_WAIT_MS)
