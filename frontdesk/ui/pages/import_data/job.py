"""The import as the page sees it: ask, be told how far it is, stop, and hear what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import FileFormat, ImportKind, ImportReport
from frontdesk.services.data_import import DataImport
from frontdesk.services.ports import Cancelled, Progress
from frontdesk.ui.tasks import Tasks

T = TypeVar("T")
PREVIEW, LAST = "import-preview", "import-last"


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """A file and how it is to be read; ``mapping`` goes from our fields to the file's columns."""

    path: Path
    kind: ImportKind
    mapping: dict[str, str] = field(default_factory=dict)
    format: FileFormat = field(default_factory=FileFormat)


class ImportJob(QObject):
    """Runs one thing at a time on the data thread.

    ``previewed`` carries a ``TablePreview``, ``checked`` and ``imported`` an ``ImportReport``,
    ``undone`` what taking back did (``Undone``), ``last_known`` an ``ImportBatch`` or None,
    ``progressed`` rows done and in all (0 if unknown), ``failed`` a ``DeskError``.
    """

    previewed = Signal(object)
    progressed = Signal(int, int)
    checked = Signal(object)
    imported = Signal(object)
    undone = Signal(object)
    last_known = Signal(object)
    stopped = Signal()
    failed = Signal(object)
    _counted = Signal(int, int)

    def __init__(self, service: DataImport, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service, self._tasks = service, tasks
        self._stop = Event()
        self._running = False
        self._counted.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Tell whether something that can be stopped is under way."""
        return self._running

    def preview(self, path: Path, kind: ImportKind, encoding: str = "", delimiter: str = "") -> None:
        work = partial(self._service.preview, path, kind, encoding, delimiter)
        self._tasks.run(work, self.previewed.emit, self.failed.emit, latest=PREVIEW)

    def check(self, order: ImportOrder) -> None:
        """See what an import would do."""
        self._run(
            lambda: self._service.dry_run(order.path, order.kind, order.mapping, order.format, self._progress()),
            self.checked.emit,
        )

    def run(self, order: ImportOrder, by: str) -> None:
        """Import, all rows or none."""
        self._run(
            lambda: self._service.run(order.path, order.kind, order.mapping, order.format, self._progress(), by=by),
            self.imported.emit,
        )

    def stop(self) -> None:
        """Stop what is under way; nothing of it is kept."""
        self._stop.set()

    def undo(self, by: str) -> None:
        """Take the last import back."""
        self._run(lambda: self._service.undo_last(by), self.undone.emit)

    def ask_last(self) -> None:
        """Ask which import could be undone."""
        self._tasks.run(self._service.last, self.last_known.emit, self.failed.emit, latest=LAST)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if self._running:
            return
        self._running = True
        self._stop.clear()
        self._tasks.run(partial(_unless_stopped, work), partial(self._end, done), self._fail)

    def _end(self, done: Callable[[T], None], result: T | None) -> None:
        self._running = False
        if result is None:
            self.stopped.emit()
        else:
            done(result)

    def _fail(self, error: DeskError) -> None:
        self._running = False
        self.failed.emit(error)

    def _progress(self) -> Progress:
        def tell(done: int, total: int) -> None:
            if self._stop.is_set():
                raise Cancelled
            self._counted.emit(done, total)

        return tell


def _unless_stopped(work: Callable[[], T]) -> T | None:
    """Return what came of the work, None if somebody stopped it."""
    try:
        return work()
    except Cancelled:
        return None


def changes_anything(report: ImportReport) -> bool:
    """Tell whether an import that was only tried would write something."""
    return not report.error_count and bool(report.created or report.updated)
