"""Cards that are left at the gate against a badge: which slot, what sort, given back or not."""

import re

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.thai_text import normalise
from frontdesk.domain.visits import MOST_CARD_SIGNS, CardKind, HeldCard, StepKind, Visit, VisitStep

from .ports import Clock
from .repositories import Repositories, Storage
from .visits import read_stay

_SLOT = re.compile(r"(?:([A-Zก-ฮ]{1,3})-?)?(\d{1,4})")


class CardExchange:
    """Nothing of a card is kept but its sort and at most its last four signs."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def free_slot(self) -> str:
        """Return the lowest free slot, one behind the last where all are taken."""
        with self._storage.read() as repos:
            return _free_slot(repos)

    def take(self, visit_id: str, kind: CardKind, by: str, slot: str = "", last: str = "", place: str = "") -> HeldCard:
        """Keep a card, in the lowest free slot if none is named.

        Raise ``DeskError``: visit_gone, slot_taken, bad_slot, bad_card_signs.
        """
        signs, now = last_signs(last), self._clock.now()
        with self._storage.write() as repos:
            _visit(repos, visit_id)
            named = slot_named(slot) or _free_slot(repos)
            card = HeldCard(new_id(), visit_id, named, kind, signs, now, by)
            repos.cards.take(card)
            repos.visits.note(visit_id, VisitStep(now, by, StepKind.CARD_TAKEN, place, named))
        return card

    def give_back(self, card_id: str, by: str, place: str = "") -> None:
        """Note that a card was given back; once is enough."""
        now = self._clock.now()
        with self._storage.write() as repos:
            card = repos.cards.get(card_id)
            if card is not None and card.open:
                repos.cards.give_back(card_id, now, by)
                repos.visits.note(card.visit_id, VisitStep(now, by, StepKind.CARD_RETURNED, place, card.slot))

    def take_again(self, card_id: str, by: str, place: str = "") -> None:
        """Take a return back that was a slip of the hand. Raise ``DeskError`` slot_taken."""
        with self._storage.write() as repos:
            card = repos.cards.get(card_id)
            if card is not None and not card.open:
                repos.cards.take_again(card_id)
                step = VisitStep(self._clock.now(), by, StepKind.TAKEN_BACK, place, card.slot)
                repos.visits.note(card.visit_id, step)

    def open(self) -> list[tuple[HeldCard, Visit]]:
        """Return the cards that were not given back, oldest first, with whose they are."""
        with self._storage.read() as repos:
            cards = repos.cards.open()
            owners = repos.visits.by_ids({card.visit_id for card in cards})
        return [(card, owners[card.visit_id]) for card in cards]

    def of_visit(self, visit_id: str) -> list[HeldCard]:
        with self._storage.read() as repos:
            return repos.cards.of_visits([visit_id]).get(visit_id, [])


def slot_named(text: str) -> str:
    """Return a slot as all write it: ๑๔ and 014 are 14. Raise ``DeskError`` bad_slot for what is none."""
    typed = "".join(normalise(text).split()).upper()
    found = _SLOT.fullmatch(typed)
    if typed and not (found and int(found[2])):
        raise DeskError("bad_slot")
    return f"{found[1] or ''}{int(found[2])}" if found else ""


def last_signs(text: str) -> str:
    """Check the last signs of a card. Raise ``DeskError`` bad_card_signs for more than four."""
    signs = "".join(normalise(text).upper().split()).replace("-", "")
    if len(signs) > MOST_CARD_SIGNS:
        raise DeskError("bad_card_signs", most=MOST_CARD_SIGNS)
    return signs


def _free_slot(repos: Repositories) -> str:
    taken = {card.slot for card in repos.cards.open()}
    most = max(read_stay(repos).slots, len(taken) + 1)
    return next(str(slot) for slot in range(1, most + 1) if str(slot) not in taken)


def _visit(repos: Repositories, visit_id: str) -> Visit:
    visit = repos.visits.get(visit_id)
    if visit is None:
        raise DeskError("visit_gone")
    return visit
