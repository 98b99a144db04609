"""Calls and visits of one person as one timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from frontdesk.domain.contacts import Contact
from frontdesk.domain.people import Person
from frontdesk.domain.visits import Visit

if TYPE_CHECKING:
    from .repositories import Repositories, Storage


@dataclass(frozen=True, slots=True)
class Moment:
    """A contact or a visit, at when it began (UTC)."""

    at: datetime
    contact: Contact | None = None
    visit: Visit | None = None


class Timeline:
    """What somebody had to do with the site, newest first, whichever way they came."""

    def __init__(self, storage: "Storage") -> None:
        self._storage = storage

    def of_visit(self, visit_id: str, limit: int = 12) -> tuple[Moment, ...]:
        """Return the timeline of a visitor: by their entry on file, else by their number."""
        with self._storage.read() as repos:
            visit = repos.visits.get(visit_id)
            if visit is None:
                return ()
            person_ids = owners(repos, visit)
            return _joined(_contacts(repos, visit, person_ids, limit), _visits(repos, visit, person_ids, limit), limit)

    def of_person(self, person_id: str, limit: int = 12) -> tuple[Moment, ...]:
        """Return the timeline of somebody on file."""
        with self._storage.read() as repos:
            person, contacts = repos.people.get(person_id), repos.contacts.of_person(person_id, limit)
            visits = visits_of(repos, person, limit) if person else ()
        return _joined(contacts, visits, limit)


def visits_of(repos: "Repositories", person: Person, limit: int) -> tuple[Visit, ...]:
    """Return the visits of somebody, and those from their number that were written down for nobody on file."""
    found = repos.visits.of_person(person.id, limit)
    for digits in {number.digits for number in person.numbers if number.digits}:
        found += [one for one in repos.visits.of_digits(digits, limit) if not one.person_id]
    newest = sorted({one.id: one for one in found}.values(), key=lambda one: (one.day, one.id), reverse=True)
    return tuple(newest[:limit])


def owners(repos: "Repositories", visit: Visit) -> list[str]:
    """Return who on file a visitor is: the one that was named, else the only one with that number."""
    if visit.person_id:
        return [visit.person_id]
    found = repos.people.ids_by_exact_number(visit.digits) if visit.digits else []
    return found if len(found) == 1 else []


def last_call(repos: "Repositories", visit: Visit) -> datetime | None:
    """Return when a visitor was in contact last (UTC)."""
    contacts = _contacts(repos, visit, owners(repos, visit), 1)
    return max((one.at for one in contacts), default=None)


def _contacts(repos: "Repositories", visit: Visit, person_ids: list[str], limit: int) -> list[Contact]:
    found = [one for key in person_ids for one in repos.contacts.of_person(key, limit)]
    found += repos.contacts.of_digits(visit.digits, limit) if visit.digits else []
    return list({one.id: one for one in found}.values())


def _visits(repos: "Repositories", visit: Visit, person_ids: list[str], limit: int) -> list[Visit]:
    found = [one for key in person_ids for one in repos.visits.of_person(key, limit)]
    found += repos.visits.of_digits(visit.digits, limit)
    return list({one.id: one for one in (visit, *found)}.values())


def _joined(contacts: Sequence[Contact], visits: Sequence[Visit], limit: int) -> tuple[Moment, ...]:
    moments = [Moment(one.at, contact=one) for one in contacts]
    moments += [Moment(at, visit=one) for one in visits if (at := one.arrived_at or one.due or one.made_at)]
    return tuple(sorted(moments, key=lambda one: one.at, reverse=True)[:limit])
