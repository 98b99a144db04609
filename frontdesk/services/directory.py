"""The directory of the site: who answers for a matter now, and how it stands with whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from frontdesk.domain.articles import Article, CallNow
from frontdesk.domain.coverage import Coverage, back_at, coverage_of
from frontdesk.domain.inner_number import LISTED, number_to_call
from frontdesk.domain.names import name_key, split_name, strip_title
from frontdesk.domain.people import Person
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.people_repositories import People
from frontdesk.services.ports import Clock
from frontdesk.services.repositories import Storage

LONGEST_CHAIN = 5
"""So many deputies of deputies are asked for."""
NAMESAKES = 50


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """Somebody of the directory as the card shows them.

    ``back_at`` is when they can be reached, in the site's time. ``covers`` are those whose deputy they are.
    All of it was true at ``asked_at``, which makes no difference between two.
    """

    person: Person
    coverage: Coverage
    asked_at: datetime = field(compare=False)
    back_at: datetime | None = None
    deputy: Person | None = None
    deputy_coverage: Coverage | None = None
    covers: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    role: str
    person: Person
    number: str
    coverage: Coverage
    back_at: datetime | None


class Directory:
    """Who answers for a matter."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage, self._clock = storage, clock

    def named(self, who: str) -> Person | None:
        """Return whom a code or an exact name stands for, a department's too."""
        with self._storage.read() as repos:
            return _Look(repos.people, ()).up(who)

    def call_now(self, article: Article) -> CallNow | None:
        """Name the first who can be reached: the owner, deputies of theirs, the article's deputy, the department.

        Where nobody can, it is whoever is back first. None where nobody has a number.
        """
        now = self._now()
        with self._storage.read() as repos:
            look = _Look(repos.people, (article.owner, article.deputy, article.department))
            owner = look.up(article.owner)
            found = _best(_candidates(look, article, now))
        if found is None:
            return None
        called = CallNow(
            found.person.id, found.person.name, found.number, found.role, found.coverage,
            None if found.coverage.available else found.back_at, asked_at=now,
        )  # fmt: skip
        return called if found.role == "owner" else _explained(called, owner, article, now)

    def entry(self, person_id: str) -> DirectoryEntry | None:
        """Return how it stands with somebody now; None for whoever is not in the directory."""
        now = self._now()
        with self._storage.read() as repos:
            person = repos.people.get(person_id)
            if person is None or person.kind not in LISTED:
                return None
            deputy = _Look(repos.people, (person.deputy,)).up(person.deputy)
            covers = repos.people.deputised_by((person.code, person.name))
        return DirectoryEntry(
            person, coverage_of(person, now), now, back_at(person, now), deputy,
            coverage_of(deputy, now) if deputy else None,
            tuple(one for one in covers if one.id != person.id),
        )  # fmt: skip

    def _now(self) -> datetime:
        return self._clock.now().astimezone(SITE_ZONE)


def _explained(called: CallNow, owner: Person | None, article: Article, now: datetime) -> CallNow:
    """Say who the owner is, and why it is not they, where that is known."""
    if owner is None:
        return replace(called, owner=article.owner)
    coverage = coverage_of(owner, now)
    return replace(called, owner=owner.name, owner_doing=None if coverage.available else coverage)


def _best(candidates: Iterator[_Candidate]) -> _Candidate | None:
    """Take the first who can be reached, else whoever is back first, else the first of all."""
    asked: list[_Candidate] = []
    for one in candidates:
        if one.coverage.available:
            return one
        asked.append(one)
    known = [(one.back_at, place) for place, one in enumerate(asked) if one.back_at is not None]
    return asked[min(known)[1] if known else 0] if asked else None


def _candidates(look: "_Look", article: Article, now: datetime) -> Iterator[_Candidate]:
    """Yield whoever has a number, each once, in the order in which they are asked."""
    seen: set[str] = set()
    for role, person in _in_order(look, article):
        number = number_to_call(person)
        if person.id not in seen and number:
            seen.add(person.id)
            yield _Candidate(role, person, number, coverage_of(person, now), back_at(person, now))


def _in_order(look: "_Look", article: Article) -> Iterator[tuple[str, Person]]:
    chain: list[str] = []
    one = look.up(article.owner)
    while one is not None and one.id not in chain and len(chain) < LONGEST_CHAIN:
        yield "deputy" if chain else "owner", one
        chain.append(one.id)
        one = look.up(one.deputy)
    for role, who in (("deputy", article.deputy), ("department", article.department)):
        if (person := look.up(who)) is not None:
            yield role, person


class _Look:
    """Looks people up by code or name; those that are asked for at once cost one look-up."""

    def __init__(self, people: People, codes: tuple[str, ...]) -> None:
        self._people = people
        self._known: dict[str, Person | None] = dict(people.by_codes({code for code in codes if code}))

    def up(self, who: str) -> Person | None:
        """Return whom a code or an exact name stands for; nobody who was put away."""
        if who and who not in self._known:
            self._known[who] = self._people.by_code(who) or _called(self._people, who)
        person = self._known.get(who)
        return person if person is not None and not person.archived else None


def _called(people: People, who: str) -> Person | None:
    """Take an exact name; the given name alone is enough for those of the directory, who come first."""
    plain = strip_title(who)
    name = split_name(plain)
    ids = people.ids_by_given([name_key(plain)], NAMESAKES)
    if name.family:
        ids += people.ids_by_names([name_key(name.given)], [name_key(name.family)], NAMESAKES)
    found = [one for one in people.by_ids(ids).values() if one.name in (who, plain) or _short(one, plain)]
    return min(found, key=lambda one: (one.kind not in LISTED, one.name not in (who, plain), one.code), default=None)


def _short(person: Person, name: str) -> bool:
    return person.kind in LISTED and person.given_name == name
