"""What is at hand at the gate, and what the keys do with it.

At hand is the selected row of the column that has the focus, else of what was found for the words in the box, else
the visit of the last deed. Nothing acts on rows that do not belong to the words in the box.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Person
from frontdesk.domain.visits import MatchedBy, Visit, VisitMatch, VisitState, again
from frontdesk.services.ports import Clock
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice, shown_title
from frontdesk.ui.pages.gate.band_text import BandText, BandWords
from frontdesk.ui.pages.gate.board import Board
from frontdesk.ui.pages.gate.board_rows import BoardRow
from frontdesk.ui.pages.gate.box import GateBox
from frontdesk.ui.pages.gate.control import Deed, DeedKind, GateControl
from frontdesk.ui.pages.gate.found_rows import Act, AnswerFound, FoundRow, PersonFound, VisitFound
from frontdesk.ui.pages.gate.prefill import from_person, to_see
from frontdesk.ui.pages.gate.results import GateResults

REPEAT_MS = 300
"""Some scanners send two line ends: within this time a second Enter on an empty box does nothing."""
JUST_NOW = timedelta(seconds=30)
"""Somebody who came in so lately does not leave because the badge was scanned twice."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the hand works with."""

    box: GateBox
    board: Board
    results: GateResults
    control: GateControl
    words: BandWords
    clock: Clock


