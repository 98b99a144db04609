"""Badges and the notice on their way to the printer: at once where it is known how, else after a look."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QSizeF, Signal
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog

from frontdesk.domain.errors import DeskError
from frontdesk.domain.visits import Visit
from frontdesk.services.gate_papers import BadgeOrder, GateOrder, GatePapers, NoticeOrder, size_of
from frontdesk.services.reports import OpenPages
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.badge_pane import BadgePane
from frontdesk.ui.pages.gate.forms.done import Done
from frontdesk.ui.pages.report_preview.job import ReportJob
from frontdesk.ui.pages.report_preview.sheets import Sheets
from frontdesk.ui.tasks import Tasks

PICTURE_WIDTH = 700
A4 = (210.0, 297.0)


@dataclass
class Remembered:
    """How badges were printed last on this computer: the size of labels, and the next free place of a sheet."""

    size: str = ""
    skip: int = 0


class PaperControl(QObject):
    """``done`` carries a ``Done``, ``failed`` a ``DeskError``, ``asked`` says that the pane of badges is wanted.

    ``sized`` carries the size of labels that was used. ``choose`` makes a printer ready, or returns False where there
    is none.
    """

    done = Signal(object)
    failed = Signal(object)
    asked = Signal()
    sized = Signal(str)

    def __init__(
        self, kit: Kit, papers: GatePapers, open_pages: OpenPages, tasks: Tasks, place: Callable[[], str],
        parent: QObject | None = None, choose: Callable[[QPrinter], bool] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._kit, self._place = kit, place
        self.by, self.remembered, self.choose = "", Remembered(), choose or ready
        self.pane = BadgePane(kit)
        self.job = ReportJob(Sheets(open_pages), papers, tasks, self)
        self._visits: tuple[Visit, ...] = ()
        self._order: GateOrder | None = None
        self._then_print = self._made = False
        self._connect()

    def print_badges(self, visits: tuple[Visit, ...]) -> None:
        """Print badges as the last ones were; ask for the size of the labels the first time."""
        self._visits = visits
        if self.remembered.size:
            self._make(self._badges(self.remembered.size, self.remembered.skip), then_print=True)
        else:
            self.ask_size(visits)

    def ask_size(self, visits: tuple[Visit, ...]) -> None:
        """Ask for the size of the labels, and show how badges come out."""
        self._visits = visits
        words = self._kit.words
        count = len(visits)
        title = (
            words("gate_forms.badges", count=count) if count > 1 else words("gate_forms.badge_of", name=visits[0].name)
        )
        self.pane.begin(title, self.remembered.size, self.remembered.skip)
        self._show()
        self.asked.emit()

    def print_notice(self) -> None:
        """Print the notice of privacy."""
        self._make(NoticeOrder(language=self._kit.words.language), then_print=True)

    def put_away(self) -> None:
        """Leave nothing of the paper."""
        self._order, self._then_print = None, False
        self.job.close()

    def save_as(self, path: Path) -> None:
        """Save what is shown."""
        self.job.save(path if path.suffix else path.with_suffix(".pdf"), self.by)

    def _badges(self, size: str, skip: int) -> BadgeOrder:
        ids = tuple(one.id for one in self._visits)
        return BadgeOrder(ids, size, skip, self._kit.words.language, self._place())

    def _show(self) -> None:
        self._make(self._badges(self.pane.size_code, self.pane.skip), then_print=False)

    def _make(self, order: GateOrder, *, then_print: bool) -> None:
        self._order, self._then_print, self._made = order, then_print, False
        self.job.make(order, self.by, lambda: None)

    def _on_made(self, _: int) -> None:
        self._made = True
        if self._then_print:
            self._print()
        else:
            self.job.ask_picture(0, PICTURE_WIDTH)

    def _print(self) -> None:
        """Print what is made; what is still being made is printed then."""
        if not self._made:
            self._then_print = True
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if not self.choose(printer):
            self._fail(DeskError("no_usual_printer"))
            return
        width, height = self._page()
        name = self._kit.words(
            "gate_forms.badge_file" if isinstance(self._order, BadgeOrder) else "gate_forms.notice_file"
        )
        printer.setDocName(name)
        printer.setPageSize(
            QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, name, QPageSize.SizeMatchPolicy.FuzzyMatch)
        )
        self.job.print_on(printer, self.by)

    def _page(self) -> tuple[float, float]:
        return size_of(self._order.size).page if isinstance(self._order, BadgeOrder) else A4

    def _on_printed(self, _: int) -> None:
        order = self._order
        self.put_away()
        if isinstance(order, BadgeOrder):
            self._remember(order)
            self.done.emit(Done("gate_forms.badges_printed", {"count": len(order.visit_ids)}))
        else:
            self.done.emit(Done("gate_forms.notice_printed"))

    def _on_saved(self, file: str) -> None:
        if isinstance(self._order, BadgeOrder):
            self._remember(self._order)
        self.pane.say(self._kit.words("gate_forms.saved_as", file=file))

    def _remember(self, order: BadgeOrder) -> None:
        """Go on where this sheet ends the next time."""
        size = size_of(order.size)
        self.remembered = Remembered(order.size, (order.skip + len(order.visit_ids)) % size.places)
        self.sized.emit(order.size)

    def _save(self) -> None:
        start = str(Path(QDir.homePath()) / f"{self._kit.words('gate_forms.badge_file')}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self.pane, self._kit.words("gate_forms.save_pdf"), start, "PDF (*.pdf)")
        if chosen:
            self.save_as(Path(chosen))

    def _fail(self, error: DeskError) -> None:
        """Say it where badges are shown; a badge that was to be printed at once is shown then."""
        if isinstance(self._order, BadgeOrder) and self._made and not self.pane.isVisible():
            self.ask_size(self._visits)
        if self.pane.isVisible():
            self.pane.say(self._kit.words(f"errors.{error.code}", **error.data), wrong=True)
        else:
            self.failed.emit(error)

    def _on_picture(self, _: int, image: QImage) -> None:
        self.pane.preview.show_image(image)

    def _connect(self) -> None:
        self.pane.changed.connect(self._show)
        self.pane.print_asked.connect(self._print)
        self.pane.save_asked.connect(self._save)
        self.job.made.connect(self._on_made)
        self.job.pictured.connect(self._on_picture)
        self.job.printed.connect(self._on_printed)
        self.job.saved.connect(self._on_saved)
        for wrong in (self.job.failed, self.job.refused):
            wrong.connect(self._fail)


def ready(printer: QPrinter) -> bool:
    """Take the system's default printer; tell whether there is one."""
    usual = QPrinterInfo.defaultPrinter()
    if usual.isNull():
        return False
    printer.setPrinterName(usual.printerName())
    return printer.isValid()
