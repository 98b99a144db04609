"""People in the database."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Column, Connection, Row, bindparam, func, select, update

from frontdesk.domain.people import Person, PhoneNumber

from .card_words import index_card_words
from .history import History
from .people_search import PeopleSearch
from .person_rows import PersonRows
from .rows import CHUNK, chunks
from .tables import organisations, people, person_aliases, person_numbers, person_versions

_KEYS = ("given_key", "family_key", "organisation_id", "last_contact_at")
_ORGANISATION = func.coalesce(organisations.c.name, "").label("organisation")
_ROW = select(*(c for c in people.columns if c.name not in _KEYS), _ORGANISATION).outerjoin(organisations)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_WITH = {column: _ROW.where(column.in_(_IDS)) for column in (people.c.id, people.c.code)}
_number = person_numbers.c
_NUMBERS = (
    select(_number.person_id, _number.raw, _number.kind, _number.e164, _number.digits, _number.extension, _number.use)
    .where(_number.person_id.in_(_IDS))
    .order_by(_number.person_id, _number.place)
)
_ALIASES = (
    select(person_aliases.c.person_id, person_aliases.c.alias)
    .where(person_aliases.c.person_id.in_(_IDS))
    .order_by(person_aliases.c.person_id, person_aliases.c.place)
)


class SqlPeople(PeopleSearch):
    """Implements the port ``People``."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._history = History(connection, person_versions, Person)
        self._rows = PersonRows(connection)

    def get(self, person_id: str) -> Person | None:
        return self.by_ids([person_id]).get(person_id)

    def by_code(self, code: str) -> Person | None:
        return self.by_codes([code]).get(code)

    def by_ids(self, ids: Iterable[str]) -> dict[str, Person]:
        return {one.id: one for one in self._with(people.c.id, ids)}

    def by_codes(self, codes: Iterable[str]) -> dict[str, Person]:
        return {one.code: one for one in self._with(people.c.code, codes)}

    def all(self) -> Iterator[Person]:
        last = ""
        while part := self._after(last):
            last = part[-1].code
            yield from part

    def save(self, person: Person, by: str, batch: str = "") -> None:
        self.save_many([person], by, batch)

    def save_many(self, items: Iterable[Person], by: str, batch: str = "") -> None:
        """Save many at once, each as ``save`` does."""
        for part in chunks(items):
            before = self.by_ids(one.id for one in part)
            self._history.keep([(one.id, before.get(one.id)) for one in part], by, batch)
            self._rows.put(part, list(before))
            index_card_words(self._connection, part, list(before))

    def filling(self, count: int) -> AbstractContextManager[None]:
        """Make room for so many new people; see ``PersonRows``."""
        return self._rows.filling(count)

    def make_keys_anew(self, ids: Sequence[str]) -> None:
        """Make the look-up keys of people by today's rules; nothing else of them changes."""
        part = list(self.by_ids(ids).values())
        self._rows.put(part, ids)
        index_card_words(self._connection, part, ids)

    def versions(self, person_id: str) -> list[tuple[datetime, str, Person]]:
        return self._history.of(person_id)

    def before(self, batch: str) -> Iterator[tuple[str, Person | None]]:
        """Yield the state that each person had before an import."""
        return self._history.before(batch)

    def archive(self, ids: Sequence[str], by: str) -> None:
        """Take people out of every list; what is known of them stays."""
        for part in chunks(ids):
            self._connection.execute(update(people).where(people.c.id.in_(part)).values(archived=True))
            self._history.note(part, by)

    def referred_by(self, person_id: str) -> list[Person]:
        query = _ROW.where(people.c.referred_by == person_id, people.c.referred_by != "", ~people.c.archived)
        return self._whole(self._connection.execute(query.order_by(people.c.code)).all())

    def deputised_by(self, names: Iterable[str]) -> list[Person]:
        query = _ROW.where(people.c.deputy.in_(list(names)), people.c.deputy != "", ~people.c.archived)
        return self._whole(self._connection.execute(query.order_by(people.c.code)).all())

    def count(self) -> int:
        query = select(func.count()).select_from(people).where(~people.c.archived)
        return self._connection.execute(query).scalar_one()

    def revision(self) -> int:
        return self._history.last()

    def changed_since(self, revision: int, limit: int) -> list[str]:
        return self._history.since(revision, limit)

    def _after(self, code: str) -> list[Person]:
        query = _ROW.where(people.c.code > code, ~people.c.archived).order_by(people.c.code).limit(CHUNK)
        return self._whole(self._connection.execute(query).all())

    def _with(self, column: Column[str], values: Iterable[str]) -> Iterator[Person]:
        for part in chunks(values):
            yield from self._whole(self._connection.execute(_WITH[column], {"ids": part}).all())

    def _whole(self, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Person]:
        """Make people of rows of the main table and of what hangs on them."""
        if not rows:
            return []
        ids = [row.id for row in rows]
        numbers, aliases = self._numbers(ids), self._aliases(ids)
        return [
            Person(**row._asdict(), numbers=numbers.get(row.id, ()), aliases=aliases.get(row.id, ())) for row in rows
        ]

    def _numbers(self, ids: Sequence[str]) -> dict[str, tuple[PhoneNumber, ...]]:
        rows = self._connection.execute(_NUMBERS, {"ids": ids})
        return {key: tuple(PhoneNumber(*row[1:]) for row in group) for key, group in groupby(rows, lambda row: row[0])}

    def _aliases(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        rows = self._connection.execute(_ALIASES, {"ids": ids})
        return {key: tuple(row[1] for row in group) for key, group in groupby(rows, lambda row: row[0])}
