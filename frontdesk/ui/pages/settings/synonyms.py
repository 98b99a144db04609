"""Words that mean the same: the site's own groups, to be changed, above those that come with the program."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.synonyms import SynonymGroup
from frontdesk.services.synonyms import Groups, Synonyms
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import FlatButton, KeyButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Labelled, Sentence
from frontdesk.ui.widgets.text_table import TextTable

BETWEEN = ", "


class GroupTable(TextTable):
    """One group a row, the site's own first and the newest of them on top."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "settings.synonyms")
        self._own: tuple[SynonymGroup, ...] = ()
        self._shipped: Groups = ()
        kit.words.changed.connect(self._fill)

    @property
    def chosen(self) -> SynonymGroup | None:
        """The group in the chosen row; a shipped one has no id."""
        row = self.currentIndex().row()
        if row < 0 or row >= len(self._own) + len(self._shipped):
            return None
        return self._own[row] if row < len(self._own) else SynonymGroup("", self._shipped[row - len(self._own)])

    def show_groups(self, own: tuple[SynonymGroup, ...], shipped: Groups, keep: str = "") -> None:
        """Show these, and choose the one with the id ``keep``, else the row that was chosen before."""
        row = max(0, self.currentIndex().row())
        self._own, self._shipped = tuple(reversed(own)), shipped
        self._fill()
        ids = [group.id for group in self._own]
        last = len(self._own) + len(shipped) - 1
        self.setCurrentIndex(self.grid.index(ids.index(keep) if keep in ids else min(row, last), 0))

    def _fill(self) -> None:
        words, row = self.kit.words, self.currentIndex().row()
        own = [(BETWEEN.join(group.words), words("settings.synonyms_own")) for group in self._own]
        shipped = [(BETWEEN.join(group), words("settings.synonyms_shipped")) for group in self._shipped]
        self.grid.fill([words("settings.synonyms_words"), words("settings.synonyms_from")], own + shipped)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if row >= 0:
            self.setCurrentIndex(self.grid.index(row, 0))


class SynonymsSection(Section):
    """Enter takes a group into the field and stores it there, Ins begins one, Del removes one, Ctrl+Z brings it back.

    ``changed`` says that searching has other words from now on.
    """

    id, icon, widest = "synonyms", "languages", 860
    changed = Signal()

    def __init__(self, kit: Kit, synonyms: Synonyms, tasks: Tasks) -> None:
        super().__init__(kit)
        self._synonyms, self._tasks = synonyms, tasks
        self._editing, self._removed = "", SynonymGroup("", ())
        self.field = LineField(kit, "settings.synonyms_field", hint="settings.synonyms_example")
        self.save, self.cancel = PrimaryButton(kit, "settings.save", "Return"), FlatButton(kit, "settings.back", "Esc")
        self.table, self.state = GroupTable(kit), Sentence(kit, boxed=True)
        self.new, self.edit = KeyButton(kit, "settings.synonyms_new", "Ins"), KeyButton(kit, "settings.edit", "Return")
        self.remove = KeyButton(kit, "settings.synonyms_remove", "Del")
        self.add_text("settings.synonyms_note")
        self._line: Labelled = self.add_labelled("settings.synonyms_field", self.field)
        self.add_left(self.save, self.cancel)
        self.add(self.state)
        self.add(self.table)
        self.add_left(self.edit, self.new, self.remove)
        self._column.setStretchFactor(self.table, 1)
        self._connect()

    def refresh(self) -> None:
        self._begin(SynonymGroup("", ()))
        self.state.clear()
        self._read()

    def _read(self, keep: str = "") -> None:
        self._tasks.run(self._groups, partial(self._show, keep), self.state.say_error, latest="settings-synonyms")

    def _groups(self) -> tuple[tuple[SynonymGroup, ...], Groups]:
        return self._synonyms.own(), self._synonyms.shipped

    def _show(self, keep: str, groups: tuple[tuple[SynonymGroup, ...], Groups]) -> None:
        self.table.show_groups(*groups, keep)

    def _connect(self) -> None:
        self.save.clicked.connect(self._store)
        self.cancel.clicked.connect(self._leave)
        self.edit.clicked.connect(self._edit)
        self.new.clicked.connect(self._new)
        self.remove.clicked.connect(self._remove)
        self.table.doubleClicked.connect(self._on_row)
        self.field.textEdited.connect(lambda _: self._line.say_error(None))
        for widget, keys, action in (
            (self.field, "Return", self._store), (self.field, "Enter", self._store), (self.field, "Esc", self._leave),
            (self.table, "Return", self._edit), (self.table, "Enter", self._edit), (self.table, "Ins", self._new),
            (self.table, "Del", self._remove), (self.table, "Ctrl+Z", self._bring_back),
        ):  # fmt: skip
            self._key(widget, keys, action)

    def _key(self, widget: QWidget, keys: str, action: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(action)

    def _on_row(self, _: QModelIndex) -> None:
        self._edit()

    def _edit(self) -> None:
        """Take the chosen group into the field; a shipped one to begin one's own with."""
        if self.table.chosen is not None:
            self._begin(self.table.chosen)
            self.field.setFocus()
            self.field.end(False)

    def _new(self) -> None:
        self._begin(SynonymGroup("", ()))
        self.field.setFocus()

    def _begin(self, group: SynonymGroup) -> None:
        self._editing = group.id
        self.field.setText(BETWEEN.join(group.words))
        self._line.say_error(None)

    def _leave(self) -> None:
        self._begin(SynonymGroup("", ()))
        self.table.setFocus()

    def _store(self) -> None:
        line, editing = self.field.text(), self._editing
        work = partial(self._synonyms.change, editing, line) if editing else partial(self._synonyms.add, line)
        self._tasks.run(work, self._stored, self._refuse)

    def _refuse(self, error: DeskError) -> None:
        self._line.say_error(error)
        self.field.setFocus()

    def _stored(self, group: SynonymGroup) -> None:
        self._leave()
        self._tell("settings.synonyms_saved", group)

    def _remove(self) -> None:
        group = self.table.chosen
        if group is None or not group.id:
            self.state.say("settings.synonyms_stays", "note")
            return
        self._removed = group
        gone = partial(self._tell, "settings.synonyms_removed", group)
        self._tasks.run(partial(self._synonyms.remove, group.id), lambda _: gone(), self.state.say_error)

    def _bring_back(self) -> None:
        if self._removed.id:
            group, self._removed = self._removed, SynonymGroup("", ())
            work = partial(self._synonyms.change, group.id, BETWEEN.join(group.words))
            self._tasks.run(work, self._stored, self.state.say_error)

    def _tell(self, name: str, group: SynonymGroup) -> None:
        self.state.say(name, "done", words=BETWEEN.join(group.words[:4]))
        self._read(group.id)
        self.changed.emit()
