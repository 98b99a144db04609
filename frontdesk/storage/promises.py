"""Promises in the database: each as it stands, and events that are only ever added."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, func, insert, or_, select

from frontdesk.domain.promise_history import as_it_stood
from frontdesk.domain.promises import Closing, DueCounts, Promise, PromiseEvent, PromiseKind

from .promise_tables import promise_events
from .promise_tables import promises as table
from .rows import chunks, insert_new, put, upsert
from .tables import attributions, merged_people

_OPEN = table.c.closed_at.is_(None)
_BY_DUE = (table.c.due_at.is_(None), table.c.due_at, table.c.made_at)
_STANDS = table.c.closing.is_distinct_from(Closing.WITHDRAWN)
_EVENT = (promise_events.c.at, promise_events.c.by, promise_events.c.kind, promise_events.c.detail)


class SqlPromises:
    """Implements the port ``PromiseRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, promise: Promise, event: PromiseEvent) -> bool:
        done = self._connection.execute(insert_new(table).values(asdict(promise)))
        if done.rowcount == 1:
            self._append(promise.id, event)
        return done.rowcount == 1

    def add_many(self, items: Iterable[tuple[Promise, Sequence[PromiseEvent]]]) -> None:
        for part in chunks(items):
            put(self._connection, insert(table), [asdict(promise) for promise, _ in part])
            rows = [_event_row(promise.id, event) for promise, events in part for event in events]
            put(self._connection, insert(promise_events), rows)

    def save(self, promise: Promise, event: PromiseEvent) -> None:
        self._connection.execute(upsert(table).values(asdict(promise)))
        self._append(promise.id, event)

    def get(self, promise_id: str) -> Promise | None:
        return next(iter(self._listed(select(table).where(table.c.id == promise_id))), None)

    def events(self, promise_id: str) -> list[PromiseEvent]:
        query = select(*_EVENT).where(promise_events.c.promise_id == promise_id).order_by(promise_events.c.id)
        return [PromiseEvent(*row) for row in self._connection.execute(query)]

    def open(self, owner: str = "", limit: int = -1) -> list[Promise]:
        query = select(table).where(_OPEN).order_by(*_BY_DUE).limit(limit)
        return self._listed(query.where(table.c.owner == owner) if owner else query)

    def open_at(self, moment: datetime) -> list[Promise]:
        open_then = or_(_OPEN, table.c.closed_at > moment)
        query = select(table).where(table.c.made_at <= moment, open_then, _STANDS).order_by(table.c.made_at)
        found = [one for one in self._as_they_stood(query, moment) if one.open]
        return sorted(found, key=lambda one: (one.due_at is None, one.due_at or moment))

    def due_between(self, start: datetime, end: datetime, moment: datetime) -> list[Promise]:
        due = (table.c.due_at >= start) & (table.c.due_at < end)
        query = select(table).where(
            table.c.made_at <= moment, or_(due, table.c.id.in_(_changed_after(moment))), _STANDS
        )
        found = self._as_they_stood(query, moment)
        return [one for one in found if one.due_at is not None and start <= one.due_at < end]

    def open_of(self, person_id: str, limit: int) -> list[Promise]:
        query = select(table).where(_OPEN, self._counting_for(person_id))
        return self._listed(query.order_by(*_BY_DUE).limit(limit))

    def call_backs(self, person_id: str, digits: str) -> list[Promise]:
        if not (person_id or digits):
            return []
        whose = [self._counting_for(person_id)] if person_id else []
        whose += [table.c.digits == digits] if digits else []
        query = select(table).where(_OPEN, table.c.kind == PromiseKind.CALL_BACK, or_(*whose))
        return self._listed(query.order_by(table.c.made_at.desc()))

    def closed_by_contact(self, contact_id: str) -> list[Promise]:
        return self._listed(select(table).where(table.c.closing_contact == contact_id))

    def closed_since(self, since: datetime, limit: int = -1) -> list[Promise]:
        query = select(table).where(table.c.closed_at >= since).order_by(table.c.closed_at.desc())
        return self._listed(query.limit(limit))

    def counts(self, now: datetime, midnight: datetime, owner: str = "") -> DueCounts:
        due = or_(table.c.due_at.is_(None), table.c.due_at < midnight)
        untold = (table.c.kind == PromiseKind.MESSAGE) & table.c.told_at.is_(None)
        later = func.min(table.c.due_at, type_=table.c.due_at.type).filter(table.c.due_at > now)
        overdue = func.count().filter(table.c.due_at <= now)
        query = select(func.count().filter(due), overdue, func.count().filter(untold), later).where(_OPEN)
        row = self._connection.execute(query.where(table.c.owner == owner) if owner else query).one()
        return DueCounts(*row)

    def of_contacts(self, contact_ids: Collection[str]) -> dict[str, Promise]:
        found: dict[str, Promise] = {}
        for part in chunks(contact_ids):
            found |= {one.contact_id: one for one in self._listed(select(table).where(table.c.contact_id.in_(part)))}
        return found

    def _counting_for(self, person_id: str) -> ColumnElement[bool]:
        """Return the condition for what was promised to somebody, or to whoever proved to be them."""
        merged = select(merged_people.c.person_id).where(merged_people.c.into_id == person_id)
        given = select(attributions.c.contact_id).where(attributions.c.person_id == person_id)
        return or_(table.c.person_id == person_id, table.c.person_id.in_(merged), table.c.contact_id.in_(given))

    def _as_they_stood(self, query: Select[*tuple[object, ...]], moment: datetime) -> list[Promise]:
        """Take back what happened after a moment, which is little."""
        changed: set[str] = set(self._connection.scalars(_changed_after(moment)))
        found = self._listed(query)
        return [as_it_stood(one, self.events(one.id), moment) if one.id in changed else one for one in found]

    def _append(self, promise_id: str, event: PromiseEvent) -> None:
        self._connection.execute(insert(promise_events).values(_event_row(promise_id, event)))

    def _listed(self, query: Select[*tuple[object, ...]]) -> list[Promise]:
        return [Promise(**row._mapping) for row in self._connection.execute(query)]


def _changed_after(moment: datetime) -> Select[str]:
    return select(promise_events.c.promise_id).where(promise_events.c.at > moment)


def _event_row(promise_id: str, event: PromiseEvent) -> dict[str, object]:
    return {"promise_id": promise_id, **asdict(event)}
