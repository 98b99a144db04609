"""Bringing a database to the shape that this program knows.

Alembic is imported only when there is something to do: it would double the start of every command.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from frontdesk.domain.errors import DeskError

from .backup_file import write_copy
from .chain import SqlChain
from .chain_beginning import begin_chain, chain_has_begun, files_of
from .database_id import ensure_database_id
from .engine import writing
from .files import make_durable
from .rekeying import card_words_are_current, keys_are_current, make_card_words_anew, make_keys_anew

REVISIONS = (
    "0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012", "0013", "0014",
    "0015", "0016", "0017", "0018", "0019", "0020", "0021", "0022",
)  # fmt: skip
"""Every shape so far, oldest first; the last is this program's."""

COPIES = "frontdesk-*.db"
"""What copies of a desk are called."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str:
    """Return the shape of a database, empty for a new one. Refuse one that another program made."""
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    if not tables:
        return ""
    if not {"alembic_version", "contacts"} <= set(tables):
        raise DeskError("database_damaged", file=Path(str(connection.engine.url.database)).name)
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def refuse_newer(revision: str) -> None:
    """Raise ``DeskError`` database_newer for a shape that only a later program knows."""
    if revision and revision not in REVISIONS:
        raise DeskError("database_newer", found=revision, known=REVISIONS[-1])


def bring_up_to_date(engine: Engine, backups: Path | None, aside: bool = False) -> None:
    """Migrate a database if it is due, after a copy of an existing one into ``backups``.

    An empty one beside copies of a full one is no new desk: what it held is gone. One that is ``aside`` will be
    put in place of the desk's own later: the head of the desk's chain is not its business.
    """
    with engine.connect() as connection:
        revision = revision_of(connection)
        current = revision == REVISIONS[-1] and _is_ready(connection)
    refuse_newer(revision)
    if current:
        return
    if not revision and backups is not None and any(backups.glob(COPIES)):
        raise DeskError("database_gone", file=Path(str(engine.url.database)).name)
    if revision and backups is not None:
        _keep_copy(engine, backups, revision)
    files = files_of(engine)
    with engine.connect() as connection:
        chain = SqlChain(connection, files, watching=not aside)
        with writing(connection).begin():
            _change(connection, chain)
        if not aside:
            chain.keep_head()


def _is_ready(connection: Connection) -> bool:
    """Tell whether a database of today's shape holds all that today's rules make."""
    return keys_are_current(connection) and card_words_are_current(connection) and chain_has_begun(connection)


def _change(connection: Connection, chain: SqlChain) -> None:
    if revision_of(connection) != REVISIONS[-1]:  # another process may have been faster
        migrate(connection, REVISIONS[-1])
    ensure_database_id(connection)
    if not keys_are_current(connection):
        make_keys_anew(connection)
    if not card_words_are_current(connection):
        make_card_words_anew(connection)
    if not chain_has_begun(connection):
        begin_chain(connection, chain)


def migrate(connection: Connection, target: str) -> None:
    """Run the migrations up to ``target`` inside the connection's transaction: all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _keep_copy(engine: Engine, folder: Path, revision: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # Another process may be at the same work in the same second: each keeps a copy of its own.
    copy = folder / f"pre-upgrade-{revision}-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.db"
    copy.unlink(missing_ok=True)
    raw = engine.raw_connection()
    try:
        write_copy(raw.driver_connection, copy)
    finally:
        raw.close()
    make_durable(copy)
