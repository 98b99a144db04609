"""Rules that a site set for itself, in the database."""

from sqlalchemy import Connection, delete, select

from .rows import upsert
from .tables import site_rules


class SqlSiteRules:
    """Implements the port ``SiteRules``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> str:
        return self._connection.scalar(select(site_rules.c.value).where(site_rules.c.name == name)) or ""

    def put(self, name: str, value: str) -> None:
        self._connection.execute(upsert(site_rules).values(name=name, value=value))

    def drop(self, name: str) -> None:
        self._connection.execute(delete(site_rules).where(site_rules.c.name == name))
