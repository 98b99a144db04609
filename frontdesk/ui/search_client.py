"""The search process as the window sees it: questions out, the newest answer in."""

from PySide6.QtCore import QObject, Qt, Signal

from frontdesk.domain.finding import Found, Question
from frontdesk.services.ports import FinderProcess


class SearchClient(QObject):
    """Asks the search process and passes on only the answer to the last question.

    ``found`` carries a ``Found``; ``state`` one of the words that ``FinderProcess`` reports; ``progress``
    how many answers a build of the index has done, and of how many.
    """

    found = Signal(object)
    state = Signal(str)
    progress = Signal(int, int)
    _replied = Signal(int, object)
    _reported = Signal(str)
    _advanced = Signal(int, int)

    def __init__(self, process: FinderProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = process
        self._number = 0
        self._open = True
        self._replied.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self.state, Qt.ConnectionType.QueuedConnection)
        self._advanced.connect(self.progress, Qt.ConnectionType.QueuedConnection)
        process.start(self._replied.emit, self._reported.emit, self._advanced.emit)

    def ask(self, text: str, limit: int = 12, literal: bool = False) -> int:
        """Look for a text; an answer to an earlier one is no longer wanted. Return its number."""
        self._number += 1
        self._process.ask(self._number, Question(text, limit, literal))
        return self._number

    def forget(self) -> None:
        """Drop the answer that is under way."""
        self._number += 1

    def refresh(self) -> None:
        """Let the process take in what was saved."""
        self._process.refresh()

    def close(self) -> None:
        """End the process; nothing arrives after this."""
        self._open = False
        self._process.close()

    def _take(self, number: int, found: Found) -> None:
        if self._open and number == self._number:
            self.found.emit(found)
