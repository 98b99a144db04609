"""Printing the roll without asking anything: made in a process of its own, sent to the printer of this computer.

All of it runs beside the window and beside other slow work: neither a month's report nor a printer that does not
answer holds up the roll on the screen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from frontdesk.domain.errors import DeskError
from frontdesk.services.evacuation import Evacuations
from frontdesk.services.gate_reports import EvacuationRoll
from frontdesk.services.reports import OpenPages, Printed
from frontdesk.ui.pages.report_preview.sheets import Sheets
from frontdesk.ui.tasks import Tasks

DOTS = 150
"""To the inch: its letters are large, and more dots would keep its pages waiting."""
FindPrinter = Callable[[], QPrinter | None]


@dataclass(frozen=True, slots=True)
class _Outcome:
    pages: int = 0
    error: DeskError | None = None


def usual_printer() -> QPrinter | None:
    """Return the printer of this computer, None if it has none. It may have to be asked over the network."""
    found = QPrinterInfo.defaultPrinter()
    return None if found.isNull() else QPrinter(found, QPrinter.PrinterMode.HighResolution)


class RollPrinting(QObject):
    """``made`` carries how many pages the paper has, ``printed`` how many went out, ``failed`` a ``DeskError``:
    no_printer where there is none to send it to."""

    made = Signal(int)
    printed = Signal(int)
    failed = Signal(object)
    _told = Signal(int)

    def __init__(
        self, evacuations: Evacuations, open_pages: OpenPages, tasks: Tasks, find: FindPrinter = usual_printer,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._evacuations, self._open_pages, self._tasks, self._find = evacuations, open_pages, tasks, find
        self._one_at_a_time = Lock()
        self._told.connect(self.made, Qt.ConnectionType.QueuedConnection)

    def stand_by(self) -> None:
        """Have a process ready that makes the paper: starting one takes longer than a fire should wait."""
        self._tasks.aside(self._evacuations.stand_by, lambda _: None)

    def print(self, sheet: EvacuationRoll, by: str, printer: QPrinter | None = None) -> None:
        """Print a roll, on the printer of this computer unless one was chosen."""
        find = (lambda: printer) if printer is not None else self._find
        self._tasks.aside(partial(self._print, sheet, by, find), self._on_done)

    def _print(self, sheet: EvacuationRoll, by: str, find: FindPrinter) -> _Outcome:
        """Make the paper and send it; a failure is an outcome, for whoever evacuates needs the sentence."""
        sheets = Sheets(self._open_pages, DOTS)
        with self._one_at_a_time:
            try:
                self._told.emit(sheets.make(partial(self._evacuations.draw, sheet), self._note))
                return _Outcome(self._send(sheets, by, find))
            except DeskError as error:
                return _Outcome(error=error)
            finally:
                sheets.close()

    def _send(self, sheets: Sheets, by: str, find: FindPrinter) -> int:
        printer = find()
        if printer is None:
            raise DeskError("no_printer")
        return sheets.print_on(printer, by)

    def _note(self, _: Printed, by: str) -> None:
        """Put on record that the roll was printed; that it cannot be noted now is no reason not to have printed it."""
        try:
            self._evacuations.note(by)
        except DeskError:
            self._tasks.run(partial(self._evacuations.note, by), lambda _: None, lambda _: None)

    def _on_done(self, outcome: _Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(outcome.error)
        else:
            self.printed.emit(outcome.pages)
