"""Beginning the chain: for a new desk, and for one whose contacts were written down without it."""

from pathlib import Path

from sqlalchemy import Connection, Engine, select

from frontdesk.domain.chain import EntryKind

from .chain import SqlChain
from .chain_files import ChainFiles
from .rows import chunks, insert_new
from .tables import meta

_MARK = "chain"
_CONTACTS = "SELECT id, at FROM contacts WHERE (at, id) > (?, ?) ORDER BY at, id LIMIT 5000"
_WITHDRAWALS = "SELECT contact_id, at FROM withdrawals ORDER BY at, contact_id"


def files_of(engine: Engine) -> ChainFiles:
    """Return the files of the chain beside a database."""
    return ChainFiles(Path(str(engine.url.database)).parent)


def chain_has_begun(connection: Connection) -> bool:
    """Tell whether every contact has its entry."""
    return connection.execute(select(meta.c.value).where(meta.c.name == _MARK)).scalar() is not None


def begin_chain(connection: Connection, chain: SqlChain) -> None:
    """Give every contact its entry, in order (a million take a minute), and remember that it was done."""
    chain.make_files()
    at, key = "", ""
    while rows := chain.fetch(_CONTACTS, (at, key)):
        chain.append(EntryKind.CONTACT, rows)
        key, at = rows[-1]
    for part in chunks(chain.fetch(_WITHDRAWALS, ())):
        chain.append(EntryKind.WITHDRAWAL, part)
    connection.execute(insert_new(meta).values(name=_MARK, value="1"))
