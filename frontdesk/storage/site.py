"""The site's own settings, in the database."""

from dataclasses import asdict

from sqlalchemy import Connection, select

from frontdesk.domain.site import Site

from .rows import upsert
from .tables import site as table

_ONLY = 1


class SqlSite:
    """Implements the port ``SiteRecord``: one row, or none yet."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Site:
        columns = [column for column in table.columns if not column.primary_key]
        row = self._connection.execute(select(*columns)).first()
        return Site() if row is None else Site(**row._asdict())

    def save(self, site: Site) -> None:
        self._connection.execute(upsert(table).values(asdict(site) | {"id": _ONLY}))
