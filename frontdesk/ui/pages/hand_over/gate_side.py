"""The gate's part of the page: the pass-down log, and visits whose end nobody saw, closed with a reason."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.hand_over import HandItem, ItemKind
from frontdesk.domain.shift_log import ShiftEntry
from frontdesk.services.shift_log import ShiftLog, ShiftPage
from frontdesk.services.visits import Visits
from frontdesk.ui.pages.hand_over.entry_strip import AskedEntry
from frontdesk.ui.tasks import Tasks

T = TypeVar("T")
READ = "shift-log"
ENDED = ("visit_over", "visit_not_inside", "visit_gone")
"""What another window did first is no failure."""


class GateSide(QObject):
    """``read`` follows a log that was read anew; ``wrote`` carries the sentence of what was done, ``assumed`` how many
    visits were closed, ``failed`` a ``DeskError``. ``staff`` is the id of whoever acts, ``place`` their desk's name."""

    read = Signal()
    wrote = Signal(str)
    assumed = Signal(int)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, visits: Visits, log: ShiftLog, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visits, self._log, self._tasks = visits, log, tasks
        self.staff = self.place = ""
        self.page: ShiftPage | None = None
        self.picked: frozenset[str] = frozenset()

    def refresh(self) -> None:
        """Read the log of this shift again."""
        self._tasks.run(self._log.page, self._take, latest=READ)

    def pick(self, item: HandItem) -> bool:
        """Pick a visit, or let go of it; tell whether it can be picked."""
        if item.kind is ItemKind.VISIT:
            self.picked = self.picked ^ {item.key}
        return item.kind is ItemKind.VISIT

    def chosen(self, item: HandItem | None, items: Sequence[HandItem]) -> tuple[str, ...]:
        """Return the visits that are picked and still inside, or else the selected one."""
        inside = [one.key for one in items if one.kind is ItemKind.VISIT]
        picked = tuple(key for key in inside if key in self.picked)
        return picked or ((item.key,) if item is not None and item.key in inside else ())

    def assume_left(self, visit_ids: Sequence[str], reason: str) -> None:
        """Close each of these with a step of its own. A reason is needed."""
        by, place = self.staff, self.place

        def work() -> int:
            return sum(self._closed(key, reason, by, place) for key in visit_ids)

        self._run(work, self._on_assumed)

    def write(self, asked: AskedEntry) -> None:
        """Write an entry down, or put one right."""
        by, place, log = self.staff, self.place, self._log

        def work() -> str:
            if asked.corrects:
                log.put_right(asked.corrects, asked.text, by, asked.kind)
                return "shift_log.was_put_right"
            log.write(asked.kind, asked.text, by, place, log.read_at(asked.at), asked.follow_up)
            return "shift_log.was_kept"

        self._run(work, self.wrote.emit)

    def close(self, entry_id: str) -> None:
        """Say that what waited has been seen to."""
        self._run(partial(self._log.close, entry_id, self.staff), lambda _: self.wrote.emit("shift_log.was_closed"))

    def find(self, entry_id: str) -> None:
        """Read an entry that is to be put right; ``found`` carries it."""

        def take(history: list[ShiftEntry]) -> None:
            if history:
                self.found.emit(history[-1])

        self._run(partial(self._log.history, entry_id), take)

    def _closed(self, visit_id: str, reason: str, by: str, place: str) -> bool:
        try:
            self._visits.assume_left(visit_id, reason, by, place)
        except DeskError as error:
            if error.code not in ENDED:
                raise
            return False
        return True

    def _on_assumed(self, count: int) -> None:
        self.picked = frozenset()
        self.assumed.emit(count)

    def _take(self, page: ShiftPage) -> None:
        self.page = page
        self.read.emit()

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.run(work, done, self.failed.emit)
