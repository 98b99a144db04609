"""Putting a copy in place of the database.

A database that can be read is overwritten in one transaction, so it may be open in other programs:
they see the old content or the new, and go on with the new. One that cannot be read is moved aside.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import NullPool
from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.chain import EntryKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import now

from .backup_file import opened_copy, write_copy
from .chain import SqlChain
from .chain_beginning import files_of
from .columns import utc_text
from .database_id import renew_database_id
from .engine import new_engine, prepare, writing
from .faults import explained, is_damage
from .files import give_name, make_durable, move_aside, remove
from .upgrade import bring_up_to_date

PATIENCE = 10.0
"""Seconds to wait for other programs that are writing."""


def put_back(copy: Path, file: Path, kept: Path) -> None:
    """Replace ``file`` by a checked ``copy``, after keeping the present content as ``kept``."""
    ready = file.with_name(f"{file.name}.restoring")
    try:
        with explained(file):
            chain = _make_ready(copy, ready)
            _swap(ready, file, kept)
            chain.keep_head()
    finally:
        remove(ready)


def _make_ready(copy: Path, ready: Path) -> SqlChain:
    """Bring a copy of the copy to the present shape, so that nothing half-made is ever in place.

    Its chain goes on with a note of what was known before, so that what the copy lacks is not taken for cut off.
    """
    remove(ready)
    with opened_copy(copy) as connection:
        write_copy(connection, ready)
    engine = new_engine(ready, NullPool)
    bring_up_to_date(engine, None, aside=True)
    with engine.connect() as connection:
        chain = SqlChain(connection, files_of(engine), watching=False)
        with writing(connection).begin():
            renew_database_id(connection)
            chain.note_break(EntryKind.RESTORED, utc_text(now()))
    make_durable(ready)
    return chain


def _swap(ready: Path, file: Path, kept: Path) -> None:
    if file.exists() and _keep_present(file, kept):
        _overwrite(ready, file)
        return
    move_aside(file, kept)
    give_name(ready, file)


def _keep_present(file: Path, kept: Path) -> bool:
    """Write what is in the database now as ``kept``; False if it is too damaged to be read."""
    try:
        with _opened(file) as connection:
            write_copy(connection, kept)
    except driver.DatabaseError as error:
        if not is_damage(error):
            raise
        remove(kept)
        return False
    make_durable(kept)
    return True


def _overwrite(ready: Path, file: Path) -> None:
    patience_ends = monotonic() + PATIENCE

    def waiting(_status: int, left: int, _pages: int) -> None:
        if left and monotonic() > patience_ends:
            raise DeskError("database_busy")

    with _opened(ready) as source, _opened(file) as target:
        source.backup(target, pages=-1, progress=waiting)


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    with closing(driver.connect(str(file))) as connection:
        prepare(connection, None)
        yield connection
