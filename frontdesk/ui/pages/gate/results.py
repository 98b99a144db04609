"""What the gate's box finds: visits from the data thread, people and answers from the search process."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.finding import Found
from frontdesk.domain.visits import HeldCard
from frontdesk.ui.pages.gate.found_rows import FoundRow, Look, build, first_is_sure
from frontdesk.ui.pages.gate.services import GateServices
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks

LOOK, ANSWERS, LATE_MS = "gate look", 6, 2_000


@dataclass(frozen=True, slots=True)
class _Asked:
    """A text and what came of it so far."""

    text: str = ""
    look: Look | None = None
    found: Found | None = None
    late: bool = False


class GateResults(QObject):
    """Keeps the rows of one text. ``changed``: there are others. Rows of an earlier text stay until then, but
    nothing acts on them."""

    changed = Signal()

    def __init__(
        self, services: GateServices, tasks: Tasks, search: SearchClient, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._search = services, tasks, search
        self._asked, self._waiting = _Asked(), list[Callable[[], None]]()
        self._confirmed, self._refused = frozenset[str](), frozenset[str]()
        self.rows: tuple[FoundRow, ...] = ()
        self.rows_for = ""
        self._lent = False
        self._deadline = QTimer(self, singleShot=True, interval=LATE_MS)
        self._deadline.timeout.connect(self._give_up)
        search.found.connect(self._take_found)
        search.state.connect(self._on_state)

    @property
    def query(self) -> str:
        return self._asked.text

    @property
    def scanned(self) -> bool:
        """Whether the text is the token of a badge, and its visit is known."""
        return self._asked.look is not None and self._asked.look.found.scanned

    @property
    def complete(self) -> bool:
        """Whether all that there is for the text has come."""
        asked = self._asked
        return not asked.text or (asked.look is not None and (self.scanned or asked.found is not None or asked.late))

    @property
    def ready(self) -> bool:
        """Whether the first row is the one of the text, and stays so."""
        return self.complete or first_is_sure(self._asked.look)

    def look_up(self, text: str) -> None:
        """Find another text; what waited for the one before is dropped."""
        said = text.strip()
        self._waiting.clear()
        self._deadline.stop()
        if said == self._asked.text:
            return
        self._confirmed = self._refused = frozenset()
        self._asked = _Asked(said)
        if said:
            self._read(said)
            self._ask()
            self._deadline.start()
        else:
            self._tasks.forget(LOOK)
            if not self._lent:
                self._search.forget()
            self._rebuild()

    def renew(self) -> None:
        """Look again for the same text: visits have changed."""
        if self._asked.text:
            self._read(self._asked.text)

    def when_ready(self, act: Callable[[], None]) -> None:
        """Act now, or as soon as the rows are those of the text; another text cancels it."""
        if self.ready:
            act()
        else:
            self._waiting.append(act)

    def lend_search(self) -> None:
        """Ask the search process nothing until it is taken back."""
        self._lent = True

    def take_search_back(self) -> None:
        """Ask the search process again, first what was not asked meanwhile."""
        if self._lent:
            self._lent = False
            self._ask()

    @property
    def decided(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the keys of the guesses that were taken for sure, and of those that were refused."""
        return self._confirmed, self._refused

    def confirm(self, key: str) -> None:
        """Take a guess for sure."""
        self._confirmed |= {key}
        self._rebuild()

    def refuse(self, key: str) -> None:
        """Take a guess out of the rows."""
        self._refused |= {key}
        self._rebuild()

    def _read(self, text: str) -> None:
        self._tasks.run(partial(self.read, text), self._take_look, latest=LOOK)

    def read(self, text: str) -> Look:
        """Find visits and what belongs to them; runs on the data thread."""
        services, found = self._services, self._services.gate_finder.find(text)
        visits = [match.visit for match in found.matches]
        hosts = services.people_book.by_ids({one.host_id for one in visits if one.host_id})
        return Look(found, hosts, self._held({one.id for one in visits}))

    def _held(self, visit_ids: Collection[str]) -> dict[str, tuple[HeldCard, ...]]:
        held: dict[str, tuple[HeldCard, ...]] = {}
        for card, visit in self._services.card_exchange.open() if visit_ids else ():
            if visit.id in visit_ids:
                held[visit.id] = (*held.get(visit.id, ()), card)
        return held

    def _take_look(self, look: Look) -> None:
        if look.found.query == self._asked.text:
            self._asked = _Asked(self._asked.text, look, self._asked.found, self._asked.late)
            self._rebuild()

    def _take_found(self, found: Found) -> None:
        if found.query == self._asked.text:
            self._asked = _Asked(self._asked.text, self._asked.look, found, self._asked.late)
            self._rebuild()

    def _on_state(self, state: str) -> None:
        """Ask again once the index is there."""
        if state == "ready":
            self._ask()

    def _ask(self) -> None:
        """Ask the search process, which answers only the newest question, unless somebody else asks it now."""
        if self._asked.text and not self._lent:
            self._search.ask(self._asked.text, ANSWERS)

    def _give_up(self) -> None:
        """Wait no longer for the search process: visits, and what comes later, are enough to go on."""
        self._asked = _Asked(self._asked.text, self._asked.look, self._asked.found, late=True)
        self._rebuild()

    def _rebuild(self) -> None:
        asked = self._asked
        if asked.text and asked.look is None:
            return  # visits come first, and within milliseconds
        self.rows = build(asked.look, asked.found, self._confirmed, self._refused) if asked.text else ()
        self.rows_for = asked.text
        self.changed.emit()
        if self.complete:
            self._deadline.stop()
        if self.ready:
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act()
