"""Contacts in the database: rows are added and never changed; triggers see to it, and the chain proves it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, insert, select, union_all

from frontdesk.domain.chain import EntryKind, correction_subject
from frontdesk.domain.contacts import Contact, Feedback
from frontdesk.domain.corrections import changed, corrected
from frontdesk.domain.people import ContactFigures

from .chain import SqlChain
from .chain_tables import contact_articles_now, contacts_now, corrected_articles, corrected_contacts, erasures
from .columns import utc_text
from .contact_rows import ContactRows
from .contact_words import ids_containing, index_words
from .corrections import append_correction, article_rows, corrected_now, work_in
from .endings import put_endings
from .rows import CHUNK, chunks, insert_new, put, row_of
from .tables import contact_articles, contact_queries, contacts, withdrawals

RECENT = 200
"""How many of one's contacts are looked at for the answers used last."""

_STANDS = contacts.c.id.not_in(select(withdrawals.c.contact_id))
_STANDS_NOW = contacts_now.c.id.not_in(select(withdrawals.c.contact_id))
_ROW = select(contacts)
_LAST_OF = (
    select(contacts_now.c.person_id, func.max(contacts_now.c.at, type_=contacts.c.at.type))
    .where(_STANDS_NOW, contacts_now.c.person_id.in_(bindparam("ids", expanding=True)))
    .group_by(contacts_now.c.person_id)
)
_NEWEST = _ROW.where(_STANDS).order_by(contacts.c.at.desc(), contacts.c.id.desc())
_NEWEST_NOW = select(contacts_now).where(_STANDS_NOW).order_by(contacts_now.c.at.desc(), contacts_now.c.id.desc())
_WITHDRAWN = select(withdrawals.c.contact_id).where(withdrawals.c.contact_id == bindparam("id"))
_ERASED = select(erasures.c.contact_id).where(erasures.c.contact_id == bindparam("id"))
_CORRECTED = select(corrected_contacts.c.id)


