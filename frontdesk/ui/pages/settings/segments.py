"""The rules by which people are new, regular, advocate or long away: everybody sees them, supervisors set them."""

from dataclasses import fields
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from frontdesk.domain.errors import DeskError
from frontdesk.domain.segments import SegmentRules
from frontdesk.domain.staff import Staff
from frontdesk.services.segments import Segments
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Labelled, Sentence

NAMES = tuple(field.name for field in fields(SegmentRules))
DIGITS = 5


class SegmentsSection(Section):
    """``changed`` carries the ``SegmentRules`` in force from now on."""

    id, icon = "segments", "tag"
    changed = Signal(object)

    def __init__(self, kit: Kit, segments: Segments, tasks: Tasks) -> None:
        super().__init__(kit)
        self._segments, self._tasks, self._by, self._may = segments, tasks, "", False
        self.fields = {name: LineField(kit, f"settings.rule_{name}") for name in NAMES}
        self.save = PrimaryButton(kit, "settings.save", "Ctrl+S")
        self.usual, self.state = KeyButton(kit, "settings.rules_usual"), Sentence(kit, boxed=True)
        self._labelled: dict[str, Labelled] = {}
        self._arrange()
        self.save.clicked.connect(self.store)
        self.usual.clicked.connect(lambda: self._show(SegmentRules()))
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.store)

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
        self._tasks.run(self._segments.rules, self._show, self.state.say_error, latest="settings-segments")

    def store(self) -> None:
        """Set the rules as they stand in the fields."""
        if not self._may:
            return
        self._forget_errors()
        try:
            rules = self._rules()
            rules.check()
        except DeskError as error:
            self._refuse(error)
            return
        work = partial(self._segments.save, rules, self._by)
        self._tasks.run(work, self._stored, self.state.say_error)

    def _arrange(self) -> None:
        self.add_text("settings.rules_note")
        for name, field in self.fields.items():
            field.setMaxLength(DIGITS)
            field.returnPressed.connect(self.focusNextChild)
            self._labelled[name] = self.add_labelled(f"settings.rule_{name}", field)
        self.add_left(self.save, self.usual)
        self.add(self.state)
        self.end()

    def _rules(self) -> SegmentRules:
        counts: dict[str, int] = {}
        for name, field in self.fields.items():
            text = field.text().strip()
            if not text.isdecimal():
                raise DeskError("bad_rule", field=name, least=0, most=9999)
            counts[name] = int(text)
        return SegmentRules(**counts)

    def _show(self, rules: SegmentRules) -> None:
        self._forget_errors()
        for name, field in self.fields.items():
            field.setText(str(getattr(rules, name)))

    def _forget_errors(self) -> None:
        for labelled in self._labelled.values():
            labelled.say_error(None)

    def _refuse(self, error: DeskError) -> None:
        name = str(error.data["field"])
        self._labelled[name].say_error(error)
        self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stored(self, rules: SegmentRules) -> None:
        self.state.say("settings.saved", "done")
        self.changed.emit(rules)
