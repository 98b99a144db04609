"""Somebody new at the desk: offered under the box, put on file with one key, and taken back with another."""

from functools import partial

from PySide6.QtCore import QObject

from frontdesk.domain.drafts import Draft
from frontdesk.domain.duplicates import Duplicate
from frontdesk.domain.errors import DeskError
from frontdesk.domain.new_person import NewPerson
from frontdesk.domain.people import Person
from frontdesk.services.new_person import NewPeople
from frontdesk.ui.pages.desk.box_control import BoxControl
from frontdesk.ui.pages.desk.caller import Caller
from frontdesk.ui.pages.desk.results import Results
from frontdesk.ui.pages.desk.rows import NewPersonRow, Row
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.pages.desk.view import DeskView
from frontdesk.ui.tasks import Tasks

CHANNEL = "alike"


class Newcomer(QObject):
    """Whoever is added is the caller at once; until the next thing is said, Ctrl+Z takes that back."""

    def __init__(
        self, view: DeskView, session: DeskSession, results: Results, caller: Caller, box: BoxControl,
        people: NewPeople, tasks: Tasks, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._view, self._session, self._results, self._caller = view, session, results, caller
        self._box, self._people, self._tasks = box, people, tasks
        self._asked: NewPerson | None = None
        self._undo: tuple[str, Draft | None] | None = None
        caller.changed.connect(self._look_beside)
        box.rebuilt.connect(self._look)
        box.new_person_used.connect(self._add)
        view.strip.status.gone.connect(self.forget)
        session.logged.connect(self.forget)
        session.switched.connect(self._follow)

    @property
    def can_undo(self) -> bool:
        """Tell whether somebody was just added who can still be taken back."""
        return self._undo is not None

    def add(self) -> None:
        """Put on file whom the list offers; where it offers nobody, offer whom the box speaks of."""
        self._results.when_complete(self._add_or_offer)

    def take_alike(self) -> bool:
        """Make the one on file who is much like the new one the caller; tell whether there is one."""
        row = self._row()
        alike = row.alike[0].person if row and row.alike else None
        if alike is not None:
            self._session.set_person(alike.id, _number(row.new) if row else "")
            self._box.set_text("")
        return alike is not None

    def undo(self) -> bool:
        """Take back whoever was just added; tell whether there was somebody."""
        if self._undo is None:
            return False
        (person_id, before), self._undo = self._undo, None
        self._tasks.run(
            partial(self._people.take_back, person_id, self._session.staff), lambda _: None, self._session.failed.emit
        )
        draft = self._session.draft
        if draft is not None and draft.person_id == person_id:
            self._session.set_number(before.number if before else "")
            self._session.set_person(before.person_id if before else "")
            self._box.set_text(before.query if before else "")
        self._view.strip.status.tell(self._view.kit.words("new_person.taken_back"))
        return True

    def forget(self) -> None:
        """Let whoever was added stay: it can no longer be taken back."""
        self._undo = None

    def _add_or_offer(self) -> None:
        row = self._row()
        if row is not None:
            self._add(row.new)
            return
        draft = self._session.draft
        if draft is not None and not draft.person_id and not self._caller.state.withheld:
            self._box.set_beside(draft.number)  # whoever it may belong to: somebody new was asked for
        self._box.offer_new_person()
        if self._row() is None:
            self._view.strip.status.tell(self._view.kit.words("new_person.nobody"))

    def _add(self, new: NewPerson) -> None:
        person, before = self._people.begin(new), self._session.draft
        self._tasks.run(
            partial(self._people.add, person, self._session.staff), lambda _: None, partial(self._fail, person)
        )
        self._session.set_person(person.id, _number(new))
        self._box.set_text("")
        self._undo = (person.id, before)
        self._view.strip.status.offer_undo(self._view.kit.words("new_person.added"))

    def _fail(self, person: Person, error: DeskError) -> None:
        """Nobody may be the caller who is not on file."""
        self.forget()
        draft = self._session.draft
        if draft is not None and draft.person_id == person.id:
            self._session.set_person("")
        self._session.failed.emit(error)

    def _row(self) -> NewPersonRow | None:
        return new_person_in(self._view.list.rows)

    def _follow(self) -> None:
        """Let another contact not be touched by taking back who was added in this one."""
        if self._session.draft is not None:
            self.forget()

    def _look_beside(self) -> None:
        """Take along a number in the number field that is nobody's."""
        state = self._caller.state
        known = state.card is not None or bool(state.guesses)
        self._box.set_beside("" if known or state.withheld else state.number)

    def _look(self) -> None:
        """Look for those on file who may be the one who is offered."""
        row = self._row()
        if row is None or row.new == self._asked:
            self._asked = row.new if row else None
            return
        self._asked = row.new
        person = self._people.begin(row.new)
        self._tasks.run(partial(self._people.alike, person), partial(self._show, row.new), latest=CHANNEL)

    def _show(self, new: NewPerson, alike: tuple[Duplicate, ...]) -> None:
        row = self._row()
        if row is not None and row.new == new:
            self._box.show_alike(alike)


def new_person_in(rows: tuple[Row, ...]) -> NewPersonRow | None:
    """Return the row of somebody new, where there is one."""
    return next((row for row in rows if isinstance(row, NewPersonRow)), None)


def _number(new: NewPerson) -> str:
    return new.numbers[0].raw if new.numbers else ""