class Hand(QObject):
    """``changed``: the band says something else, or another row is selected. ``new_asked`` carries the ``Visit`` that a
    walk-in begins with, ``text_asked`` the words to begin with."""

    changed = Signal()
    new_asked = Signal(object)
    text_asked = Signal(str)

    def __init__(self, parts: Parts, voice: Callable[[], Voice], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._voice = parts, voice
        self._key, self._looked_at = "", ""
        self.hosts = dict[str, Person]()
        self._deed: Deed | None = None
        self._error: DeskError | None = None
        self._kept_out: BandText | None = None
        self._busy, self._clock = False, QElapsedTimer()
        self._clock.start()
        parts.box.textEdited.connect(self._on_typed)
        parts.box.entered.connect(self.enter)
        parts.box.stepped.connect(self.step)
        parts.results.changed.connect(self._on_found)
        parts.board.looked_at.connect(self._on_looked)
        parts.board.used.connect(self._use_column)
        parts.control.done.connect(self._on_done)
        parts.control.failed.connect(self._on_failed)

    @property
    def typed(self) -> str:
        return self._parts.box.text().strip()

    @property
    def rows(self) -> tuple[FoundRow, ...]:
        """The rows that belong to the words in the box, or none."""
        results = self._parts.results
        return results.rows if self.typed and results.rows_for == self.typed else ()

    @property
    def row(self) -> FoundRow | None:
        """What Enter acts on."""
        column = self._parts.board.row
        if column is not None:
            return found_in(column, self.hosts.get(column.visit.host_id))
        return next((row for row in self.rows if row.key == self._key), next(iter(self.rows), None))

    @property
    def visit(self) -> Visit | None:
        """The visit that the keys of a visit act on."""
        row = self.row
        if isinstance(row, VisitFound):
            return None if row.guess else row.match.visit
        return self._deed.visit if row is None and self._deed and not self.typed else None

    @property
    def band(self) -> BandText | None:
        """What the band says; None while it is to stay as it is."""
        parts, row = self._parts, self.row
        if self._error is not None:
            return parts.words.wrong(self._error)
        if self._kept_out is not None and row is None:
            return self._kept_out
        if self._deed is not None and (row is None or parts.board.row is not None):
            return parts.words.deed(self._deed)
        if row is not None:
            return parts.words.row(row, parts.clock.now(), self._voice())
        if self._busy or (self.typed and not self._answered):
            return None
        return parts.words.not_found(self.typed) if self.typed else parts.words.nothing()

    def enter(self) -> None:
        """Do what the row is for, as soon as it is the row of the words in the box."""
        if self.typed:
            self._parts.results.when_ready(self._enter_found)
        elif self.awake:
            self._go_on()

    def step(self, rows: int) -> None:
        """Move the selection by rows."""
        keys = [row.key for row in self.rows]
        if keys:
            here = keys.index(self.row.key) if self.row and self.row.key in keys else 0
            self.pick(keys[max(0, min(here + rows, len(keys) - 1))])

    def pick(self, key: str) -> None:
        """Select a row because somebody asked for it."""
        self._key = key
        self.changed.emit()

    def use_numbered(self, place: int) -> None:
        """Do what the row with a number is for; ``place`` counts from 0."""
        self._parts.results.when_ready(lambda: self._use_place(place))

    def use(self, key: str) -> None:
        """Do what a row is for."""
        self.pick(key)
        self._act(self.row)

    def confirm(self) -> None:
        """Take the guess at hand for sure."""
        guess = self._guess()
        if guess is not None:
            self._key = guess.key
            self._parts.results.confirm(guess.key)

    def refuse(self) -> None:
        """Take the guess at hand out of the list."""
        guess = self._guess()
        if guess is not None:
            self._parts.results.refuse(guess.key)

    def ask_new(self) -> None:
        """Begin a visit with what stands in the box, or with whom it has found."""
        row, text = self.row, self.typed
        if isinstance(row, PersonFound) and not row.guess:
            self._act(row)
        else:
            self._empty_box()
            self.text_asked.emit(text)

    def tell_host(self) -> None:
        """Note that the host of the visit at hand knows."""
        self._with_visit(self._parts.control.tell_host)

    def at_reception(self) -> None:
        """Note that the visitor at hand is at reception."""
        self._with_visit(self._parts.control.at_reception)

    def undo(self) -> None:
        """Take the last deed back, while it is offered."""
        if self._deed is not None and self._parts.control.undo():
            self._busy = True

    def take_up(self, deed: Deed) -> None:
        """Say what was done elsewhere, such as in a form; what follows an arrival follows here too."""
        self._parts.control.take_up(deed)

    def keep_out(self, name: str, said: str) -> None:
        """Say that somebody was not let in; nothing where they were."""
        self._busy = False
        self._kept_out = self._parts.words.kept_out(name, said) if said else None
        self.changed.emit()

    def cancel(self, reason: str) -> None:
        """Note that whoever is expected, and at hand, will not come."""
        visit = self.visit
        if visit is not None and visit.state is VisitState.EXPECTED:
            self._do(lambda: self._parts.control.cancel(visit, reason))

    def let_go(self) -> None:
        """Empty the box: what stood there has been seen to in a form, and can be taken back."""
        self._empty_box()

    def clear(self) -> bool:
        """Empty the box, or forget what was said; tell whether there was anything."""
        anything = bool(self._parts.box.text() or self._deed or self._error or self._kept_out)
        self._say_no_more()
        self._parts.control.forget()
        self._empty_box()
        self.changed.emit()
        return anything

    @property
    def awake(self) -> bool:
        """Whether Enter on an empty box goes on with the last deed: not right after another Enter."""
        return not self._busy and self._clock.elapsed() > REPEAT_MS

    @property
    def _answered(self) -> bool:
        results = self._parts.results
        return results.rows_for == self.typed and results.complete

    @property
    def _today(self) -> date:
        return self._parts.clock.today()

    def _use_place(self, place: int) -> None:
        if place < len(self.rows):
            self.use(self.rows[place].key)

    def _use_column(self) -> None:
        self._act(self.row)

    def _enter_found(self) -> None:
        """Act on the row; a badge that was scanned twice, or whose visit is over, is only shown at first."""
        row, text = self.row, self.typed
        if self._parts.results.scanned and isinstance(row, VisitFound) and self._looked_at != text:
            if row.act is Act.AGAIN or self._just_came(row.match.visit):
                self._looked_at = text
                self._parts.box.selectAll()
                return
            if row.match.visit.inside:
                self._do(lambda: self._parts.control.leave(row.match.visit))
                return
        self._act(row)

    def _just_came(self, visit: Visit) -> bool:
        return visit.inside and visit.arrived_at is not None and self._parts.clock.now() - visit.arrived_at < JUST_NOW

    def _act(self, row: FoundRow | None) -> None:
        control = self._parts.control
        match row:
            case None:
                return
            case VisitFound() if row.act is Act.ARRIVE:
                self._do(lambda: control.arrive(row.match.visit))
            case VisitFound() if row.act is Act.LEAVE:
                self._do(lambda: control.leave(row.match.visit))
            case VisitFound() if row.act is Act.GIVE_BACK:
                self._do(lambda: control.give_back(row.match.visit, row.cards[0]))
            case VisitFound() if row.act is Act.AGAIN:
                self._begin(again(row.match.visit, "", self._today))
            case PersonFound() if row.act is Act.BEGIN:
                self._begin(from_person(row.match.person, self._today))
            case PersonFound() if row.act is Act.SEE:
                self._begin(to_see(row.match.person, self._today))
            case AnswerFound(answer=answer):
                title = shown_title(answer.article, self._voice().language)
                query = self.typed
                self._do(lambda: control.answered(answer.article, title, query))
            case _:
                self.confirm()

    def _do(self, deed: Callable[[], None]) -> None:
        """Begin a deed; the box is free for the next one at once."""
        self._busy, self._error, self._kept_out = True, None, None
        self._clock.restart()
        deed()
        self._empty_box()

    def _go_on(self) -> None:
        """Do what follows the last deed: a card to give back, or to let go who has got it back."""
        deed = self._deed
        if deed is None or deed.visit is None or deed.kind not in (DeedKind.LEFT, DeedKind.CARD_BACK):
            return
        visit = deed.visit
        if deed.cards:
            self._do(lambda: self._parts.control.give_back(visit, deed.cards[0]))
        elif visit.inside:
            self._do(lambda: self._parts.control.leave(visit))

    def _with_visit(self, deed: Callable[[Visit], None]) -> None:
        visit = self.visit
        if visit is not None and visit.inside:
            self._do(lambda: deed(visit))

    def _guess(self) -> VisitFound | PersonFound | None:
        row = self.row
        candidates = (row, *self.rows)
        return next((one for one in candidates if isinstance(one, (VisitFound, PersonFound)) and one.guess), None)

    def _begin(self, visit: Visit) -> None:
        self._empty_box()
        self.new_asked.emit(visit)

    def _empty_box(self) -> None:
        self._parts.box.clear()
        self._key = self._looked_at = ""
        self._parts.results.look_up("")

    def _say_no_more(self) -> None:
        self._deed = self._error = self._kept_out = None

    def _on_typed(self, text: str) -> None:
        self._key = self._looked_at = ""
        if text.strip():
            self._say_no_more()
        self._parts.results.look_up(text)
        self.changed.emit()

    def _on_found(self) -> None:
        self.changed.emit()

    def _on_looked(self) -> None:
        if self._parts.board.row is not None and not self._busy:
            self._say_no_more()
        self.changed.emit()

    def _on_done(self, deed: Deed) -> None:
        self._busy, self._deed, self._error = False, deed, None
        self.changed.emit()

    def _on_failed(self, error: DeskError) -> None:
        self._busy, self._error, self._deed = False, error, None
        self.changed.emit()


def found_in(row: BoardRow, host: Person | None = None) -> VisitFound:
    """Return a row of the board as if it had been found."""
    return VisitFound(VisitMatch(row.visit, MatchedBy.NAME, earlier=row.visit.state.ended), host, row.cards)
