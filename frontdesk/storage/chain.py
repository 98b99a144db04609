"""Writing the chain: each row of the record gets its link in the transaction that brings it."""

import os
from collections.abc import Sequence
from contextlib import closing
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, insert, select

from frontdesk.domain.chain import (
    BEGINNING,
    SALT_BYTES,
    ChainEntry,
    ChainHead,
    EntryKind,
    commitment_to,
    fingerprint,
    link_after,
)

from .chain_contents import contents_of
from .chain_files import ChainFiles
from .chain_tables import chain, chain_gaps, chain_keys
from .rows import chunks

_LAST = "SELECT seq, link FROM chain ORDER BY seq DESC LIMIT 1"
_LAST_KEY = "SELECT fingerprint FROM chain_keys ORDER BY first_seq DESC LIMIT 1"
_INSERT = "INSERT INTO chain (seq, kind, subject, at, salt, commitment, link) VALUES (?, ?, ?, ?, ?, ?, ?)"


class SqlChain:
    """The chain as one transaction sees it. The transaction must hold the write lock before it appends.

    ``watching`` compares what is here with the head file first, and notes a gap where they do not fit.
    """

    def __init__(self, connection: Connection, files: ChainFiles, watching: bool = True) -> None:
        self._connection, self._files, self._watching = connection, files, watching
        self._tip: ChainHead | None = None
        self._key = b""

    def head(self) -> ChainHead:
        """Return how many entries there are, and the last link."""
        if self._tip is not None:
            return self._tip
        rows = self.fetch(_LAST, ())
        return ChainHead(*rows[0]) if rows else ChainHead()

    def numbers(self, contact_ids: Sequence[str]) -> dict[str, int]:
        """Return the running numbers under which contacts were written down."""
        query = select(chain.c.subject, chain.c.seq).where(chain.c.kind == EntryKind.CONTACT)
        parts = (self._connection.execute(query.where(chain.c.subject.in_(ids))) for ids in chunks(contact_ids))
        return {subject: seq for part in parts for subject, seq in part}

    def make_files(self) -> None:
        """Make the key, and the head of an empty chain, unless they are there."""
        self._files.present_key()
        if self._watching:
            self._files.begin_head()

    def append(self, kind: EntryKind, items: Sequence[tuple[str, str]]) -> None:
        """Link rows that stand in the database by now, given by subject and time."""
        if not items:
            return
        if self._tip is None:
            self._begin(items[0][1])
        for part in chunks(items):
            self._extend(kind, part)

    def note_break(self, kind: EntryKind, at: str) -> None:
        """Note that a copy was put back, or that entries are gone, with what the head file knew."""
        if self._tip is None:
            self._take_up()
        known, seq = self._files.kept_head().head, self.head().count + 1
        row = {
            "seq": seq,
            "at": at,
            "known_count": known and known.count,
            "known_link": known.link.hex() if known else "",
        }
        self._connection.execute(insert(chain_gaps).values(row))
        self._extend(kind, [(str(seq), at)])

    def keep_head(self) -> None:
        """Write the new head beside the database: to be called after the commit."""
        if self._tip is not None:
            self._files.keep_head(self._tip)

    def _begin(self, at: str) -> None:
        self._take_up()
        if self._watching and not self._fits_the_head_file():
            self.note_break(EntryKind.GAP, at)

    def _take_up(self) -> None:
        tip, names, keys = self.head(), self.fetch(_LAST_KEY, ()), self._files.keys()
        known = keys.get(names[0][0]) if names else None
        self._key = known or self._files.present_key()
        if known is None:
            row = {"first_seq": tip.count + 1, "fingerprint": fingerprint(self._key)}
            self._connection.execute(insert(chain_keys).values(row))
        self._tip = tip

    def _fits_the_head_file(self) -> bool:
        kept, tip = self._files.kept_head().head, self.head()
        if kept is None:
            return not tip.count
        return kept.count <= tip.count and self.link_at(kept.count) == kept.link

    def link_at(self, seq: int) -> bytes | None:
        """Return the link of an entry, that before the first for 0."""
        if not seq:
            return BEGINNING
        rows = self.fetch("SELECT link FROM chain WHERE seq = ?", (seq,))
        return rows[0][0] if rows else None

    def _extend(self, kind: EntryKind, items: Sequence[tuple[str, str]]) -> None:
        contents = contents_of(self.fetch, kind, [subject for subject, _ in items])
        salts, tip = os.urandom(SALT_BYTES * len(items)), self.head()
        seq, link, rows = tip.count, tip.link, []
        for place, (subject, at) in enumerate(items):
            salt = salts[place * SALT_BYTES : (place + 1) * SALT_BYTES]
            seq += 1
            entry = ChainEntry(seq, kind.value, subject, at, salt, commitment_to(salt, contents[subject]), b"")
            link = link_after(self._key, link, entry)
            rows.append((seq, entry.kind, subject, at, salt, entry.commitment, link))
        self._driver.executemany(_INSERT, rows).close()
        self._tip = ChainHead(seq, link)

    def fetch(self, query: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Run a query straight on the driver: a contact is logged while somebody waits."""
        with closing(self._driver.execute(query, tuple(values))) as cursor:
            return list(cursor.fetchall())

    @cached_property
    def _driver(self) -> Any:
        return self._connection.connection.driver_connection
