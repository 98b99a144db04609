"""Who may sign in: the list, and the form for one of them. Only supervisors may change it."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout

from frontdesk.domain.collation import sort_key
from frontdesk.domain.staff import Staff
from frontdesk.services.security import Security
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.section import GAP, Section
from frontdesk.ui.pages.settings.staff_form import StaffForm
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import KeyButton
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.text_table import TextTable

COLUMNS = ("staff_name", "nickname", "role", "staff_state")


class StaffTable(TextTable):
    """Everybody's name, nickname, work and state."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "settings.colleagues")
        self._staff: tuple[Staff, ...] = ()
        kit.words.changed.connect(self._fill)

    @property
    def chosen(self) -> Staff | None:
        row = self.currentIndex().row()
        return self._staff[row] if 0 <= row < len(self._staff) else None

    def show_staff(self, staff: list[Staff], keep: str = "") -> None:
        """Show these in the order of the dictionary; whoever is away comes last."""
        self._staff = tuple(sorted(staff, key=lambda one: (one.archived, sort_key(one.name))))
        self._fill()
        ids = [one.id for one in self._staff]
        self.setCurrentIndex(self.grid.index(ids.index(keep) if keep in ids else 0, 0))

    def _fill(self) -> None:
        words, row = self.kit.words, self.currentIndex().row()
        head = [words(f"settings.{name}") for name in COLUMNS]
        self.grid.fill(head, [self._row(one) for one in self._staff])
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if row >= 0:
            self.setCurrentIndex(self.grid.index(row, 0))

    def _row(self, staff: Staff) -> tuple[str, ...]:
        words = self.kit.words
        state = words("settings.away") if staff.archived else words("settings.working")
        return staff.name, staff.nickname, words(f"roles.{staff.role.value}"), state


class ColleaguesSection(Section):
    """Enter changes the one chosen, Ins adds somebody. ``changed`` carries the ``Staff`` that was stored."""

    id, icon, widest = "colleagues", "users", 860
    changed = Signal(object)

    def __init__(self, kit: Kit, security: Security, tasks: Tasks) -> None:
        super().__init__(kit)
        self._security, self._tasks = security, tasks
        self._me: Staff | None = None
        self.table, self.form = StaffTable(kit), StaffForm(kit)
        self.edit, self.new = KeyButton(kit, "settings.edit", "Return"), KeyButton(kit, "settings.add", "Ins")
        self.state, self._steps = Sentence(kit, boxed=True), QStackedWidget()
        self._steps.addWidget(self._list())
        self._steps.addWidget(self.form)
        self.add(self.state)
        self.add(self._steps)
        self._connect()

    def sign_in(self, staff: Staff) -> None:
        self._me = staff
        self._steps.setEnabled(staff.role.manages_staff)

    def refresh(self) -> None:
        self._steps.setCurrentIndex(0)
        self.state.clear()
        if self._me is not None and not self._me.role.manages_staff:
            self.state.say("errors.not_allowed", "note")
        self._read()

    def _read(self, keep: str = "") -> None:
        done = partial(self.table.show_staff, keep=keep)
        self._tasks.run(self._security.register, done, self.state.say_error, latest="settings-staff")

    def _list(self) -> Ground:
        pane = Ground(self.kit)
        column = QVBoxLayout(pane)
        pane.space(column, gap=GAP)
        buttons = QHBoxLayout()
        pane.space(buttons, gap=GAP)
        for button in (self.edit, self.new):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.table, 1)
        return pane

    def _connect(self) -> None:
        self.table.doubleClicked.connect(self._on_row)
        self.edit.clicked.connect(self._edit)
        self.new.clicked.connect(self._add)
        self.form.sent.connect(self._store)
        self.form.left.connect(self._to_list)
        for keys, action in (("Return", self._edit), ("Enter", self._edit), ("Ins", self._add)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(action)

    def _on_row(self, _: QModelIndex) -> None:
        self._edit()

    def _edit(self) -> None:
        if self.table.chosen is not None:
            self._open_form(self.table.chosen)

    def _add(self) -> None:
        self._open_form(None)

    def _open_form(self, staff: Staff | None) -> None:
        self.state.clear()
        self._steps.setCurrentIndex(1)
        self.form.show_staff(staff)

    def _to_list(self) -> None:
        self._steps.setCurrentIndex(0)
        self.table.setFocus()

    def _store(self, staff: Staff, pin: str) -> None:
        if self._me is None:
            return
        work = partial(self._write, staff, pin, self.form.is_new, self._me.id)
        self._tasks.run(work, lambda _: self._stored(staff), self.form.refuse)

    def _write(self, staff: Staff, pin: str, is_new: bool, by: str) -> None:
        if is_new:
            self._security.enrol(staff, pin, by)
            return
        self._security.amend(staff, by, pin)

    def _stored(self, staff: Staff) -> None:
        self._to_list()
        self.state.say("settings.staff_saved", "done", name=staff.name)
        self._read(staff.id)
        self.changed.emit(staff)