class SqlContacts:
    """Implements the port ``Contacts``."""

    def __init__(self, connection: Connection, chain: SqlChain) -> None:
        self._connection = connection
        self._chain = chain
        self._rows = ContactRows(connection)
        self._owners = self._rows.owners

    def add(self, contact: Contact) -> bool:
        return self.add_many((contact,)) == 1

    def add_many(self, items: Iterable[Contact]) -> int:
        return sum(self._add_chunk(part) for part in chunks(items))

    def withdraw(self, contact_id: str, by: str, at: datetime) -> None:
        if not self.withdrawn(contact_id):
            self._connection.execute(insert(withdrawals).values(contact_id=contact_id, by=by, at=at))
            self._chain.append(EntryKind.WITHDRAWAL, [(contact_id, utc_text(at))])

    def withdrawn(self, contact_id: str) -> bool:
        return self._connection.execute(_WITHDRAWN, {"id": contact_id}).first() is not None

    def erased(self, contact_id: str) -> bool:
        return self._connection.execute(_ERASED, {"id": contact_id}).first() is not None

    def correct(self, contact_id: str, fields: Mapping[str, Any], by: str, at: datetime) -> Contact | None:
        written = self._rows.as_written([contact_id])
        if not written:
            return None
        before = corrected_now(self._rows, written)[0]
        fresh = changed(before, fields)
        if fresh:
            seq = append_correction(self._connection, contact_id, fresh, by, at)
            self._chain.append(EntryKind.CORRECTION, [(correction_subject(contact_id, seq), utc_text(at))])
            work_in(self._connection, before, corrected(before, [(at, by, fresh)]))
        return self.get(contact_id)

    def get(self, contact_id: str) -> Contact | None:
        return next(iter(self.by_ids([contact_id])), None)

    def by_ids(self, ids: Sequence[str]) -> list[Contact]:
        """Return contacts by their ids, withdrawn ones too, oldest first."""
        return self._rows.by_ids(ids)

    def between(self, start: datetime | None, end: datetime | None) -> Iterator[Contact]:
        query = _ROW.where(_STANDS).order_by(contacts.c.at, contacts.c.id)
        if start is not None:
            query = query.where(contacts.c.at >= start)
        if end is not None:
            query = query.where(contacts.c.at < end)
        rows = self._connection.execute(query.execution_options(yield_per=CHUNK))
        return (one for part in chunks(rows) for one in self._rows.whole(part))

    def latest(self, limit: int, offset: int = 0) -> list[Contact]:
        return self._rows.listed(_NEWEST.limit(limit).offset(offset))

    def of_person(self, person_id: str, limit: int) -> list[Contact]:
        return self._rows.listed(_NEWEST_NOW.where(self._owners.counting_for(person_id)).limit(limit))

    def of_digits(self, digits: str, limit: int) -> list[Contact]:
        return self._rows.listed(_NEWEST_NOW.where(contacts_now.c.digits == digits).limit(limit))

    def figures(self, person_id: str) -> ContactFigures:
        at, praised = contacts_now.c.at, contacts_now.c.feedback == Feedback.COMPLIMENT
        counts = func.count(), func.count().filter(praised).label("praised")
        query = select(counts[0], func.min(at, type_=at.type), func.max(at, type_=at.type), counts[1])
        row = self._connection.execute(query.where(self._owners.counting_for(person_id), _STANDS_NOW)).one()
        return ContactFigures(*row)

    def containing(self, words: Iterable[str], limit: int) -> list[Contact]:
        ids = ids_containing(self._connection, words, limit)
        return self._rows.listed(_NEWEST.where(contacts.c.id.in_(ids)).limit(limit)) if ids else []

    def praising(self, limit: int) -> list[str]:
        found = self._rows.listed(_NEWEST.where(contacts.c.feedback == Feedback.COMPLIMENT).limit(limit))
        return list(dict.fromkeys(one.person_id for one in found if one.person_id))

    def uses_since(self, code: str, since: datetime) -> int:
        used = select(contact_articles_now.c.contact_id).where(contact_articles_now.c.code == code)
        return self._count(contacts.c.id.in_(used), contacts.c.at >= since)

    def most_used(self, since: datetime, limit: int) -> list[str]:
        late = contacts.c.at >= since
        first = select(contact_articles.c.code).join_from(contacts, contact_articles).where(late, _STANDS)
        then = select(corrected_articles.c.code).join_from(contacts, corrected_articles).where(late, _STANDS)
        code = union_all(first.where(contacts.c.id.not_in(_CORRECTED)), then).subquery().c.code
        query = select(code).group_by(code).order_by(func.count().desc(), code)
        return list(self._connection.execute(query.limit(limit)).scalars())

    def recent_articles(self, staff: str, limit: int) -> list[tuple[str, datetime]]:
        own = select(contacts.c.id, contacts.c.at).where(contacts.c.staff == staff, _STANDS)
        last = self._connection.execute(own.order_by(contacts.c.at.desc()).limit(RECENT)).all()
        table, codes, used = contact_articles_now.c, dict[str, list[str]](), dict[str, datetime]()
        query = select(table.contact_id, table.code).where(table.contact_id.in_([key for key, _ in last]))
        for key, code in self._connection.execute(query.order_by(table.place.desc())):
            codes.setdefault(key, []).append(code)
        for key, at in last:
            for code in codes.get(key, ()):
                used.setdefault(code, at)
        return list(used.items())[:limit]

    def last_contact_of(self, person_ids: Iterable[str]) -> dict[str, datetime]:
        wanted, known = list(person_ids), self._owners.known()
        if not (known.merged or known.attributed):
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
        put(self._connection, insert_new(contact_articles), list(article_rows(new)))
        put(self._connection, insert_new(contact_queries), list(_query_rows(new)))
        put_endings(self._connection, new)
        self._chain.append(EntryKind.CONTACT, [(one.id, utc_text(one.at)) for one in new])
        return len(new)


def _query_rows(items: Iterable[Contact]) -> Iterator[dict[str, Any]]:
    for one in items:
        for place, query in enumerate(one.queries):
            yield {"contact_id": one.id, "place": place, "query": query}
