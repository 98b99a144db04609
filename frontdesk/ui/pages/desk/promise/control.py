"""Asks by when a promise is meant, and for whom a message is, once the contact itself is safe."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt

from frontdesk.domain.contacts import Outcome
from frontdesk.domain.drafts import Draft
from frontdesk.domain.errors import DeskError
from frontdesk.domain.inner_number import LISTED
from frontdesk.domain.people import Person
from frontdesk.domain.promises import Promise, PromiseKind
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.services.promises import Promises
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.pages.desk.view import DeskView
from frontdesk.ui.promise_words import moment_word
from frontdesk.ui.tasks import Tasks

ASKED = {Outcome.PROMISED: PromiseKind.PROMISE, Outcome.MESSAGE: PromiseKind.MESSAGE}
MOST_FOUND, LOOKED_AT = 5, 40
SUGGEST, READ, FIND = "promise suggestion", "promise reading", "promise addressee"


class PromiseControl(QObject):
    """The contact is logged before anything is asked: whatever happens here, nothing of it is lost.

    ``hushed`` while a contact ends of which all of that has been said already.
    """

    def __init__(
        self, view: DeskView, session: DeskSession, promises: Promises, people: PeopleLookup, tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._view, self._session, self._promises, self._people, self._tasks = view, session, promises, people, tasks
        self._about, self._understood = "", ""
        self._suggested: datetime | None = None
        self._found: tuple[Person, ...] = ()
        self._place = 0
        self.hushed = False
        strip = view.promise
        strip.accepted.connect(self._accept)
        strip.left.connect(self.leave)
        strip.due_typed.connect(self._read)
        strip.for_typed.connect(self._find)
        strip.stepped.connect(self._step)
        session.ending.connect(self._ask)
        session.switched.connect(self._follow)
        session.logged.connect(self._hold)
        for gone in (session.withdrawn, session.failed):
            gone.connect(lambda *_: self._close(by_key=False))

    @property
    def shown(self) -> bool:
        """Tell whether something is asked now."""
        return self._view.promise.asking is not None

    def leave(self, by_key: bool) -> None:
        """Ask no longer and leave open by when."""
        if self.shown:
            self._close(by_key)
            self._view.strip.status.offer_undo(self._view.kit.words("promises.left_open"))

    def _ask(self, draft: Draft, outcome: Outcome) -> None:
        kind = ASKED.get(outcome)
        if kind is None or self.hushed:
            return
        self._about, self._understood, self._found, self._place = draft.id, "", (), 0
        self._view.promise.ask(kind)
        self._view.promise.offer_due(self._when(self._suggested) if self._suggested else "")
        self._view.show_promise(True)
        self._view.promise.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._view.strip.status.hold()
        self._suggest()

    def _suggest(self) -> None:
        """Read by when things are promised now, before it is asked: the field has it at once."""
        self._tasks.run(self._promises.suggested, self._offer, latest=SUGGEST)

    def _offer(self, due: datetime) -> None:
        self._suggested = due
        if self.shown:
            self._view.promise.offer_due(self._when(due))

    def _when(self, due: datetime) -> str:
        return moment_word(self._view.kit.words, due, self._promises.now())

    def _hold(self) -> None:
        """Keep the offer to take the contact back as long as this is asked."""
        if self.shown:
            self._view.strip.status.hold()

    def _follow(self) -> None:
        """Step aside for the next contact."""
        if self._session.draft is not None:
            self._suggest()
        if self.shown and self._session.draft is not None:
            self._close(by_key=False)

    def _accept(self) -> None:
        """Take what stands there; what cannot be read is said, and nothing is closed."""
        strip = self._view.promise
        text, whom, found = strip.due.text().strip(), strip.whom.text().strip(), self._chosen()
        if strip.due.wrong:
            return
        work = partial(self._agree, self._about, text, whom, found, self._session.staff)
        if not text or text == self._understood:
            self._close(by_key=True)
            self._tasks.run(work, self._tell, self._session.failed.emit)
        else:
            self._tasks.run(work, self._close_and_tell, self._refuse)

    def _agree(self, promise_id: str, text: str, whom: str, found: Person | None, staff: str) -> Promise:
        due = self._promises.read(text)
        if whom:
            self._promises.address(promise_id, found.name if found else whom, found.id if found else "", staff)
        return self._promises.move(promise_id, due, staff)

    def _close_and_tell(self, promise: Promise) -> None:
        self._close(by_key=True)
        self._tell(promise)

    def _tell(self, promise: Promise) -> None:
        words, due = self._view.kit.words, promise.due_at
        when = moment_word(words, due, self._promises.now()) if due else ""
        said = words("promises.agreed", when=when)
        if promise.for_name:
            said = words("promises.agreed_for", when=when, name=promise.for_name)
        self._view.strip.status.offer_undo(said)

    def _refuse(self, error: DeskError) -> None:
        if self.shown:
            self._view.promise.say_read(self._sentence(error), wrong=True)

    def _close(self, by_key: bool) -> None:
        if not self.shown:
            return
        self._view.promise.ask(None)
        self._view.show_promise(False)
        if by_key:
            self._view.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, text: str) -> None:
        """Say how a time is read while it is typed."""
        self._view.promise.say_read("")
        if not text.strip():
            self._tasks.forget(READ)
            return
        self._tasks.run(
            partial(self._promises.read, text), partial(self._understand, text.strip()), self._refuse, latest=READ
        )

    def _understand(self, text: str, due: datetime) -> None:
        if self.shown:
            self._understood = text
            self._view.promise.say_read(f"= {self._when(due)}")

    def _find(self, text: str) -> None:
        """Find by name whom in the directory a message is for."""
        if not text.strip():
            self._tasks.forget(FIND)
            self._take_found(())
            return
        self._tasks.run(partial(self._listed, text), self._take_found, latest=FIND)

    def _listed(self, text: str) -> tuple[Person, ...]:
        found = (match.person for match in self._people.find(text, LOOKED_AT, around=False).people)
        return tuple(one for one in found if one.kind in LISTED and not one.archived)[:MOST_FOUND]

    def _take_found(self, found: tuple[Person, ...]) -> None:
        self._found, self._place = found, 0
        self._name_found()

    def _step(self, way: int) -> None:
        if self._found:
            self._place = (self._place + way) % len(self._found)
            self._name_found()

    def _chosen(self) -> Person | None:
        return self._found[self._place] if self._found else None

    def _name_found(self) -> None:
        words, one = self._view.kit.words, self._chosen()
        if one is None:
            typed = self._view.promise.whom.text().strip()
            self._view.promise.say_found(words("promises.nobody_found") if typed else "")
            return
        said = " · ".join(filter(None, (shown_name(one, words.language), one.department)))
        more = f"  {self._place + 1}/{len(self._found)} ↓" if len(self._found) > 1 else ""
        self._view.promise.say_found(f"→ {said}{more}")

    def _sentence(self, error: DeskError) -> str:
        return self._view.kit.words(f"errors.{error.code}", **error.data)
