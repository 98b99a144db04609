"""The import page: look at a file, say what is what, try it, bring it in, take it back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import FileFormat, ImportKind, ImportReport, TablePreview, Undone
from frontdesk.domain.staff import Staff
from frontdesk.services.data_import import DataImport
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.import_data.job import ImportJob, ImportOrder, changes_anything
from frontdesk.ui.pages.import_data.undo_bar import say_undone
from frontdesk.ui.pages.import_data.view import ImportView
from frontdesk.ui.tasks import Tasks


class ImportPage(ImportView):
    """``imported`` carries the ``ImportReport`` of what was written, ``undone`` how many rows were put back.

    ``left`` says that the person is done here. Ctrl+O chooses a file, Ctrl+Enter tries it and then
    brings it in, Esc stops what runs or leaves, Alt+Z takes the last import back.
    """

    page_id = "import"
    imported = Signal(object)
    undone = Signal(int)
    left = Signal()

    def __init__(self, kit: Kit, service: DataImport, tasks: Tasks, staff_id: str = "") -> None:
        super().__init__(kit)
        self._staff_id = staff_id
        self._path: Path | None = None
        self._format = FileFormat()
        self._checked: ImportReport | None = None
        self._looking = self._wanted = False
        self.job = ImportJob(service, tasks, self)
        self.setAcceptDrops(True)
        self._connect_view()
        self._connect_job()
        self._bind_keys()
        kit.words.bind(self, self.setAccessibleName, "import_data.title")

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        self.source.path.setFocus()

    def sign_in(self, staff: Staff) -> None:
        """Say who imports."""
        self._staff_id = staff.id

    def open(self, kind: ImportKind) -> None:
        """Begin anew with one kind."""
        if not self.job.running:
            self._path = None
            self.source.kind.set_value(kind.value)
            self.source.path.clear()
            self.show_empty()

    def load(self, path: Path) -> None:
        """Look at a file."""
        if not self.job.running:
            self._path = path
            self.source.show_file(path)
            self._look(path, FileFormat())

    def proceed(self) -> None:
        """Try the file, or bring it in where trying it found nothing wrong."""
        if self._looking:  # what stands there is of another file; this one is tried once it is looked at
            self._wanted = True
            return
        if self._path is None or self.job.running or not self.mapping.rows:
            return
        order = ImportOrder(self._path, self._kind, self.mapping.mapping, self._format)
        self.show_running(True)
        if self._checked is not None and changes_anything(self._checked):
            self.job.run(order, self._staff_id)
        else:
            self.job.check(order)

    def step_back(self) -> None:
        """Stop what runs, forget a decision that was half made, or leave."""
        if self.job.running:
            self.job.stop()
        elif self.undo.asking:
            self.undo.relent()
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.job.ask_last()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.source.take(next(iter(files), ""))

    @property
    def _kind(self) -> ImportKind:
        return ImportKind(self.source.kind.value)

    def _connect_view(self) -> None:
        self.source.file_chosen.connect(self.load)
        self.source.kind_chosen.connect(lambda _: self._look_again())
        self.source.format_chosen.connect(self._look_again)
        self.mapping.changed.connect(self._on_mapping)
        self.go.clicked.connect(self.proceed)
        self.halt.clicked.connect(self.step_back)
        self.back_asked.connect(self.step_back)
        self.undo.confirmed.connect(lambda: self.job.undo(self._staff_id))
        self.kit.words.changed.connect(self._name_go)

    def _connect_job(self) -> None:
        job = self.job
        job.previewed.connect(self._on_preview)
        job.progressed.connect(self.progress.show_count)
        job.checked.connect(self._on_checked)
        job.imported.connect(self._on_imported)
        job.undone.connect(self._on_undone)
        job.last_known.connect(self.undo.show_batch)
        job.stopped.connect(self._on_stopped)
        job.failed.connect(self._on_failed)

    def _bind_keys(self) -> None:
        actions = {
            "Ctrl+O": self.source.ask,
            "Ctrl+Return": self.proceed,
            "Ctrl+Enter": self.proceed,
            "Alt+Z": self.undo.press,
        }
        for keys, action in actions.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _look_again(self) -> None:
        """Read the same file as another kind or in another format."""
        if self._path is not None and not self.job.running:
            chosen = self.source.format if self._format.encoding else FileFormat()
            self._look(self._path, chosen)

    def _look(self, path: Path, form: FileFormat) -> None:
        """Look at a file; what was found of the one before holds no more."""
        self._checked, self._looking, self._wanted = None, True, False
        self.job.preview(path, self._kind, form.encoding, form.delimiter)

    def _on_preview(self, preview: TablePreview) -> None:
        wanted, self._looking, self._wanted = self._wanted, False, False
        self._format = preview.format
        self.show_preview(preview, self._kind)
        self._say_columns(preview.replaced)
        if wanted:
            self.proceed()

    def _on_mapping(self) -> None:
        self.show_errors(())
        self._say_columns()

    def _say_columns(self, replaced: int = 0) -> None:
        """Begin the check anew, and say what would be left out or could not be read."""
        self._checked = None
        self._name_go()
        self.remark.clear()
        left_out = self.mapping.left_out
        if replaced:
            self.state.say("import_data.replaced", "danger", count=replaced)
        elif left_out:
            self.state.say("import_data.left_out", "note", count=len(left_out), columns=", ".join(left_out))
        else:
            self.state.say("import_data.all_taken", "done")

    def _on_checked(self, report: ImportReport) -> None:
        self.show_running(False)
        self._checked = report
        self._name_go()
        self.show_errors(report.errors)
        counts = _counts(report)
        if report.error_count:
            self.state.say("import_data.has_errors", "danger", **counts)
        elif changes_anything(report):
            self.state.say("import_data.would_import", "done", **counts)
            if report.cancelled:
                self.remark.say("import_data.calls_off", count=f"{report.cancelled:,}")
        else:
            self.state.say("import_data.nothing_new", "note", **counts)
        if report.unknown:
            self.remark.say("import_data.left_out", columns=", ".join(report.unknown), count=len(report.unknown))
        (self.errors if report.error_count else self.go).setFocus()

    def _on_imported(self, report: ImportReport) -> None:
        if report.error_count or not report.batch:  # somebody saved the file since it was tried
            self._on_checked(report)
            return
        self._path = None
        self.source.path.clear()
        self.show_running(False)
        self.show_empty()
        self.band.show()
        self.state.say("import_data.imported", "done", **_counts(report))
        self.job.ask_last()
        self.source.path.setFocus()
        self.imported.emit(report)

    def _on_undone(self, done: Undone) -> None:
        self.band.show()
        say_undone(self.state, done)
        self._checked = None
        self._name_go()
        self.job.ask_last()
        self.undone.emit(done.rows)

    def _on_stopped(self) -> None:
        self.show_running(False)
        self.state.say("import_data.stopped", "note")
        self.go.setFocus()

    def _on_failed(self, error: DeskError) -> None:
        self._looking = self._wanted = False
        self.show_running(False)
        self.go.setVisible(bool(self.mapping.rows) and self._path is not None)
        self.state.say_error(error)
        self.source.path.setFocus()

    def _name_go(self) -> None:
        words, report = self.kit.words, self._checked
        ready = report is not None and changes_anything(report)
        rows = f"{report.created + report.updated:,}" if report else ""
        self.go.show_text(words("import_data.run", rows=rows) if ready else words("import_data.check"))


def _counts(report: ImportReport) -> dict[str, str]:
    counts = {name: getattr(report, name) for name in ("rows", "created", "updated", "unchanged")}
    counts["errors"] = max(report.error_count, len(report.errors))
    return {name: f"{count:,}" for name, count in counts.items()}
