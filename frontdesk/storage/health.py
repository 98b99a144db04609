"""What ``doctor`` tells of the database. Counts and settings, never contents."""

import shutil
from pathlib import Path

import sqlalchemy
from sqlalchemy import Connection, Engine, Table, func, select

from .engine import PRAGMAS
from .tables import articles, contacts, drafts, organisations, people, staff, withdrawals
from .upgrade import revision_of

_COUNTED: tuple[Table, ...] = (articles, people, organisations, contacts, withdrawals, drafts, staff)
_READ_ONLY_PRAGMAS = [name for name in PRAGMAS if name != "cipher_log_level"]


def health_of(engine: Engine, file: Path) -> dict[str, object]:
    """Describe a database that is up to date. Reads all of it once, to check it."""
    with engine.connect() as connection:
        return {
            "schema": revision_of(connection),
            "sqlite": _answer(connection, "SELECT sqlite_version()"),
            "sqlcipher": _answer(connection, "PRAGMA cipher_version"),
            "sqlalchemy": sqlalchemy.__version__,
            **{name: _answer(connection, f"PRAGMA {name}") for name in _READ_ONLY_PRAGMAS},
            **{table.name: _count(connection, table) for table in _COUNTED},
            "quick_check": _answer(connection, "PRAGMA quick_check(1)"),
            "file": str(file),
            "size_bytes": file.stat().st_size,
            "free_bytes": shutil.disk_usage(file.parent).free,
        }


def _answer(connection: Connection, query: str) -> object:
    return connection.exec_driver_sql(query).scalar()


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
