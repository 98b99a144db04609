"""Everything that is typed at the gate, as one part of its page.

``pane`` takes the place of the board, ``strip`` that of the keys below it; neither ever comes up over typing.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.domain.staff import Staff
from frontdesk.domain.typed_visits import VisitForm
from frontdesk.domain.visits import Visit
from frontdesk.services.desk import Services
from frontdesk.services.leaving import Leaving
from frontdesk.services.visit_entry import EntrySaved
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.card_control import CardControl
from frontdesk.ui.pages.gate.forms.done import Done
from frontdesk.ui.pages.gate.forms.form_control import FormControl
from frontdesk.ui.pages.gate.forms.host_field import HostField
from frontdesk.ui.pages.gate.forms.leaving_control import LeavingControl
from frontdesk.ui.pages.gate.forms.strips import GateStrip
from frontdesk.ui.pages.gate.forms.visit_form import VisitFormPane
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.scrolled import scrolled

Place = Callable[[], str]


class GateForms(QObject):
    """``opened`` tells that a pane or a strip has come up (and has the focus), ``closed`` that it has gone.

    ``done`` carries a ``Done``; its ``undo`` is to be run on the data thread. ``failed`` carries a ``DeskError``.
    ``typed`` carries a ``TypedVisit`` while a visit is typed; ``waiting`` how many forms were begun and left.
    ``place`` says what the gate is called.
    """

    opened = Signal(object)
    closed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    typed = Signal(object)
    waiting = Signal(int)

    def __init__(self, kit: Kit, services: Services, tasks: Tasks, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit, self._services, self._tasks, self._place, self._by = kit, services, tasks, place, ""
        self.pane, self.strip = QStackedWidget(), QStackedWidget()
        self.form = VisitFormPane(kit, HostField(kit, services.people, services.directory, tasks, self))
        self.control = FormControl(kit, self.form, services.visit_entry, services.visits, tasks, place, self)
        self._form_area = scrolled(self.form)
        self.pane.addWidget(self._form_area)
        self.cards = CardControl(kit, services.card_exchange, tasks, place, self)
        leaving = Leaving(services.visits, services.card_exchange)
        self.leaving = LeavingControl(kit, leaving, tasks, place, self)
        for strip in self._strips:
            self.strip.addWidget(strip)
        for stack in (self.pane, self.strip):
            stack.hide()
        self._connect()

    @property
    def open(self) -> QWidget | None:
        """The pane or strip that is up, or None."""
        return next((stack.currentWidget() for stack in (self.pane, self.strip) if not stack.isHidden()), None)

    def sign_in(self, staff: Staff) -> None:
        """Let somebody work; what they left half typed waits."""
        self._by = self.cards.by = self.leaving.by = staff.id
        self.close()
        self.control.sign_in(staff.id)

    def close_down(self) -> None:
        """Keep what was typed last: the window closes."""
        self.control.flush()

    def close(self) -> None:
        """Put away whatever is up; what was typed is kept."""
        if self.open is self._form_area:
            self.control.leave()
        elif self.open is not None:
            self._put_away()

    def new_arrival(self, text: str = "", visit: Visit | None = None) -> None:
        """Let somebody in: for what stands in the box, or for a visit (expected, or made anew of an earlier one)."""
        self._open_form(VisitForm.ARRIVAL, text, visit)

    def expect(self, text: str = "", visit: Visit | None = None) -> None:
        """Write down that somebody will come."""
        self._open_form(VisitForm.EXPECTED, text, visit)

    def edit(self, visit: Visit) -> None:
        """Put a visit on file right."""
        self._open_form(VisitForm.CHANGE, "", visit)

    def exchange_card(self, visit: Visit | None) -> None:
        """Take a card, or give back those that are held; without a visit give one back by its slot."""
        if visit is None:
            self.cards.ask_slot()
            self._ask(self.cards.by_slot)
        else:
            self.cards.ask(visit)
            self._ask(self.cards.exchange)

    def let_out(self, visit: Visit) -> None:
        """Let somebody out; if the gate holds a card of theirs, that is asked for first."""
        self.leaving.let_out(visit)

    def assume_left(self, visit: Visit) -> None:
        """Ask why somebody whom nobody saw leave is not inside any more."""
        self.leaving.ask_reason(visit)
        self._ask(self.leaving.reason)

    @property
    def _strips(self) -> tuple[GateStrip, ...]:
        return self.cards.exchange, self.cards.by_slot, self.leaving.card_back, self.leaving.reason

    def _ask(self, strip: GateStrip) -> None:
        self._bring_up(self.strip, strip)
        self.strip.setFixedHeight(strip.sizeHint().height())
        strip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _left(self, strip: GateStrip) -> None:
        """Follow a strip that is left, unless another has taken its place already."""
        if not self.strip.isHidden() and self.strip.currentWidget() is strip:
            self._put_away()

    def _finish(self, done: Done) -> None:
        self._put_away()
        self.done.emit(done)

    def _open_form(self, form: VisitForm, text: str, visit: Visit | None) -> None:
        self.control.begin(form, text, visit)
        self._bring_up(self.pane, self._form_area)
        self.form.focus_first()

    def _bring_up(self, stack: QStackedWidget, widget: QWidget) -> None:
        for other in (self.pane, self.strip):
            other.setVisible(other is stack)
        stack.setCurrentWidget(widget)
        self.opened.emit(stack)

    def _put_away(self) -> None:
        stack = next((one for one in (self.pane, self.strip) if not one.isHidden()), None)
        if stack is not None:
            stack.hide()
            self.closed.emit(stack)

    def _connect(self) -> None:
        self.control.saved.connect(self._on_saved)
        self.control.closed.connect(self._on_closed)
        self.control.typed.connect(self.typed)
        self.control.waiting.connect(self.waiting)
        for strip in self._strips:
            strip.left.connect(partial(self._left, strip))
        for control in (self.cards, self.leaving):
            control.done.connect(self._finish)
        self.leaving.asked.connect(lambda: self._ask(self.leaving.card_back))
        self.leaving.failed.connect(self.failed)

    def _on_closed(self, sentence: str) -> None:
        self._put_away()
        if sentence:
            self.done.emit(Done(sentence))

    def _on_saved(self, saved: EntrySaved) -> None:
        self._put_away()
        first, count = saved.visits[0], len(saved.visits)
        undo = partial(self._services.visit_entry.take_back, saved, self._by, self._place())
        if count > 1:
            self.done.emit(Done("gate_forms.written_down_all", {"count": f"{count:,}"}, first, undo))
        else:
            self.done.emit(Done(SENTENCES[saved.form], {"name": first.name}, first, undo))


SENTENCES = {
    VisitForm.ARRIVAL: "gate_forms.let_in",
    VisitForm.EXPECTED: "gate_forms.written_down",
    VisitForm.CHANGE: "gate_forms.changed",
}
