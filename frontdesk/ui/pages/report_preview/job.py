"""The paper as its pane sees it: ask, be told how far it is, stop, and hear what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.services.ports import Cancelled, Progress
from frontdesk.services.reports import Printed
from frontdesk.ui.pages.report_preview.sheets import Sheets
from frontdesk.ui.tasks import Tasks

T = TypeVar("T")
PICTURE = "report-picture"


class Order(Protocol):
    """What is to be made: in a language, with numbers in full or masked."""

    @property
    def language(self) -> Language: ...
    @property
    def full_numbers(self) -> bool: ...


class Papers(Protocol):
    """Makes papers of one sort."""

    def preview(self, order: Any, path: Path, by: str, progress: Progress | None = None) -> Printed:
        """Write a paper to look at."""

    def note(self, order: Any, printed: Printed, by: str) -> None:
        """Put on record that it left the program."""


class ReportJob(QObject):
    """Runs everything on the thread for slow work, one after another; a new order stops the one before.

    ``made`` carries the number of pages, ``pictured`` a page and its ``QImage``, ``progressed`` lines done and in
    all, ``saved`` the file, ``printed`` how many pages, ``failed`` a ``DeskError``. ``refused``
    carries that of a paper which could not be made, so that the one before is still there.
    """

    made = Signal(int)
    pictured = Signal(int, QImage)
    progressed = Signal(int, int)
    saved = Signal(str)
    printed = Signal(int)
    failed = Signal(object)
    refused = Signal(object)
    _counted = Signal(int, int)

    def __init__(self, sheets: Sheets, papers: Papers, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheets, self._papers, self._tasks = sheets, papers, tasks
        self._stop, self._round = Event(), 0
        self._counted.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def make(self, order: Order, by: str, kept: Callable[[], None]) -> None:
        """Make a paper; what is still being made is stopped. ``kept`` is called once it is there, before ``made``."""
        self._stop.set()
        self._stop = stop = Event()
        self._tasks.forget(PICTURE)
        preview = partial(self._papers.preview, order, by=by, progress=partial(self._tell, stop))

        def draw(path: Path) -> Printed:
            printed = preview(path)
            if stop.is_set():
                raise Cancelled
            return printed

        made, refused = partial(self._on_made, self._round, kept), partial(self._on_refused, self._round)
        self._run(lambda: self._sheets.make(draw, partial(self._papers.note, order)), made, refused)

    def ask_picture(self, page: int, width: int) -> None:
        """Draw a page; of several asked for quickly only the last comes."""
        self._tasks.run(
            lambda: self._sheets.picture(page, width),
            lambda image: self.pictured.emit(page, image), self.failed.emit, latest=PICTURE,
        )  # fmt: skip

    def save(self, path: Path, by: str) -> None:
        self._run(lambda: self._sheets.save(path, by), lambda saved: self.saved.emit(saved.name))

    def print_on(self, printer: QPrinter, by: str) -> None:
        self._run(lambda: self._sheets.print_on(printer, by), self.printed.emit)

    def close(self) -> None:
        """Stop what is being made and take its file away."""
        self._stop.set()
        self._round += 1
        self._tasks.forget(PICTURE)
        self._tasks.run(self._sheets.close, lambda _: None)

    def _on_made(self, at: int, kept: Callable[[], None], pages: int) -> None:
        if at == self._round:
            kept()
            self.made.emit(pages)

    def _on_refused(self, at: int, error: DeskError) -> None:
        if at == self._round:
            self.refused.emit(error)

    def _tell(self, stop: Event, done: int, total: int) -> None:
        if stop.is_set() or not self._tasks.open:
            raise Cancelled
        self._counted.emit(done, total)

    def _run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[DeskError], None] | None = None
    ) -> None:
        self._tasks.run(partial(_unless_stopped, work), partial(_if_any, done), failed or self.failed.emit)


def _unless_stopped(work: Callable[[], T]) -> T | None:
    try:
        return work()
    except Cancelled:
        return None


def _if_any(done: Callable[[T], None], result: T | None) -> None:
    if result is not None:
        done(result)
