"""How much of a card fits its place: pure, so that it can be tested without a window."""

from dataclasses import dataclass

PROMISE_HEAD, PROMISE, CONTACT_HEAD, CONTACT, FACT_HEAD, FACT, GAP = 26, 44, 28, 32, 30, 28, 12
MOST_CONTACTS, LEAST_FACTS = 5, 3


@dataclass(frozen=True, slots=True)
class CardPlan:
    """How many promises, contacts and lines of facts are shown; 0 for all there are."""

    promises: int = 0
    contacts: int = 0
    facts: int = 0


WAYS = (
    (3, 5, 99), (2, 5, 99), (1, 5, 99), (1, 5, 8), (1, 5, 7), (1, 5, 6), (1, 5, 5), (1, 5, 4), (1, 4, 4), (1, 4, 3),
    (1, 3, 3), (1, 2, 3), (1, 2, 2),
)  # fmt: skip
"""What is given up first: further promises, then facts, then contacts."""


WAYS_TO_EDIT = tuple((1, contacts, 0) for contacts in (5, 4, 3, 2))
"""While a card is edited every value must be there; contacts cannot be changed."""


def planned(room: float, promises: int, contacts: int, facts: int, editing: bool = False) -> CardPlan:
    """Return what fits into ``room`` (design pixels), of so many promises, contacts and lines of facts.

    Where not even the least fits, that least is shown and the card scrolls.
    """
    if editing:
        return _planned_to_edit(room, promises, contacts, facts)
    for way in WAYS:
        wanted = [min(there, most) for there, most in zip((promises, contacts, facts), way, strict=True)]
        if height(*wanted) <= room:
            return CardPlan(*way)
    return CardPlan(*WAYS[-1])


def _planned_to_edit(room: float, promises: int, contacts: int, facts: int) -> CardPlan:
    heights = ((way, height(min(promises, 1), min(contacts, way[1]), facts)) for way in WAYS_TO_EDIT)
    return CardPlan(*next((way for way, high in heights if high <= room), WAYS_TO_EDIT[-1]))


def height(promises: int, contacts: int, facts: int) -> int:
    """Return the height of the parts that vary, each with the gap before it, in design pixels."""
    total = GAP + PROMISE_HEAD + promises * PROMISE - 4 if promises else 0
    total += GAP + CONTACT_HEAD + contacts * CONTACT if contacts else 0
    return total + (GAP + FACT_HEAD + facts * FACT if facts else 0)
