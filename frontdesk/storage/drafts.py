"""Contacts begun and not logged, in the database."""

from sqlalchemy import Connection, Select, delete, select

from frontdesk.domain.drafts import Draft

from .rows import upsert
from .states import read, written
from .tables import drafts


class SqlDrafts:
    """Implements the port ``Drafts``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, draft: Draft) -> None:
        row = {"id": draft.id, "staff": draft.staff, "started_at": draft.started_at, "state": written(draft)}
        self._connection.execute(upsert(drafts).values(row))

    def drop(self, draft_id: str) -> None:
        self._connection.execute(delete(drafts).where(drafts.c.id == draft_id))

    def of_staff(self, staff: str) -> list[Draft]:
        return self._listed(select(drafts.c.state).where(drafts.c.staff == staff))

    def all(self) -> list[Draft]:
        return self._listed(select(drafts.c.state))

    def _listed(self, query: Select[str]) -> list[Draft]:
        states = self._connection.scalars(query.order_by(drafts.c.started_at, drafts.c.id))
        return [read(state, Draft) for state in states]
