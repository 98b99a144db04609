"""How like the plate of an arriving car is to one that is listed."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from .plates import Plate, read_plates
from .watch_list import How

SAME, UNSAID, OTHER_PROVINCE, MISTAKEN, SLIPPED, END = 1.0, 0.95, 0.7, 0.85, 0.75, 0.4
"""How like plates are: all agrees; one has no province; the provinces differ; signs that are easily taken for
each other; one other, missing or superfluous sign, or two in each other's place; only the last figures are known."""

PROVINCES_DIFFER = 0.6
"""What is left of a likeness of slipped plates whose provinces differ as well."""

SHORTEST_SLIPPED, END_FIGURES = 5, 4
"""Signs from which one slip still is the same plate; figures that are enough for the end of one."""

_MISTAKEN = [
    "กถภ",
    "คดต",
    "ชซ",
    "ฎฏ",
    "ขฃบษ",
    "พผฬ",
    "ทหฑ",
    "ฒณ",
    "ลส",
    "รธ",
    "17",
    "38",
    "08",
    "56",
    "69",
    "oo0",
    "il1",
]


@dataclass(frozen=True, slots=True)
class PlateLikeness:
    """How like two plates are, from 0 to 1, and in what."""

    share: float
    how: How
    weak: bool = False


def compare_plates(listed: Iterable[Plate], seen: Iterable[Plate]) -> PlateLikeness | None:
    """Return the best likeness of any listed plate with any of those seen."""
    found = [likeness for one in listed for other in seen if (likeness := _compare(one, other))]
    return max(found, key=lambda likeness: likeness.share, default=None)


def plates_of(text: str) -> tuple[Plate, ...]:
    """Read the plates of a field, those left out that have nothing to compare."""
    return tuple(plate for plate in read_plates(text) if plate.key)


def _compare(listed: Plate, seen: Plate) -> PlateLikeness | None:
    one, other = listed.key, seen.key
    provinces = {listed.province, seen.province} - {""}
    if one == other:
        if len(provinces) > 1:
            return PlateLikeness(OTHER_PROVINCE, How.OTHER_PROVINCE)
        return PlateLikeness(SAME if listed.province == seen.province else UNSAID, How.SAME_PLATE)
    if _is_end(other) and listed.number.zfill(END_FIGURES) == other:
        return PlateLikeness(END, How.PLATE_END, weak=True)
    if min(len(one), len(other)) < SHORTEST_SLIPPED or OSA.distance(one, other, score_cutoff=1) > 1:
        return None
    share = MISTAKEN if _mistaken(one, other) else SLIPPED
    differ = len(provinces) > 1
    return PlateLikeness(share * PROVINCES_DIFFER if differ else share, How.SIMILAR_PLATE, weak=differ)


def _is_end(key: str) -> bool:
    return len(key) == END_FIGURES and key.isdigit()


def _mistaken(one: str, other: str) -> bool:
    """Tell whether two keys differ in one sign that is easily read as the other."""
    if len(one) != len(other):
        return False
    pairs = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and any(pairs[0] <= set(group) for group in _MISTAKEN)
