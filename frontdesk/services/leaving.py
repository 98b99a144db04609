"""Leaving by the gate, with or without the card that was left there."""

from dataclasses import dataclass

from frontdesk.domain.errors import DeskError
from frontdesk.domain.visits import HeldCard, Visit

from .card_exchange import CardExchange
from .visits import Visits


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who left: the visit as it was and as it is, the cards given back, and those still held."""

    before: Visit
    visit: Visit
    returned: tuple[HeldCard, ...] = ()
    held: tuple[HeldCard, ...] = ()


class Leaving:
    """What happens when somebody leaves."""

    def __init__(self, visits: Visits, cards: CardExchange) -> None:
        self._visits, self._cards = visits, cards

    def held(self, visit_id: str) -> tuple[HeldCard, ...]:
        """Return the cards that the gate holds of a visit."""
        return tuple(card for card in self._cards.of_visit(visit_id) if card.open)

    def let_out(self, visit_id: str, by: str, place: str = "", *, returned: bool = True) -> Left:
        """Let somebody out, and note that their cards were given back, unless they were not.

        Raise ``DeskError``: visit_gone, visit_not_inside, visit_over.
        """
        before, held = self._visit(visit_id), self.held(visit_id)
        after = self._visits.leave(visit_id, by, place)
        for card in held if returned else ():
            self._cards.give_back(card.id, by, place)
        return Left(before, after, held if returned else (), () if returned else held)

    def assume_left(self, visit_id: str, reason: str, by: str, place: str = "") -> Left:
        """Close a visit whose end nobody saw; a card that is held stays held. Raise as ``Visits.assume_left``."""
        before = self._visit(visit_id)
        after = self._visits.assume_left(visit_id, reason, by, place)
        return Left(before, after, (), self.held(visit_id))

    def take_back(self, left: Left, by: str, place: str = "") -> None:
        """Let them be inside again, with their cards at the gate."""
        self._visits.put_back(left.before, left.visit, by, place)
        for card in left.returned:
            self._cards.take_again(card.id, by, place)

    def _visit(self, visit_id: str) -> Visit:
        visit = self._visits.get(visit_id)
        if visit is None:
            raise DeskError("visit_gone")
        return visit
