"""Forms of visits that were begun and not saved, in the database."""

from sqlalchemy import Connection, delete, select

from frontdesk.domain.typed_visits import VisitDraft

from .rows import upsert
from .states import read, written
from .visit_tables import visit_drafts as table


class SqlVisitDrafts:
    """Implements the port ``VisitDrafts``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, draft: VisitDraft) -> None:
        row = {"id": draft.id, "staff": draft.staff, "begun_at": draft.begun_at, "state": written(draft)}
        self._connection.execute(upsert(table).values(row))

    def drop(self, draft_id: str) -> None:
        self._connection.execute(delete(table).where(table.c.id == draft_id))

    def all(self) -> list[VisitDraft]:
        return [read(state, VisitDraft) for state in self._connection.scalars(select(table.c.state))]

    def of_staff(self, staff: str) -> list[VisitDraft]:
        query = select(table.c.state).where(table.c.staff == staff).order_by(table.c.begun_at, table.c.id)
        return [read(state, VisitDraft) for state in self._connection.scalars(query)]
