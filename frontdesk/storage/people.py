"""People in the database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal_column, select, update

from frontdesk.domain.people import Person

from .asked import Asked
from .card_words import index_card_words
from .history import History
from .people_search import PeopleSearch
from .person_reading import BY_CODE, BY_ID, ROW, whole
from .person_rows import PersonRows
from .rows import CHUNK, chunks
from .tables import people, person_versions

_REFERRED = people.c.referred_by == bindparam("by")
_DEPUTISED = people.c.deputy.in_(bindparam("names", expanding=True))
_LISTED = ROW.where(~people.c.archived).order_by(people.c.code)
_REFERRED_BY = Asked(_LISTED.where(_REFERRED, people.c.referred_by != literal_column("''")))
_DEPUTISED_BY = Asked(_LISTED.where(_DEPUTISED, people.c.deputy != literal_column("''")))
_AFTER = Asked(_LISTED.where(people.c.code > bindparam("code")).limit(CHUNK))
_EVERYBODY = select(func.count()).select_from(people)
_GONE = _EVERYBODY.where(people.c.archived)


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
        return {one.id: one for one in self._with(BY_ID, ids)}

    def by_codes(self, codes: Iterable[str]) -> dict[str, Person]:
        return {one.code: one for one in self._with(BY_CODE, codes)}

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
        return self._whole(_REFERRED_BY, {"by": person_id})

    def deputised_by(self, names: Iterable[str]) -> list[Person]:
        return self._whole(_DEPUTISED_BY, {"names": list(names)})

    def count(self) -> int:
        everybody, gone = (self._connection.execute(query).scalar_one() for query in (_EVERYBODY, _GONE))
        return everybody - gone

    def revision(self) -> int:
        return self._history.last()

    def changed_since(self, revision: int, limit: int) -> list[str]:
        return self._history.since(revision, limit)

    def _after(self, code: str) -> list[Person]:
        return self._whole(_AFTER, {"code": code})

    def _with(self, asked: Asked, values: Iterable[str]) -> Iterator[Person]:
        for part in chunks(values):
            yield from self._whole(asked, {"ids": part})

    def _whole(self, asked: Asked, values: Mapping[str, Any]) -> list[Person]:
        return whole(self._connection, asked.rows(self._connection, values))
