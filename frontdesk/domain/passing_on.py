"""How often a caller has been passed on in one matter.

The rule: a contact counts if it ended as transferred within the last ``LOOK_BACK``, with the same person or from the
same number, about the same matter (``Matter.same``). One that was taken back does not count. From ``TOO_OFTEN`` on the
desk warns. The chain says where it went each time, the first first; a caller who rings again from elsewhere, with
another number and nobody's name, cannot be known and is not counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from .contacts import Contact, Outcome
from .matters import Matter, matter_of

LOOK_BACK = timedelta(days=7)
TOO_OFTEN = 2


@dataclass(frozen=True, slots=True)
class HandOff:
    """One time a caller was passed on (UTC); ``receiver`` is empty where nobody wrote down where to."""

    at: datetime
    receiver: str = ""


def hand_offs(contacts: Iterable[Contact], matter: Matter, now: datetime) -> tuple[HandOff, ...]:
    """Return how often one caller's contacts passed them on in a matter, the first first."""
    found = {one.id: one for one in contacts if _counts(one, now) and matter.same(matter_of_contact(one))}
    return tuple(HandOff(one.at, _receiver(one)) for one in sorted(found.values(), key=lambda one: (one.at, one.id)))


def matter_of_contact(contact: Contact) -> Matter:
    """Return what a contact was about: the answers used, its topic and the words searched."""
    return matter_of(contact.articles, (contact.topic, *contact.queries))


def _counts(contact: Contact, now: datetime) -> bool:
    return contact.outcome is Outcome.TRANSFERRED and now - LOOK_BACK <= contact.at <= now


def _receiver(contact: Contact) -> str:
    return contact.transfer.receiver if contact.transfer else ""
