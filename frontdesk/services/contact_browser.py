"""Reading the record as a list of any length: the places of all that fit, and the few that are looked at."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from frontdesk.domain.errors import DeskError
from frontdesk.services.wanted_contacts import WantedContacts, look_up

if TYPE_CHECKING:
    from frontdesk.domain.contact_filter import ContactFilter
    from frontdesk.domain.contacts import Contact
    from frontdesk.domain.staff import Staff
    from frontdesk.services.people_lookup import PeopleLookup
    from frontdesk.services.ports import Clock
    from frontdesk.services.repositories import Repositories, Storage

FIRST, STEP = 200, 50_000
"""Places read at once: those that are shown first, and then the others."""

MOST_NEWS = 400
"""Entries of the record that are looked at one by one; after more, the list is read anew."""

RECENT = 3_000
"""Contacts whose topics are offered."""

Places: TypeAlias = "array[int]"
"""Of 8 bytes each: a million are 8 MB."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a list: the first places, whether these are all, and the contacts of the very first.

    ``entries`` is how long the record was then, to ask for what is new; ``layout`` how the file was laid out,
    as long as which the places hold.
    """

    wanted: WantedContacts
    places: Sequence[int]
    whole: bool
    contacts: list[Contact]
    entries: int
    layout: int
    staff: dict[str, Staff]


@dataclass(frozen=True, slots=True)
class More:
    """The next part of a list, and whether it was the last."""

    places: Sequence[int]
    whole: bool


@dataclass(frozen=True, slots=True)
class News:
    """What has happened since: ``above`` came in before all others, ``gone`` fit no more, ``changed`` still do.

    Where that cannot be told, ``anew`` says that the list is to be read again.
    """

    entries: int
    above: tuple[int, ...] = ()
    gone: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()
    anew: bool = False


class ContactBrowser:
    """Lists of contacts, newest first.

    A place is a number by which the database knows a contact as long as its file has the same layout. Whoever
    names the layout of an older list is told by ``DeskError`` places_moved that it is to be read again.
    """

    def __init__(self, storage: Storage, people: PeopleLookup, clock: Clock) -> None:
        self._storage, self._people, self._clock = storage, people, clock

    def open(self, wanted: ContactFilter) -> Opening:
        """Read the beginning of the list of all that fit."""
        with self._storage.read() as repos:
            sought = look_up(wanted, self._clock.today(), repos, self._people)
            entries, layout = repos.chain.head().count, repos.browsing.layout()
            places, whole = repos.browsing.beginning(sought, FIRST)
            staff = {one.id: one for one in repos.staff.all()}
            shown = repos.browsing.contacts(places[: FIRST // 2])
        return Opening(sought, places, whole, shown, entries, layout, staff)

    def more(self, sought: WantedContacts, last: int, layout: int) -> More:
        """Read the next places after ``last``."""
        with self._storage.read() as repos:
            _same(repos, layout)
            found = repos.browsing.places(sought, last, STEP)
        return More(found, len(found) != STEP)

    def contacts(self, places: Sequence[int], layout: int) -> list[Contact]:
        """Read contacts by their places, newest first."""
        with self._storage.read() as repos:
            _same(repos, layout)
            return repos.browsing.contacts(places)

    def news(self, sought: WantedContacts, since: int, layout: int, newest: int | None) -> News:
        """Tell what has happened to a list that begins with ``newest`` since the record was so long."""
        with self._storage.read() as repos:
            _same(repos, layout)
            entries = repos.chain.head().count
            if entries == since:
                return News(entries)
            if entries < since or entries - since > MOST_NEWS:
                return News(entries, anew=True)
            touched = repos.browsing.touched(since)
            fitting = repos.browsing.fitting(sought, list(touched))
            above = repos.browsing.newer(fitting, newest)
        return _news(entries, touched, fitting, above)

    def topics(self, limit: int) -> list[str]:
        """Return what contacts of late were mostly about."""
        with self._storage.read() as repos:
            late = repos.browsing.topics(RECENT)
        return [topic for topic, _ in Counter(filter(None, late)).most_common(limit)]

    def chosen(self, wanted: ContactFilter) -> Callable[[Repositories], Iterator[Contact]]:
        """Return a way to read all that fit, oldest first, inside somebody else's transaction."""
        today = self._clock.today()

        def read(repos: Repositories) -> Iterator[Contact]:
            sought = look_up(wanted, today, repos, self._people)
            return repos.browsing.stream(repos.browsing.places(sought, None, None))

        return read

    def selected(self, places: Places, layout: int) -> Callable[[Repositories], Iterator[Contact]]:
        """Return a way to read some contacts by their places, oldest first."""

        def read(repos: Repositories) -> Iterator[Contact]:
            _same(repos, layout)
            return repos.browsing.stream(repos.browsing.in_order(places))

        return read


def _same(repos: Repositories, layout: int) -> None:
    if repos.browsing.layout() != layout:
        raise DeskError("places_moved")


def _news(entries: int, touched: dict[str, int], fitting: Sequence[int], above: Sequence[int]) -> News:
    fits, fresh = frozenset(fitting), frozenset(above)
    gone = frozenset(touched.values()) - fits
    return News(entries, tuple(above), gone, fits - fresh)
