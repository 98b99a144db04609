"""Contacts in the database: rows are added and never changed; triggers see to it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, bindparam, func, select

from frontdesk.domain.contacts import Contact, Feedback, Outcome, Use
from frontdesk.domain.people import ContactFigures

from .contact_owners import ContactOwners
from .contact_words import ids_containing, index_words
from .rows import CHUNK, chunks, insert_new, put, row_of
from .tables import contact_articles, contact_queries, contacts, withdrawals

RECENT = 200
"""How many of one's contacts are looked at for the answers used last."""

_STANDS = contacts.c.id.not_in(select(withdrawals.c.contact_id))
_ROW = select(contacts)
_LAST_OF = (
    select(contacts.c.person_id, func.max(contacts.c.at, type_=contacts.c.at.type))
    .where(_STANDS, contacts.c.person_id.in_(bindparam("ids", expanding=True)))
    .group_by(contacts.c.person_id)
)
_NEWEST = _ROW.where(_STANDS).order_by(contacts.c.at.desc(), contacts.c.id.desc())


class SqlContacts:
    """Implements the port ``Contacts``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._owners = ContactOwners(connection)

    def add(self, contact: Contact) -> bool:
        return self.add_many((contact,)) == 1

    def add_many(self, items: Iterable[Contact]) -> int:
        return sum(self._add_chunk(part) for part in chunks(items))

    def withdraw(self, contact_id: str, by: str, at: datetime) -> None:
        row = {"contact_id": contact_id, "by": by, "at": at}
        self._connection.execute(insert_new(withdrawals).values(row))

    def get(self, contact_id: str) -> Contact | None:
        return next(iter(self.by_ids([contact_id])), None)

    def by_ids(self, ids: Sequence[str]) -> list[Contact]:
        """Return contacts by their ids, withdrawn ones too, oldest first."""
        return self._listed(_ROW.where(contacts.c.id.in_(ids)).order_by(contacts.c.at, contacts.c.id))

    def between(self, start: datetime | None, end: datetime | None) -> Iterator[Contact]:
        query = _ROW.where(_STANDS).order_by(contacts.c.at, contacts.c.id)
        if start is not None:
            query = query.where(contacts.c.at >= start)
        if end is not None:
            query = query.where(contacts.c.at < end)
        rows = self._connection.execute(query.execution_options(yield_per=CHUNK))
        return (one for part in chunks(rows) for one in self._whole(part))

    def latest(self, limit: int, offset: int = 0) -> list[Contact]:
        return self._listed(_NEWEST.limit(limit).offset(offset))

    def of_person(self, person_id: str, limit: int) -> list[Contact]:
        return self._listed(_NEWEST.where(self._owners.counting_for(person_id)).limit(limit))

    def of_digits(self, digits: str, limit: int) -> list[Contact]:
        return self._listed(_NEWEST.where(contacts.c.digits == digits).limit(limit))

    def promises_of(self, person_id: str, limit: int) -> list[Contact]:
        promised = contacts.c.outcome == Outcome.PROMISED
        return self._listed(_NEWEST.where(self._owners.counting_for(person_id), promised).limit(limit))

    def figures(self, person_id: str) -> ContactFigures:
        at, praised = contacts.c.at, contacts.c.feedback == Feedback.COMPLIMENT
        counts = func.count(), func.count().filter(praised).label("praised")
        query = select(counts[0], func.min(at, type_=at.type), func.max(at, type_=at.type), counts[1])
        row = self._connection.execute(query.where(self._owners.counting_for(person_id), _STANDS)).one()
        return ContactFigures(*row)

    def containing(self, words: Iterable[str], limit: int) -> list[Contact]:
        ids = ids_containing(self._connection, words, limit)
        return self._listed(_NEWEST.where(contacts.c.id.in_(ids)).limit(limit)) if ids else []

    def uses_since(self, code: str, since: datetime) -> int:
        used = select(contact_articles.c.contact_id).where(contact_articles.c.code == code)
        return self._count(contacts.c.id.in_(used), contacts.c.at >= since)

    def most_used(self, since: datetime, limit: int) -> list[str]:
        uses, code = func.count(), contact_articles.c.code
        late = select(code).join_from(contacts, contact_articles, contact_articles.c.contact_id == contacts.c.id)
        query = late.where(contacts.c.at >= since, _STANDS).group_by(code).order_by(uses.desc(), code)
        return list(self._connection.execute(query.limit(limit)).scalars())

    def recent_articles(self, staff: str, limit: int) -> list[tuple[str, datetime]]:
        own = select(contacts.c.id, contacts.c.at).where(contacts.c.staff == staff, _STANDS)
        last = own.order_by(contacts.c.at.desc()).limit(RECENT).subquery()
        query = select(contact_articles.c.code, last.c.at).join_from(
            last, contact_articles, contact_articles.c.contact_id == last.c.id
        )
        used: dict[str, datetime] = {}
        for code, at in self._connection.execute(query.order_by(last.c.at.desc(), contact_articles.c.place.desc())):
            used.setdefault(code, at)
        return list(used.items())[:limit]

    def last_contact_of(self, person_ids: Iterable[str]) -> dict[str, datetime]:
        wanted, (merged, attributed) = list(person_ids), self._owners.known()
        if not (merged or attributed):
            return self._last_own(wanted)
        members = self._owners.members_of(wanted)
        ids = [*wanted, *members]
        last = self._last_own(ids)
        for key, moment in self._owners.last_attributed(ids).items():
            last[key] = max(moment, last.get(key, moment))
        for member, into in members.items():
            if member in last:
                last[into] = max(last[member], last.get(into, last[member]))
        return {key: last[key] for key in wanted if key in last}

    def _last_own(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        parts = (self._connection.execute(_LAST_OF, {"ids": ids}) for ids in chunks(person_ids))
        return {key: moment for part in parts for key, moment in part}

    def count(self) -> int:
        return self._count()

    def _count(self, *conditions: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(contacts).where(_STANDS, *conditions)
        return self._connection.execute(query).scalar_one()

    def _add_chunk(self, part: Sequence[Contact]) -> int:
        """Insert those that are not there yet, with what hangs on them; return how many were new."""
        known = set(self._connection.scalars(select(contacts.c.id).where(contacts.c.id.in_([one.id for one in part]))))
        new = list({one.id: one for one in part if one.id not in known}.values())
        put(self._connection, insert_new(contacts), [row_of(one, contacts) for one in new])
        index_words(self._connection, new)
        put(self._connection, insert_new(contact_articles), list(_article_rows(new)))
        put(self._connection, insert_new(contact_queries), list(_query_rows(new)))
        return len(new)

    def _listed(self, query: Select[*tuple[Any, ...]]) -> list[Contact]:
        return self._whole(self._connection.execute(query).all())

    def _whole(self, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Contact]:
        """Make contacts of rows of the main table and of what hangs on them."""
        ids = [row.id for row in rows]
        queries = self._parts(contact_queries, ("query",), ids)
        articles = self._parts(contact_articles, ("code", "words", "missed"), ids)
        found = [
            Contact(
                **row._asdict(),
                articles=tuple(code for code, _, _ in articles.get(row.id, ())),
                queries=tuple(query for (query,) in queries.get(row.id, ())),
                uses=tuple(Use(*part) for part in articles.get(row.id, ()) if part[1] or part[2]),
            )
            for row in rows
        ]
        return self._owners.named(found)

    def _parts(self, table: Table, columns: tuple[str, ...], ids: Sequence[str]) -> dict[str, list[Sequence[Any]]]:
        """Return what hangs on contacts by their ids, in order."""
        if not ids:
            return {}
        query = select(table.c.contact_id, *(table.c[name] for name in columns)).where(table.c.contact_id.in_(ids))
        rows = self._connection.execute(query.order_by(table.c.contact_id, table.c.place))
        return {key: [row[1:] for row in group] for key, group in groupby(rows, lambda row: row[0])}


def _article_rows(items: Iterable[Contact]) -> Iterator[dict[str, Any]]:
    for one in items:
        uses = {use.code: use for use in one.uses}
        for place, code in enumerate(one.articles):
            use = uses.get(code) or Use(code)
            yield {"contact_id": one.id, "place": place, "code": code, "words": use.words, "missed": use.missed}


def _query_rows(items: Iterable[Contact]) -> Iterator[dict[str, Any]]:
    for one in items:
        for place, query in enumerate(one.queries):
            yield {"contact_id": one.id, "place": place, "query": query}
