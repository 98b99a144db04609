"""The roll as this window knows it: read whenever something changes, kept in memory, and counted on even when the
database cannot be read or written.

Nothing of it is put on the disk beside the database: that would be a second copy of everybody's names, which nobody
erases. What a window has read once it can show and print; what is ticked meanwhile is written as soon as it can be.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.evacuation import Evacuation, Purpose, Roll
from frontdesk.services.evacuation import Evacuations, Muster
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

READ = "evacuation-roll"
AWAY_MS, NEAR_MS, AGAIN_MS = 4_000, 200, 2_000
"""How soon the roll is read after a change, while it is not in view and while it is; and how soon tried again."""


class EvacuationSession(QObject):
    """``changed`` follows whatever the roll shows, ``ended`` carries an ``Evacuation``. ``staff`` is empty where nobody
    is signed in, ``place`` what this desk is called. ``trouble`` is why the roll is as it was last read."""

    changed = Signal()
    begun = Signal()
    ended = Signal(object)

    def __init__(self, evacuations: Evacuations, tasks: Tasks, watcher: Watcher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._evacuations, self._tasks = evacuations, tasks
        self.staff, self.place = "", ""
        self.muster: Muster | None = None
        self.trouble: DeskError | None = None
        self._pending: dict[str, tuple[int, int]] = {}
        self._made = 0
        self._near = self._beginning = self._writing = False
        self._soon = QTimer(self, singleShot=True, interval=AWAY_MS)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._soon.timeout.connect(self.read)
        self._again.timeout.connect(self._try_again)
        watcher.changed.connect(self._on_news)

    @property
    def roll(self) -> Roll | None:
        """The roll with what was counted here, written already or not."""
        return self.muster.roll.counting(self._counts) if self.muster else None

    @property
    def lasting(self) -> Evacuation | None:
        return self.muster.roll.evacuation if self.muster else None

    @property
    def begun_here(self) -> bool:
        """Whether the roll was read since somebody began or joined the evacuation at this window."""
        return self.lasting is not None and not self._beginning

    @property
    def unsaved(self) -> int:
        """How many counts are only in this window's memory."""
        return len(self._pending)

    def watch(self, near: bool) -> None:
        """Read more promptly while the roll is in view."""
        self._near = near
        self._soon.setInterval(NEAR_MS if near else AWAY_MS)

    def read(self) -> None:
        """Read the roll again; what was read before stays where that fails."""
        self._tasks.run(self._evacuations.muster, self._take, self._fail, READ)

    def begin(self) -> None:
        """Begin an evacuation, or join the one that lasts."""
        self._beginning = True
        self._tasks.run(partial(self._evacuations.begin, self.staff, self.place), self._on_begun, self._fail)

    def count(self, found: Mapping[str, int]) -> None:
        """Count at once, and write it down as soon as that can be done."""
        self._made += 1  # two equal counts of one visit are told apart
        self._pending.update({key: (people, self._made) for key, people in found.items()})
        self.changed.emit()
        self._write()

    def end(self, purpose: Purpose, failed: Callable[[DeskError], None]) -> None:
        """End the evacuation, after everything counted here is written down."""
        lasting = self.lasting
        counted, by = self._counts, self.staff
        if lasting is None:
            return

        def work() -> Evacuation:
            self._evacuations.count(lasting.id, counted, by)
            return self._evacuations.end(lasting.id, purpose, by)

        self._tasks.run(work, self._on_ended, failed)

    def _write(self) -> None:
        lasting = self.lasting
        if lasting is None or not self._pending:
            return
        written = dict(self._pending)
        work = partial(self._evacuations.count, lasting.id, self._counts, self.staff)
        self._tasks.run(work, lambda _: self._on_written(written), self._fail)

    @property
    def _counts(self) -> dict[str, int]:
        return {key: people for key, (people, _) in self._pending.items()}

    def _on_written(self, written: Mapping[str, tuple[int, int]]) -> None:
        if self.muster is not None:
            counts = {key: people for key, (people, _) in written.items()}
            self.muster = replace(self.muster, roll=self.muster.roll.counting(counts))
        for key, count in written.items():
            if self._pending.get(key) == count:
                del self._pending[key]
        self._well()

    def _on_begun(self, muster: Muster) -> None:
        self._beginning = False
        self._take(muster)
        self.begun.emit()
        self._write()

    def _on_ended(self, ended: Evacuation) -> None:
        self._pending.clear()
        self.read()
        self.ended.emit(ended)

    def _take(self, muster: Muster) -> None:
        self.muster = muster
        self._well()

    def _well(self) -> None:
        self.trouble = None
        self.changed.emit()

    def _fail(self, error: DeskError) -> None:
        """Keep what is known, and try again."""
        self.trouble = error
        self._again.start()
        self.changed.emit()

    def _try_again(self) -> None:
        if self._beginning:
            self.begin()
        elif self._pending and self.lasting is not None:
            self._write()
        else:
            self.read()

    def _on_news(self) -> None:
        if not self._soon.isActive():
            self._soon.start()
