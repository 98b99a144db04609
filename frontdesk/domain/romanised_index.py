"""Names by how they are said in Latin letters: which of very many may be meant by one spelling."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .key_table import KeyTable, in_order
from .name_sounds import romanised_keys, rough_key, rough_keys

FAR_SHARE = 0.4
"""The part of a romanised key that may differ before it is another name."""

LONG_ROUGH = 6
"""Consonants from which two of them may differ, not one."""


class _Consonants:
    """Romanised keys in groups with the same bare consonants: some thousand, so few that all are compared."""

    def __init__(self, keys: Sequence[str]) -> None:
        groups: dict[str, list[str]] = defaultdict(list)
        for key, rough in zip(keys, rough_keys(keys), strict=True):
            groups[rough].append(key)
        groups.pop("", None)
        self._groups = {rough: "\n".join(alike) for rough, alike in groups.items()}
        self._of_length: dict[int, list[str]] = defaultdict(list)
        for rough in self._groups:
            self._of_length[len(rough)].append(rough)

    def alike(self, rough: str) -> dict[int, list[str]]:
        """Return the keys with nearly these consonants, by how many slips those are away."""
        slips = 1 if len(rough) < LONG_ROUGH else 2
        lengths = range(len(rough) - slips, len(rough) + slips + 1)
        found: dict[int, list[str]] = defaultdict(list)
        for among in filter(None, map(self._of_length.get, lengths)):
            for near, apart, _ in process.extract(rough, among, scorer=OSA.distance, score_cutoff=slips, limit=None):
                found[int(apart)] += self._groups[near].split("\n")
        return found


class RomanisedIndex:
    """Names numbered from 0, found by their keys in Latin letters and the bare consonants of those."""

    def __init__(self, names: Sequence[str]) -> None:
        keys = romanised_keys(names)
        self._names = KeyTable(keys)
        self._consonants = _Consonants(in_order(keys))

    def nearest(self, key: str) -> Iterator[tuple[int, float]]:
        """Yield the numbers of names that may be meant, nearest first, and how far they are."""
        most = FAR_SHARE * len(key)
        far = self._alike(key, most) | self._near(key, most)
        for apart, other in sorted((apart, other) for other, apart in far.items() if apart <= most):
            yield from ((number, apart) for number in self._names.same(other))

    def _alike(self, key: str, most: float) -> dict[str, float]:
        far: dict[str, float] = {}
        for rough, among in self._consonants.alike(rough_key(key)).items():
            found = process.extract(key, among, scorer=OSA.distance, score_cutoff=int(most), limit=None)
            far |= {other: slips + rough / 2 for other, slips, _ in found}
        return far

    def _near(self, key: str, most: float) -> dict[str, float]:
        """Return keys with a slip or two; of those whose consonants are two away, two slips are soon too far."""
        rough, slips = rough_key(key), 2 if most >= 3 else 1
        near = self._names.near(key, slips).items()
        return {other: apart + OSA.distance(rough, rough_key(other)) / 2 for other, apart in near}
