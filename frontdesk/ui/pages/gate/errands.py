"""Texts on which Enter was pressed before it was known what they mean: each is looked up by itself, in order.

So the box is free for the next text at once, and no late answer acts on a text that it was not asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.finding import Found
from frontdesk.ui.pages.gate.found_rows import FoundRow, Look, build, first_is_sure
from frontdesk.ui.pages.gate.results import ANSWERS, LATE_MS, GateResults
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Errand:
    """A text with what was chosen for it already: a row's key, guesses taken for sure or refused."""

    text: str
    key: str = ""
    confirmed: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What a text means; ``scanned`` says that it is the token of a badge."""

    text: str
    row: FoundRow | None = None
    scanned: bool = False


@dataclass(slots=True)
class _Way:
    """How far the first errand has come."""

    errand: Errand
    look: Look | None = None
    found: Found | None = None


class Errands(QObject):
    """``known`` carries a ``Known`` for one text after the other. The next one is looked up only while ``free``."""

    known = Signal(object)

    def __init__(self, results: GateResults, tasks: Tasks, search: SearchClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results, self._tasks, self._search = results, tasks, search
        self._queue = list[Errand]()
        self._way: _Way | None = None
        self._aside = list[Known]()
        self.free: Callable[[], bool] = lambda: True
        self._deadline = QTimer(self, singleShot=True, interval=LATE_MS)
        self._deadline.timeout.connect(self._finish)
        search.found.connect(self._take_found)

    @property
    def waiting(self) -> bool:
        """Whether any text is not done with."""
        return bool(self._queue or self._way)

    def add(self, errand: Errand) -> None:
        """See to one more text after those that wait."""
        self._queue.append(errand)
        self.go_on()

    def go_on(self) -> None:
        """Look the next text up, if nothing is in the way."""
        if self._queue and self._way is None and self.free():
            way = self._way = _Way(self._queue.pop(0))
            self._tasks.run(partial(self._results.read, way.errand.text), partial(self._take_look, way))

    def set_aside(self, known: Known) -> None:
        """Keep what has to be looked at, until there is room for it."""
        self._aside.append(known)

    def take_aside(self) -> Known | None:
        """Return what was set aside first, once nothing else is to be done."""
        return self._aside.pop(0) if self._aside and self.free() and not self.waiting else None

    def forget(self) -> None:
        """Do nothing of what waits."""
        self._queue.clear()
        self._aside.clear()
        self._end()

    def _take_look(self, way: _Way, look: Look) -> None:
        if way is not self._way:
            return
        way.look = look
        if look.found.scanned or (first_is_sure(look) and not way.errand.key):
            self._finish()
        else:
            self._results.lend_search()
            self._search.ask(way.errand.text, ANSWERS)
            self._deadline.start()

    def _take_found(self, found: Found) -> None:
        if self._way is not None and self._way.look is not None and found.query == self._way.errand.text:
            self._way.found = found
            self._finish()

    def _finish(self) -> None:
        way = self._end()
        if way is None:
            return
        errand, look = way.errand, way.look
        rows = build(look, way.found, errand.confirmed, errand.refused)
        row = next((row for row in rows if row.key == errand.key), next(iter(rows), None))
        self.known.emit(Known(errand.text, row, look is not None and look.found.scanned))

    def _end(self) -> _Way | None:
        way, self._way = self._way, None
        self._deadline.stop()
        self._results.take_search_back()
        return way
