"""What is kept in memory of everybody on file: the distinct names, numbers and organisations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from threading import Lock

from frontdesk.domain.digit_table import DigitTable
from frontdesk.domain.line_table import LineTable, NotedLines
from frontdesk.domain.name_index import NameIndex, Names
from frontdesk.domain.names import name_key
from frontdesk.domain.people import Person
from frontdesk.services.people_repositories import People
from frontdesk.services.repositories import Storage

FEW = 500
"""So many changed people are learned one by one; after more, everything is read again."""

ORGANISATIONS_FOUND = 200
"""At most so many that hold what was typed are looked up: of more, none fits better."""

Organisations = tuple[LineTable, Sequence[int]]
"""Names of organisations, and their ids in the same order."""


@dataclass(frozen=True, slots=True)
class Everybody:
    """The people's names, numbers and organisations at one revision of the people."""

    revision: int
    given: Names
    family: Names
    romanised: Names
    numbers: DigitTable
    later_numbers: tuple[str, ...]
    organisations: LineTable
    organisation_ids: Sequence[int]

    @property
    def known(self) -> bool:
        """Tell whether anybody has been read yet."""
        return self.revision >= 0

    def numbers_holding(self, digits: str, most: int) -> list[str]:
        """Return some whole numbers in which digits stand: of more, none fits better."""
        found = [number for number in self.later_numbers if digits in number]
        return found + list(islice(self.numbers.holding(digits), most))

    def organisations_holding(self, words: Sequence[str]) -> list[int]:
        """Return the ids of organisations in whose names every word stands."""
        return [self.organisation_ids[at] for at in islice(self.organisations.holding(words), ORGANISATIONS_FOUND)]

    def joined_given(self, joined: str) -> list[tuple[str, str]]:
        """Return the given names that a text begins with, if what is behind them begins a family name."""
        return _parted(self.given, self.family, joined)

    def joined_family(self, joined: str) -> list[tuple[str, str]]:
        """Return the family names that a text begins with, if what is behind them begins a given name."""
        return _parted(self.family, self.given, joined)


class PeopleMemory:
    """Reads ``Everybody`` once, and follows what changes. May be used from any thread.

    ``aside`` says that another thread calls ``prepare``, so that no look-up ever reads everybody itself.
    """

    def __init__(self, storage: Storage, aside: bool = False) -> None:
        self._storage, self._aside = storage, aside
        self._guard = Lock()
        self._everybody: Everybody | None = None

    @property
    def filled(self) -> bool:
        """Tell whether everybody has been read."""
        return self._everybody is not None

    def known(self, people: People) -> Everybody | None:
        """Return everybody if that is true at this moment and costs nothing; else None."""
        everybody = self._everybody
        return everybody if everybody is not None and everybody.revision == people.revision() else None

    def everybody(self, people: People) -> Everybody:
        """Return everybody as of now; the first call takes long.

        While another thread is reading, nobody waits for it: what was known a moment ago serves, at first nobody.
        """
        if (known := self.known(people)) is not None:
            return known
        if self._aside or self._guard.locked():
            return self._everybody or _nobody()
        return self._follow()

    def prepare(self) -> None:
        """Take in what changed and make all keys, so that no look-up has to wait for that."""
        self._follow(warm=True)

    def _follow(self, warm: bool = False) -> Everybody:
        with self._guard, self._storage.read() as repos:
            everybody = _as_of_now(self._everybody, repos.people)
            for names in (everybody.given, everybody.family, everybody.romanised) if warm else ():
                names.warm()
            self._everybody = everybody
            return everybody


def _nobody() -> Everybody:
    given, family, romanised = (Names(NameIndex(())) for _ in range(3))
    return Everybody(-1, given, family, romanised, DigitTable(()), (), LineTable(()), ())


def _as_of_now(before: Everybody | None, people: People) -> Everybody:
    revision = people.revision()
    if before is None:
        return _read(people, revision)
    if before.revision == revision:
        return before
    changed = people.changed_since(before.revision, FEW + 1)
    fresh = people.by_ids(changed) if len(changed) <= FEW else {}
    if len(fresh) < len(changed):  # too many, or somebody was erased: nothing of them may stay in memory
        return _read(people, revision)
    return _with(replace(before, revision=revision), fresh.values(), people)


def _read(people: People, revision: int) -> Everybody:
    given, family, romanised = (Names(NameIndex(names)) for names in people.distinct_names())
    return Everybody(
        revision,
        given,
        family,
        romanised,
        DigitTable(people.distinct_digits()),
        (),
        *_organisations(people, (LineTable(()), ())),
    )


def _organisations(people: People, before: Organisations) -> Organisations:
    """Read the organisations; those of before stay where none has come or gone, for noting them takes its time."""
    held = people.organisation_keys()
    if before[1] and list(before[1]) == [one for one, _ in held]:
        return before
    return NotedLines(key for _, key in held), [one for one, _ in held]


def _with(everybody: Everybody, changed: Iterable[Person], people: People) -> Everybody:
    changed = tuple(changed)
    organisations, ids = (
        _organisations(people, (everybody.organisations, everybody.organisation_ids))
        if any(one.organisation for one in changed)
        else (everybody.organisations, everybody.organisation_ids)
    )
    digits = (number.digits for one in changed for number in one.numbers if number.digits)
    return replace(
        everybody,
        given=everybody.given.with_new(name_key(one.given_name) for one in changed),
        family=everybody.family.with_new(name_key(one.family_name) for one in changed),
        romanised=everybody.romanised.with_new(name_key(one.romanised) for one in changed),
        later_numbers=tuple(dict.fromkeys((*everybody.later_numbers, *digits))),
        organisations=organisations,
        organisation_ids=ids,
    )


def _parted(first: Names, second: Names, joined: str) -> list[tuple[str, str]]:
    cuts = ((joined[:at], joined[at:]) for at in range(1, len(joined)))
    return [(whole, begun) for whole, begun in cuts if whole in first and second.begins(begun)]
