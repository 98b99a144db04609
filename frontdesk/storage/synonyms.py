"""A site's own synonyms, in the database."""

from sqlalchemy import Connection, delete, func, select

from frontdesk.domain.synonyms import SynonymGroup

from .rows import row_of, upsert
from .tables import meta, site_synonyms

_REVISION = "synonyms"


class SqlSynonyms:
    """Implements the port ``SynonymRecord``. Ids grow with time, so the order is that of adding."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[SynonymGroup, ...]:
        rows = self._connection.execute(select(site_synonyms).order_by(site_synonyms.c.id))
        return tuple(SynonymGroup(row.id, row.words) for row in rows)

    def count(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(site_synonyms)) or 0

    def save(self, group: SynonymGroup) -> None:
        self._connection.execute(upsert(site_synonyms).values(row_of(group, site_synonyms)))
        self._note_change()

    def remove(self, group_id: str) -> None:
        self._connection.execute(delete(site_synonyms).where(site_synonyms.c.id == group_id))
        self._note_change()

    def revision(self) -> int:
        value = self._connection.scalar(select(meta.c.value).where(meta.c.name == _REVISION))
        return int(value or 0)

    def _note_change(self) -> None:
        self._connection.execute(upsert(meta).values(name=_REVISION, value=str(self.revision() + 1)))
