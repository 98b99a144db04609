"""What the guard does with a visit: each deed is stored first, then said, and can be taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.drafts import begin, typed, used
from frontdesk.domain.people import Person
from frontdesk.domain.visits import HeldCard, Visit
from frontdesk.domain.watch_list import WatchHit
from frontdesk.ui.pages.gate.services import GateServices
from frontdesk.ui.tasks import Tasks


class DeedKind(StrEnum):
    """What was done."""

    ARRIVED = "arrived"
    LEFT = "left"
    CARD_BACK = "card-back"
    HOST_TOLD = "host-told"
    AT_RECEPTION = "at-reception"
    ANSWERED = "answered"
    CANCELLED = "cancelled"
    OTHER = "other"
    """Something that a form did; it brings its own sentence."""
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done at a moment (UTC), and how the visit stood before. ``cards`` are those that the gate still
    holds, ``card`` the one that was given back, ``contact_id`` that of a logged answer. ``sentence`` says it in its own
    words, and ``undo``, run on the data thread, takes it back. ``hits`` of the watch list are weak."""

    kind: DeedKind
    at: datetime
    visit: Visit | None = None
    before: Visit | None = None
    host: Person | None = None
    cards: tuple[HeldCard, ...] = ()
    card: HeldCard | None = None
    contact_id: str = ""
    title: str = ""
    sentence: str = ""
    gaps: Mapping[str, object] = field(default_factory=dict)
    undo: Callable[[], object] | None = None
    hits: tuple[WatchHit, ...] = ()

    @property
    def can_undo(self) -> bool:
        ways = (self.before, self.card, self.contact_id, self.undo)
        return self.kind is not DeedKind.TAKEN_BACK and any(ways)


@dataclass(frozen=True, slots=True)
class Held:
    """An arrival that waits for the guard's decision on hits of the watch list."""

    visit: Visit
    hits: tuple[WatchHit, ...]


class GateControl(QObject):
    """``done`` carries a ``Deed``, ``failed`` a ``DeskError``, ``held`` a ``Held``."""

    done = Signal(object)
    failed = Signal(object)
    held = Signal(object)

    def __init__(
        self, services: GateServices, tasks: Tasks, gate: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._gate = services, tasks, gate
        self.staff = ""
        self._last: Deed | None = None

    @property
    def can_undo(self) -> bool:
        """Whether the last deed can be taken back."""
        return self._last is not None

    def forget(self) -> None:
        """Offer no longer to take the last deed back."""
        self._last = None

    def arrive(self, visit: Visit, decided: bool = False) -> None:
        """Let somebody in, unless the watch list has something to say on which the guard has not ``decided``."""
        self._run(partial(self._arrive, visit, self.staff, self._gate(), decided))

    def leave(self, visit: Visit) -> None:
        self._run(partial(self._change, DeedKind.LEFT, self._services.visits.leave, visit))

    def at_reception(self, visit: Visit) -> None:
        self._run(partial(self._change, DeedKind.AT_RECEPTION, self._services.visits.at_reception, visit))

    def tell_host(self, visit: Visit) -> None:
        self._run(partial(self._change, DeedKind.HOST_TOLD, self._services.visits.tell_host, visit))

    def give_back(self, visit: Visit, card: HeldCard) -> None:
        """Note that a card was given back."""
        self._run(partial(self._give_back, visit, card))

    def cancel(self, visit: Visit, reason: str) -> None:
        """Note that somebody expected will not come."""

        def off(visit_id: str, by: str, place: str) -> Visit:
            return self._services.visits.cancel(visit_id, reason, by, place)

        self._run(partial(self._change, DeedKind.CANCELLED, off, visit))

    def take_up(self, deed: Deed) -> None:
        """Tell of something that a form did, as if it had been done here."""
        self._tell(deed)

    def answered(self, article: Article, title: str, query: str) -> None:
        """Put on record that a question was answered at the gate."""
        self._run(partial(self._answered, article, title, query))

    def undo(self) -> bool:
        """Take the last deed back; tell whether there is one."""
        last, self._last = self._last, None
        if last is not None:
            self._run(partial(self._undo, last))
        return last is not None

    def _run(self, work: Callable[[], Deed | Held]) -> None:
        self._tasks.run(work, self._tell, self.failed.emit)

    def _tell(self, result: Deed | Held) -> None:
        if isinstance(result, Held):
            self.held.emit(result)
        else:
            self._last = result if result.can_undo else None
            self.done.emit(result)

    def _arrive(self, visit: Visit, staff: str, gate: str, decided: bool) -> Deed | Held:
        hits = () if decided else self._services.watch_list.check(visit.name, visit.plate, visit.number)
        if any(not hit.quiet for hit in hits):
            return Held(visit, hits)
        deed = self._change(DeedKind.ARRIVED, self._services.visits.arrive, visit)
        return replace(deed, hits=tuple(hits))

    def _change(self, kind: DeedKind, change: Callable[[str, str, str], Visit], visit: Visit) -> Deed:
        """Do something with a visit as it stands now; runs on the data thread."""
        before = self._services.visits.get(visit.id)
        after = change(visit.id, self.staff, self._gate())
        return self.deed_of(kind, after, before)

    def deed_of(self, kind: DeedKind, visit: Visit, before: Visit | None = None, card: HeldCard | None = None) -> Deed:
        """Return a deed with what belongs to its visit; runs on the data thread."""
        host = self._services.people_book.get(visit.host_id) if visit.host_id else None
        cards = tuple(one for one in self._services.card_exchange.of_visit(visit.id) if one.open)
        return Deed(kind, self._services.clock.now(), visit, before, host, cards, card)

    def _give_back(self, visit: Visit, card: HeldCard) -> Deed:
        self._services.card_exchange.give_back(card.id, self.staff, self._gate())
        return self.deed_of(DeedKind.CARD_BACK, self._services.visits.get(visit.id) or visit, card=card)

    def _answered(self, article: Article, title: str, query: str) -> Deed:
        now = self._services.clock.now()
        draft = typed(begin(self.staff, now, Channel.WALK_IN), query)
        contact = self._services.contact_log.log(used(draft, article.code, title, now), Outcome.ANSWERED)
        return Deed(DeedKind.ANSWERED, now, contact_id=contact.id, title=title)

    def _undo(self, last: Deed) -> Deed:
        visits, staff, gate = self._services.visits, self.staff, self._gate()
        after = last.visit
        if last.undo is not None:
            last.undo()
        elif last.card is not None:
            self._services.card_exchange.take_again(last.card.id, staff, gate)
        elif last.contact_id:
            self._services.contact_log.withdraw(last.contact_id, staff)
        elif last.before is not None and last.visit is not None:
            after = visits.put_back(last.before, last.visit, staff, gate)
        return Deed(DeedKind.TAKEN_BACK, self._services.clock.now(), after, title=last.title)
