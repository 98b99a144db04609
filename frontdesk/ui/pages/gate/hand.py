"""What is at hand at the gate, and what the keys do with it.

At hand is the selected row of the column that has the focus, else of what was found for the words in the box, else
the visit of the last deed. Nothing acts on rows that do not belong to the words in the box.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Person
from frontdesk.domain.visits import Visit, VisitState, again
from frontdesk.services.ports import Clock
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice, shown_title
from frontdesk.ui.pages.gate.band_text import BandText, BandWords
from frontdesk.ui.pages.gate.board import Board
from frontdesk.ui.pages.gate.box import GateBox
from frontdesk.ui.pages.gate.control import Deed, DeedKind, GateControl
from frontdesk.ui.pages.gate.errands import Errand, Errands, Known
from frontdesk.ui.pages.gate.found_rows import Act, AnswerFound, FoundRow, PersonFound, VisitFound, found_in
from frontdesk.ui.pages.gate.prefill import from_person, to_see
from frontdesk.ui.pages.gate.results import GateResults

REPEAT_MS = 300
"""Some scanners send two line ends: within this time a second Enter on an empty box does nothing."""
FORMS = (Act.AGAIN, Act.CALLED, Act.BEGIN, Act.SEE)
"""What is done in a form, which never comes up over typing."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the hand works with."""

    box: GateBox
    board: Board
    results: GateResults
    errands: Errands
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
        self._kept_out: tuple[str, str] | None = None
        self._busy, self._clock = False, QElapsedTimer()
        self._clock.start()
        self._brought_back = ""
        self.away: Callable[[], bool] = lambda: False
        parts.errands.free = self._is_free
        parts.errands.known.connect(self._meet)
        parts.box.textEdited.connect(self._on_typed)
        parts.box.entered.connect(self.enter)
        parts.box.stepped.connect(self.step)
        parts.results.changed.connect(self.changed)
        parts.board.looked_at.connect(self._on_looked)
        parts.board.used.connect(lambda: self._act_here(self.row))
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
            return parts.words.kept_out(*self._kept_out)
        unknown = row is None and not (self.typed and self._answered)
        if self._deed is not None and (unknown or parts.board.row is not None):
            return parts.words.deed(self._deed)
        if row is not None:
            return parts.words.row(row, parts.clock.now(), self._voice())
        if self.waits or (self.typed and not self._answered):
            return None
        return parts.words.not_found(self.typed) if self.typed else parts.words.nothing()

    def enter(self) -> None:
        """Do what the row is for; words whose row is not known yet leave the box, and it is done when it is."""
        results, text = self._parts.results, self.typed
        if not text:
            if self.awake:
                self._follow()
        elif results.ready and self._is_free() and not self.waits:
            self._enter_found(Known(text, self.row, results.scanned))
        else:
            errand = Errand(text, self._key, *results.decided)
            self._clock.restart()
            self._empty_box()
            self._say_no_more()
            self._parts.errands.add(errand)

    def go_on(self) -> None:
        """See to what waits; once nothing does, bring back what has to be looked at."""
        self._parts.errands.go_on()
        aside = None if self.typed else self._parts.errands.take_aside()
        if aside is not None:
            self._bring_back(aside)

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
        self._parts.results.when_ready(lambda: self.use("".join(row.key for row in self.rows[place : place + 1])))

    def use(self, key: str) -> None:
        """Do what a row is for."""
        if key:
            self.pick(key)
            self._act_here(self.row)

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
            self._act_here(row)
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
        self._kept_out = (name, said) if said else None
        self.changed.emit()
        self.go_on()

    def cancel(self, reason: str) -> None:
        """Note that whoever is expected, and at hand, will not come."""
        visit = self.visit
        if visit is not None and visit.state is VisitState.EXPECTED:
            self._do_here(lambda: self._parts.control.cancel(visit, reason))

    def let_go(self) -> None:
        """Empty the box: what stood there has been seen to in a form, and can be taken back."""
        self._empty_box()

    def clear(self) -> bool:
        """Empty the box, or forget what was said and what waits; tell whether there was anything."""
        parts, text = self._parts, self.typed
        if text and text == self._brought_back:
            self._empty_box()
            self.go_on()
            return True
        anything = bool(parts.box.text() or self._deed or self._error or self._kept_out or parts.errands.waiting)
        if not text:
            parts.errands.forget()
        self._say_no_more()
        parts.control.forget()
        self._empty_box()
        self.changed.emit()
        self.go_on()
        return anything

    def forget(self) -> None:
        """Let nothing be left of whoever worked here before."""
        self._parts.errands.forget()
        self.clear()

    @property
    def waits(self) -> bool:
        """Whether anything is being done, or waits to be known."""
        return self._busy or self._parts.errands.waiting

    @property
    def awake(self) -> bool:
        """Whether Enter on an empty box goes on with the last deed: not right after another Enter."""
        return not self.waits and self._clock.elapsed() > REPEAT_MS

    @property
    def _answered(self) -> bool:
        results = self._parts.results
        return results.rows_for == self.typed and results.complete

    @property
    def _today(self) -> date:
        return self._parts.clock.today()

    def _is_free(self) -> bool:
        """Whether nothing is being done, here or where the page asks for something."""
        return not self._busy and not self.away()

    def _meet(self, known: Known) -> None:
        """Do what a text was for that had left the box; what has to be looked at first comes back into it."""
        row, free = known.row, not self.typed and not self._parts.errands.waiting
        if row is None or row.guess or self._only_shown(known) or (row.act in FORMS and not free):
            self._parts.errands.set_aside(known)
        else:
            self._carry_out(known, self._do)
        self.changed.emit()
        self.go_on()

    def _bring_back(self, known: Known) -> None:
        """Put a text into the box again; the next one that is typed or scanned takes its place."""
        box, self._brought_back = self._parts.box, known.text
        box.setText(known.text)
        box.selectAll()
        self._parts.results.look_up(known.text)
        self._looked_at = known.text if known.scanned else ""

    def _enter_found(self, known: Known) -> None:
        """Act on the row of the words in the box."""
        if known.row is None or self._only_shown(known):
            self._looked_at = known.text
            self._parts.box.selectAll()
        else:
            self._carry_out(known, self._do_here)

    def _only_shown(self, known: Known) -> bool:
        """Tell whether a badge was scanned twice, or its visit is over: then it is only shown at first."""
        row = known.row
        if not (known.scanned and isinstance(row, VisitFound)) or self._looked_at == known.text:
            return False
        return row.act is Act.AGAIN or row.just_came(self._parts.clock.now())

    def _carry_out(self, known: Known, do: Callable[[Callable[[], None]], None]) -> None:
        """Do what a row is for; whose badge is scanned leaves, whatever card the gate still holds."""
        row = known.row
        scanned = known.scanned and isinstance(row, VisitFound) and self._looked_at != known.text
        if scanned and isinstance(row, VisitFound) and row.match.visit.inside:
            do(lambda: self._parts.control.leave(row.match.visit))
        else:
            self._act(row, known.text, do)

    def _act_here(self, row: FoundRow | None) -> None:
        self._act(row, self.typed, self._do_here)

    def _act(self, row: FoundRow | None, query: str, do: Callable[[Callable[[], None]], None]) -> None:
        control = self._parts.control
        match row:
            case None:
                return
            case VisitFound() if row.act is Act.ARRIVE:
                do(lambda: control.arrive(row.match.visit))
            case VisitFound() if row.act is Act.LEAVE:
                do(lambda: control.leave(row.match.visit))
            case VisitFound() if row.act is Act.GIVE_BACK:
                do(lambda: control.give_back(row.match.visit, row.cards[0]))
            case VisitFound() if row.act in (Act.AGAIN, Act.CALLED):
                self._begin(again(row.match.visit, "", self._today))
            case PersonFound() if row.act is Act.BEGIN:
                self._begin(from_person(row.match.person, self._today))
            case PersonFound() if row.act is Act.SEE:
                self._begin(to_see(row.match.person, self._today))
            case AnswerFound(answer=answer) if row.act is Act.ANSWER:
                title = shown_title(answer.article, self._voice().language)
                do(lambda: control.answered(answer.article, title, query))
            case _:
                self.confirm()

    def _do(self, deed: Callable[[], None]) -> None:
        """Begin a deed; what stands in the box stays."""
        self._busy, self._error, self._kept_out = True, None, None
        self._clock.restart()
        deed()

    def _do_here(self, deed: Callable[[], None]) -> None:
        """Begin a deed with what is at hand; the box is free for the next one at once."""
        self._do(deed)
        self._empty_box()

    def _follow(self) -> None:
        """Do what follows the last deed: a card to give back, or to let go who has got it back."""
        deed = self._deed
        if deed is None or deed.visit is None or deed.kind not in (DeedKind.LEFT, DeedKind.CARD_BACK):
            return
        visit = deed.visit
        if deed.cards:
            self._do_here(lambda: self._parts.control.give_back(visit, deed.cards[0]))
        elif visit.inside:
            self._do_here(lambda: self._parts.control.leave(visit))

    def _with_visit(self, deed: Callable[[Visit], None]) -> None:
        visit = self.visit
        if visit is not None and visit.inside:
            self._do_here(lambda: deed(visit))

    def _guess(self) -> FoundRow | None:
        row = self.row
        candidates = (row, *self.rows)
        return next((one for one in candidates if one is not None and one.guess), None)

    def _begin(self, visit: Visit) -> None:
        self._empty_box()
        self.new_asked.emit(visit)

    def _empty_box(self) -> None:
        self._parts.box.clear()
        self._key = self._looked_at = self._brought_back = ""
        self._parts.results.look_up("")

    def _say_no_more(self) -> None:
        self._deed = self._error = self._kept_out = None

    def _on_typed(self, text: str) -> None:
        self._key = self._looked_at = self._brought_back = ""
        if text.strip():
            self._say_no_more()
        self._parts.results.look_up(text)
        self.changed.emit()
        if not text:
            self.go_on()

    def _on_looked(self) -> None:
        if self._parts.board.row is not None and not self._busy:
            self._say_no_more()
        self.changed.emit()

    def _on_done(self, deed: Deed) -> None:
        self._busy, self._deed, self._error = False, deed, None
        self.changed.emit()
        self.go_on()

    def _on_failed(self, error: DeskError) -> None:
        self._busy, self._error, self._deed = False, error, None
        self.changed.emit()
        self.go_on()
