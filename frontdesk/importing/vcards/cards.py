"""The cards of a file: what stands between BEGIN and END, nested cards left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from frontdesk.domain.errors import DeskError

from .lines import Property

MAX_CARDS = 20_000
MAX_PROPERTIES = 500

Fault = tuple[str, dict[str, Any]]


@dataclass(slots=True)
class Card:
    """One card, which begins on ``line``, with what is wrong with its form."""

    line: int
    version: str = ""
    properties: list[Property] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def old(self) -> bool:
        """Whether it is a card of version 2.1, which escapes less."""
        return self.version.startswith("2")

    def add(self, prop: Property) -> None:
        if prop.name == "VERSION":
            self.version = prop.value.decode("ascii", "replace").strip()
        elif len(self.properties) < MAX_PROPERTIES:
            self.properties.append(prop)
        elif len(self.properties) == MAX_PROPERTIES and not self.faults:
            self.faults.append(("card_too_long", {"limit": MAX_PROPERTIES}))


def cards_of(properties: Iterable[Property], file: str) -> Iterator[Card]:
    """Yield the cards of a file; ``DeskError`` too_many_cards. What stands outside of cards is no part of any."""
    for count, card in enumerate(_cards(properties), 1):
        if count > MAX_CARDS:
            raise DeskError("too_many_cards", file=file, limit=MAX_CARDS)
        yield card


def _cards(properties: Iterable[Property]) -> Iterator[Card]:
    card: Card | None = None
    before, nested = "", 0
    for prop in properties:
        begins, ends = _is_frame(prop, "BEGIN"), _is_frame(prop, "END")
        if begins and card is not None and (nested or before == "AGENT"):
            nested += 1
        elif begins:
            if card is not None:
                yield _unclosed(card)
            card = Card(prop.line)
        elif ends and nested:
            nested -= 1
        elif ends and card is not None:
            yield card
            card = None
        elif card is not None and not nested:
            card.add(prop)
        before = prop.name
    if card is not None:
        yield _unclosed(card)


def _is_frame(prop: Property, name: str) -> bool:
    return prop.name == name and prop.value.strip().upper() == b"VCARD"


def _unclosed(card: Card) -> Card:
    card.faults.append(("card_not_closed", {}))
    return card
