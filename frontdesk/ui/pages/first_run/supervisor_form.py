"""The form for the first supervisor and the place's names."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Particle
from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.buttons import PrimaryButton
from frontdesk.ui.widgets.choice import Option, Segments
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Labelled, Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.pin_field import PinField

PARTICLES = (Option(Particle.KHA, "first_run.kha"), Option(Particle.KHRAP, "first_run.khrap"))
GAP, SIDE_BY_SIDE = 10, 24


@dataclass(frozen=True, slots=True)
class FirstSupervisor:
    """What the form says, checked as far as it can be without the desk."""

    name: str
    particle: Particle
    pin: str
    site: Site


class SupervisorForm(Ground):
    """Enter goes to the next field, Ctrl+Enter sends; ``sent`` carries a ``FirstSupervisor``."""

    sent = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self.name = Labelled(kit, "first_run.name", LineField(kit, "first_run.name"))
        self.particle = Segments(kit, "first_run.particle", PARTICLES)
        self.pin = Labelled(kit, "first_run.pin", PinField(kit, "first_run.pin"))
        self.again = Labelled(kit, "first_run.pin_again", PinField(kit, "first_run.pin_again"))
        self.site = Labelled(kit, "first_run.site_name", LineField(kit, "first_run.site_name"))
        self.site_en = Labelled(kit, "first_run.site_name_en", LineField(kit, "first_run.site_name_en"))
        self.begin = PrimaryButton(kit, "first_run.begin", "Ctrl+Return")
        self.pin_wrong, self.wrong = Sentence(kit), Sentence(kit, boxed=True)
        self._arrange()
        self._connect()

    def focus_first(self) -> None:
        self.name.field.setFocus()

    def refuse(self, error: DeskError) -> None:
        """Say what is wrong at the field it is about, and go there."""
        if error.code == "name_missing":
            self.name.say_error(error)
            self.name.field.setFocus()
        elif error.code in ("weak_pin", "pins_differ"):
            self._refuse_pins(error)
        else:
            self.wrong.say_error(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        column, pins = QVBoxLayout(self), QHBoxLayout()
        self.space(column, gap=GAP)
        self.space(pins, gap=SIDE_BY_SIDE)
        for labelled in (self.pin, self.again):
            pins.addWidget(labelled, alignment=Qt.AlignmentFlag.AlignTop)
        pins.addStretch()
        column.addWidget(self.name)
        column.addWidget(Labelled(self.kit, "first_run.particle", self.particle))
        column.addLayout(pins)
        column.addWidget(self.pin_wrong)
        for widget in (self.site, self.site_en, self.wrong):
            column.addWidget(widget)
        column.addSpacing(self.kit.theme.px("x2"))
        column.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def _connect(self) -> None:
        self.begin.clicked.connect(self._send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.begin.click)
        _line(self.name).textEdited.connect(lambda _: self.name.say_error(None))
        for labelled in (self.pin, self.again):
            _line(labelled).textEdited.connect(self._accept_pins)

    def _refuse_pins(self, error: DeskError) -> None:
        self.pin_wrong.say_error(error)
        for labelled in (self.again, self.pin):
            _line(labelled).clear()
            _line(labelled).set_wrong(True)
            labelled.field.setAccessibleDescription(self.pin_wrong.text())
        self.pin.field.setFocus()

    def _accept_pins(self) -> None:
        self.pin_wrong.clear()
        for labelled in (self.pin, self.again):
            _line(labelled).set_wrong(False)
            labelled.field.setAccessibleDescription("")

    def _send(self) -> None:
        self.wrong.clear()
        self.name.say_error(None)
        name, pin = _line(self.name).text().strip(), _line(self.pin).text()
        if not name:
            self.refuse(DeskError("name_missing"))
        elif pin != _line(self.again).text():
            self.refuse(DeskError("pins_differ"))
        else:
            site = Site(_line(self.site).text().strip(), _line(self.site_en).text().strip())
            self.sent.emit(FirstSupervisor(name, Particle(self.particle.value), pin, site))


def _line(labelled: Labelled) -> LineField:
    assert isinstance(labelled.field, LineField)
    return labelled.field
