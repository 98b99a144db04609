"""Says for the people of the directory what they are doing now, and until when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from frontdesk.domain.coverage import status_of
from frontdesk.domain.errors import DeskError
from frontdesk.domain.inner_number import LISTED
from frontdesk.domain.leaves import on_leave, with_leave, without_next
from frontdesk.domain.people import Leave, Person
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Storage


class Statuses:
    """Each change is an ordinary version of the person; a status ends by itself at its time."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def put(self, person_id: str, status: str, until: datetime | None, by: str) -> Person:
        """Say what somebody is doing until a moment. Raise ``DeskError`` not_in_directory."""
        moment, said = until.astimezone(UTC) if until else None, status.strip()
        return self._save(person_id, by, lambda person: replace(person, status=said, status_until=moment))

    def leave(self, person_id: str, leave: Leave, by: str) -> Person:
        """Say on which days somebody is away. Raise ``DeskError`` not_in_directory."""
        return self._save(person_id, by, lambda person: replace(person, leave=with_leave(person, leave)))

    def clear(self, person_id: str, by: str) -> Person:
        """Say that somebody is there again, or else will not be away. Raise ``DeskError`` not_in_directory."""
        return self._save(person_id, by, self._cleared)

    def now(self) -> datetime:
        """Return the present in the site's time."""
        return self._clock.now().astimezone(SITE_ZONE)

    def _cleared(self, person: Person) -> Person:
        """Take the status away; without one the leave going on, or else the next one."""
        status, today = status_of(person, self.now()), self.now().date()
        leave = person.leave if status and not on_leave(person, today) else without_next(person, today)
        return replace(person, status="", status_until=None, leave=leave)

    def _save(self, person_id: str, by: str, change: Callable[[Person], Person]) -> Person:
        with self._storage.write() as repos:
            person = repos.people.get(person_id)
            if person is None or person.archived or person.kind not in LISTED:
                raise DeskError("not_in_directory")
            changed = change(person)
            if changed == person:
                return person
            changed = replace(changed, updated_at=self._clock.now())
            repos.people.save(changed, by)
        return changed
