"""Guesses at who is meant: names spelt almost so, said alike, or written in Latin letters."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby

from frontdesk.domain.name_index import SOUNDS_ALIKE, Guesses
from frontdesk.domain.names import name_readings
from frontdesk.domain.people import MatchReason
from frontdesk.domain.person_grades import NameTyped, grade_pair, grade_romanised, grade_word, name_typed
from frontdesk.services.leads import Lead
from frontdesk.services.people_memory import Everybody
from frontdesk.services.people_repositories import People

SHORTEST_GUESSED = 3
MANY = 300
"""People with guessed names among whom the nearest are chosen."""

FAR = 9.0
"""Slips of a name that is stored as another than it was asked for, which broken letters may cause."""

NEAREST = 10
"""Romanised names that are looked up for one that was typed."""


class PeopleGuesses:
    """The far-fetched steps of one look-up; ``names`` gives the names that guesses are compared with."""

    def __init__(self, people: People, names: Callable[[], Everybody], few: int) -> None:
        self._people, self._names = people, names
        self._few, self._nearest_pair = few, FAR

    def romanised(self, text: str) -> Iterator[Lead]:
        """Look for a romanised name that is on file in another spelling."""
        typed = name_typed(name_readings(text)[0])
        if len(typed.joined) >= SHORTEST_GUESSED:
            yield self._romanised_whole(typed)

    def sounded(self, text: str) -> Iterator[Lead]:
        """Look for Thai names by how they are said, for a name in Latin letters."""
        typed = name_typed(name_readings(text)[0])
        if len(typed.joined) < SHORTEST_GUESSED:
            return
        for one, other in typed.pairs[:2]:
            given = self._names().given.romanised_like(one)
            family = self._names().family.romanised_like(other) if given else {}
            yield self._pair(given, family, MatchReason.ROMANISED)
            if self._nearest_pair <= SOUNDS_ALIKE:
                return
        if not typed.pairs:
            yield self._given(self._names().given.romanised_like(typed.joined), MatchReason.ROMANISED)
            yield self._family(self._names().family.romanised_like(typed.joined), MatchReason.ROMANISED)

    def misspelt(self, text: str) -> Iterator[Lead]:
        """Look for names spelt or said almost so, a slip in each."""
        return self._with_slips(text, 1)

    def far_misspelt(self, text: str) -> Iterator[Lead]:
        """Look for names with two slips in each."""
        return self._with_slips(text, 2)

    def joined(self, text: str) -> Iterator[Lead]:
        """Look for two names written together, one of them with a slip."""
        whole = name_typed(name_readings(text)[0]).joined
        given, family = self._names().given, self._names().family
        for at in range(2, len(whole) - 1):
            start, end = whole[:at], whole[at:]
            for one, other in ((start, end), (end, start)):
                if one in given:
                    yield self._pair({one: 0.0}, family.like(other))
                if other in family:
                    yield self._pair(given.like(one), {other: 0.0})

    def _with_slips(self, text: str, slips: int) -> Iterator[Lead]:
        reading = name_readings(text)[0]
        for typed in dict.fromkeys((name_typed(reading), name_typed(reading, _as_struck))):
            if len(typed.joined) >= SHORTEST_GUESSED:
                yield from self._slipped(typed, slips)

    def _slipped(self, typed: NameTyped, slips: int) -> Iterator[Lead]:
        given, family = self._names().given, self._names().family
        for one, other in typed.pairs:
            near = given.like(one, slips)
            yield self._pair(near, family.like(other, slips) if near else {})
        if not typed.pairs:
            yield self._given(given.like(typed.joined, slips))
            yield self._family(family.like(typed.joined, slips))

    def _romanised_whole(self, typed: NameTyped) -> Lead:
        index = self._names().romanised
        near = index.romanised_like(typed.joined)
        if min(near.values(), default=FAR) > SOUNDS_ALIKE:
            near = near | index.romanised_like(typed.turned) | index.like(typed.joined, 2)
        enough = min(near.values(), default=0.0) + SOUNDS_ALIKE
        nearest = [name for name, far in near.items() if far <= enough][:NEAREST]
        ids = chain.from_iterable(self._people.ids_by_alias(name, NEAREST) for name in nearest)
        return list(dict.fromkeys(ids)), lambda person: grade_romanised(person, near)

    def _pair(self, given: Guesses, family: Guesses, reason: MatchReason = MatchReason.SPELLING) -> Lead:
        found = self._people.called(given, family, MANY) if given and family else []
        far = [(given.get(one, FAR) + family.get(other, FAR), key) for key, one, other in found]
        nearest = sorted(far, key=lambda pair: pair[0])[: self._few]
        self._nearest_pair = nearest[0][0] if nearest else FAR
        return [key for _, key in nearest], lambda person: grade_pair(person, given, family, reason)

    def _given(self, names: Guesses, reason: MatchReason = MatchReason.SPELLING) -> Lead:
        return _nearest(self._people.ids_by_given, names, self._few), lambda person: grade_word(
            person.given_name, names, reason
        )

    def _family(self, names: Guesses, reason: MatchReason = MatchReason.SPELLING) -> Lead:
        return _nearest(self._people.ids_by_family, names, self._few), lambda person: grade_word(
            person.family_name, names, reason
        )


def _nearest(called: Callable[[Iterable[str], int], list[str]], names: Guesses, few: int) -> list[str]:
    """Look for those with the nearest names, and with the next ones only where these are few."""
    found: dict[str, None] = {}
    for _, alike in groupby(names, key=names.__getitem__):
        found |= dict.fromkeys(called(list(alike), few))
        if len(found) >= few:
            break
    return list(found)[:few]


def _as_struck(word: str) -> str:
    """Keep the marks where they were typed: a lost letter leaves them on the wrong one, which is one slip."""
    return word.lower()
