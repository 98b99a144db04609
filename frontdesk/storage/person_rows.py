"""Writing people: a row each, and what hangs on it; as fast for a million as SQLite allows."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from frontdesk.domain.names import name_key
from frontdesk.domain.people import Person

from .columns import storable
from .person_keys import alias_rows, distinct_names, key_rows, name_columns, number_rows
from .rows import Puts, insert_new, upsert
from .tables import names, organisations, people, person_aliases, person_keys, person_numbers

FOLLOWING = ("last_contact_at",)
"""Columns that triggers keep."""

WORTH_IT = 20_000
"""So many new people, and more than there are, are sooner in with the indexes made behind them."""

CACHE, USUAL_CACHE = 32 << 10, 8 << 10
"""KiB of the file that are kept in memory while so many come in, and at other times."""

_KEYS = ("given_key", "family_key", "organisation_id")
_FIELDS = [column.name for column in people.columns if column.name not in (*_KEYS, *FOLLOWING)]
_values_of = attrgetter(*_FIELDS)

_PEOPLE = Puts(upsert(people, FOLLOWING), people, FOLLOWING)
_ORGANISATIONS = Puts(insert_new(organisations), organisations, ("id",))
_NUMBERS = Puts(insert(person_numbers), person_numbers)
_ALIASES = Puts(insert(person_aliases), person_aliases)
_LOOK_UP_KEYS = Puts(insert(person_keys), person_keys)
_NAMES = Puts(insert_new(names), names)


class PersonRows:
    """Puts people into the tables, within one transaction: what it has seen there it need not ask for again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._organisations: dict[str, int] = {}
        self._names: set[tuple[str, str]] = set()

    def put(self, part: Sequence[Person], known: Sequence[str]) -> None:
        """Put some people; ``known`` are the ids of those who are there already."""
        self._learn_organisations({one.organisation for one in part if one.organisation})
        rows = (
            dict(zip(_FIELDS, _values_of(one), strict=True))
            | name_columns(one)
            | {"organisation_id": self._organisations.get(one.organisation)}
            for one in part
        )
        _PEOPLE.put(self._connection, rows)
        self._drop_parts(known)
        self._put_parts(part)

    @contextmanager
    def filling(self, count: int) -> Iterator[None]:
        """Make room for so many new people: with far more than there are, indexes are made when all are in."""
        if count < max(WORTH_IT, self._count()):
            yield
            return
        indexes = [index for table in (people, person_numbers, person_keys) for index in table.indexes]
        self._cache(CACHE)
        try:
            for index in indexes:
                index.drop(self._connection, checkfirst=True)
            yield
            self._names.clear()
            for index in indexes:
                index.create(self._connection)
        finally:
            self._cache(USUAL_CACHE)

    def _count(self) -> int:
        return self._connection.execute(select(func.count()).select_from(people)).scalar_one()

    def _cache(self, size: int) -> None:
        self._connection.exec_driver_sql(f"PRAGMA cache_size = -{size}")

    def _learn_organisations(self, wanted: set[str]) -> None:
        fresh = sorted(wanted - self._organisations.keys())
        if not fresh:
            return
        _ORGANISATIONS.put(self._connection, ({"name": name, "name_key": name_key(name)} for name in fresh))
        query = select(organisations.c.name, organisations.c.id).where(organisations.c.name.in_(fresh))
        stored = {row.name: row.id for row in self._connection.execute(query)}
        self._organisations |= {name: stored[storable(name)] for name in fresh}

    def _drop_parts(self, ids: Sequence[str]) -> None:
        for table in (person_numbers, person_aliases, person_keys):
            if ids:
                self._connection.execute(delete(table).where(table.c.person_id.in_(ids)))

    def _put_parts(self, part: Iterable[Person]) -> None:
        connection = self._connection
        _NUMBERS.put(connection, (row for one in part for row in number_rows(one)))
        _ALIASES.put(connection, (row for one in part for row in alias_rows(one)))
        _LOOK_UP_KEYS.put(connection, (row for one in part for row in key_rows(one)))
        fresh = {name for one in part for name in distinct_names(one)} - self._names
        _NAMES.put(connection, ({"kind": kind, "key": key} for kind, key in sorted(fresh)))
        self._names |= fresh
