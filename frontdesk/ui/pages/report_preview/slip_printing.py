"""Printing a slip with one key: made aside, sent to the printer that the system's window asks for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.services.desk_papers import DeskPapers
from frontdesk.services.paper import Paper
from frontdesk.services.reports import HandOffSlip, OpenPages, Printed
from frontdesk.ui.pages.report_preview.sheets import Sheets
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.words import Words

Choose = Callable[[QPrinter], bool]


class SlipPrinting(QObject):
    """``preparing`` says that a slip is being made, ``dropped`` that it was not printed for another contact had begun.

    ``printed`` carries how many pages went out, ``failed`` a ``DeskError``. ``choose`` asks for the printer.
    """

    preparing, dropped = Signal(), Signal()
    printed = Signal(int)
    failed = Signal(object)

    def __init__(
        self, words: Words, papers: DeskPapers, open_pages: OpenPages, tasks: Tasks, window: QWidget,
        choose: Choose | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._words, self._papers, self._tasks, self._window = words, papers, tasks, window
        self._sheets = Sheets(open_pages)
        self._choose = choose or self._ask

    def print(self, slip: Callable[[Paper], HandOffSlip], by: str, still: Callable[[], bool]) -> None:
        """Print what ``slip`` puts together for a paper's head, if it is ``still`` wanted once it is made.

        The window that asks for the printer must not come up over the next caller.
        """
        self.preparing.emit()
        self._tasks.run(partial(self._make, slip), lambda _: self._send(by, still), self._fail)

    def _make(self, slip: Callable[[Paper], HandOffSlip]) -> int:
        report = slip(self._papers.slip_head(self._words.language))

        def note(_: Printed, by: str) -> None:
            self._papers.note(report, by)

        return self._sheets.make(partial(self._papers.draw, report), note)

    def _send(self, by: str, still: Callable[[], bool]) -> None:
        if not still():
            self._tasks.run(self._sheets.close, lambda _: None)
            self.dropped.emit()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._words("report_preview.slip_name"))
        if self._choose(printer):
            self._tasks.run(lambda: self._sheets.print_on(printer, by), self.printed.emit, self._fail)
        self._tasks.run(self._sheets.close, lambda _: None)

    def _ask(self, printer: QPrinter) -> bool:
        return QPrintDialog(printer, self._window).exec() == QPrintDialog.DialogCode.Accepted

    def _fail(self, error: DeskError) -> None:
        self._tasks.run(self._sheets.close, lambda _: None)
        self.failed.emit(error)
