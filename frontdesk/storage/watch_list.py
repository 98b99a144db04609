"""The watch list in the database."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from frontdesk.domain.watch_list import WatchDecision, Watched

from .rows import chunks, insert_new
from .watch_tables import watch_decisions, watched, watched_ended

_OF_VERSION = ("kind", "names", "plate", "reason", "advice", "until", "wiped")
_DECISION = [watch_decisions.c[field.name] for field in fields(WatchDecision)]
_NEWEST = (watch_decisions.c.at.desc(), watch_decisions.c.id.desc())


class SqlWatchList:
    """Implements the port ``WatchRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, entry: Watched, by: str, at: datetime) -> None:
        last = select(func.coalesce(func.max(watched.c.seq), 0)).where(watched.c.watched_id == entry.id)
        row = {name: getattr(entry, name) for name in _OF_VERSION}
        seq = (self._connection.scalar(last) or 0) + 1
        self._connection.execute(insert(watched).values(watched_id=entry.id, seq=seq, by=by, at=at, **row))

    def end(self, watched_id: str, by: str, at: datetime) -> None:
        self._connection.execute(insert_new(watched_ended).values(watched_id=watched_id, by=by, at=at))

    def get(self, watched_id: str) -> Watched | None:
        return next(iter(self._read(watched_id)), None)

    def all(self) -> list[Watched]:
        return sorted(self._read(), key=lambda entry: (entry.added_at, entry.id), reverse=True)

    def versions(self, watched_id: str) -> list[Watched]:
        rows = self._rows(watched_id)
        return [_entry(rows[: place + 1]) for place in range(len(rows))]

    def revision(self) -> tuple[int, int, int]:
        counts = select(func.count(), func.coalesce(func.sum(watched.c.wiped), 0)).select_from(watched)
        versions, wiped = self._connection.execute(counts).one()
        ended = self._connection.scalar(select(func.count()).select_from(watched_ended))
        return versions, int(wiped), ended or 0

    def wipe(self, watched_ids: Iterable[str]) -> None:
        for part in chunks(watched_ids):
            of_these = watched.c.watched_id.in_(part), watch_decisions.c.watched_id.in_(part)
            empty = {"names": (), "plate": "", "reason": "", "wiped": True}
            self._connection.execute(update(watched).where(of_these[0]).values(empty))
            self._connection.execute(update(watch_decisions).where(of_these[1]).values(note="", about=""))

    def decide(self, decision: WatchDecision) -> None:
        self._connection.execute(insert(watch_decisions).values(asdict(decision)))

    def decisions(self, start: datetime, end: datetime) -> list[WatchDecision]:
        within = watch_decisions.c.at >= start, watch_decisions.c.at < end
        return self._decided(select(*_DECISION).where(*within))

    def decisions_on(self, watched_id: str) -> list[WatchDecision]:
        return self._decided(select(*_DECISION).where(watch_decisions.c.watched_id == watched_id))

    def latest_about(self, watched_id: str, about: str) -> WatchDecision | None:
        if not about:
            return None
        same = watch_decisions.c.watched_id == watched_id, watch_decisions.c.about == about
        return next(iter(self._decided(select(*_DECISION).where(*same), limit=1)), None)

    def _decided(self, query: Select[*tuple[Any, ...]], limit: int = -1) -> list[WatchDecision]:
        rows = self._connection.execute(query.order_by(*_NEWEST).limit(limit))
        return [WatchDecision(**row._mapping) for row in rows]

    def _read(self, watched_id: str = "") -> list[Watched]:
        rows = groupby(self._rows(watched_id), key=lambda row: row["watched_id"])
        return [_entry(list(versions)) for _, versions in rows]

    def _rows(self, watched_id: str = "") -> list[dict[str, Any]]:
        """Return versions, those of one entry together and in order, with the end of the entry."""
        ended = watched_ended.c.by.label("ended_by"), watched_ended.c.at.label("ended_at")
        query = select(watched, *ended).outerjoin(watched_ended, watched.c.watched_id == watched_ended.c.watched_id)
        if watched_id:
            query = query.where(watched.c.watched_id == watched_id)
        ordered = query.order_by(watched.c.watched_id, watched.c.seq)
        return [dict(row._mapping) for row in self._connection.execute(ordered)]


def _entry(versions: list[dict[str, Any]]) -> Watched:
    """Make an entry of its versions: who added it stands in the first, all else in the last."""
    first, last = versions[0], versions[-1]
    return Watched(
        id=first["watched_id"], added_by=first["by"], added_at=first["at"],
        changed_by=last["by"] if len(versions) > 1 else "", changed_at=last["at"] if len(versions) > 1 else None,
        ended_by=last["ended_by"] or "", ended_at=last["ended_at"], **{name: last[name] for name in _OF_VERSION},
    )  # fmt: skip
