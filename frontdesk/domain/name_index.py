"""Guessing which name was meant, over all distinct names of one sort."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .name_sounds import romanised_key, romanised_keys, rough_key, rough_keys, sound_key, sound_keys

MOST_GUESSES = 40
SOUNDS_ALIKE = 0.5
"""How far apart names are that are said alike, in slips of the pen."""

LONG_ROMANISED = 6
FAR_SHARE = 0.4
"""The part of a romanised key that may differ before it is another name."""

LETTERS_PER_SLIP = 3
"""A name of fewer letters than twice this is not guessed at with two slips."""

Guesses = dict[str, float]
"""Names with how far each is from what was typed: 0 is the same name, 1 one slip of the pen."""


class _Keys:
    """Keys of names, by their length, so that only those are compared that can be near."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(keys):
            self._places[key].append(place)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for key in self._places:
            self._by_length[len(key)].append(key)

    def same(self, key: str) -> list[int]:
        """Return the places of names that have this key."""
        return self._places.get(key, [])

    def near(self, key: str, slips: int, limit: int) -> Iterator[tuple[int, float]]:
        """Yield the places of names with a key at most so many slips away, and how many."""
        for length in range(len(key) - slips, len(key) + slips + 1):
            among = self._by_length.get(length, ())
            for other, slipped, _ in process.extract(key, among, scorer=OSA.distance, score_cutoff=slips, limit=limit):
                for place in self._places[other]:
                    yield place, float(slipped)


class NameIndex:
    """Distinct normalised names. Keys for sounds are made when they are first asked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._spelt = _Keys(self._names)

    def __contains__(self, name: str) -> bool:
        return bool(self._spelt.same(name))

    def like(self, name: str, slips: int = 1) -> Guesses:
        """Return names written almost so, or said alike, nearest first."""
        found = dict.fromkeys(self._sounds.same(sound_key(name)), SOUNDS_ALIKE)
        allowed = max(1, min(slips, len(name) // LETTERS_PER_SLIP))
        for place, slipped in self._spelt.near(name, allowed, MOST_GUESSES):
            found[place] = min(found.get(place, slipped), slipped)
        return self._nearest(found)

    def romanised_like(self, name: str) -> Guesses:
        """Return names that may be meant by a spelling in Latin letters, nearest first."""
        key = romanised_key(name)
        rough = rough_key(key)
        keys, roughs, by_key, by_rough = self._romanised
        near = {place for wanted, among in ((key, by_key), (rough, by_rough)) for place in _places(wanted, among)}
        far = {place: OSA.distance(key, keys[place]) + OSA.distance(rough, roughs[place]) / 2 for place in near}
        return self._nearest({place: apart for place, apart in far.items() if apart <= FAR_SHARE * len(key)})

    def warm(self) -> None:
        """Make all keys now, where nobody waits."""
        _ = self._sounds, self._romanised

    def _nearest(self, found: dict[int, float]) -> Guesses:
        best = sorted(found.items(), key=lambda pair: pair[1])[:MOST_GUESSES]
        return {self._names[place]: far for place, far in best}

    @cached_property
    def _sounds(self) -> _Keys:
        return _Keys(sound_keys(self._names))

    @cached_property
    def _romanised(self) -> tuple[list[str], list[str], _Keys, _Keys]:
        keys = romanised_keys(self._names)
        roughs = rough_keys(keys)
        return keys, roughs, _Keys(keys), _Keys(roughs)


def _places(key: str, among: _Keys) -> Iterator[int]:
    slips = 1 if len(key) < LONG_ROMANISED else 2
    return (place for place, _ in among.near(key, slips, MOST_GUESSES))
