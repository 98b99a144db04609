"""People as the desk keeps them, and the card that tells at a glance who somebody is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from frontdesk.domain.contacts import Contact
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.people import ContactFigures, PartialDate, Person
from frontdesk.domain.promises import Promise
from frontdesk.domain.segments import Ground, Purchases, Segment, Standing, segment_of
from frontdesk.domain.visits import Visit
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Repositories, Storage
from frontdesk.services.segments import rules_in
from frontdesk.services.survivors import survivor_of
from frontdesk.services.timeline import visits_of

CARD_CONTACTS, CARD_PROMISES = 5, 20
LONG_AGO = datetime.min.replace(tzinfo=UTC)
NOBODY_YET = Standing(Segment.FIRST_TIME, Ground.NEVER)


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything that the desk shows of one person.

    ``visits`` are the last and the coming ones, ``promises`` what is owed to them, by due time; ``birthday_in`` is in
    days where it is at most 30, else None. ``referred_by`` sent this one, ``referred`` were sent by them; ``as_of`` is
    when this was so.
    """

    person: Person
    figures: ContactFigures
    standing: Standing = NOBODY_YET
    last_contacts: tuple[Contact, ...] = ()
    visits: tuple[Visit, ...] = ()
    promises: tuple[Promise, ...] = ()
    birthday_in: int | None = None
    referred_by: Person | None = None
    referred: tuple[Person, ...] = ()
    as_of: datetime = LONG_AGO

    @property
    def segment(self) -> Segment:
        return self.standing.segment


class PeopleBook:
    """The people on file."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    def get(self, person_id: str) -> Person | None:
        with self._storage.read() as repos:
            return repos.people.get(person_id)

    def by_ids(self, ids: Iterable[str]) -> dict[str, Person]:
        """Return those of some people who are on file, as they are now."""
        with self._storage.read() as repos:
            return {key: one for key, one in repos.people.by_ids(ids).items() if not one.archived}

    def by_code(self, code: str) -> Person | None:
        with self._storage.read() as repos:
            return survivor_of(repos, repos.people.by_code(code))

    def today(self) -> date:
        """Return the date at the site."""
        return self._clock.today()

    def count(self) -> int:
        with self._storage.read() as repos:
            return repos.people.count()

    def card(self, person_id: str) -> PersonCard | None:
        """Gather the card, or None for somebody who is not on file."""
        with self._storage.read() as repos:
            person = survivor_of(repos, repos.people.get(person_id))
            return replace(_card(repos, person, self._clock.today()), as_of=self._clock.now()) if person else None

    def new(self) -> Person:
        """Return an empty person with a fresh code, not yet saved."""
        person_id = new_id()
        return Person(id=person_id, code=f"P-{person_id[-8:].upper()}", given_name="")

    def save(self, person: Person, by: str) -> Person:
        """Check and store somebody; the earlier version is kept. Raise ``DeskError``."""
        _check(person)
        with self._storage.write() as repos:
            return self._stored(repos, person, by)

    def change(self, person_id: str, change: Callable[[Person], Person], by: str) -> Person:
        """Change somebody as they are on file at this very moment. Raise ``DeskError`` as ``save`` and ``change`` do,
        and person_gone. What changes nothing makes no version.
        """
        with self._storage.write() as repos:
            before = repos.people.get(person_id)
            if before is None:
                raise DeskError("person_gone")
            after = change(before)
            if after == before:
                return before
            _check(after)
            return self._stored(repos, after, by)

    def put_back(self, person_id: str, by: str, steps: int = 0) -> Person:
        """Put back what the last save replaced; ``steps`` says how often that was done just before. Every step back
        is a save of its own, so the states further back are reached by twice the steps.

        Raise ``DeskError``: no_change_to_undo.
        """
        earlier = self.versions(person_id)[2 * steps :]
        if not earlier:
            raise DeskError("no_change_to_undo")
        return self.save(earlier[0][2], by)

    def versions(self, person_id: str) -> list[tuple[datetime, str, Person]]:
        with self._storage.read() as repos:
            return repos.people.versions(person_id)

    def _stored(self, repos: Repositories, person: Person, by: str) -> Person:
        stored = replace(person, updated_at=self._clock.now())
        other = repos.people.by_code(stored.code)
        if other is not None and other.id != stored.id:
            raise DeskError("duplicate_code", value=stored.code)
        repos.people.save(stored, by)
        return stored


def _check(person: Person) -> None:
    if not person.code.strip():
        raise DeskError("code_missing")
    if not (person.name or person.organisation.strip() or person.numbers):
        raise DeskError("name_or_number_missing")


def _card(repos: Repositories, person: Person, today: date) -> PersonCard:
    figures, referred = repos.contacts.figures(person.id), repos.people.referred_by(person.id)
    purchases = Purchases(person.purchases, person.last_purchase)
    return PersonCard(
        person,
        figures,
        segment_of(figures, len(referred), purchases, rules_in(repos), today),
        tuple(repos.contacts.of_person(person.id, CARD_CONTACTS)),
        visits_of(repos, person, CARD_CONTACTS),
        tuple(repos.promises.open_of(person.id, CARD_PROMISES)),
        days_to_birthday(person.birthday, today.toordinal(), today.year),
        repos.people.get(person.referred_by) if person.referred_by else None,
        tuple(referred),
    )


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
