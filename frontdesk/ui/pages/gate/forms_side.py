"""Joins the forms to the page: what they stand in place of, and what is said of what they did."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.services.ports import Clock
from frontdesk.ui.pages.gate.control import Deed, DeedKind, GateControl
from frontdesk.ui.pages.gate.forms.done import Done
from frontdesk.ui.pages.gate.forms.gate_forms import GateForms
from frontdesk.ui.tasks import Tasks


class FormsSide(QObject):
    """A form takes the place of the board and of what is ``around`` it, band and keys, a strip that of the keys alone;
    ``back`` is told when either has gone."""

    def __init__(
        self, forms: GateForms, middle: QStackedWidget, around: tuple[QWidget, QWidget], control: GateControl,
        tasks: Tasks, clock: Clock, back: Callable[[], None], parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._forms, self._middle, self._back = forms, middle, back
        self._band, self._keys = around
        self._control, self._tasks, self._clock = control, tasks, clock
        middle.addWidget(forms.pane)
        forms.opened.connect(self._show)
        forms.closed.connect(self._put_away)
        forms.done.connect(self._tell)
        forms.failed.connect(control.failed)

    @property
    def open(self) -> bool:
        """Whether a form stands in place of the board."""
        return self._forms.open is not None and not self._forms.pane.isHidden()

    def focus(self) -> bool:
        """Go back to where the keys were in a form or strip that is open; tell whether there is one."""
        shown = self._forms.open
        if shown is None:
            return False
        left = shown.focusWidget()
        if left is not None and left.isVisibleTo(shown):
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown.isAncestorOf(self._forms.form):
            self._forms.form.focus_first()
        else:
            (shown.focusProxy() or shown).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show(self, stack: QWidget) -> None:
        if stack is self._forms.pane:
            self._middle.setCurrentWidget(stack)
            self._band.hide()
        if stack in (self._forms.pane, self._forms.strip):
            self._keys.hide()

    def _put_away(self, _: QWidget) -> None:
        if self._forms.open is None:
            for part in (self._band, self._keys):
                part.show()
        self._back()

    def _tell(self, done: Done) -> None:
        """Say what was done, with what belongs to its visit."""
        said = partial(Deed, DeedKind.OTHER, self._clock.now(), sentence=done.sentence, gaps=done.gaps, undo=done.undo)
        visit = done.visit
        if visit is None:
            self._control.take_up(said())
            return

        def read() -> Deed:
            whole = self._control.deed_of(DeedKind.OTHER, visit)
            return said(visit=visit, host=whole.host, cards=whole.cards)

        self._tasks.run(read, self._control.take_up)
