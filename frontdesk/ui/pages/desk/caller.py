"""Who is calling: from the number, from a person chosen, or nobody known."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.drafts import Draft
from frontdesk.domain.numbers import looks_like_number
from frontdesk.domain.people import MatchReason
from frontdesk.services.people_book import PeopleBook, PersonCard
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.tasks import Tasks

MOST_GUESSES = 4
EXACT = (MatchReason.NUMBER, MatchReason.EXTENSION)


@dataclass(frozen=True, slots=True)
class CallerState:
    """What is known: a card, or guesses, or a number alone, or nothing. ``preview`` marks a card
    of somebody who is only looked at."""

    number: str = ""
    card: PersonCard | None = None
    guesses: tuple[PersonCard, ...] = ()
    preview: bool = False


class Caller(QObject):
    """Follows the contact in hand and finds out who it is with. ``changed`` carries a ``CallerState``."""

    changed = Signal(object)

    def __init__(
        self, session: DeskSession, book: PeopleBook, lookup: PeopleLookup, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._book, self._lookup, self._tasks = session, book, lookup, tasks
        self.state = CallerState()
        self._known = ("", "", "")
        self._refused: dict[str, frozenset[str]] = {}
        session.changed.connect(self._follow)
        session.switched.connect(self._follow)

    @property
    def guess(self) -> PersonCard | None:
        """The first guess: the one that F11 confirms and F12 refuses."""
        return self.state.guesses[0] if self.state.guesses else None

    def confirm(self) -> bool:
        """Take the first guess as the caller; tell whether there was one."""
        guess = self.guess
        if guess is not None:
            self._session.set_person(guess.person.id)
        return guess is not None

    def refuse(self) -> bool:
        """Refuse the first guess, or the one whom the number named; tell whether there was one."""
        card = self.guess or (self.state.card if self.state.number and not self.state.preview else None)
        draft = self._session.draft
        if card is None or draft is None:
            return False
        self._refused[draft.id] = self._refused.get(draft.id, frozenset()) | {card.person.id}
        self._known = ("", "", "")
        self._session.set_person("")
        self._follow()
        return True

    def preview(self, person_id: str) -> None:
        """Show somebody without making them the caller."""
        self._tasks.run(lambda: self._book.card(person_id), self._show_preview, latest="card")

    def end_preview(self) -> None:
        """Show the caller again."""
        if self.state.preview or self._tasks_under_way:
            self._known = ("", "", "")
            self._follow()

    def refresh(self) -> None:
        """Read the caller's card again, after it may have changed."""
        self._known = ("", "", "")
        self._follow()

    @property
    def _tasks_under_way(self) -> bool:
        return self._known == ("preview", "", "")

    def _follow(self) -> None:
        draft = self._session.draft
        known = (draft.id, draft.person_id, draft.number.strip()) if draft else ("", "", "-")
        if known == self._known:
            return
        self._known = known
        self._tasks.forget("card")
        if draft is None:
            self._set(CallerState())
        elif draft.person_id:
            self._load(draft)
        elif looks_like_number(draft.number):
            self._identify(draft)
        else:
            self._set(CallerState(draft.number.strip()))

    def _load(self, draft: Draft) -> None:
        person_id, number = draft.person_id, draft.number
        self._tasks.run(
            lambda: self._book.card(person_id), lambda card: self._set(CallerState(number, card)), latest="card"
        )

    def _identify(self, draft: Draft) -> None:
        refused = self._refused.get(draft.id, frozenset())
        number = draft.number.strip()

        def work() -> tuple[PersonCard, ...]:
            found = self._lookup.find(number, MOST_GUESSES + len(refused)).people
            ids = [m.person.id for m in found if m.reason in EXACT and m.person.id not in refused]
            return tuple(card for card in map(self._book.card, ids[:MOST_GUESSES]) if card)

        self._tasks.run(work, lambda cards: self._found(draft, cards), latest="card")

    def _found(self, draft: Draft, cards: tuple[PersonCard, ...]) -> None:
        number = draft.number.strip()
        if len(cards) == 1 and draft.id not in self._refused:
            self._session.set_person(cards[0].person.id)
        else:
            self._set(CallerState(number, guesses=cards))

    def _show_preview(self, card: PersonCard | None) -> None:
        if card is not None:
            self._known = ("preview", "", "")
            self._set(CallerState(self.state.number, card, preview=True))

    def _set(self, state: CallerState) -> None:
        self.state = state
        self.changed.emit(state)
