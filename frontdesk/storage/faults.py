"""Faults of disk, lock and file as errors that a person can act on."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.errors import DeskError

BUSY, LOCKED, READ_ONLY, IO_FAULT, CORRUPT, FULL, CANNOT_OPEN, NOT_A_DATABASE = 5, 6, 8, 10, 11, 13, 14, 26
"""SQLite's primary result codes."""

LEAST_ROOM = 1 << 20


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turn SQLite's own errors about ``file`` into ``DeskError``; anything else is a bug and passes."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(error.orig, file, error) from error
    except driver.Error as error:
        raise _meaning(error, file, error) from error
    except PermissionError as error:
        raise folder_read_only(file.parent) from error


def folder_read_only(folder: Path) -> DeskError:
    """Say that nothing can be written in a folder."""
    return DeskError("folder_read_only", folder=str(folder))


def is_damage(error: BaseException | None) -> bool:
    """Tell whether SQLite found the file damaged, or no database at all."""
    return _code(error) in (CORRUPT, NOT_A_DATABASE)


def _code(error: BaseException | None) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _meaning(cause: BaseException | None, file: Path, otherwise: Exception) -> Exception:
    code = _code(cause)
    if code in (READ_ONLY, CANNOT_OPEN):
        return folder_read_only(file.parent)
    if is_damage(cause):
        return DeskError("database_damaged", file=file.name)
    if code in (BUSY, LOCKED):
        return DeskError("database_busy")
    if code == FULL or (code == IO_FAULT and _is_full(file.parent)):
        return DeskError("disk_full")
    return DeskError("disk_failed", file=file.name) if code == IO_FAULT else otherwise


def _is_full(folder: Path) -> bool:
    """Tell whether a disk has less room than SQLite wants for a file of its own."""
    try:
        return shutil.disk_usage(folder).free < LEAST_ROOM
    except OSError:
        return False
