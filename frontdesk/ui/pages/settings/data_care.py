"""Keeping the data safe, bringing data in, and taking an import back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import ImportBatch, ImportKind, Undone
from frontdesk.domain.staff import Staff
from frontdesk.services.backups import Backups
from frontdesk.services.data_import import DataImport
from frontdesk.services.ports import BackupInfo
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.import_data.job import ImportJob
from frontdesk.ui.pages.import_data.undo_bar import UndoBar, say_undone
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.form import Sentence

MEGABYTE = 1_000_000


class DataSection(Section):
    """``import_asked`` carries the kind to bring in, ``undone`` how many rows of an import were put back."""

    id, icon = "data", "database"
    import_asked = Signal(object)
    undone = Signal(int)

    def __init__(self, kit: Kit, backups: Backups, service: DataImport, tasks: Tasks, folder: Path) -> None:
        super().__init__(kit)
        self._backups, self._tasks, self._staff_id = backups, tasks, ""
        self._job = ImportJob(service, tasks, self)
        self._last: BackupInfo | None = None
        self.add_text("settings.folder", folder=folder)
        self.last = self.add_text("settings.no_backup")
        self.back_up = PrimaryButton(kit, "settings.back_up", icon="download")
        self.add_left(self.back_up)
        self.state = Sentence(kit, boxed=True)
        self.add(self.state)
        self.add_text("settings.restore_hint")
        self.articles = KeyButton(kit, "settings.import_articles", icon="book-open")
        self.people = KeyButton(kit, "settings.import_people", icon="users")
        self.visits = KeyButton(kit, "settings.import_visits", icon="door-open")
        self.add_left(self.articles, self.people, self.visits)
        self.undo = UndoBar(kit)
        self.add(self.undo)
        self.end()
        self._connect()

    def sign_in(self, staff: Staff) -> None:
        self._staff_id = staff.id

    def refresh(self) -> None:
        self.state.clear()
        self._tasks.run(self._backups.latest, self._show_last, self.state.say_error, latest="settings-backup")
        self._job.ask_last()

    def _connect(self) -> None:
        self.back_up.clicked.connect(self._make_backup)
        self.articles.clicked.connect(lambda: self.import_asked.emit(ImportKind.ARTICLES))
        self.people.clicked.connect(lambda: self.import_asked.emit(ImportKind.PEOPLE))
        self.visits.clicked.connect(lambda: self.import_asked.emit(ImportKind.VISITS))
        self.undo.confirmed.connect(lambda: self._job.undo(self._staff_id))
        self._job.last_known.connect(self._show_batch)
        self._job.undone.connect(self._on_undone)
        self._job.failed.connect(self.state.say_error)
        self.kit.words.changed.connect(lambda: self._show_last(self._last))
        shortcut = QShortcut(QKeySequence("Alt+Z"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.undo.press)

    def _make_backup(self) -> None:
        self.back_up.setEnabled(False)
        self.state.say("settings.backing_up", "wait")
        self._tasks.run(self._backups.back_up, self._made, self._not_made)

    def _made(self, info: BackupInfo) -> None:
        self.back_up.setEnabled(True)
        self.state.say("settings.backed_up", "done", file=info.path.name, contacts=f"{info.contacts:,}")
        self._show_last(info)

    def _not_made(self, error: DeskError) -> None:
        self.back_up.setEnabled(True)
        self.state.say_error(error)

    def _show_last(self, info: BackupInfo | None) -> None:
        self._last = info
        words = self.kit.words
        if info is None:
            self.last.set_text(words("settings.no_backup"))
            return
        size = f"{info.size / MEGABYTE:,.1f}"
        self.last.set_text(words("settings.last_backup", moment=words.moment(info.at), file=info.path, size=size))

    def _show_batch(self, batch: ImportBatch | None) -> None:
        self.undo.show_batch(batch)

    def _on_undone(self, done: Undone) -> None:
        say_undone(self.state, done)
        self._job.ask_last()
        self.undone.emit(done.rows)
