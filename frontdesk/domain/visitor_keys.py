"""The keys by which a visitor is known again: the name as written, as it sounds, and the plate."""

from typing import NamedTuple

from .name_sounds import romanised_keys, rough_key
from .names import name_key, split_title
from .plates import plate_keys
from .visits import Visit


class VisitorKeys(NamedTuple):
    """What stands beside a visit in the database."""

    name_key: str
    sound_key: str
    plate_key: str


def visitor_keys(visit: Visit) -> VisitorKeys:
    """Return the keys of a visit; a part that says nothing is empty."""
    return VisitorKeys(written_key(visit.name), heard_key(visit.name), plate_key(visit.plate))


def written_key(name: str) -> str:
    """Return a full name as it is compared by: without title, in one piece."""
    return name_key(split_title(name)[1])


def heard_key(name: str) -> str:
    """Return how a full name sounds, Thai or Latin, given and family name in either order."""
    words = [name_key(word) for word in split_title(name)[1].split()]
    return " ".join(sorted(filter(None, map(rough_key, romanised_keys(filter(None, words)))))) if any(words) else ""


def plate_key(plate: str) -> str:
    """Return what a plate is compared by: letters and number, without figure and province."""
    keys = plate_keys(plate)
    return keys[0] if keys else ""
