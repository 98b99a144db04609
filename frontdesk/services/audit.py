"""Keeping and showing who looked at personal data."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.contacts import Contact
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Staff

from .clock import SITE_ZONE
from .ports import Clock
from .repositories import Repositories, Storage

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """An event with the names that belong to it; ``whose`` is empty where many were concerned, or nobody known.

    ``person_id`` is empty where the event was about a contact without a person, or about many.
    """

    event: AuditEvent
    staff: Staff | None = None
    whose: str = ""
    person_id: str = ""


class Audit:
    """The record of looking at, copying, taking out and bringing in personal data."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def note(self, kind: AuditKind, staff: str, subject: str = "", detail: str = "") -> None:
        """Add an event to the record."""
        with self._storage.write() as repos:
            repos.audit.add(AuditEvent(new_id(), self._clock.now(), staff, kind, subject, detail))

    def entries(
        self, by: str, staff: str = "", day: date | None = None, limit: int = MOST_SHOWN
    ) -> tuple[AuditEntry, ...]:
        """Return what was noted, newest first: of one member of staff, of one day at the site, or everything.

        ``by`` is who wants to know: anybody but a supervisor is refused (``DeskError`` not_allowed).
        """
        start, end = _span(day) if day else (None, None)
        with self._storage.read() as repos:
            one = repos.staff.get(by)
            if one is None or one.archived or not one.role.manages_staff:
                raise DeskError("not_allowed")
            events = repos.audit.latest(limit, start, end, staff)
            return tuple(_named(repos, events))


def _span(day: date) -> tuple[datetime, datetime]:
    start = datetime.combine(day, time.min, SITE_ZONE)
    return start, start + timedelta(days=1)


def _named(repos: Repositories, events: list[AuditEvent]) -> list[AuditEntry]:
    staff = {one.id: one for one in repos.staff.all()}
    people = repos.people.by_ids({event.subject for event in events if event.subject})
    found: list[AuditEntry] = []
    for event in events:
        person = people.get(event.subject)
        contact = None if person or not event.subject else repos.contacts.get(event.subject)
        found.append(AuditEntry(event, staff.get(event.staff), *_whose(person, contact)))
    return found


def _whose(person: Person | None, contact: Contact | None) -> tuple[str, str]:
    if person is not None:
        return person.name or person.organisation or person.code, person.id
    return (contact.person_name, contact.person_id) if contact is not None else ("", "")
