"""Copies of the whole database: made, checked, listed, put back."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from sqlalchemy import Engine, NullPool

from frontdesk.domain.errors import DeskError
from frontdesk.paths import DeskFolder
from frontdesk.services.clock import SITE_ZONE, SystemClock
from frontdesk.services.ports import BackupInfo, Clock

from .backup_file import content_of, write_copy
from .engine import new_engine
from .faults import explained, folder_read_only
from .files import give_name, make_durable, remove
from .health import health_of
from .restoring import put_back
from .upgrade import COPIES, bring_up_to_date

KEPT = 14
"""Copies that stay in a folder; older ones go."""

_NAME = re.compile(r"frontdesk-(\d{8}-\d{6})\.db")
_TIME = "%Y%m%d-%H%M%S"


class FileVault:
    """Implements the port ``Vault`` for the database in ``file``, whether or not it is open elsewhere."""

    def __init__(self, file: Path, clock: Clock | None = None) -> None:
        self._file = file
        self._clock = clock or SystemClock()

    def back_up(self, folder: Path) -> BackupInfo:
        moment = self._clock.now().astimezone(SITE_ZONE)
        final = folder / f"frontdesk-{moment:{_TIME}}.db"
        unfinished = final.with_suffix(".tmp")
        _make_folder(folder)
        try:
            with explained(final):
                self._write_checked(unfinished)
                give_name(unfinished, final)
        finally:
            remove(unfinished)
        self._rotate(folder)
        return _info(final)

    def backups(self, folder: Path) -> list[BackupInfo]:
        """Return the copies in a folder, oldest first; files that are no copies are passed over."""
        return [info for file in _copies(folder) if (info := _readable(file))]

    def restore(self, file: Path) -> Path:
        content_of(file)
        stamp = self._clock.now().astimezone(SITE_ZONE).strftime(_TIME)
        kept = _unused(self._file.with_name(f"{self._file.name}.before-restore-{stamp}"))
        _make_folder(self._file.parent)
        put_back(file, self._file, kept)
        return kept

    def health(self) -> Mapping[str, object]:
        engine = self._engine()
        try:
            with explained(self._file):
                return health_of(engine, self._file)
        finally:
            engine.dispose()

    def _engine(self) -> Engine:
        """Open the database, made or migrated as needed."""
        _make_folder(self._file.parent)
        engine = new_engine(self._file, NullPool)
        with explained(self._file):
            bring_up_to_date(engine, DeskFolder(self._file.parent).backups)
        return engine

    def _write_checked(self, target: Path) -> None:
        remove(target)
        engine = self._engine()
        raw = engine.raw_connection()
        try:
            known = raw.cursor().execute("SELECT count(*) FROM contacts").fetchone()[0]
            write_copy(raw.driver_connection, target)
        finally:
            raw.close()
        if content_of(target).contacts < known:
            raise DeskError("backup_damaged", file=target.name)
        make_durable(target)

    @staticmethod
    def _rotate(folder: Path) -> None:
        for file in _copies(folder)[:-KEPT]:
            file.unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise folder_read_only(folder) from error


def _unused(file: Path) -> Path:
    """Return a name, or the first with a number after it, that no file has."""
    names = chain([file], (file.with_name(f"{file.name}-{number}") for number in count(2)))
    return next(name for name in names if not name.exists())


def _copies(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob(COPIES) if _NAME.fullmatch(file.name))


def _readable(file: Path) -> BackupInfo | None:
    with suppress(DeskError, FileNotFoundError):
        return _info(file)
    return None


def _info(file: Path) -> BackupInfo:
    found = _NAME.fullmatch(file.name)
    at = datetime.strptime(found[1] if found else "", _TIME).replace(tzinfo=SITE_ZONE)
    return BackupInfo(file, at, file.stat().st_size, content_of(file, check=False).contacts)
