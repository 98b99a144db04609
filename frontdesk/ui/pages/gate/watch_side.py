"""Holds an arrival that the watch list has something to say on, until the guard has decided."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.typed_visits import VisitDraft, VisitForm
from frontdesk.domain.watch_list import Decision, WatchHit
from frontdesk.services.watch_list import WatchList
from frontdesk.ui.pages.gate.control import GateControl, Held
from frontdesk.ui.pages.gate.watch_strip import WatchStrip
from frontdesk.ui.tasks import Tasks

KEPT_OUT = {Decision.REFUSED: "gate.refused", Decision.CALLED_SUPERVISOR: "gate.waits_for_supervisor"}
"""What keeps a visitor out, the strongest first, and how it is said."""


@dataclass(frozen=True, slots=True)
class _Case:
    """An arrival that waits: of whom, what lets them in, and what was decided so far."""

    name: str
    visit_id: str
    go: Callable[[], None]
    decisions: list[Decision] = field(default_factory=list)


class WatchSide(QObject):
    """``settled`` carries a name and what is to be said of it by its sentence's name, empty where they were let in."""

    settled = Signal(str, str)

    def __init__(
        self,
        strip: WatchStrip,
        watch_list: WatchList,
        control: GateControl,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._strip, self._watch, self._control, self._tasks = strip, watch_list, control, tasks
        self._case: _Case | None = None
        control.held.connect(self._hold_visit)
        control.done.connect(lambda deed: self.tell(deed.hits))
        strip.decided.connect(self._decide)
        strip.finished.connect(self._finish)
        strip.left.connect(lambda: self._end("gate.not_decided"))
        strip.looked.connect(self._note_look)

    @property
    def holding(self) -> bool:
        """Whether an arrival waits for a decision."""
        return self._case is not None

    def tell(self, hits: tuple[WatchHit, ...]) -> None:
        """Show what needs no decision, small, in place of what was shown before."""
        if self._case is None:
            self._strip.clear()
            self._strip.show_hits(hits)

    def ask_first(self, draft: VisitDraft, go: Callable[[], None]) -> None:
        """Let what was typed be saved, but for an arrival on which the guard has to decide before."""
        typed = draft.typed
        if draft.form is not VisitForm.ARRIVAL:
            go()
            return
        check = partial(self._watch.check, typed.name, typed.plate, typed.number)
        self._tasks.run(check, lambda hits: self._hold(hits, _Case(typed.name, typed.visit_id, go)))

    def _hold_visit(self, held: Held) -> None:
        visit = held.visit
        self._hold(held.hits, _Case(visit.name, visit.id, lambda: self._control.arrive(visit, decided=True)))

    def _hold(self, hits: tuple[WatchHit, ...], case: _Case) -> None:
        self._strip.clear()
        if all(hit.quiet for hit in hits):
            case.go()
            return
        self._case = case
        self._strip.show_hits(hits)
        self._strip.take_keys()

    def _decide(self, hit: WatchHit, decision: Decision, note: str) -> None:
        if self._case is not None:
            self._case.decisions.append(decision)
            work = partial(self._watch.decide, hit, decision, self._control.staff, self._case.visit_id, note)
            self._tasks.run(work, lambda _: None, self._control.failed.emit)

    def _finish(self) -> None:
        decided = self._case.decisions if self._case else []
        self._end(next((said for one, said in KEPT_OUT.items() if one in decided), ""))

    def _end(self, said: str) -> None:
        case, self._case = self._case, None
        self._strip.clear()
        if case is None:
            return
        if not said:
            case.go()
        self.settled.emit(case.name, said)

    def _note_look(self, watched_id: str) -> None:
        self._tasks.run(partial(self._watch.looked, watched_id, self._control.staff), lambda _: None)
