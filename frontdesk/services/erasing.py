"""Erasing a person at their wish: the record keeps what was done, and forgets with whom."""

from dataclasses import dataclass

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.people import Person
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Repositories, Storage
from frontdesk.services.security import TERMINAL
from frontdesk.services.survivors import survivor_of


@dataclass(frozen=True, slots=True)
class Erased:
    """How much went: people counts those who were one with the person."""

    people: int
    contacts: int


class Erasing:
    """Forgets people. Copies made before still hold them until they are rotated away."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def erase_person(self, person_id: str, by: str, reason: str) -> Erased:
        """Erase somebody from the file, from all contacts, from drafts and from what is owed; it cannot be undone.

        ``reason`` is kept and must name nobody. Raise ``DeskError``: not_allowed, person_gone, person_inside.
        """
        with self._storage.write() as repos:
            _require_right(repos, by)
            person = survivor_of(repos, repos.people.get(person_id))
            if person is None:
                raise DeskError("person_gone")
            ids, now = [person.id, *repos.merges.members(person.id)], self._clock.now()
            everybody = list(repos.people.by_ids(ids).values())
            own = _own_digits(repos, ids, everybody)
            _require_outside(repos, ids, own)
            contact_ids = _contact_ids(repos, ids, own)
            for key in contact_ids:
                repos.answer_words.take_back(key)
            _drop_drafts(repos, set(ids), _digits(everybody))
            repos.erasures.erase_contacts(contact_ids, by, reason, now)
            repos.erasures.erase_people(ids, own, by)
            detail = f"contacts {len(contact_ids)}"
            repos.audit.add(AuditEvent(new_id(), now, by, AuditKind.ERASE, person.id, detail))
        return Erased(len(everybody), len(contact_ids))


def _require_right(repos: Repositories, by: str) -> None:
    staff = repos.staff.get(by)
    if staff is None or staff.archived or not (staff.role.manages_staff or staff.code == TERMINAL):
        raise DeskError("not_allowed")


def _require_outside(repos: Repositories, ids: list[str], own: list[str]) -> None:
    """Keep whoever is inside on the roll of an evacuation."""
    if any(one.person_id in ids or (one.digits and one.digits in own) for one in repos.visits.inside()):
        raise DeskError("person_inside")


def _own_digits(repos: Repositories, ids: list[str], everybody: list[Person]) -> list[str]:
    """Return the numbers that nobody else has."""
    return [digits for digits in _digits(everybody) if set(repos.people.ids_by_exact_number(digits)) <= set(ids)]


def _contact_ids(repos: Repositories, ids: list[str], own: list[str]) -> list[str]:
    """Return the contacts with somebody, and those with a number of theirs alone that count for nobody."""
    nobodys = {contact.id for digits in own for contact in repos.attributions.nobodys(digits)}
    return sorted({*repos.erasures.contact_ids(ids), *nobodys})


def _digits(everybody: list[Person]) -> set[str]:
    return {number.digits for person in everybody for number in person.numbers if number.digits}


def _drop_drafts(repos: Repositories, ids: set[str], digits: set[str]) -> None:
    from frontdesk.domain.numbers import parse_number

    for draft in repos.drafts.all():
        if draft.person_id in ids or (draft.number and parse_number(draft.number).digits in digits):
            repos.drafts.drop(draft.id)
    for form in repos.visit_drafts.all():
        typed = form.typed
        theirs = typed.person_id in ids or typed.host_id in ids
        if theirs or (typed.number and parse_number(typed.number).digits in digits):
            repos.visit_drafts.drop(form.id)
