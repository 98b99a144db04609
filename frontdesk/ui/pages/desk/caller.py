"""Who is calling: from the number, from a person chosen, or nobody known."""

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.caller_ids import withheld
from frontdesk.domain.contacts import Channel
from frontdesk.domain.drafts import Draft
from frontdesk.domain.numbers import looks_like_number
from frontdesk.domain.people import MatchReason, PersonMatch
from frontdesk.domain.plates import is_plate
from frontdesk.services.people_book import PeopleBook, PersonCard
from frontdesk.services.people_lookup import WHOLE, PeopleLookup
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.tasks import Tasks

MOST_GUESSES = 4
EXACT = (MatchReason.NUMBER, MatchReason.EXTENSION)
CHANNEL = "caller"


@dataclass(frozen=True, slots=True)
class CallerState:
    """What is known: a card, or guesses, or a number alone, or nothing.

    ``preview`` marks the card of somebody who is only looked at, ``refused`` that it is none of those who have the
    number, ``withheld`` that the telephone does not show one.
    """

    number: str = ""
    card: PersonCard | None = None
    guesses: tuple[PersonCard, ...] = ()
    preview: bool = False
    refused: bool = False
    withheld: bool = False


class Caller(QObject):
    """Follows the contact in hand and finds out who it is with. ``changed`` carries a ``CallerState``."""

    changed = Signal(object)

    def __init__(
        self, session: DeskSession, book: PeopleBook, lookup: PeopleLookup, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._book, self._lookup, self._tasks = session, book, lookup, tasks
        self.state = CallerState()
        self._followed = ("", "", "", "")
        self._previewed = ""
        self._refused: dict[str, frozenset[str]] = defaultdict(frozenset)
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
        named = self.state.card if self.state.number and not self.state.preview else None
        card, draft = self.guess or named, self._session.draft
        if card is None or draft is None:
            return False
        self._refused[draft.id] |= {card.person.id}
        self._session.set_person("")
        self.refresh()
        return True

    def preview(self, person_id: str) -> None:
        """Show somebody without making them the caller."""
        self._previewed = person_id
        self.refresh()

    def end_preview(self) -> None:
        """Show the caller again."""
        if self._previewed:
            self._previewed = ""
            self.refresh()

    def refresh(self) -> None:
        """Read again what is shown, after it may have changed."""
        self._followed = ("", "", "", "")
        self._follow()

    def _follow(self) -> None:
        draft = self._session.draft
        followed = (draft.id, draft.person_id, draft.number.strip(), draft.channel) if draft else ("-", "", "", "")
        if followed == self._followed:
            return
        self._followed = followed
        self._tasks.forget(CHANNEL)
        number, person_id = followed[2], followed[1]
        if self._previewed:
            self._load(self._previewed, number, preview=True)
        elif person_id:
            self._load(person_id, number, preview=False)
        elif draft is not None and _belongs(draft):
            self._identify(draft)
        else:
            self._set(CallerState(number, withheld=withheld(number)))

    def _load(self, person_id: str, number: str, preview: bool) -> None:
        self._tasks.run(
            lambda: self._book.card(person_id),
            lambda card: self._set(CallerState(number, card, preview=preview and card is not None)),
            latest=CHANNEL,
        )

    def _identify(self, draft: Draft) -> None:
        refused, number = self._refused[draft.id], draft.number.strip()

        def work() -> tuple[bool, tuple[PersonCard, ...], bool]:
            owners = self._owners(number, MOST_GUESSES + len(refused))
            found = [m for m in owners if m.person.id not in refused]
            whole = [m for m in found if m.score >= WHOLE]
            ids = [m.person.id for m in whole or found]
            cards = tuple(card for card in map(self._book.card, ids[:MOST_GUESSES]) if card)
            return bool(whole), cards, len(found) < len(owners)

        self._tasks.run(work, lambda found: self._take(draft, *found), latest=CHANNEL)

    def _owners(self, number: str, limit: int) -> list[PersonMatch]:
        if not looks_like_number(number):
            return list(self._lookup.owners(number, limit))
        return [match for match in self._lookup.find(number, limit).people if match.reason in EXACT]

    def _take(self, draft: Draft, whole: bool, cards: tuple[PersonCard, ...], refused: bool) -> None:
        """Name the caller if there is only one it can be; ask if there are several, or the number is only begun."""
        if whole and len(cards) == 1 and not self._refused[draft.id]:
            self._session.set_person(cards[0].person.id)
        else:
            self._set(CallerState(draft.number.strip(), guesses=cards, refused=refused and not cards))

    def _set(self, state: CallerState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _belongs(draft: Draft) -> bool:
    """Tell whether what is known of the caller is somebody's: a number, a plate or an address, not a name."""
    number = draft.number.strip()
    if withheld(number):
        return False
    return looks_like_number(number) or "@" in number or draft.channel is Channel.LINE or is_plate(number)
