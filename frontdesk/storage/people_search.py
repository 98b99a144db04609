"""Finding people by B-tree keys; archived ones are never found."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, bindparam, func, select

from frontdesk.domain.names import name_key

from .columns import storable
from .person_keys import ALIAS, CODE, FAMILY, GIVEN, ROMANISED
from .tables import names, organisations, people, person_keys, person_numbers

LAST_LETTER = "\U0010ffff"
"""Sorts behind every text that goes on after a beginning."""

Condition = ColumnElement[bool]


def begins(column: ColumnElement[str], prefix: str) -> Condition:
    """Select texts with a beginning, as a range of the column's index."""
    return and_(column >= prefix, column < prefix + LAST_LETTER)


_KEYED = (
    select(person_keys.c.person_id)
    .join(people)
    .where(person_keys.c.kind == bindparam("kind"), ~people.c.archived)
    .where(person_keys.c.key >= bindparam("first"), person_keys.c.key < bindparam("behind"))
    .order_by(person_keys.c.key)
    .limit(bindparam("most", type_=Integer))
)
"""Asked with every key that is typed: putting it together anew took longer than its answer."""


class PeopleSearch:
    """The look-ups of the port ``People``: each returns ids without repeats."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids_by_digits(self, digits: str, limit: int) -> list[str]:
        columns = person_numbers.c
        return self._by_number([begins(columns.digits, digits), begins(columns.extension, digits)], limit)

    def ids_by_digits_end(self, digits: str, limit: int) -> list[str]:
        return self._by_number([begins(person_numbers.c.reversed, digits[::-1])], limit)

    def ids_by_digits_inside(self, digits: str, limit: int) -> list[str]:
        return self._by_number([func.instr(person_numbers.c.digits, digits) > 0], limit)

    def ids_by_exact_number(self, digits: str, extension: str = "") -> list[str]:
        columns = person_numbers.c
        if not digits:
            return self._by_number([and_(columns.digits == "", columns.extension == extension)], -1)
        same = columns.digits == digits
        return self._by_number([and_(same, columns.extension == extension) if extension else same], -1)

    def ids_by_names(self, given: Iterable[str], family: Iterable[str], limit: int) -> list[str]:
        both = and_(people.c.given_key.in_(list(given)), people.c.family_key.in_(list(family)))
        return self._by_person([both], limit)

    def ids_by_given(self, names: Iterable[str], limit: int) -> list[str]:
        return self._by_person([people.c.given_key.in_(list(names))], limit)

    def ids_by_family(self, names: Iterable[str], limit: int) -> list[str]:
        return self._by_person([people.c.family_key.in_(list(names))], limit)

    def ids_by_name_prefix(self, given: str, family: str, limit: int) -> list[str]:
        wanted = ((people.c.given_key, given), (people.c.family_key, family))
        conditions = [begins(column, prefix) for column, prefix in wanted if prefix]
        return self._by_person([and_(*conditions)], limit) if conditions else []

    def ids_by_joined_prefix(self, joined: str, limit: int) -> list[str]:
        return self._by_person([begins(people.c.joined_key, joined), begins(people.c.turned_key, joined)], limit)

    def ids_by_alias(self, prefix: str, limit: int) -> list[str]:
        return self._by_key(ALIAS, prefix, limit)

    def ids_by_key(self, key: str, limit: int) -> list[str]:
        return self._by_key(CODE, key, limit)

    def ids_by_organisation(self, words: Iterable[str], limit: int) -> list[str]:
        keys = [key for word in words if (key := name_key(word))]
        if not keys:
            return []
        held = [func.instr(organisations.c.name_key, storable(key)) > 0 for key in keys]
        wanted = select(organisations.c.id).where(*held)
        return self._by_person([people.c.organisation_id.in_(wanted)], limit)

    def ids_by_numbers(self, digits: Iterable[str], limit: int) -> list[str]:
        return self._by_number([person_numbers.c.digits.in_(list(digits))], limit)

    def ids_in_organisations(self, ids: Iterable[int], limit: int) -> list[str]:
        return self._by_person([people.c.organisation_id.in_(list(ids))], limit)

    def organisation_keys(self) -> list[tuple[int, str]]:
        query = select(organisations.c.id, organisations.c.name_key).order_by(organisations.c.id)
        return [(row[0], row[1]) for row in self._connection.execute(query)]

    def distinct_digits(self) -> list[str]:
        columns = person_numbers.c
        return list(self._connection.scalars(select(columns.digits).where(columns.digits != "").distinct()))

    def distinct_names(self) -> tuple[list[str], list[str], list[str]]:
        found: dict[str, list[str]] = {GIVEN: [], FAMILY: [], ROMANISED: []}
        for kind, key in self._connection.execute(select(names.c.kind, names.c.key)):
            found[kind].append(key)
        return found[GIVEN], found[FAMILY], found[ROMANISED]

    def _by_person(self, conditions: Iterable[Condition], limit: int) -> list[str]:
        parts = [select(people.c.id).where(one, ~people.c.archived).limit(limit) for one in conditions]
        return self._ids(parts, limit)

    def _by_number(self, conditions: Iterable[Condition], limit: int) -> list[str]:
        numbers = select(person_numbers.c.person_id).join(people).where(~people.c.archived)
        return self._ids([numbers.where(one).distinct().limit(limit) for one in conditions], limit)

    def _by_key(self, kind: str, key: str, limit: int) -> list[str]:
        wanted = {"kind": kind, "first": key, "behind": key + LAST_LETTER, "most": limit}
        return list(dict.fromkeys(self._connection.scalars(_KEYED, wanted)))

    def _ids(self, queries: Iterable[Select[str]], limit: int) -> list[str]:
        """Run each query and return its ids in order, each once, at most ``limit`` (-1: all)."""
        found = dict.fromkeys(key for query in queries for key in self._connection.scalars(query))
        return list(found)[: limit if limit >= 0 else None]
