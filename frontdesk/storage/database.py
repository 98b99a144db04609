"""The database of one desk: open it, read it, write it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from frontdesk.domain.errors import DeskError

from .article_feed import SqlArticleFeed
from .chain import SqlChain
from .chain_files import ChainFiles
from .engine import new_engine, writing
from .faults import explained, folder_read_only
from .repositories import SqlRepositories, repositories_on
from .upgrade import bring_up_to_date

if TYPE_CHECKING:
    from .chain_record import SqlChainRecord


def open_database(file: Path, backups: Path | None = None) -> Database:
    """Open a desk's database, made or migrated as needed; a copy goes to ``backups`` before a migration.

    Raises ``DeskError``: database_newer, database_damaged, database_busy, folder_read_only, disk_full.
    """
    _make_folder(file.parent)
    engine = new_engine(file)
    try:
        with explained(file):
            bring_up_to_date(engine, backups)
            return Database(file, engine)
    except BaseException:
        engine.dispose()
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise folder_read_only(folder) from error


class Database:
    """Implements the port ``Storage``; may be used from any thread."""

    def __init__(self, file: Path, engine: Engine) -> None:
        self.file = file
        self.engine = engine
        self.chain_files = ChainFiles(file.parent)
        self._watch = engine.raw_connection()
        self._watching = Lock()

    @contextmanager
    def read(self) -> Iterator[SqlRepositories]:
        with explained(self.file), self.engine.connect() as connection, connection.begin():
            yield repositories_on(connection, SqlChain(connection, self.chain_files))

    @contextmanager
    def write(self) -> Iterator[SqlRepositories]:
        with explained(self.file), self.engine.connect() as connection:
            chain = SqlChain(connection, self.chain_files)
            with writing(connection).begin():
                yield repositories_on(connection, chain)
            chain.keep_head()

    @contextmanager
    def proving(self) -> Iterator[SqlChainRecord]:
        from .chain_record import SqlChainRecord  # here: only who verifies needs it

        kept = self.chain_files.kept_head()  # before the view is opened: the head must not be the newer of the two
        with explained(self.file), self.engine.connect() as connection, connection.begin():
            yield SqlChainRecord(connection, self.chain_files, kept)

    def data_version(self) -> int:
        with self._watching, explained(self.file):
            cursor = self._watch.cursor()
            version = cursor.execute("PRAGMA data_version").fetchone()
            cursor.close()
        return int(version[0])

    def check(self) -> None:
        """Look through the whole file (0.1 s for 80 MB). Raise ``DeskError`` database_damaged."""
        with explained(self.file), self.engine.connect() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                raise DeskError("database_damaged", file=self.file.name)

    def feed(self) -> SqlArticleFeed:
        """Return the answers as the index reads them."""
        return SqlArticleFeed(self.engine)

    def close(self) -> None:
        self._watch.close()
        self.engine.dispose()
