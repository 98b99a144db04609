"""Who on file may be the same person as another: shown, never decided."""

from collections.abc import Iterable, Iterator

from frontdesk.domain.duplicates import Duplicate, Sign, compare
from frontdesk.domain.names import look_up_key, name_key
from frontdesk.domain.people import Person
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.services.people_repositories import People
from frontdesk.services.repositories import Storage

CROWD = 12
"""People on one number or of one name, from which they are looked at no further: a switchboard, a common name."""

NAMESAKES, MOST = 3, 12
"""Of so many of one name and nothing else in common none is mentioned; the most that are returned."""


class Duplicates:
    """Looks for duplicates of people who are on file, or are just being written."""

    def __init__(self, storage: Storage, lookup: PeopleLookup) -> None:
        self._storage = storage
        self._lookup = lookup

    @property
    def complete(self) -> bool:
        """Tell whether names that only sound alike are found too; ``prepare`` makes it so."""
        return self._lookup.prepared

    def prepare(self) -> None:
        """Read the names so that those that sound alike are found; takes long with many people."""
        self._lookup.prepare()

    def like(self, person: Person) -> tuple[Duplicate, ...]:
        """Return those who may be the same person, likeliest first, then those who share something with them."""
        with self._storage.read() as repos:
            ids = {one for found in self._leads(repos.people, person) for one in found} - {person.id}
            others = repos.people.by_ids(ids).values()
        found = [one for other in others if not other.archived and (one := compare(person, other))]
        found.sort(key=lambda one: (one.sharing, -one.likeness, one.person.code))
        return tuple(_without_namesakes(found)[:MOST])

    def _leads(self, people: People, person: Person) -> Iterator[list[str]]:
        """Yield ids of people who have something in common with somebody."""
        for number in person.numbers:
            if number.digits:
                yield people.ids_by_numbers([number.digits], CROWD)
            elif number.extension:
                yield people.ids_by_exact_number("", number.extension)[:CROWD]
        for key in _keys(person):
            yield people.ids_by_key(key, CROWD)
        for name in filter(None, map(name_key, (person.name, person.romanised, *person.aliases))):
            yield people.ids_by_alias(name, CROWD)
        given, family = name_key(person.given_name), name_key(person.family_name)
        if given and family:
            yield people.ids_by_names([given, family], [given, family], CROWD)
            yield people.ids_by_family_and([family], given[:1], CROWD)
            yield people.ids_by_family([family], CROWD)
            yield self._lookup.alike(people, given, family, CROWD) if self.complete else []


def _keys(person: Person) -> Iterable[str]:
    first = (person.code, person.email, person.line, person.plate)
    return dict.fromkeys(filter(None, map(look_up_key, (*first, *(one.value for one in person.handles)))))


def _without_namesakes(found: list[Duplicate]) -> list[Duplicate]:
    """Leave out people who only have a common name in common."""
    for name in (Sign.NAME, Sign.ALMOST):
        namesakes = [one for one in found if one.reasons == (name,)]
        found = [one for one in found if one not in namesakes] if len(namesakes) > NAMESAKES else found
    return found
