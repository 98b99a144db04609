"""Giving a number that nobody was known by to somebody, with the contacts it was written down in before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from frontdesk.domain.caller_ids import withheld
from frontdesk.domain.contacts import Contact
from frontdesk.domain.drafts import Draft
from frontdesk.domain.errors import DeskError
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PhoneNumber
from frontdesk.services.people_repositories import People
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Repositories, Storage


@dataclass(frozen=True, slots=True)
class AttachPreview:
    """What giving a number to somebody would do.

    ``earlier`` are the contacts with this number that count for nobody yet, newest first, and ``drafts`` those
    begun and not logged. With a number that ``others`` have as well, nobody can tell whose they were: there are none.
    ``known`` says that the number is theirs already, and only the contacts are new to them.
    """

    person: Person
    number: PhoneNumber
    earlier: tuple[Contact, ...] = ()
    drafts: tuple[Draft, ...] = ()
    others: tuple[Person, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """What was done, as it takes to take it back; ``known`` as in ``AttachPreview``."""

    person_id: str
    number: PhoneNumber
    contact_ids: tuple[str, ...] = ()
    draft_ids: tuple[str, ...] = ()
    known: bool = False


class Attaching:
    """Attaches numbers to people, and takes that back."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    def preview(self, number: str, person_id: str) -> AttachPreview:
        """Tell what would be done. Raise ``DeskError``: person_gone, no_number_to_attach; number_known_here
        where there is nothing to do.
        """
        with self._storage.read() as repos:
            return _preview(repos, number, person_id)

    def attach(self, number: str, person_id: str, by: str) -> Attached:
        """Give somebody a number, and what was written down with it before. Raise ``DeskError`` as ``preview`` does."""
        with self._storage.write() as repos:
            found, now = _preview(repos, number, person_id), self._clock.now()
            if not found.known:
                whole = (*found.person.numbers, found.number)
                repos.people.save(replace(found.person, numbers=whole, updated_at=now), by)
            contact_ids = tuple(one.id for one in found.earlier)
            repos.attributions.add(contact_ids, person_id, by, now)
            for draft in found.drafts:
                repos.drafts.save(replace(draft, person_id=person_id))
            return Attached(person_id, found.number, contact_ids, tuple(one.id for one in found.drafts), found.known)

    def take_back(self, attached: Attached, by: str) -> None:
        """Take the number from the person again, and the earlier contacts with it."""
        with self._storage.write() as repos:
            person = repos.people.get(attached.person_id)
            if person is not None and attached.number in person.numbers and not attached.known:
                left = tuple(one for one in person.numbers if one != attached.number)
                repos.people.save(replace(person, numbers=left, updated_at=self._clock.now()), by)
            repos.attributions.take_back(attached.contact_ids)
            for draft in repos.drafts.all():
                if draft.id in attached.draft_ids and draft.person_id == attached.person_id:
                    repos.drafts.save(replace(draft, person_id=""))


def _preview(repos: Repositories, text: str, person_id: str) -> AttachPreview:
    person, number = repos.people.get(person_id), parse_number(text.strip())
    if person is None or person.archived:
        raise DeskError("person_gone")
    if withheld(text) or not (number.digits or number.extension):
        raise DeskError("no_number_to_attach")
    known = any(same_number(number, one) for one in person.numbers)
    others = tuple(one for one in _owners(repos.people, number) if one.id != person.id)
    found = AttachPreview(person, number, *_nobodys(repos, number, others), others, known)
    if known and not (found.earlier or found.drafts):
        raise DeskError("number_known_here")
    return found


def _nobodys(
    repos: Repositories, number: PhoneNumber, others: Iterable[Person]
) -> tuple[tuple[Contact, ...], tuple[Draft, ...]]:
    """Return the contacts, and those not logged yet, that can only have been with whoever gets the number."""
    if others:
        return (), ()
    nobodys = repos.attributions.nobodys(number.digits or number.extension)
    earlier = tuple(one for one in nobodys if _is_with(one.number, number))
    drafts = (one for one in repos.drafts.all() if not one.person_id and _is_with(one.number, number))
    return earlier, tuple(drafts)


def same_number(one: PhoneNumber, other: PhoneNumber) -> bool:
    """Tell whether two numbers reach the same telephone."""
    return (one.digits, one.extension) == (other.digits, other.extension) and bool(one.digits or one.extension)


def _owners(people: People, number: PhoneNumber) -> Iterable[Person]:
    found = people.by_ids(people.ids_by_exact_number(number.digits, number.extension)).values()
    return (one for one in found if any(same_number(number, own) for own in one.numbers))


def _is_with(text: str, number: PhoneNumber) -> bool:
    return bool(text) and same_number(parse_number(text), number)
