"""What somebody sets for themselves: particle, language, PIN."""

from functools import partial

from PySide6.QtCore import Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Particle, Staff
from frontdesk.services.security import Security
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.display import LANGUAGES
from frontdesk.ui.pages.settings.new_pin import NewPin
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import PrimaryButton
from frontdesk.ui.widgets.choice import Option, Segments
from frontdesk.ui.widgets.form import Labelled, Sentence
from frontdesk.ui.widgets.pin_field import PinField

PARTICLES = (Option(Particle.KHA, "settings.kha"), Option(Particle.KHRAP, "settings.khrap"))


class MyselfSection(Section):
    """``changed`` carries the ``Staff`` as stored now."""

    id, icon = "myself", "user"
    changed = Signal(object)

    def __init__(self, kit: Kit, security: Security, tasks: Tasks) -> None:
        super().__init__(kit)
        self._security, self._tasks = security, tasks
        self._staff: Staff | None = None
        self.particle = Segments(kit, "settings.particle", PARTICLES)
        self.language = Segments(kit, "settings.my_language", LANGUAGES)
        self.old = Labelled(kit, "settings.old_pin", PinField(kit, "settings.old_pin"))
        self.new = NewPin(kit)
        self.change_pin = PrimaryButton(kit, "settings.change_pin", icon="lock")
        self.state = Sentence(kit, boxed=True)
        self.add_labelled("settings.particle", self.particle)
        self.add_labelled("settings.my_language", self.language)
        for widget in (self.old, self.new):
            self.add(widget)
        self.add_left(self.change_pin)
        self.add(self.state)
        self.end()
        self._connect()

    def sign_in(self, staff: Staff) -> None:
        self._staff = staff
        self.particle.set_value(staff.particle)
        self.language.set_value(staff.language)
        self.clear()

    def refresh(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget PINs that were typed."""
        self._old.clear()
        self._old.set_wrong(False)
        self.new.clear()
        self.state.clear()

    @property
    def _old(self) -> PinField:
        assert isinstance(self.old.field, PinField)
        return self.old.field

    def _connect(self) -> None:
        self.particle.chosen.connect(lambda value: self._store(particle=Particle(value)))
        self.language.chosen.connect(lambda value: self._store(language=Language(value)))
        self.change_pin.clicked.connect(self._change_pin)
        self._old.returnPressed.connect(self.new.first.setFocus)
        self.new.first.returnPressed.connect(self.new.again.setFocus)
        self.new.again.returnPressed.connect(self._change_pin)
        self._old.textEdited.connect(lambda _: self.old.say_error(None))

    def _store(self, language: Language | None = None, particle: Particle | None = None) -> None:
        if self._staff is not None:
            work = partial(self._security.change_own, self._staff.id, language, particle)
            self._tasks.run(work, self._stored, self.state.say_error)

    def _stored(self, staff: Staff) -> None:
        self._staff = staff
        self.state.say("settings.saved", "done")
        self.changed.emit(staff)

    def _change_pin(self) -> None:
        if self._staff is None:
            return
        try:
            new = self.new.value()
        except DeskError as error:
            self.new.refuse(error)
            return
        work = partial(self._security.change_own_pin, self._staff.id, self._old.text(), new)
        self.change_pin.setEnabled(False)
        self._tasks.run(work, lambda _: self._pin_changed(), self._refuse)

    def _pin_changed(self) -> None:
        self.change_pin.setEnabled(True)
        self.clear()
        self.state.say("settings.pin_changed", "done")

    def _refuse(self, error: DeskError) -> None:
        self.change_pin.setEnabled(True)
        if error.code == "weak_pin":
            self.new.refuse(error)
        else:
            self._old.clear()
            self.old.say_error(error)
            self._old.setFocus()
