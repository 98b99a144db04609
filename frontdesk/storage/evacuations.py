"""Evacuations in the database."""

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import Connection, Select, func, insert, select

from frontdesk.domain.evacuation import Evacuation, Tick

from .evacuation_tables import evacuation_missing, evacuation_ticks, evacuations, evacuations_ended
from .rows import insert_new, put, row_of

_TICK = evacuation_ticks.c
_ENDED = evacuations_ended.c


class SqlEvacuations:
    """Implements the port ``EvacuationRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, evacuation: Evacuation) -> None:
        self._connection.execute(insert(evacuations).values(row_of(evacuation, evacuations)))

    def lasting(self) -> Evacuation | None:
        query = _all().where(_ENDED.evacuation_id.is_(None)).order_by(evacuations.c.at.desc()).limit(1)
        return next(iter(self._listed(query)), None)

    def get(self, evacuation_id: str) -> Evacuation | None:
        return next(iter(self._listed(_all().where(evacuations.c.id == evacuation_id))), None)

    def latest(self, limit: int) -> list[Evacuation]:
        return self._listed(_all().order_by(evacuations.c.at.desc(), evacuations.c.id.desc()).limit(limit))

    def tick(self, evacuation_id: str, tick: Tick) -> None:
        self._connection.execute(insert(evacuation_ticks).values(evacuation_id=evacuation_id, **asdict(tick)))

    def ticks(self, evacuation_id: str) -> list[Tick]:
        query = select(_TICK.visit_id, _TICK.found, _TICK.at, _TICK.by).where(_TICK.evacuation_id == evacuation_id)
        return [Tick(*row) for row in self._connection.execute(query.order_by(_TICK.id))]

    def end(self, ended: Evacuation, missing: Mapping[str, int]) -> None:
        row = {
            "evacuation_id": ended.id, "at": ended.ended_at, "by": ended.ended_by, "purpose": ended.purpose,
            "people": ended.people, "found": ended.found,
        }  # fmt: skip
        if self._connection.execute(insert_new(evacuations_ended).values(row)).rowcount == 1:
            rows = [{"evacuation_id": ended.id, "visit_id": key, "people": count} for key, count in missing.items()]
            put(self._connection, insert(evacuation_missing), rows)

    def missing(self, evacuation_id: str) -> dict[str, int]:
        columns = evacuation_missing.c
        query = select(columns.visit_id, columns.people).where(columns.evacuation_id == evacuation_id)
        return {row.visit_id: row.people for row in self._connection.execute(query)}

    def _listed(self, query: Select[*tuple[object, ...]]) -> list[Evacuation]:
        return [Evacuation(**row._mapping) for row in self._connection.execute(query)]


def _all() -> Select[*tuple[object, ...]]:
    told = (
        _ENDED.at.label("ended_at"), func.coalesce(_ENDED.by, "").label("ended_by"), _ENDED.purpose,
        func.coalesce(_ENDED.people, 0).label("people"), func.coalesce(_ENDED.found, 0).label("found"),
    )  # fmt: skip
    return select(evacuations, *told).select_from(evacuations.outerjoin(evacuations_ended))
