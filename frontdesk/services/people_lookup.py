"""Finding people by whatever the caller gives: a number, a name, a code, a plate, an organisation.

First everything that fits as typed; only where that leaves room, guesses: names said or spelt
almost so, names in Latin letters, the other keyboard. Guesses are marked and never come first.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from time import perf_counter

from frontdesk.domain.card_phrases import SenderOf, SentBy, read_card_phrase
from frontdesk.domain.collation import SortKey, sort_key
from frontdesk.domain.names import look_up_key
from frontdesk.domain.people import Matches, MatchReason, Person, PersonMatch
from frontdesk.domain.person_grades import CERTAIN, Grade, settles
from frontdesk.services.clock import SystemClock
from frontdesk.services.leads import FEW, Lead, is_number, key_grader
from frontdesk.services.people_around import PeopleAround
from frontdesk.services.people_leads import PeopleLeads
from frontdesk.services.people_memory import PeopleMemory
from frontdesk.services.people_repositories import People
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Repositories, Storage

LONGEST_TEXT = 120
LOADED = 20
"""People of one lead who are read whole; of more, those last in contact are taken."""

ENOUGH = 5
"""People found for certain beside whom no guesses are wanted."""

WHOLE = 90
"""The least score for all of a number, extension, plate or address, not a part of it."""

_NEVER = datetime.min.replace(tzinfo=UTC)


class PeopleLookup:
    """People by one text. What is known of everybody is kept in memory from the first guess on.

    ``aside`` says that another thread calls ``prepare``; until it has, guesses are left out.
    """

    def __init__(self, storage: Storage, aside: bool = False, clock: Clock | None = None) -> None:
        self._storage, self._clock = storage, clock or SystemClock()
        self._memory = PeopleMemory(storage, aside)

    def find(self, text: str, limit: int = 10, around: bool = True) -> Matches:
        """Return the likeliest people for a text; any text is allowed.

        ``around`` wants others as well: those whom somebody named sent, those of a segment or kind.
        """
        started = perf_counter()
        with self._storage.read() as repos:
            leads = PeopleLeads(repos, self._memory, limit)
            others = self._others(repos, max(FEW, limit)) if around else None
            found = _Search(repos, limit, others).run(text[:LONGEST_TEXT].strip(), leads)
        return Matches(text, found, (perf_counter() - started) * 1000, leads.complete)

    def owners(self, address: str, limit: int = 10) -> tuple[PersonMatch, ...]:
        """Return those whose plate, e-mail or LINE name this is, the whole of it; nobody is found by name."""
        with self._storage.read() as repos:
            return _Search(repos, limit).owners(look_up_key(address[:LONGEST_TEXT]))

    def alike(self, people: People, given: str, family: str, limit: int) -> list[str]:
        """Return the ids of people both of whose normalised names are spelt or said like these, or almost."""
        everybody = self._memory.everybody(people)
        near = everybody.given.like(given)
        families = everybody.family.like(family) if near else {}
        return people.ids_by_names(near, families, limit) if families else []

    def _others(self, repos: Repositories, few: int) -> PeopleAround:
        return PeopleAround(repos, self._clock.today, few, partial(self._named, repos, few))

    def _named(self, repos: Repositories, few: int, text: str) -> tuple[PersonMatch, ...]:
        return _Search(repos, few).run(text, PeopleLeads(repos, self._memory, few))

    @property
    def prepared(self) -> bool:
        """Tell whether everybody is in memory."""
        return self._memory.filled

    def prepare(self) -> None:
        """Read the names and make their keys now, so that no look-up has to wait for it."""
        self._memory.prepare()


class _Search:
    """One look-up in one view of the database, for those named and for ``others`` as well."""

    def __init__(self, repos: Repositories, limit: int, others: PeopleAround | None = None) -> None:
        self._repos, self._others = repos, others
        self._limit, self._loaded = limit, LOADED
        self._grades: dict[str, Grade] = {}
        self._people: dict[str, Person] = {}
        self._contacts: dict[str, datetime] = {}

    def run(self, text: str, leads: PeopleLeads) -> tuple[PersonMatch, ...]:
        """Go through the steps until somebody is certain or the list is full."""
        if self._others is None or is_number(text):
            self._run(text, leads)
            return self._ranked()
        phrase = read_card_phrase(text)
        for told in self._others.told(phrase) if phrase else ():
            self._take([told])
        if not (self._grades and isinstance(phrase, SentBy | SenderOf)):  # nobody is called "sent by"
            self._run(text, leads)
            self._take_beside(self._others)
        return self._ranked()

    def _run(self, text: str, leads: PeopleLeads) -> None:
        if len(text) == 1:  # of thousands who begin so, none fits better than the others
            self._loaded = min(LOADED, self._limit)
        for step in leads.steps(text) if text else ():
            self._take(list(step(text)))
            if self._settled():
                break
        for step in leads.guesses(text) if text and len(self._grades) < ENOUGH else ():
            if self._settled():
                break
            self._take(list(step(text)))
        for step in leads.last_steps(text) if text else ():
            if not self._grades:
                self._take(list(step(text)))

    def _take_beside(self, others: PeopleAround) -> None:
        """Take those who belong to whoever is certainly meant."""
        certain = [self._people[key] for key, grade in self._grades.items() if grade.score >= CERTAIN]
        if certain:
            self._take(list(others.beside(certain)))

    def owners(self, key: str) -> tuple[PersonMatch, ...]:
        """Find by a whole key that is no code."""
        if key:
            self._take([(self._repos.people.ids_by_key(key, self._limit), key_grader(key))])
        return tuple(m for m in self._ranked() if m.score >= WHOLE and m.reason is not MatchReason.CODE)

    def _settled(self) -> bool:
        return len(self._grades) >= self._limit or any(map(settles, self._grades.values()))

    def _take(self, leads: list[Lead]) -> None:
        """Read the people of the leads and keep the best grade of each."""
        leads = [(self._latest(ids), grader) for ids, grader in leads if ids]
        wanted = {person_id for ids, _ in leads for person_id in ids}
        self._people |= self._repos.people.by_ids(wanted - self._people.keys())
        for ids, grader in leads:
            for person_id in ids:
                self._grade(person_id, grader(self._people[person_id]))

    def _grade(self, person_id: str, grade: Grade | None) -> None:
        best = self._grades.get(person_id)
        if grade is not None and (best is None or grade.score > best.score):
            self._grades[person_id] = grade

    def _latest(self, ids: list[str]) -> list[str]:
        if len(ids) <= self._loaded:
            return ids
        self._know_contacts(ids)
        return sorted(ids, key=self._last_contact, reverse=True)[: self._loaded]

    def _know_contacts(self, ids: Iterable[str]) -> None:
        unknown = [person_id for person_id in ids if person_id not in self._contacts]
        found = self._repos.people.last_contacts(unknown)
        self._contacts |= {person_id: found.get(person_id, _NEVER) for person_id in unknown}

    def _last_contact(self, person_id: str) -> datetime:
        return self._contacts.get(person_id, _NEVER)

    def _ranked(self) -> tuple[PersonMatch, ...]:
        if len(self._grades) > 1:
            self._know_contacts(self._grades)
        best = sorted(self._grades, key=self._rank)[: self._limit]
        shared = sum(self._grades[one].reason is MatchReason.NUMBER and self._grades[one].score == 100 for one in best)
        return tuple(self._match(person_id, shared > 1) for person_id in best)

    def _rank(self, person_id: str) -> tuple[float, float, SortKey]:
        last = self._last_contact(person_id)
        return -self._grades[person_id].score, -last.timestamp() if last > _NEVER else 0.0, self._name_order(person_id)

    def _name_order(self, person_id: str) -> SortKey:
        return sort_key(self._people[person_id].name)

    def _match(self, person_id: str, shared: bool) -> PersonMatch:
        grade = self._grades[person_id]
        guess = grade.guess or (shared and grade.reason is MatchReason.NUMBER)
        return PersonMatch(self._people[person_id], grade.reason, grade.score, guess)
