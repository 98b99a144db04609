"""Guessing which name was meant, over all distinct names of one sort."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain, islice

from .key_table import KeyTable, in_order
from .line_table import SortedLines
from .name_sounds import romanised_key, sound_key, sound_keys
from .romanised_index import RomanisedIndex

MOST_GUESSES = 40
SOUNDS_ALIKE = 0.5
"""How far apart names are that are said alike, in slips of the pen."""

LETTERS_PER_SLIP = 3
"""A name of fewer letters than twice this is not guessed at with two slips."""

REMEMBERED = 128
"""Names looked up last: with every key that is typed, all words but the last stay as they were."""

Guesses = dict[str, float]
"""Names with how far each is from what was typed: 0 is the same name, 1 one slip of the pen."""


class NameIndex:
    """Distinct normalised names. Keys for sounds are made when they are first asked for."""

    def __init__(self, names: Iterable[str]) -> None:
        distinct = in_order(names)
        self._names, self._sorted = KeyTable(distinct), SortedLines(sorted(distinct))
        self.like = lru_cache(REMEMBERED)(self._like)
        self.romanised_like = lru_cache(REMEMBERED)(self._romanised_like)

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[str]:
        return (self._names[place] for place in range(len(self._names)))

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def begins(self, start: str) -> bool:
        """Tell whether any name begins so."""
        return self._sorted.begins(start)

    def beginning(self, start: str, most: int) -> list[str] | None:
        """Return the names that begin so, or None where they are more than some."""
        places = self._sorted.beginning(start)
        return None if len(places) > most else self._sorted.texts(places)

    def _like(self, name: str, slips: int = 1) -> Guesses:
        """Return names written almost so, or said alike, nearest first."""
        found = {self._names[place]: SOUNDS_ALIKE for place in self._sounds.same(sound_key(name))}
        allowed = max(1, min(slips, len(name) // LETTERS_PER_SLIP))
        for other, slipped in self._names.near(name, allowed).items():
            found[other] = min(found.get(other, slipped), slipped)
        return _nearest(found.items())

    def _romanised_like(self, name: str) -> Guesses:
        """Return names that may be meant by a spelling in Latin letters, nearest first."""
        near = self._romanised.nearest(romanised_key(name))
        return {self._names[place]: far for place, far in islice(near, MOST_GUESSES)}

    def warm(self) -> None:
        """Make all keys now, where nobody waits."""
        _ = self._sounds, self._romanised

    @cached_property
    def _sounds(self) -> KeyTable:
        return KeyTable(sound_keys(list(self)), slips=False)

    @cached_property
    def _romanised(self) -> RomanisedIndex:
        return RomanisedIndex(list(self))


class Names:
    """All distinct names of one sort: those read at first, and the few that came since."""

    def __init__(self, names: NameIndex, later: NameIndex | None = None) -> None:
        self._names, self._later = names, later or NameIndex(())
        self._parts = (names, self._later) if later else (names,)

    def __contains__(self, name: str) -> bool:
        return name in self._names or name in self._later

    def with_new(self, names: Iterable[str]) -> "Names":
        """Return these names and more; what is known of these stays as it is."""
        new = [name for name in names if name and name not in self]
        return Names(self._names, NameIndex((*self._later, *new))) if new else self

    def begins(self, start: str) -> bool:
        """Tell whether any name begins so."""
        return any(part.begins(start) for part in self._parts)

    def beginning(self, start: str, most: int) -> list[str] | None:
        """Return the names that begin so, or None where they are more than some."""
        found = [part.beginning(start, most) for part in self._parts]
        return None if None in found else [name for names in found if names is not None for name in names]

    def like(self, name: str, slips: int = 1) -> Guesses:
        """Return names written almost so, or said alike, nearest first."""
        return _nearest(chain.from_iterable(part.like(name, slips).items() for part in self._parts))

    def romanised_like(self, name: str) -> Guesses:
        """Return names that may be meant by a spelling in Latin letters, nearest first."""
        return _nearest(chain.from_iterable(part.romanised_like(name).items() for part in self._parts))

    def warm(self) -> None:
        """Make all keys now, where nobody waits."""
        for part in self._parts:
            part.warm()


def _nearest(found: Iterable[tuple[str, float]]) -> Guesses:
    return dict(sorted(found, key=lambda pair: (pair[1], pair[0]))[:MOST_GUESSES])
