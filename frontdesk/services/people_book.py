"""People as the desk keeps them, and the card that tells at a glance who somebody is."""

from dataclasses import dataclass, replace
from datetime import datetime

from frontdesk.domain.contacts import Contact, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.people import ContactFigures, PartialDate, Person, Segment, segment_of
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Storage

CARD_CONTACTS = 5


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything that the desk shows of one person.

    ``promises`` are contacts that ended with a promise; ``birthday_in`` is in days where it is
    at most 30, else None.
    """

    person: Person
    figures: ContactFigures
    segment: Segment
    last_contacts: tuple[Contact, ...] = ()
    promises: tuple[Contact, ...] = ()
    birthday_in: int | None = None


class PeopleBook:
    """The people on file."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    def get(self, person_id: str) -> Person | None:
        with self._storage.read() as repos:
            return repos.people.get(person_id)

    def by_code(self, code: str) -> Person | None:
        with self._storage.read() as repos:
            return repos.people.by_code(code)

    def count(self) -> int:
        with self._storage.read() as repos:
            return repos.people.count()

    def card(self, person_id: str) -> PersonCard | None:
        """Gather the card, or None for somebody who is not on file."""
        with self._storage.read() as repos:
            person = repos.people.get(person_id)
            if person is None:
                return None
            figures = repos.contacts.figures(person_id)
            last = repos.contacts.of_person(person_id, CARD_CONTACTS)
        today = self._clock.today()
        promises = tuple(c for c in last if c.outcome is Outcome.PROMISED)
        soon = days_to_birthday(person.birthday, today.toordinal(), today.year)
        return PersonCard(person, figures, segment_of(figures, today), tuple(last), promises, soon)

    def new(self) -> Person:
        """Return an empty person with a fresh code, not yet saved."""
        person_id = new_id()
        return Person(id=person_id, code=f"P-{person_id[-8:].upper()}", given_name="")

    def save(self, person: Person, by: str) -> Person:
        """Check and store somebody; the earlier version is kept. Raise ``DeskError``."""
        if not person.code.strip():
            raise DeskError("code_missing")
        if not (person.name or person.organisation.strip() or person.numbers):
            raise DeskError("name_or_number_missing")
        stored = replace(person, updated_at=self._clock.now())
        with self._storage.write() as repos:
            other = repos.people.by_code(stored.code)
            if other is not None and other.id != stored.id:
                raise DeskError("duplicate_code", value=stored.code)
            repos.people.save(stored, by)
        return stored

    def versions(self, person_id: str) -> list[tuple[datetime, str, Person]]:
        with self._storage.read() as repos:
            return repos.people.versions(person_id)


def days_to_birthday(birthday: PartialDate | None, today: int, year: int, within: int = 30) -> int | None:
    """Count the days to the next birthday if it is near. ``today`` is a proleptic ordinal."""
    if birthday is None:
        return None
    for candidate in (year, year + 1):
        ahead = _ordinal(candidate, birthday) - today
        if 0 <= ahead <= within:
            return ahead
    return None


def _ordinal(year: int, day: PartialDate) -> int:
    try:
        return datetime(year, day.month, day.day).toordinal()
    except ValueError:  # 29 February in a common year is kept on 1 March
        return datetime(year, 3, 1).toordinal()
