"""Everything that is typed at the gate, as one part of its page.

``pane`` takes the place of the board, ``strip`` that of the keys below it; neither ever comes up over typing.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import Staff
from frontdesk.domain.typed_visits import VisitForm
from frontdesk.domain.visits import Visit
from frontdesk.services.desk import Services
from frontdesk.services.gate_notice import NoticeFacts
from frontdesk.services.gate_reports import Controller
from frontdesk.services.leaving import Leaving
from frontdesk.services.visit_entry import EntrySaved
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.card_control import CardControl
from frontdesk.ui.pages.gate.forms.code_pane import CodePane
from frontdesk.ui.pages.gate.forms.done import Done
from frontdesk.ui.pages.gate.forms.form_control import FormControl
from frontdesk.ui.pages.gate.forms.host_field import HostField
from frontdesk.ui.pages.gate.forms.leaving_control import LeavingControl
from frontdesk.ui.pages.gate.forms.notice_pane import NoticePane, NoticeShown
from frontdesk.ui.pages.gate.forms.paper_control import PaperControl, Remembered
from frontdesk.ui.pages.gate.forms.strips import GateStrip
from frontdesk.ui.pages.gate.forms.visit_form import VisitFormPane
from frontdesk.ui.preferences import Preferences
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

    def __init__(
        self, kit: Kit, services: Services, tasks: Tasks, place: Place, parent: QObject | None = None, *,
        slow: Tasks | None = None, preferences: Preferences | None = None,
    ) -> None:  # fmt: skip
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
        self.papers = PaperControl(kit, services.gate_papers, services.open_pages, slow or tasks, place, self)
        self.code, self.notice = CodePane(kit), NoticePane(kit, self.pane)
        self._slow, self._preferences = slow or tasks, preferences
        if preferences is not None:
            self.papers.remembered = Remembered(preferences.window.badge_size)
        for pane in (self.code, self.papers.pane):
            self.pane.addWidget(pane)
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
        self._by = self.cards.by = self.leaving.by = self.papers.by = staff.id
        self.close()
        self.control.sign_in(staff.id)

    def close_down(self) -> None:
        """Keep what was typed last: the window closes."""
        self.control.flush()

    def close(self) -> None:
        """Put away whatever is up; what was typed is kept."""
        self._close_notice()
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

    def print_badges(self, visits: tuple[Visit, ...], *, ask: bool = False) -> None:
        """Print a badge of each visit; the size of the labels is asked for the first time, or where ``ask`` says so."""
        if visits and ask:
            self.papers.ask_size(visits)
        elif visits:
            self.papers.print_badges(visits)

    def print_badge(self, visit: Visit, *, ask: bool = False) -> None:
        """Print the badge of a visit; of a group each gets one, after a look at how many that are."""

        def show(visits: tuple[Visit, ...]) -> None:
            self.print_badges(visits, ask=ask or len(visits) > 1)

        self._tasks.run(partial(self._services.visits.together, visit), show, self.failed.emit)

    def show_notice(self) -> None:
        """Show the notice of privacy over the whole window; its code follows, for the first one takes a while."""
        self._tasks.run(self._services.gate_notice.controllers, self._cover, self.failed.emit)

    def _cover(self, said: tuple[NoticeFacts, Controller, Controller]) -> None:
        shown = NoticeShown(*said)
        self.notice.show_notice(shown, self.pane.window())
        self.opened.emit(self.notice)
        if shown.facts.url:
            make = partial(self._services.qr_modules, shown.facts.url)
            self._slow.run(make, lambda code: self.notice.add_code(shown, code))

    def _close_notice(self) -> None:
        if not self.notice.isHidden():
            self.notice.put_away()
            self.closed.emit(self.notice)

    @property
    def _strips(self) -> tuple[GateStrip, ...]:
        return self.cards.exchange, self.cards.by_slot, self.leaving.card_back, self.leaving.reason

    def _ask(self, strip: GateStrip) -> None:
        self._bring_up(self.strip, strip)
        self._fit(strip)
        strip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self, strip: GateStrip) -> None:
        """Be as high as the strip that is up needs."""
        if self.strip.currentWidget() is strip:
            self.strip.setFixedHeight(strip.height_in(self.strip.width()))

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
        self.control.thrown.connect(lambda again: self.done.emit(Done("gate_forms.draft_thrown", undo=again)))
        self.control.typed.connect(self.typed)
        self.control.waiting.connect(self.waiting)
        for strip in self._strips:
            strip.left.connect(partial(self._left, strip))
            strip.resized.connect(partial(self._fit, strip))
        for control in (self.cards, self.leaving):
            control.done.connect(self._finish)
        for pane in (self.code, self.papers.pane):
            pane.left.connect(partial(self._left_pane, pane))
        self.papers.asked.connect(self._show_sizes)
        self.papers.done.connect(self._on_printed)
        self.papers.failed.connect(self._on_not_printed)
        self.papers.sized.connect(self._remember_size)
        self.notice.left.connect(self._close_notice)
        self.notice.print_asked.connect(self.papers.print_notice)
        self.leaving.asked.connect(lambda: self._ask(self.leaving.card_back))
        self.leaving.failed.connect(self.failed)

    def _show_sizes(self) -> None:
        self._bring_up(self.pane, self.papers.pane)
        self.papers.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _left_pane(self, pane: QWidget) -> None:
        if not self.pane.isHidden() and self.pane.currentWidget() is pane:
            self._put_away()
        if pane is self.papers.pane:
            self.papers.put_away()

    def _on_printed(self, done: Done) -> None:
        if not self.notice.isHidden():
            self.notice.tell(self._kit.words(done.sentence))
            return
        if self.open is self.papers.pane:
            self._put_away()
        self.done.emit(done)

    def _on_not_printed(self, error: DeskError) -> None:
        if not self.notice.isHidden():
            known = error.code == "no_usual_printer"
            sentence = "gate_forms.notice_no_printer" if known else f"errors.{error.code}"
            self.notice.tell(self._kit.words(sentence, **error.data))
        else:
            self.failed.emit(error)

    def _remember_size(self, size: str) -> None:
        if self._preferences is not None:
            self._preferences.set_badge_size(size)

    def _on_closed(self, sentence: str) -> None:
        self._put_away()
        if sentence:
            self.done.emit(Done(sentence))

    def _on_saved(self, saved: EntrySaved) -> None:
        if saved.form is VisitForm.EXPECTED:
            self.code.show_code(saved.visits)
            self._bring_up(self.pane, self.code)
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
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
