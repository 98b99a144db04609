"""Visits in the database: each as it stands, and steps that are only ever added."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from datetime import date, datetime

from sqlalchemy import Connection, Insert, Row, Select, TextClause, func, insert, or_, select, text

from frontdesk.domain.visitor_keys import visitor_keys
from frontdesk.domain.visits import LONGEST_STAY, Visit, VisitState, VisitStep
from frontdesk.services.visit_record import DayCounts, InsideCount, VisitKeys

from .rows import chunks, insert_new, put, upsert
from .tables import merged_people
from .visit_erasure import forget_old_visits
from .visit_tables import visit_steps
from .visit_tables import visits as table

_FIELDS = [table.c[field.name] for field in fields(Visit)]
_STEP = (visit_steps.c.at, visit_steps.c.by, visit_steps.c.kind, visit_steps.c.place, visit_steps.c.detail)
_EXPECTED = text("visits.state = 'expected'")
_INSIDE = text("visits.state IN ('gate', 'reception')")
"""In the very words of the partial indexes: with values beside the query no index would be known to hold them."""
_HIGHEST = "\U0010ffff"


class SqlVisits:
    """Implements the port ``VisitRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, visit: Visit, *steps: VisitStep) -> bool:
        done = self._connection.execute(insert_new(table).values(_row(visit)))
        if done.rowcount == 1:
            self._append(visit.id, steps)
        return done.rowcount == 1

    def add_many(self, items: Iterable[tuple[Visit, Sequence[VisitStep]]]) -> None:
        self._put_many(insert(table), items)

    def save_many(self, items: Iterable[tuple[Visit, Sequence[VisitStep]]]) -> None:
        self._put_many(upsert(table), items)

    def _put_many(self, statement: Insert, items: Iterable[tuple[Visit, Sequence[VisitStep]]]) -> None:
        for part in chunks(items):
            put(self._connection, statement, [_row(visit) for visit, _ in part])
            rows = [_step_row(visit.id, step) for visit, steps in part for step in steps]
            put(self._connection, insert(visit_steps), rows)

    def save(self, visit: Visit, *steps: VisitStep) -> None:
        self._connection.execute(upsert(table).values(_row(visit)))
        self._append(visit.id, steps)

    def note(self, visit_id: str, step: VisitStep) -> None:
        self._append(visit_id, (step,))

    def get(self, visit_id: str) -> Visit | None:
        return next(iter(self._listed(_some().where(table.c.id == visit_id))), None)

    def by_ids(self, visit_ids: Collection[str]) -> dict[str, Visit]:
        found: dict[str, Visit] = {}
        for part in chunks(visit_ids):
            found |= {one.id: one for one in self._listed(_some().where(table.c.id.in_(part)))}
        return found

    def by_token(self, token: str) -> Visit | None:
        known = _some().where(table.c.token == token, _filled("token"))
        return next(iter(self._listed(known)), None)

    def steps(self, visit_id: str) -> list[VisitStep]:
        query = select(*_STEP).where(visit_steps.c.visit_id == visit_id).order_by(visit_steps.c.id)
        return [VisitStep(*row) for row in self._connection.execute(query)]

    def steps_of(self, visit_ids: Collection[str]) -> dict[str, list[VisitStep]]:
        found: dict[str, list[VisitStep]] = {}
        for part in chunks(visit_ids):
            query = select(visit_steps.c.visit_id, *_STEP).where(visit_steps.c.visit_id.in_(part))
            for visit_id, *step in self._connection.execute(query.order_by(visit_steps.c.id)):
                found.setdefault(visit_id, []).append(VisitStep(*step))
        return found

    def expected(self, day: date, limit: int = -1) -> list[Visit]:
        query = _some().where(_EXPECTED, table.c.day == day)
        return self._listed(query.order_by(table.c.due.is_(None), table.c.due, table.c.id).limit(limit))

    def expected_count(self, day: date) -> int:
        query = select(func.count()).select_from(table).where(_EXPECTED, table.c.day == day)
        return self._connection.scalar(query) or 0

    def due_since(self, day: date, moment: datetime, limit: int) -> list[Visit]:
        query = _some().where(_EXPECTED, table.c.day == day, table.c.due > moment)
        return self._listed(query.order_by(table.c.due, table.c.id).limit(limit))

    def late_count(self, day: date, due_before: datetime) -> int:
        late = (_EXPECTED, table.c.day == day, table.c.due < due_before)
        return self._connection.scalar(select(func.count()).select_from(table).where(*late)) or 0

    def inside(self, limit: int = -1, within: datetime | None = None) -> list[Visit]:
        query = _some().where(_INSIDE).order_by(table.c.arrived_at.desc()).limit(limit)
        if within is not None:
            query = query.where(or_(table.c.until.is_(None), table.c.until >= within))
        return self._listed(query)

    def overdue(self, now: datetime, limit: int = -1) -> list[Visit]:
        query = _some().where(_INSIDE, table.c.until < now).order_by(table.c.until, table.c.id)
        return self._listed(query.limit(limit))

    def inside_count(self, now: datetime) -> InsideCount:
        late = table.c.until < now
        sums = (func.count(), func.count().filter(late), func.coalesce(func.sum(table.c.party), 0))
        return InsideCount(*self._connection.execute(select(*sums).where(_INSIDE)).one())

    def ended_count(self, start: datetime, end: datetime) -> int:
        came = (table.c.arrived_at >= start) & (table.c.arrived_at < end)
        ended = came & table.c.state.in_((VisitState.LEFT, VisitState.ASSUMED_LEFT))
        return self._connection.scalar(select(func.count()).select_from(table).where(ended)) or 0

    def of_day(self, day: date) -> list[Visit]:
        return self._listed(_some().where(table.c.day == day).order_by(table.c.due, table.c.id))

    def between(self, first: date | None, last: date | None) -> Iterator[Visit]:
        query = _some().order_by(table.c.day, table.c.due, table.c.id)
        query = query.where(table.c.day >= first) if first else query
        query = query.where(table.c.day <= last) if last else query
        yield from map(_visit, self._connection.execute(query.execution_options(yield_per=500)))

    def in_house_between(self, start: datetime, end: datetime) -> list[Visit]:
        earliest = start - LONGEST_STAY
        came = (table.c.arrived_at >= earliest) & (table.c.arrived_at < end)
        stayed = or_(_INSIDE, table.c.left_at > start)
        return self._listed(_some().where(came, stayed).order_by(table.c.arrived_at, table.c.id))

    def counts(self, day: date, start: datetime, end: datetime) -> DayCounts:
        came = (table.c.arrived_at >= start) & (table.c.arrived_at < end)
        by_state = select(table.c.state, func.count()).where(came).group_by(table.c.state)
        states = {row[0]: row[1] for row in self._connection.execute(by_state)}
        cancelled = select(func.count()).where(table.c.day == day, table.c.state == VisitState.CANCELLED)
        return DayCounts(
            self.expected_count(day), sum(states.values()), states.get(VisitState.LEFT, 0),
            states.get(VisitState.ASSUMED_LEFT, 0), self._connection.scalar(cancelled) or 0,
        )  # fmt: skip

    def known(self, keys: VisitKeys, limit: int) -> list[Visit]:
        found: dict[str, Visit] = {}
        for name, value in _asked(keys).items():
            if value and name != "code":
                found |= {one.id: one for one in self._newest(name, value, limit)}
        return sorted(found.values(), key=_newness, reverse=True)[:limit]

    def coming(self, keys: VisitKeys, after: date, until: date, limit: int) -> list[Visit]:
        later = (_EXPECTED, table.c.day > after, table.c.day <= until, table.c.series_id == "")
        some = _some().where(*later).order_by(table.c.day, table.c.due).limit(limit)
        found: dict[str, Visit] = {}
        for name, value in _asked(keys).items():
            if value:
                held = (_filled(name),) if name != "code" else ()
                found |= {one.id: one for one in self._listed(some.where(table.c[name] == value, *held))}
        return sorted(found.values(), key=_newness)[:limit]

    def begun_name(self, name_key: str, limit: int) -> list[Visit]:
        column = table.c.name_key
        begun = (column >= name_key) & (column < name_key + _HIGHEST)
        found = self._listed(
            _some().where(_filled("name_key"), begun).order_by(column, table.c.day.desc()).limit(limit)
        )
        return sorted(found, key=_newness, reverse=True)

    def of_person(self, person_id: str, limit: int) -> list[Visit]:
        merged = select(merged_people.c.person_id).where(merged_people.c.into_id == person_id)
        ids = [person_id, *self._connection.scalars(merged)]
        found = [one for key in ids for one in self._newest("person_id", key, limit)]
        return sorted(found, key=_newness, reverse=True)[:limit]

    def of_digits(self, digits: str, limit: int) -> list[Visit]:
        return self._newest("digits", digits, limit) if digits else []

    def of_series(self, series_id: str, first: date) -> list[Visit]:
        theirs = (table.c.series_id == series_id) & (table.c.day >= first)
        return self._listed(_some().where(_filled("series_id"), theirs).order_by(table.c.day))

    def of_group(self, group_id: str) -> list[Visit]:
        return self._listed(_some().where(_filled("group_id"), table.c.group_id == group_id).order_by(table.c.id))

    def of_batch(self, batch: str) -> list[Visit]:
        return self._listed(_some().where(_filled("batch"), table.c.batch == batch).order_by(table.c.id))

    def forget(self, first: date, before: date, limit: int) -> int:
        return forget_old_visits(self._connection, first, before, limit)

    def last_step(self) -> int:
        return self._connection.scalar(select(func.max(visit_steps.c.id))) or 0

    def changed_since(self, step: int) -> list[Visit]:
        changed = select(visit_steps.c.visit_id).where(visit_steps.c.id > step)
        return list(self.by_ids(set(self._connection.scalars(changed))).values())

    def _newest(self, name: str, value: str, limit: int) -> list[Visit]:
        column = table.c[name]
        query = _some().where(column == value, _filled(name)).order_by(table.c.day.desc()).limit(limit)
        return self._listed(query)

    def _append(self, visit_id: str, steps: Iterable[VisitStep]) -> None:
        put(self._connection, insert(visit_steps), [_step_row(visit_id, step) for step in steps])

    def _listed(self, query: Select[*tuple[object, ...]]) -> list[Visit]:
        return [_visit(row) for row in self._connection.execute(query)]


def _some() -> Select[*tuple[object, ...]]:
    return select(*_FIELDS)


def _asked(keys: VisitKeys) -> dict[str, str]:
    """Return what is looked for in which column."""
    return {
        "name_key": keys.name, "sound_key": keys.sound, "plate_key": keys.plate, "digits": keys.digits,
        "person_id": keys.person_id, "code": keys.code,
    }  # fmt: skip


def _filled(name: str) -> TextClause:
    """Say, in the very words of a partial index, that a column is not empty."""
    return text(f"visits.{name} != ''")


def _visit(row: Row[*tuple[object, ...]]) -> Visit:
    return Visit(*row)  # type: ignore[arg-type]  # the columns stand in the order of the fields


def _newness(visit: Visit) -> tuple[date, str]:
    return visit.day, visit.id


def _row(visit: Visit) -> dict[str, object]:
    return {**asdict(visit), **visitor_keys(visit)._asdict()}


def _step_row(visit_id: str, step: VisitStep) -> dict[str, object]:
    return {"visit_id": visit_id, **asdict(step)}
