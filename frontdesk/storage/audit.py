"""The record of who looked at personal data: rows are added and never changed; triggers see to it."""

from datetime import datetime

from sqlalchemy import Connection, insert, select

from frontdesk.domain.audit import AuditEvent, AuditKind

from .rows import row_of
from .tables import audit_events as table


class SqlAudit:
    """Implements the port ``AuditRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, event: AuditEvent) -> None:
        self._connection.execute(insert(table).values(row_of(event, table)))

    def latest(
        self, limit: int, start: datetime | None = None, end: datetime | None = None, staff: str = ""
    ) -> list[AuditEvent]:
        query = select(table).order_by(table.c.at.desc(), table.c.id.desc()).limit(limit)
        if start is not None:
            query = query.where(table.c.at >= start)
        if end is not None:
            query = query.where(table.c.at < end)
        if staff:
            query = query.where(table.c.staff == staff)
        rows = (row._asdict() for row in self._connection.execute(query))
        return [AuditEvent(**row | {"kind": AuditKind(row["kind"])}) for row in rows]
