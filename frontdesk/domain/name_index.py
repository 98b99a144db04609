"""Guessing which name was meant, over all distinct names of one sort."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .name_sounds import romanised_key, romanised_keys, rough_key, rough_keys, sound_key, sound_keys

MOST_GUESSES = 40
SOUNDS_ALIKE = 0.5
"""How far apart names are that are said alike, in slips of the pen."""

LONG_ROMANISED = 6

Guesses = dict[str, float]
"""Names with how far each is from what was typed: 0 is the same name, 1 one slip of the pen."""


class NameIndex:
    """Distinct normalised names. Keys for sounds are made when they are first asked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._known = frozenset(self._names)
        self._by_length = defaultdict(list)
        for name in self._names:
            self._by_length[len(name)].append(name)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def like(self, name: str, slips: int = 1) -> Guesses:
        """Return names written almost so, or said alike, nearest first."""
        found = self._spelt(name, slips)
        for other in self._by_sound.get(sound_key(name), ()):
            found[other] = min(found.get(other, SOUNDS_ALIKE), SOUNDS_ALIKE)
        return _nearest(found)

    def romanised_like(self, name: str) -> Guesses:
        """Return names that may be meant by a spelling in Latin letters, nearest first."""
        key = romanised_key(name)
        rough = rough_key(key)
        keys, roughs = self._romanised
        near = {at for wanted, among in ((key, keys), (rough, roughs)) for at in _near(wanted, among)}
        far = {self._names[at]: OSA.distance(key, keys[at]) + OSA.distance(rough, roughs[at]) / 2 for at in near}
        return _nearest(far)

    def warm(self) -> None:
        """Make all keys now, where nobody waits."""
        _ = self._by_sound, self._romanised

    def _spelt(self, name: str, slips: int) -> Guesses:
        found: Guesses = {}
        for length in range(len(name) - slips, len(name) + slips + 1):
            among = self._by_length.get(length, ())
            near = process.extract(name, among, scorer=OSA.distance, score_cutoff=slips, limit=MOST_GUESSES)
            found |= {other: float(distance) for other, distance, _ in near}
        return found

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        sounds: dict[str, list[str]] = defaultdict(list)
        for key, name in zip(sound_keys(self._names), self._names, strict=True):
            sounds[key].append(name)
        return sounds

    @cached_property
    def _romanised(self) -> tuple[list[str], list[str]]:
        keys = romanised_keys(self._names)
        return keys, rough_keys(keys)


def _near(key: str, among: list[str]) -> list[int]:
    slips = 1 if len(key) < LONG_ROMANISED else 2
    found = process.extract(key, among, scorer=OSA.distance, score_cutoff=slips, limit=3 * MOST_GUESSES)
    return [at for _, _, at in found]


def _nearest(found: Guesses) -> Guesses:
    return dict(sorted(found.items(), key=lambda pair: pair[1])[:MOST_GUESSES])
