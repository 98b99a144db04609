"""The form for one colleague."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Particle, Role, Staff
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.display import LANGUAGES
from frontdesk.ui.pages.settings.myself import PARTICLES
from frontdesk.ui.pages.settings.new_pin import NewPin
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import FlatButton, PrimaryButton
from frontdesk.ui.widgets.choice import ChoiceList, Option, Segments
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Labelled, Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

ROLES = tuple(Option(role, f"roles.{role.value}") for role in Role)
WORKING, AWAY = "working", "away"
STATES = (Option(WORKING, "settings.working"), Option(AWAY, "settings.away"))
GAP, COLUMN_GAP = 10, 20


class StaffForm(Ground):
    """``sent`` carries the ``Staff`` and the new PIN, empty where the old one stays.

    ``left`` says that the person wants back to the list.
    """

    sent = Signal(object, str)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self._staff = Staff("", "", "")
        self._is_new = True
        self._title = TextLabel(kit, Ink("body", bold=True))
        self.name = Labelled(kit, "settings.staff_name", LineField(kit, "settings.staff_name"))
        self.nickname, self.name_en = LineField(kit, "settings.nickname"), LineField(kit, "settings.staff_name_en")
        self.role = ChoiceList(kit, "settings.role", ROLES)
        self.language = Segments(kit, "settings.staff_language", LANGUAGES)
        self.particle = Segments(kit, "settings.staff_particle", PARTICLES)
        self.state = Segments(kit, "settings.staff_state", STATES)
        self.pin, self.wrong = NewPin(kit), Sentence(kit, boxed=True)
        self._pin_note = TextLabel(kit, Ink("label", "text_3"))
        self.save = PrimaryButton(kit, "settings.save", "Ctrl+S")
        self.cancel = FlatButton(kit, "settings.back", "Esc")
        self._arrange()
        self._connect()

    def show_staff(self, staff: Staff | None) -> None:
        """Fill the form with a colleague, or empty it for a new one."""
        fresh = new_id()
        self._is_new = staff is None
        self._staff = staff or Staff(fresh, f"S-{fresh[-8:].upper()}", "")
        self._line.setText(self._staff.name)
        self.nickname.setText(self._staff.nickname)
        self.name_en.setText(self._staff.name_en)
        self.role.set_value(self._staff.role)
        self.language.set_value(self._staff.language)
        self.particle.set_value(self._staff.particle)
        self.state.set_value(AWAY if self._staff.archived else WORKING)
        self.name.say_error(None)
        self.pin.clear()
        self.wrong.clear()
        self._say()
        self._line.setFocus()

    @property
    def is_new(self) -> bool:
        """Tell whether the form is for somebody who is not on the list yet."""
        return self._is_new

    def refuse(self, error: DeskError) -> None:
        """Say what is wrong where it is."""
        if error.code == "name_missing":
            self.name.say_error(error)
            self._line.setFocus()
        elif error.code in ("weak_pin", "pins_differ"):
            self.pin.refuse(error)
        else:
            self.wrong.say_error(error)

    @property
    def _line(self) -> LineField:
        assert isinstance(self.name.field, LineField)
        return self.name.field

    def _arrange(self) -> None:
        column, grid, foot = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        self.space(column, gap=GAP)
        self.space(grid, gap=GAP)
        self.space(foot, gap=GAP)
        kit = self.kit
        cells = (
            self.name, Labelled(kit, "settings.nickname", self.nickname),
            Labelled(kit, "settings.staff_name_en", self.name_en), Labelled(kit, "settings.role", self.role),
            Labelled(kit, "settings.staff_particle", self.particle),
            Labelled(kit, "settings.staff_language", self.language), Labelled(kit, "settings.staff_state", self.state),
        )  # fmt: skip
        for place, cell in enumerate(cells):
            grid.addWidget(cell, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        foot.addWidget(self.save)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        column.addWidget(self._title)
        column.addLayout(grid)
        for widget in (self.pin, self._pin_note, self.wrong):
            column.addWidget(widget)
        column.addLayout(foot)
        column.addStretch(1)

    def _connect(self) -> None:
        self.save.clicked.connect(self._send)
        self.cancel.clicked.connect(self.left)
        self._line.textEdited.connect(lambda _: self.name.say_error(None))
        self.kit.words.changed.connect(self._say)
        for keys, action in (("Ctrl+S", self._send), ("Ctrl+Return", self._send), ("Esc", self.left.emit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _send(self) -> None:
        self.wrong.clear()
        try:
            pin = self.pin.value()
        except DeskError as error:
            self.refuse(error)
            return
        self.sent.emit(self._entered(), pin)

    def _entered(self) -> Staff:
        return replace(
            self._staff,
            name=self._line.text().strip(),
            nickname=self.nickname.text().strip(),
            name_en=self.name_en.text().strip(),
            role=Role(self.role.value),
            language=Language(self.language.value),
            particle=Particle(self.particle.value),
            archived=self.state.value == AWAY,
        )

    def _say(self) -> None:
        words = self.kit.words
        self._title.set_text(words("settings.new_staff") if self._is_new else words("settings.edit_staff"))
        self._pin_note.set_text(words("settings.pin_needed") if self._is_new else words("settings.pin_kept"))
