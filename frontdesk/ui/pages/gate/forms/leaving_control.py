"""Letting somebody out, or closing a visit whose end nobody saw."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.visits import HeldCard, Visit
from frontdesk.services.leaving import Leaving, Left
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.done import Done
from frontdesk.ui.pages.gate.forms.leaving_strip import RETURNED, CardBackStrip, ReasonStrip
from frontdesk.ui.tasks import Tasks


class LeavingControl(QObject):
    """``done`` carries a ``Done``, ``failed`` a ``DeskError``; ``asked`` says that the strip about cards is wanted."""

    done = Signal(object)
    failed = Signal(object)
    asked = Signal()

    def __init__(
        self, kit: Kit, leaving: Leaving, tasks: Tasks, place: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kit, self._leaving, self._tasks, self._place = kit, leaving, tasks, place
        self.by = ""
        self._visit: Visit | None = None
        self.card_back, self.reason = CardBackStrip(kit), ReasonStrip(kit)
        self.card_back.chosen.connect(lambda place: self._go(returned=place == RETURNED))
        self.reason.given.connect(self._assume)

    def let_out(self, visit: Visit) -> None:
        """Let somebody out at once; if the gate holds a card of theirs, that is asked for first."""
        self._visit = visit
        self._tasks.run(partial(self._leaving.held, visit.id), partial(self._ask_or_go, visit), self.failed.emit)

    def ask_reason(self, visit: Visit) -> None:
        """Ask why somebody is assumed to have left."""
        self._visit = visit
        self.reason.ask(visit)

    def _ask_or_go(self, visit: Visit, cards: tuple[HeldCard, ...]) -> None:
        if visit is not self._visit:
            return
        if cards:
            self.card_back.ask(visit, cards)
            self.asked.emit()
        else:
            self._go(returned=True)

    def _go(self, *, returned: bool) -> None:
        if self._visit is not None:
            work = partial(self._leaving.let_out, self._visit.id, self.by, self._place(), returned=returned)
            self._tasks.run(work, self._tell, self._refuse)

    def _assume(self, reason: str) -> None:
        if self._visit is not None:
            work = partial(self._leaving.assume_left, self._visit.id, reason, self.by, self._place())
            self._tasks.run(work, self._tell, self._refuse)

    def _tell(self, left: Left) -> None:
        undo = partial(self._leaving.take_back, left, self.by, self._place())
        name = "gate_forms.left"
        if left.visit.reason:
            name = "gate_forms.assumed_left"
        elif left.held:
            name = "gate_forms.left_without_card"
        slots = ", ".join(card.slot for card in (*left.returned, *left.held))
        gaps: dict[str, object] = {"name": left.visit.name, "reason": left.visit.reason, "slots": slots}
        self.done.emit(Done(name, gaps, left.visit, undo))

    def _refuse(self, error: DeskError) -> None:
        """Say it in the strip where one is asked in, else leave it to the page."""
        sentence = self._kit.words(f"errors.{error.code}", **error.data)
        shown = next((one for one in (self.card_back, self.reason) if one.isVisible()), None)
        if shown is None:
            self.failed.emit(error)
        else:
            shown.say(sentence, wrong=True)
