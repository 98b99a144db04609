"""A calm page for what stops the start: what it is, where the data is, and what can be done."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.paths import DeskFolder
from frontdesk.services.backups import Backups
from frontdesk.services.ports import BackupInfo
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.sign_in.foot import SignInFoot
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.big_choice import BigChoice, BigChoices
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextBlock, TextLabel
from frontdesk.ui.widgets.scrolled import scrolled

WIDTH, INSET, TOP, FOOT, GAP = 760, 64, 64, 18, 12
RESTORABLE = frozenset({"database_damaged", "database_gone"})
HOPELESS = frozenset({"database_newer", "sqlite_too_old"})
"""Trying again changes nothing about these."""


class ProblemPage(Ground):
    """Says why the desk is not open.

    ``retry_asked``: open the same folder again, also after a backup was put back. ``folder_chosen``
    carries another folder. Quitting closes the window.
    """

    page_id = "problem"
    retry_asked = Signal()
    folder_chosen = Signal(object)

    def __init__(
        self, kit: Kit, error: DeskError, folder: Path, backups: Backups | None = None, tasks: Tasks | None = None
    ) -> None:
        super().__init__(kit, "canvas")
        self._error, self._folder, self._backups, self._tasks = error, folder, backups, tasks
        self._newest = self._newest_backup()
        self.state = Sentence(kit, boxed=True)
        self._acts = self._actions()
        rows = [self._row(place, name) for place, name in enumerate(self._acts, 1)]
        self.choices = BigChoices(kit, "problem.what_now", rows)
        self._arrange()
        self._say()
        self.choices.chosen.connect(self._act)
        kit.words.changed.connect(self._say)
        kit.words.bind(self, self.setAccessibleName, "problem.title")
        kit.words.bind(self, self.setWindowTitle, "shell.title")

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        self.choices.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_first()

    def open_folder(self, folder: str) -> None:
        """Take the folder that a person chose; nothing for none."""
        if folder:
            self.folder_chosen.emit(Path(folder))

    def _newest_backup(self) -> BackupInfo | None:
        if self._error.code not in RESTORABLE or self._backups is None or self._tasks is None:
            return None
        try:
            return self._backups.latest()
        except DeskError:
            return None

    def _actions(self) -> list[str]:
        """Return what can be done, likeliest first."""
        actions = ["restore"] if self._newest else []
        if self._error.code not in HOPELESS:
            actions.append("retry")
        return [*actions, "other_folder", "quit"]

    def _row(self, place: int, name: str) -> BigChoice:
        icons = {"restore": "history", "retry": "undo-2", "other_folder": "database", "quit": "log-out"}
        row = BigChoice(self.kit, icons[name], f"problem.{name}", "problem.quit_detail", str(place))
        if name == "restore":
            self._restore_row = row
        else:
            row.say_detail(f"problem.{name}_detail")
        return row

    def _arrange(self) -> None:
        page, row, body = QVBoxLayout(), QHBoxLayout(self), Ground(self.kit)
        column = QVBoxLayout(body)
        self.space(row, (INSET, TOP, INSET, FOOT))
        self.space(page, gap=GAP)
        body.space(column, gap=GAP)
        self._title, self._why = TextLabel(self.kit, Ink("gate_name")), TextBlock(self.kit, Ink("body"))
        self._where = TextBlock(self.kit, Ink("body", "text_2"))
        for widget in (self._title, self._why, self._where, self.choices, self.state):
            column.addWidget(widget)
        column.addStretch()
        page.addWidget(scrolled(body), 1)
        page.addWidget(SignInFoot(self.kit))
        row.addLayout(page, 3)
        row.addStretch(1)
        shortcut = QShortcut(QKeySequence("Ctrl+L"), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.kit.words.switch)

    def _say(self) -> None:
        words = self.kit.words
        self._title.set_text(words("problem.title"))
        self._why.set_text(words(f"errors.{self._error.code}", **self._error.data))
        where = (
            words("problem.safe"),
            words("problem.folder", folder=self._folder),
            words("problem.logs", folder=DeskFolder(self._folder).logs),
        )
        self._where.set_text("\n".join(where))
        if self._newest:
            moment = words.moment(self._newest.at)
            self._restore_row.say_detail("problem.restore_detail", moment=moment, contacts=self._newest.contacts)

    def _act(self, place: int) -> None:
        action = self._acts[place]
        if action == "quit":
            self.window().close()
        elif action == "retry":
            self.retry_asked.emit()
        elif action == "restore":
            self._restore()
        else:
            self.open_folder(
                QFileDialog.getExistingDirectory(self, self.kit.words("problem.choose_folder"), str(self._folder))
            )

    def _restore(self) -> None:
        if self._newest is None or self._backups is None or self._tasks is None:
            return
        self.choices.setEnabled(False)
        self.state.say("problem.restoring", "wait")
        work = partial(self._backups.restore, self._newest.path)
        self._tasks.run(work, lambda _: self.retry_asked.emit(), self._restore_failed)

    def _restore_failed(self, error: DeskError) -> None:
        self.choices.setEnabled(True)
        self.state.say_error(error)
        self.choices.focus_first()
