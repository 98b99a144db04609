"""Connections to SQLite as the desk needs them: durable, patient, forgetting what was deleted."""

from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, Pool, create_engine, event
from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.errors import DeskError

OLDEST_SQLITE = (3, 51, 3)
"""Earlier ones can damage a file in WAL mode when two connections checkpoint at once."""

PRAGMAS = {
    "cipher_log_level": "NONE",
    "busy_timeout": "5000",
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "journal_size_limit": "16777216",
    "fullfsync": "ON",
    "foreign_keys": "ON",
    "recursive_triggers": "ON",
    "secure_delete": "ON",
    "temp_store": "MEMORY",
}
"""``fullfsync`` matters on macOS only; ``recursive_triggers`` lets REPLACE meet the append-only triggers."""

PREPARED = 512
"""Statements that a connection keeps prepared; a look-up asks some thirty, in a few lengths each."""

PATIENCE, PAUSE = 5.0, 0.02
"""Seconds: how long to wait for the switch to WAL, and between two tries."""

BEGIN = "frontdesk_begin"
"""The execution option that holds the statement a transaction begins with."""


def new_engine(file: Path, poolclass: type[Pool] | None = None) -> Engine:
    """Return an engine for a database file; nothing is opened yet."""
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise DeskError("sqlite_too_old", found=driver.sqlite_version)
    url = URL.create("sqlite", database=str(file))
    kept = {"cached_statements": PREPARED}
    engine = create_engine(url, module=driver, hide_parameters=True, poolclass=poolclass, connect_args=kept)
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def prepare(connection: Any, _record: object) -> None:
    """Set up a fresh connection of the driver."""
    connection.isolation_level = None  # the driver must not begin transactions of its own
    for name, value in PRAGMAS.items():
        _patiently(connection, f"PRAGMA {name} = {value}")


def _patiently(connection: Any, statement: str) -> None:
    """Run a statement; the switch to WAL does not wait by itself for others that make it too."""
    until = monotonic() + PATIENCE
    while True:
        try:
            connection.execute(statement).close()
        except driver.OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(PAUSE)
        else:
            return


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))


def writing(connection: Connection) -> Connection:
    """Make the next transaction take the write lock at once: a later upgrade would fail under load."""
    return connection.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
