"""The log of contacts as a paper, page by page, before it is saved or printed."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Staff
from frontdesk.services.desk import Services
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.report_preview.bar import ReportBar
from frontdesk.ui.pages.report_preview.choices import Asked, Choices, PeriodChoices
from frontdesk.ui.pages.report_preview.job import Order, Papers, ReportJob
from frontdesk.ui.pages.report_preview.sheet_view import SEEN_AGAIN, SheetView
from frontdesk.ui.pages.report_preview.sheets import Sheets
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.choice import Segments
from frontdesk.ui.widgets.foot import Foot
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

INSET, REST_MS = 16, 150
"""``REST_MS`` is how long the window must keep its size before a page is drawn anew."""
Hints = tuple[tuple[str, str], ...]
FULL, MOST_HINTS = "Alt+R", 4
KEYS: Hints = (("Ctrl+S", "report_preview.save"), ("Alt+W", "report_preview.enlarge"),
        ("Alt+L", "report_preview.other_language"), (FULL, "report_preview.numbers"),
        ("Esc", "report_preview.leave"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """Which paper is wanted: of what, how it was chosen over it, in which language, with numbers in full or masked."""

    asked: Asked | None
    choice: str
    language: Language
    full: bool = False


class ReportPane(Ground):
    """``left`` says that the paper is put away, ``enlarged`` that it wants room or gives it back.

    ``papers`` makes it, logs of contacts unless others are given;
    ``choices`` is what can be chosen over it, ``named`` what its file is called. Papers that are masked in any case
    have no ``FULL`` among their ``keys``. Where a paper cannot be made, the one before is shown again.
    """

    left, enlarged = Signal(), Signal()

    def __init__(
        self, kit: Kit, services: Services, tasks: Tasks, parent: QWidget | None = None, *,
        papers: Papers | None = None, choices: Choices | None = None, named: str = "report_preview.file_name",
        keys: Hints = KEYS,
    ) -> None:  # fmt: skip
        super().__init__(kit, "canvas", parent)
        self._services, self._staff, self._named = services, "", named
        self._has_full, self._may_see_all, self._making = FULL in dict(keys), False, False
        self._hints = len(keys)
        self._kept: tuple[Wish, int] | None = None
        self._page = self._pages = self._made_pages = 0
        self.job = ReportJob(Sheets(services.open_pages), papers or services.contact_reports, tasks, self)
        self.bar, self.sheet = ReportBar(kit), SheetView(kit)
        self._choices = choices or PeriodChoices(services.clock)
        self.choice = Segments(kit, self._choices.name, self._choices.options)
        self.status = TextLabel(kit, Ink("label", "text_2", tabular=True))
        self._foot = Foot(kit, keys, INSET)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.choice.set_value(self._choices.usual)
        self._wish = Wish(None, self.choice.value, kit.words.language)
        self._show_hints()
        self.setFocusProxy(self.sheet)
        self._arrange()
        self._connect()

    def sign_in(self, staff: Staff) -> None:
        """Make papers for somebody from now on."""
        self._staff, self._may_see_all = staff.id, staff.role.manages_staff
        self._show_hints()

    def open(self, asked: Asked | None = None) -> None:
        """Show the paper that is asked for in a language, or that of the period chosen here; its numbers masked."""
        choice = self._choices.wanted(asked) or self.choice.value
        self._make(Wish(asked, choice, self.kit.words.language))

    def turn(self, pages: int) -> None:
        """Go so many pages on, or back; down or up an enlarged one first."""
        page = max(0, min(self._page + pages, self._pages - 1))
        if self.sheet.wide and (self.sheet.slide(pages * SEEN_AGAIN) or page == self._page):
            return
        self._go(page)
        self.sheet.to_end(last=pages < 0)

    def enlarge(self) -> None:
        """Let the sheet be read in the place of the page beside it, or make it small again."""
        self.sheet.set_wide(not self.sheet.wide)
        self.enlarged.emit()
        self._rest.start()

    def save(self) -> None:
        """Ask for a name and save the paper."""
        if not self._has_paper():
            return
        start = str(Path(QDir.homePath()) / f"{self.kit.words(self._named)}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, self.kit.words("report_preview.save"), start, "PDF (*.pdf)")
        if chosen:
            self.save_as(Path(chosen))

    def save_as(self, path: Path) -> None:
        self.job.save(path if path.suffix else path.with_suffix(".pdf"), self._staff)

    def print(self) -> None:
        """Open the system's window for printing, and print."""
        if not self._has_paper():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.kit.words(self._named))
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self._pages)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        self._say("report_preview.printing")
        self.job.print_on(printer, self._staff)

    def leave(self) -> None:
        """Make an enlarged paper small again; else put it away and go back to the page beside it."""
        if self.sheet.wide:
            self.enlarge()
            return
        self.put_away()
        self.left.emit()

    def put_away(self) -> None:
        """Leave nothing of the paper."""
        self._empty()
        self._kept, self._making = None, False
        self.sheet.set_wide(False)
        self.job.close()

    def _show_hints(self) -> None:
        """Offer what may be done here; where that is much, the way out goes without saying."""
        full = self._has_full and self._may_see_all
        self._foot.show_hint(FULL, shown=full)
        self._foot.show_hint("Esc", shown=self._hints - (self._has_full and not full) <= MOST_HINTS)

    def _has_paper(self) -> bool:
        """Tell whether there is a paper to save or print, and say so if there is none."""
        if not self._pages and not self._making:
            self._say("report_preview.no_sheet")
        return bool(self._pages)

    def _make(self, wish: Wish) -> None:
        """Make another paper in place of this one."""
        self._empty()
        self._show_wish(wish)
        self._making = True
        self._say("report_preview.making")
        self.job.make(self._order(wish), self._staff, partial(self._keep, wish))

    def _order(self, wish: Wish) -> Order:
        order: Any = self._choices.order(wish.choice, wish.asked, wish.language)
        made: Order = replace(order, full_numbers=wish.full)
        return made

    def _show_wish(self, wish: Wish) -> None:
        self._wish = wish
        self.choice.setVisible(self._choices.free(wish.asked))
        self.choice.set_value(wish.choice)
        self.bar.show_language(wish.language)

    def _empty(self) -> None:
        if self._kept is not None and self._pages:
            self._kept = self._kept[0], self._page
        self._page = self._pages = 0
        self._tell_place()
        self.sheet.show_image(None)
        self.status.set_text("")

    def _keep(self, wish: Wish) -> None:
        self._kept = wish, 0

    def _on_made(self, pages: int) -> None:
        self._made_pages, self._pages, self._making = pages, pages, False
        self.status.set_text("")
        self._go(0)

    def _on_refused(self, error: DeskError) -> None:
        """Show the paper again that is still there, where it was read."""
        self._making = False
        self._wish = replace(self._wish, full=False)
        if self._kept is not None:
            wish, page = self._kept
            self._show_wish(wish)
            self._pages = self._made_pages
            self._go(page)
        self._on_failed(error)

    def _go(self, page: int) -> None:
        if self._pages:
            self._page = max(0, min(page, self._pages - 1))
            self._tell_place()
            self.job.ask_picture(self._page, self.sheet.dots)

    def _on_picture(self, page: int, image: QImage) -> None:
        if page == self._page and self._pages:
            self.sheet.show_image(image)

    def _on_progress(self, done: int, total: int) -> None:
        if not self._pages and total:
            self._say("report_preview.made_so_far", done=f"{done:,}", total=f"{total:,}")

    def _on_failed(self, error: DeskError) -> None:
        self.status.set_text(self.kit.words(f"errors.{error.code}", **error.data))

    def _choose(self, place: int) -> None:
        if self.choice.isVisibleTo(self):
            self.choice.choose(place)

    def _switch_language(self) -> None:
        other = Language.EN if self._wish.language is Language.TH else Language.TH
        self._make(replace(self._wish, language=other))

    def _switch_numbers(self) -> None:
        """Show numbers in full or masked again; a refusal leaves the paper as it is."""
        if not self._has_full:
            self._say("report_preview.always_masked")
        elif not self._may_see_all:
            self._say("errors.not_allowed")
        else:
            self._make(replace(self._wish, full=not self._wish.full))

    def _tell_place(self) -> None:
        page = self._page + 1 if self._pages else 0
        self.bar.show_place(page, self._pages)
        self.sheet.show_place(page, self._pages)

    def _say(self, name: str, **gaps: object) -> None:
        self.status.set_text(self.kit.words(name, **gaps))

    def _connect(self) -> None:
        job = self.job
        job.made.connect(self._on_made)
        job.pictured.connect(self._on_picture)
        job.progressed.connect(self._on_progress)
        job.failed.connect(self._on_failed)
        job.refused.connect(self._on_refused)
        job.saved.connect(lambda file: self._say("report_preview.saved", file=file))
        job.printed.connect(lambda pages: self._say("report_preview.printed", pages=f"{pages:,}"))
        self.choice.chosen.connect(lambda value: self._make(replace(self._wish, choice=value)))
        self.bar.language.clicked.connect(self._switch_language)
        self.bar.print.clicked.connect(self.print)
        self.sheet.turned.connect(self.turn)
        self.sheet.resized.connect(self._rest.start)
        self._rest.timeout.connect(lambda: self._go(self._page))
        bind_commands(
            self, Scope.REPORT,
            {
                "print": self.print, "save_pdf": self.save, "paper_language": self._switch_language,
                "paper_numbers": self._switch_numbers, "leave": self.leave, "page_after": lambda: self.turn(1),
                "page_before": lambda: self.turn(-1), "first_page": lambda: self._go(0),
                "last_page": lambda: self._go(self._pages - 1), "enlarge_paper": self.enlarge,
                "choose_paper": self._choose,
            },
        )  # fmt: skip

    def _arrange(self) -> None:
        column, body = QVBoxLayout(self), QVBoxLayout()
        body.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(self.sheet, 1)
        body.addWidget(self.status)
        column.addWidget(self.bar)
        column.addLayout(body, 1)
        column.addWidget(self._foot)
        self.space(body, (INSET, 0, INSET, 8), 8)
        self.space(column)
