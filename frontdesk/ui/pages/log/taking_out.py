"""What leaves the log: a paper, or a table for Excel; of the rows that are picked, or else of all that fit."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Protocol

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from frontdesk.domain.contact_filter import filter_said
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.services.contact_browser import ContactBrowser
from frontdesk.services.contact_report import Chosen, LogOrder
from frontdesk.services.contact_sheet import SheetOrder
from frontdesk.services.data_export import DataExport
from frontdesk.services.ports import Cancelled, Clock, Progress
from frontdesk.ui.pages.log.log_words import sheet_words
from frontdesk.ui.pages.log.model import LogModel
from frontdesk.ui.pages.log.table import LogTable
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.words import Words

KINDS = "Excel (*.xlsx);;CSV (*.csv)"


class OutServices(Protocol):
    """What taking out needs."""

    @property
    def contact_browser(self) -> ContactBrowser: ...
    @property
    def data_export(self) -> DataExport: ...
    @property
    def clock(self) -> Clock: ...


class TakingOut(QObject):
    """``told`` carries the name of a sentence with its gaps: how an export goes."""

    told = Signal(str, dict)
    _counted = Signal(int, int)

    def __init__(self, words: Words, table: LogTable, model: LogModel, services: OutServices, tasks: Tasks) -> None:
        super().__init__(table)
        self._words, self._table, self._model, self._services, self._tasks = words, table, model, services, tasks
        self._staff = ""
        self._stop: Event | None = None
        self._counted.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def sign_in(self, staff_id: str) -> None:
        self._staff = staff_id

    def paper(self) -> Callable[[Language], LogOrder] | None:
        """Return what makes the order of a paper in a language; None where it is simply everything."""
        wanted, count = self._model.filter, self._table.picked_count
        if wanted.everything and not count:
            return None
        days, chosen = wanted.period.days(self._services.clock.today()), self._chosen()

        def order(language: Language) -> LogOrder:
            said = filter_said(wanted, language)
            if count:
                name = "log.picked_only_one" if count == 1 else "log.picked_only"
                said = (*said, self._words.in_language(language, name, count=f"{count:,}"))
            return LogOrder(days.first, days.last, language, filters=said, chosen=chosen)

        return order

    def ask_for_file(self, full_numbers: bool = False) -> None:
        """Ask where the table goes, and write it."""
        start = str(Path(QDir.homePath()) / f"{self._words('log.file_name')}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self._table, self._words("log.export"), start, KINDS)
        if chosen:
            self.export(Path(chosen), full_numbers)

    def export(self, path: Path, full_numbers: bool = False) -> None:
        """Write what is picked, or else all that fit, to a CSV or XLSX file; an export under way is stopped."""
        language = self._words.language
        order = SheetOrder(language, sheet_words(self._words, language), full_numbers, self._chosen())
        path = path if path.suffix else path.with_suffix(".xlsx")
        self.stop()
        self._stop = stop = Event()
        whole = self._model.rowCount() if self._model.complete else 0
        work = partial(self._write, path, order, partial(self._note, stop, self._table.picked_count or whole))
        self._tell(0, 0)
        self._tasks.run(work, partial(self._done, stop, path), partial(self._failed, stop))

    def stop(self) -> bool:
        """Stop the export that is under way; False if there is none."""
        stop, self._stop = self._stop, None
        if stop is not None:
            stop.set()
        return stop is not None

    def _chosen(self) -> Chosen:
        browser, picked = self._services.contact_browser, self._table.picked_rows
        if picked:
            return browser.selected(self._model.places(picked), self._model.layout_seen)
        return browser.chosen(self._model.filter)

    def _write(self, path: Path, order: SheetOrder, progress: Progress) -> int | None:
        try:
            return self._services.data_export.contact_sheet(path, order, self._staff, progress)
        except Cancelled:
            return None

    def _note(self, stop: Event, whole: int, done: int, _: int) -> None:
        """Hear from the other thread how far it is."""
        if stop.is_set() or not self._tasks.open:
            raise Cancelled
        self._counted.emit(done, whole)

    def _tell(self, done: int, whole: int) -> None:
        if self._stop is not None:
            name = "log.exporting_of" if whole else "log.exporting"
            self.told.emit(name, {"done": f"{done:,}", "whole": f"{whole:,}"})

    def _done(self, stop: Event, path: Path, rows: int | None) -> None:
        self._over(stop)
        if rows is None:
            self.told.emit("log.export_stopped", {})
        else:
            name = "log.exported_one" if rows == 1 else "log.exported"
            self.told.emit(name, {"count": f"{rows:,}", "file": path.name})

    def _failed(self, stop: Event, error: DeskError) -> None:
        self._over(stop)
        self.told.emit(f"errors.{error.code}", error.data)

    def _over(self, stop: Event) -> None:
        if self._stop is stop:
            self._stop = None
