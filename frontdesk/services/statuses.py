"""Says for the people of the directory what they are doing now, and until when."""

from dataclasses import replace
from datetime import UTC, datetime

from frontdesk.domain.errors import DeskError
from frontdesk.domain.inner_number import LISTED
from frontdesk.domain.people import Person
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Storage


class Statuses:
    """Each change is an ordinary version of the person; a status ends by itself at its time."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def put(self, person_id: str, status: str, until: datetime | None, by: str) -> Person:
        """Say what somebody is doing until a moment. Raise ``DeskError`` not_in_directory."""
        return self._save(person_id, status.strip(), until, by)

    def clear(self, person_id: str, by: str) -> Person:
        """Say that somebody is there again. Raise ``DeskError`` not_in_directory."""
        return self._save(person_id, "", None, by)

    def now(self) -> datetime:
        """Return the present in the site's time."""
        return self._clock.now().astimezone(SITE_ZONE)

    def _save(self, person_id: str, status: str, until: datetime | None, by: str) -> Person:
        moment = until.astimezone(UTC) if until and status else None
        with self._storage.write() as repos:
            person = repos.people.get(person_id)
            if person is None or person.archived or person.kind not in LISTED:
                raise DeskError("not_in_directory")
            if (person.status, person.status_until) == (status, moment):
                return person
            changed = replace(person, status=status, status_until=moment, updated_at=self._clock.now())
            repos.people.save(changed, by)
        return changed
