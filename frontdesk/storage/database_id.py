"""Which database this is: an index of another one, or of this one before a restore, is not trusted."""

from sqlalchemy import Connection, select

from frontdesk.domain.ids import new_id

from .rows import insert_new, upsert
from .tables import meta

_ID = "database"


def database_id(connection: Connection) -> str:
    """Return the id of the database."""
    return str(connection.execute(select(meta.c.value).where(meta.c.name == _ID)).scalar_one())


def ensure_database_id(connection: Connection) -> None:
    """Give a new database its id."""
    connection.execute(insert_new(meta).values(name=_ID, value=new_id()))


def renew_database_id(connection: Connection) -> None:
    """Give a database that went back in time a new id."""
    connection.execute(upsert(meta).values(name=_ID, value=new_id()))
