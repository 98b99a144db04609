"""Rules of the site in fields: everybody sees them, supervisors set them with Ctrl+S."""

from collections.abc import Iterable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import Staff
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Sentence

Rules = TypeVar("Rules")


class RuleSection(Section, Generic[Rules]):
    """``changed`` carries the rules in force from now on. Those that come with the program are ``usual_rules``."""

    changed = Signal(object)
    usual_rules: Rules

    def __init__(self, kit: Kit, tasks: Tasks, labels: dict[str, str]) -> None:
        super().__init__(kit)
        self._tasks, self._by, self._may = tasks, "", False
        self.fields = {name: self.make_field(name, label) for name, label in labels.items()}
        self.save = PrimaryButton(kit, "settings.save", "Ctrl+S")
        self.usual, self.state = KeyButton(kit, "settings.rules_usual"), Sentence(kit, boxed=True)
        self.save.clicked.connect(self.store)
        self.usual.clicked.connect(lambda: self._show(self.usual_rules))
        for field in self.fields.values():
            field.returnPressed.connect(self.focusNextChild)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.store)

    def make_field(self, name: str, label: str) -> LineField:
        return LineField(self.kit, label)

    def read(self) -> Rules:
        """Return the rules in force."""
        raise NotImplementedError

    def write(self, rules: Rules, by: str) -> Rules:
        """Set rules; return those in force then."""
        raise NotImplementedError

    def typed(self) -> Rules:
        """Return what stands in the fields. Raise ``DeskError`` with the field it is about."""
        raise NotImplementedError

    def texts(self, rules: Rules) -> Iterable[tuple[str, str]]:
        """Return what belongs into the fields, by their names."""
        raise NotImplementedError

    def say_wrong(self, name: str, error: DeskError | None) -> None:
        """Say what is wrong with a field, or that nothing is."""
        raise NotImplementedError

    def sign_in(self, staff: Staff) -> None:
        self._by, self._may = staff.id, staff.role.manages_staff
        for field in self.fields.values():
            field.setReadOnly(not self._may)
        for button in (self.save, self.usual):
            button.setVisible(self._may)
        self.refresh()

    def refresh(self) -> None:
        if self._may:
            self.state.clear()
        else:
            self.state.say("settings.rules_locked", "note")
        self._tasks.run(self.read, self._show, self.state.say_error, latest=f"settings-{self.id}")

    def store(self) -> None:
        """Set the rules as they stand in the fields."""
        if not self._may:
            return
        self._forget_errors()
        try:
            rules = self.typed()
        except DeskError as error:
            self._refuse(error)
            return
        self._tasks.run(partial(self.write, rules, self._by), self._stored, self.state.say_error)

    def end(self) -> None:
        self.add_left(self.save, self.usual)
        self.add(self.state)
        super().end()

    def _show(self, rules: Rules) -> None:
        self._forget_errors()
        for name, text in self.texts(rules):
            self.fields[name].setText(text)

    def _forget_errors(self) -> None:
        for name in self.fields:
            self.say_wrong(name, None)

    def _refuse(self, error: DeskError) -> None:
        name = str(error.data["field"])
        self.say_wrong(name, error)
        self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stored(self, rules: Rules) -> None:
        self.state.say("settings.saved", "done")
        self.changed.emit(rules)
