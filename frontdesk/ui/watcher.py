"""Notices when anybody, in this window or in another program, has written to the database."""

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.services.repositories import Storage
from frontdesk.ui.tasks import Tasks

EVERY_MS = 400
CHANNEL = "watcher"


class Watcher(QObject):
    """``changed`` follows every commit within half a second, as long as the data thread is free."""

    changed = Signal()

    def __init__(self, storage: Storage, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage, self._tasks = storage, tasks
        self._version: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and then again and again."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()
        self._tasks.forget(CHANNEL)

    def look(self) -> None:
        """Ask the data thread for the version; a question still waiting there is replaced."""
        self._tasks.run(self._storage.data_version, self._take, latest=CHANNEL)

    def _take(self, version: int) -> None:
        before, self._version = self._version, version
        if before is not None and version != before:
            self.changed.emit()
