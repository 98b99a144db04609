"""What leaves the log: a paper, or a table for Excel; of the rows that are picked, or else of all that fit."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from frontdesk.domain.contact_filter import filter_said
from frontdesk.domain.languages import Language
from frontdesk.services.contact_browser import ContactBrowser
from frontdesk.services.contact_report import LogOrder
from frontdesk.services.data_export import DataExport
from frontdesk.services.ports import Clock
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

    def __init__(self, words: Words, table: LogTable, model: LogModel, services: OutServices, tasks: Tasks) -> None:
        super().__init__(table)
        self._words, self._table, self._model, self._services, self._tasks = words, table, model, services, tasks
        self._staff = ""

    def sign_in(self, staff_id: str) -> None:
        self._staff = staff_id

    def paper(self) -> Callable[[Language], LogOrder] | None:
        """Return what makes the order of a paper in a language; None where it is simply everything."""
        wanted, picked = self._model.filter, self._picked()
        if wanted.everything and not picked:
            return None
        browser, days = self._services.contact_browser, wanted.period.days(self._services.clock.today())
        chosen = browser.selected(picked) if picked else browser.chosen(wanted)

        def order(language: Language) -> LogOrder:
            said = filter_said(wanted, language)
            if picked:
                said = (*said, self._words.in_language(language, "log.picked_only", count=f"{len(picked):,}"))
            return LogOrder(days.first, days.last, language, filters=said, chosen=chosen)

        return order

    def ask_for_file(self) -> None:
        """Ask where the table goes, and write it."""
        start = str(Path(QDir.homePath()) / f"{self._words('log.file_name')}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self._table, self._words("log.export"), start, KINDS)
        if chosen:
            self.export(Path(chosen))

    def export(self, path: Path) -> None:
        """Write what is picked, or else all that fit, to a CSV or XLSX file."""
        path = path if path.suffix else path.with_suffix(".xlsx")
        picked, browser, by = self._picked(), self._services.contact_browser, self._staff
        chosen = browser.selected(picked) if picked else browser.chosen(self._model.filter)
        self.told.emit("log.exporting", {})
        self._tasks.run(
            lambda: self._services.data_export.export("contacts", path, by, chosen=chosen),
            lambda rows: self.told.emit("log.exported", {"count": f"{rows:,}", "file": path.name}),
            lambda error: self.told.emit(f"errors.{error.code}", error.data),
        )

    def _picked(self) -> list[int]:
        return [place for run in self._table.picked_rows for place in self._model.places(run)]
