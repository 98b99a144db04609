"""One copy of the database: written compact, and looked into before it is trusted."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.errors import DeskError


@dataclass(frozen=True, slots=True)
class Content:
    """What a copy was found to hold."""

    revision: str
    contacts: int


def write_copy(connection: Any, target: Path) -> None:
    """Write all that is committed into a new compact file, without remains of deleted rows."""
    connection.execute("VACUUM INTO ?", (str(target),)).close()


@contextmanager
def opened_copy(file: Path) -> Iterator[Any]:
    """Open a copy that nobody writes to, leaving no trace beside one that is a single file."""
    whole = not file.with_name(f"{file.name}-wal").exists()
    access = "mode=ro&immutable=1" if whole else "mode=ro"
    with closing(driver.connect(f"{file.resolve().as_uri()}?{access}", uri=True)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA cipher_log_level = NONE").close()
        yield connection


def content_of(file: Path, check: bool = True) -> Content:
    """Look into a copy. Raise ``DeskError``: file_unreadable, backup_damaged."""
    if not file.is_file():
        raise DeskError("file_unreadable", file=file.name)
    try:
        with opened_copy(file) as connection:
            return _content(connection, file, check)
    except driver.Error as error:
        raise DeskError("backup_damaged", file=file.name) from error


def _content(connection: Any, file: Path, check: bool) -> Content:
    if check and _one(connection, "PRAGMA quick_check(1)") != "ok":
        raise DeskError("backup_damaged", file=file.name)
    revision = _one(connection, "SELECT version_num FROM alembic_version")
    return Content(str(revision), int(_one(connection, "SELECT count(*) FROM contacts")))


def _one(connection: Any, query: str) -> Any:
    with closing(connection.execute(query)) as cursor:
        return cursor.fetchone()[0]
