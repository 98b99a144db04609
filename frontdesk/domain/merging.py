"""Several people who proved to be one: what stays of each, and how they are parted again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from .names import look_up_key, name_key
from .people import Handle, HandleKind, Person, PhoneNumber

FILLED = (
    "title", "given_name", "family_name", "nickname", "romanised", "organisation", "department", "hours", "email",
    "line", "plate", "birthday", "channel", "not_before", "room", "lunch", "deputy",
)  # fmt: skip
"""Fields with room for one value: the survivor's stands, an empty one takes the first of the others'."""

IN_CONFLICT = ("birthday", "kind", "organisation", "department", "title", "hours", "channel", "not_before", "room",
               "lunch", "deputy")  # fmt: skip
"""Of those, the ones whose other values are kept nowhere on the card, so that somebody has to see them."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that says different things: what stays, and what only the earlier versions keep."""

    field: str
    kept: Any
    others: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class MergeStates:
    """What it takes to part people again.

    ``people`` are as they were, the survivor first, ``after`` is the survivor as merged. ``members`` are those
    whom each had taken in before, ``referrals`` who was sent by somebody merged, and by whom.
    """

    people: tuple[Person, ...]
    after: Person
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    referrals: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merge:
    """People who became one; ``by`` and ``undone_by`` are ids of staff (UTC times)."""

    id: str
    at: datetime
    by: str
    into_id: str
    merged_ids: tuple[str, ...]
    states: MergeStates
    undone_at: datetime | None = None
    undone_by: str = ""


def joined(survivor: Person, others: Sequence[Person]) -> Person:
    """Return the survivor with everything that the others have and a card has room for."""
    everyone = (survivor, *others)
    filled = {name: _first(getattr(one, name) for one in everyone) for name in FILLED}
    whole = replace(survivor, **filled)
    ids = {one.id for one in everyone}
    referrers = (one.referred_by for one in everyone if one.referred_by not in ids)
    return replace(
        whole,
        numbers=_each_once((number for one in everyone for number in one.numbers), _number_key),
        aliases=_other_names(whole, everyone),
        handles=_other_handles(whole, everyone),
        facts=_each_once((fact for one in everyone for fact in one.facts), lambda fact: (fact.name, fact.value)),
        leave=_each_once((leave for one in everyone for leave in one.leave), lambda leave: leave),
        note=_note(everyone),
        referred_by=_first(referrers) or "",
        purchases=sum(one.purchases for one in everyone),
        last_purchase=max((one.last_purchase for one in everyone), key=lambda day: day or date.min),
    )


def conflicts(survivor: Person, others: Sequence[Person]) -> tuple[Conflict, ...]:
    """Return what is said differently and cannot all stand on one card."""
    found = []
    for name in IN_CONFLICT:
        said = tuple(dict.fromkeys(value for one in (survivor, *others) if (value := getattr(one, name))))
        if len(said) > 1:
            found.append(Conflict(name, said[0], said[1:]))
    return tuple(found)


def parted(before: Person, after: Person, now: Person) -> Person:
    """Return the survivor as before the merge; what was changed since then stays changed."""
    changes: dict[str, Any] = {}
    for one in fields(Person):
        was, then, is_now = (getattr(state, one.name) for state in (before, after, now))
        changes[one.name] = was if is_now == then else _kept_change(one.name, was, then, is_now)
    untouched = all(value == getattr(before, name) for name, value in changes.items() if name != "updated_at")
    return before if untouched else replace(now, **changes)


def _kept_change(name: str, was: Any, then: Any, is_now: Any) -> Any:
    if isinstance(is_now, tuple):
        return (*(item for item in was if item in is_now or item not in then), *_missing(is_now, (*then, *was)))
    if name == "note":
        lines = _kept_change("", *(tuple(text.splitlines()) for text in (was, then, is_now)))
        return "\n".join(lines)
    return is_now - (then - was) if name == "purchases" else is_now


def _missing(items: Iterable[Any], known: Sequence[Any]) -> Iterable[Any]:
    return (item for item in items if item not in known)


def _first(values: Iterable[Any]) -> Any:
    """Return the first value that says anything, or else the first."""
    listed = list(values)
    return next((value for value in listed if value), listed[0] if listed else None)


def _each_once(items: Iterable[Any], key: Callable[[Any], Any]) -> tuple[Any, ...]:
    kept: dict[Any, Any] = {}
    for item in items:
        kept.setdefault(key(item), item)
    return tuple(kept.values())


def _number_key(number: PhoneNumber) -> tuple[str, str, str]:
    known = number.digits or number.extension
    return number.digits, number.extension, "" if known else number.raw


def _other_names(whole: Person, everyone: Sequence[Person]) -> tuple[str, ...]:
    """Return every other name that anybody goes by, those first that the survivor had."""
    said = [alias for one in everyone for alias in one.aliases]
    said += [name for one in everyone for name in (one.name, one.nickname, one.romanised)]
    own = {name_key(name) for name in (whole.name, whole.given_name, whole.nickname, whole.romanised)}
    kept = set(map(name_key, everyone[0].aliases))
    return _each_once((name for name in said if name_key(name) in kept or name_key(name) not in {*own, ""}), name_key)


def _other_handles(whole: Person, everyone: Sequence[Person]) -> tuple[Handle, ...]:
    """Return every further address, plate and code that anybody has."""
    own = {(kind, look_up_key(value)) for kind, value in _handles(whole)}
    said = (Handle(kind, value) for one in everyone for kind, value in (*_further(one), *_handles(one)))
    kept = {(one.kind, look_up_key(one.value)) for one in everyone[0].handles}
    wanted = (one for one in said if (key := (one.kind, look_up_key(one.value))) in kept or key not in own)
    return _each_once(wanted, lambda one: (one.kind, look_up_key(one.value)))


def _further(person: Person) -> Iterable[tuple[HandleKind, str]]:
    return ((one.kind, one.value) for one in person.handles)


def _handles(person: Person) -> Iterable[tuple[HandleKind, str]]:
    first = ((HandleKind.EMAIL, person.email), (HandleKind.LINE, person.line), (HandleKind.PLATE, person.plate))
    return ((kind, value) for kind, value in (*first, (HandleKind.CODE, person.code)) if value)


def _note(everyone: Sequence[Person]) -> str:
    """Join the notes by a line; a note that stands in another already is not said twice."""
    kept: list[str] = []
    for note in (one.note.strip() for one in everyone):
        if note and not any(note in other for other in kept):
            kept.append(note)
    return "\n".join(kept)
