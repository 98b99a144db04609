"""Whether two people on file may be one and the same: the signs for it, and how much they weigh."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import prod

from rapidfuzz.distance import OSA

from .name_sounds import sound_key
from .names import look_up_key, name_key
from .people import HandleKind, NumberKind, PartialDate, Person

SHOWN, SHARING, CONTRADICTED = 0.35, 0.15, 0.45
"""How likely a duplicate must be to be shown; what is left of it where only something is shared; and
where birthdays contradict each other."""

LEAST_SLIPPED, LEAST_IN_FAMILY = 5, 3
"""Letters of a name from which one slip of the pen still is the same name; fewer do where the family name is one."""


class Sign(StrEnum):
    """What two people have in common; shown in words."""

    NUMBER = "number"
    CODE = "code"
    EMAIL = "email"
    LINE = "line"
    PLATE = "plate"
    NAME = "name"
    ALMOST = "almost"
    """The same family name, and a given name said alike or with a slip of the pen."""
    SOUND = "sound"
    GIVEN = "given"
    BIRTHDAY = "birthday"
    ORGANISATION = "organisation"


WEIGHTS = {
    Sign.CODE: 0.9, Sign.EMAIL: 0.75, Sign.LINE: 0.75, Sign.NUMBER: 0.7, Sign.BIRTHDAY: 0.6, Sign.PLATE: 0.5,
    Sign.NAME: 0.4, Sign.ALMOST: 0.36, Sign.ORGANISATION: 0.35, Sign.SOUND: 0.25, Sign.GIVEN: 0.15,
}  # fmt: skip
"""How likely each sign alone makes it that two are one."""

_NAMES = (Sign.NAME, Sign.ALMOST, Sign.SOUND, Sign.GIVEN)
_HELD = (Sign.NUMBER, Sign.EMAIL, Sign.LINE, Sign.PLATE)
_EVERYBODYS = (NumberKind.FAX, NumberKind.SHORT, NumberKind.TOLL_FREE)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Somebody who may be the same person. ``reasons`` are the strongest first, ``likeness`` is below 1.

    ``sharing`` says that two of different names only use something together, as families do.
    """

    person: Person
    reasons: tuple[Sign, ...]
    likeness: float
    sharing: bool = False


def compare(person: Person, other: Person) -> Duplicate | None:
    """Weigh what two people have in common; None where that is too little to mention."""
    named = _named_alike(person, other)
    held = [sign for sign in _HELD if _held(person, sign) & _held(other, sign)]
    signs = [*held, *filter(None, (named, *_beside(person, other)))]
    sharing = bool(held) and named is None and bool(person.name and other.name) and Sign.CODE not in signs
    likeness = (1 - prod(1 - WEIGHTS[sign] for sign in signs)) * (SHARING if sharing else 1)
    if _contradict(person.birthday, other.birthday):
        likeness *= CONTRADICTED
    if not sharing and (likeness < SHOWN or not {*held, *_NAMES, Sign.CODE} & {*signs}):
        return None
    reasons = held if sharing else sorted(signs, key=lambda sign: -WEIGHTS[sign])
    return Duplicate(other, tuple(reasons), likeness, sharing)


def same_given_name(one: str, other: str) -> bool:
    """Tell whether two names are spelt or said alike, or almost."""
    first, second = name_key(one), name_key(other)
    return first == second or sound_key(one) == sound_key(other) or _slipped(first, second, LEAST_SLIPPED)


def _almost(one: str, other: str) -> bool:
    """Tell whether two given names of one family may be one name."""
    return bool(one and other) and (
        same_given_name(one, other) or _slipped(name_key(one), name_key(other), LEAST_IN_FAMILY)
    )


def _slipped(first: str, second: str, least: int) -> bool:
    return min(len(first), len(second)) >= least and OSA.distance(first, second, score_cutoff=1) <= 1


def _beside(person: Person, other: Person) -> Iterator[Sign]:
    if look_up_key(person.code) in _codes(other) or look_up_key(other.code) in _codes(person):
        yield Sign.CODE
    if _same_day(person.birthday, other.birthday):
        yield Sign.BIRTHDAY
    if person.organisation and name_key(person.organisation) == name_key(other.organisation):
        yield Sign.ORGANISATION


def _named_alike(person: Person, other: Person) -> Sign | None:
    """Return how well the names agree."""
    if _whole_names(person) & _whole_names(other):
        return Sign.NAME
    families = name_key(person.family_name), name_key(other.family_name)
    if families[0] and families[0] == families[1] and _almost(person.given_name, other.given_name):
        return Sign.ALMOST
    given = _given_names(person), _given_names(other)
    if not any(same_given_name(one, two) for one in given[0] for two in given[1]):
        return None
    return Sign.SOUND if all(families) and same_given_name(*families) else Sign.GIVEN


def _whole_names(person: Person) -> set[str]:
    """Return the keys of every name in full, in either order."""
    names = [name.split() for name in (person.name, person.romanised, *person.aliases)]
    return {name_key("".join(order)) for words in names if len(words) > 1 for order in (words, words[::-1])}


def _given_names(person: Person) -> list[str]:
    names = (person.given_name, person.nickname, person.romanised.split(" ")[0])
    return list(filter(None, dict.fromkeys(names)))


def _held(person: Person, sign: Sign) -> set[str]:
    """Return the keys of what somebody can be reached or known by."""
    if sign is Sign.NUMBER:
        numbers = (one for one in person.numbers if one.kind not in _EVERYBODYS)
        return {f"{one.digits}/{one.extension}" for one in numbers if one.digits or one.extension}
    first = {Sign.EMAIL: person.email, Sign.LINE: person.line, Sign.PLATE: person.plate}[sign]
    further = (one.value for one in person.handles if one.kind.value == sign.value)
    return _keys((first, *further))


def _codes(person: Person) -> set[str]:
    return _keys((person.code, *(one.value for one in person.handles if one.kind is HandleKind.CODE)))


def _keys(texts: Iterable[str]) -> set[str]:
    return {key for text in texts if (key := look_up_key(text))}


def _same_day(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other) and not _contradict(one, other)


def _contradict(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return False
    return (one.month, one.day) != (other.month, other.day) or bool(one.year and other.year and one.year != other.year)
