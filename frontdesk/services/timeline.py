"""What joins calls and visits: whose visits they are, and when a visitor telephoned last."""

from datetime import datetime
from typing import TYPE_CHECKING

from frontdesk.domain.contacts import Channel
from frontdesk.domain.people import Person
from frontdesk.domain.visits import Visit

if TYPE_CHECKING:
    from .repositories import Repositories

LOOKED_AT = 5
"""So many of somebody's last contacts are looked at for a call."""


def visits_of(repos: "Repositories", person: Person, limit: int) -> tuple[Visit, ...]:
    """Return the visits of somebody, and those from their number that were written down for nobody on file."""
    found = repos.visits.of_person(person.id, limit)
    for digits in {number.digits for number in person.numbers if number.digits}:
        found += [one for one in repos.visits.of_digits(digits, limit) if not one.person_id]
    newest = sorted({one.id: one for one in found}.values(), key=lambda one: (one.day, one.id), reverse=True)
    return tuple(newest[:limit])


def last_call(repos: "Repositories", visit: Visit) -> datetime | None:
    """Return when a visitor telephoned last (UTC)."""
    contacts = [one for key in _owners(repos, visit) for one in repos.contacts.of_person(key, LOOKED_AT)]
    contacts += repos.contacts.of_digits(visit.digits, LOOKED_AT) if visit.digits else []
    return max((one.at for one in contacts if one.channel is Channel.PHONE), default=None)


def _owners(repos: "Repositories", visit: Visit) -> list[str]:
    """Return who on file a visitor is: the one that was named, else the only one with that number."""
    if visit.person_id:
        return [visit.person_id]
    found = repos.people.ids_by_exact_number(visit.digits) if visit.digits else []
    return found if len(found) == 1 else []
