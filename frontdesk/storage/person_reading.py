"""People out of their rows, with what hangs on them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select
from sqlalchemy.dialects.sqlite import dialect

from frontdesk.domain.people import NumberKind, NumberUse, Person, PhoneNumber

from .asked import Asked
from .columns import Choice
from .tables import organisations, people, person_aliases, person_numbers

PARTS = ("numbers", "aliases")
"""Fields of a person that stand in tables of their own."""

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_FIELDS = [field.name for field in fields(Person) if field.name not in PARTS]
_HANGING = tuple((place, field.name) for place, field in enumerate(fields(Person)) if field.name in PARTS)
_organisation = func.coalesce(organisations.c.name, "").label("organisation")
_columns = [_organisation if name == "organisation" else people.c[name] for name in _FIELDS]
_number, _alias = person_numbers.c, person_aliases.c
_NUMBER_FIELDS = (_number.raw, _number.kind, _number.e164, _number.digits, _number.extension, _number.use)

ROW: Select[Any] = select(*_columns).select_from(people).outerjoin(organisations)
"""Everything that stands in the row of a person, in the order of the fields."""

_NUMBERS = Asked(
    select(_number.person_id, *_NUMBER_FIELDS)
    .where(_number.person_id.in_(_IDS))
    .order_by(_number.person_id, _number.place)
)
_ALIASES = Asked(
    select(_alias.person_id, _alias.alias).where(_alias.person_id.in_(_IDS)).order_by(_alias.person_id, _alias.place)
)

Way = Callable[[Any], Any]


BY_ID, BY_CODE = (Asked(ROW.where(column.in_(_IDS))) for column in (people.c.id, people.c.code))


def whole(connection: Connection, rows: Sequence[Sequence[Any]]) -> list[Person]:
    """Make people of rows as ``ROW`` gives them, in their order."""
    if not rows:
        return []
    ids = {"ids": [row[0] for row in rows]}
    numbers = {key: tuple(map(_as_number, group)) for key, group in _grouped(_NUMBERS.rows(connection, ids))}
    aliases = {key: tuple(row[1] for row in group) for key, group in _grouped(_ALIASES.rows(connection, ids))}
    return [_person(row, numbers.get(row[0], ()), aliases.get(row[0], ())) for row in rows]


def _grouped(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    return groupby(rows, lambda row: row[0])


def _person(row: Sequence[Any], numbers: tuple[PhoneNumber, ...], aliases: tuple[str, ...]) -> Person:
    values = list(row)
    for place, way in _ways():
        if values[place] is not None:
            values[place] = way(values[place])
    hanging = {"numbers": numbers, "aliases": aliases}
    for place, name in _HANGING:
        values.insert(place, hanging[name])
    return Person(*values)


@cache
def _ways() -> tuple[tuple[int, Way], ...]:
    """Return the places of the fields that do not stand in their row as they are, and how these are read."""
    read = ((place, _way(name)) for place, name in enumerate(_FIELDS) if name in people.c)
    return tuple((place, way) for place, way in read if way is not None)


def _way(name: str) -> Way | None:
    kind = people.c[name].type
    if isinstance(kind, Choice):  # for a person of a million, looking it up is faster than asking the enumeration
        return {choice.value: choice for choice in kind.choices}.__getitem__
    return kind.result_processor(dialect(), None)


def _as_number(row: Sequence[Any]) -> PhoneNumber:
    _, raw, kind, e164, digits, extension, use = row
    return PhoneNumber(raw, _KINDS[kind], e164, digits, extension, _USES[use])


_KINDS = {kind.value: kind for kind in NumberKind}
_USES = {use.value: use for use in NumberUse}
