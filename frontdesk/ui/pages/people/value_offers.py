"""What may be chosen for the values of a card, and what was chosen."""

from collections.abc import Iterable

from frontdesk.domain.contacts import Channel
from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Person, PersonKind, PersonMatch
from frontdesk.domain.thai_text import normalise
from frontdesk.ui.pages.people.offers import Offer
from frontdesk.ui.pages.people.person_words import belongs_to, called, row_number
from frontdesk.ui.words import Words

REFERRER, DEPUTY = "referred_by", "deputy"
LOOKED_UP = (REFERRER, DEPUTY)
"""Values that name somebody on file; a deputy, by code, may be anybody else as well."""


def choices(key: str, words: Words) -> tuple[Offer, ...]:
    """Return all there is to choose from; nothing for a value that is typed."""
    if key == "kind":
        return tuple(Offer(kind.value, words(f"desk.kind_{kind.value}")) for kind in PersonKind)
    if key == "channel":
        ways = (Offer(way.value, words(f"people.way_{way.value}")) for way in Channel)
        return (Offer("", words("people.any_way")), *ways)
    return ()


def narrowed(offers: tuple[Offer, ...], typed: str) -> tuple[Offer, ...]:
    """Return the offers that begin as typed, or at least hold it."""
    text = normalise(typed).strip()
    begun = tuple(offer for offer in offers if normalise(offer.text).startswith(text))
    return begun or tuple(offer for offer in offers if text in normalise(offer.text))


def place_of(offers: tuple[Offer, ...], value: str) -> int:
    """Return the place of a value, -1 if it is not offered."""
    return next((place for place, offer in enumerate(offers) if offer.value == value), -1)


def people_offered(key: str, matches: Iterable[PersonMatch], but: Person, words: Words) -> tuple[Offer, ...]:
    """Return people who may have sent somebody, or stand in for them; oneself is not among them."""
    others = [match for match in matches if match.person.id != but.id]
    return tuple(Offer(one.person.id if key == REFERRER else one.person.code, _told(one, words)) for one in others)


def chosen(key: str, typed: str, offer: Offer | None) -> str:
    """Return the value to store. Raise ``DeskError`` where something is typed that is not offered."""
    if offer is not None:
        return offer.value
    if key == DEPUTY or (not typed.strip() and key == REFERRER):
        return typed
    raise DeskError("referrer_unknown" if key == REFERRER else "not_offered")


def _told(match: PersonMatch, words: Words) -> str:
    person = match.person
    name = f"~ {called(person, words.language)}" if match.guess else called(person, words.language)
    return " · ".join(filter(None, (name, person.nickname, belongs_to(person), row_number(person, words), person.code)))
