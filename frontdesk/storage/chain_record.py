"""The chain with all that it commits to, as proving it reads it: whatever harm was done, nothing here fails."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as driver

from frontdesk.domain.chain import (
    BEGINNING,
    ChainedRow,
    ChainEntry,
    ChainHead,
    EntryKind,
    KeptHead,
    KeyPeriod,
)

from .chain_contents import contents_of
from .chain_files import ChainFiles
from .corrected_rows import wrongly_derived

PART = 1_000
"""Entries read at once."""

_ENTRIES = "SELECT seq, kind, subject, at, salt, commitment, link FROM chain WHERE seq > ? ORDER BY seq LIMIT ?"
_BEFORE_ALL = -(2**63)
_ERASED = "SELECT subject FROM chain WHERE kind = 'erasure' AND subject IN ({})"
_TABLES = {
    EntryKind.CONTACT: ("contacts", "contacts.id"),
    EntryKind.CORRECTION: ("contact_corrections", "contact_id || ':' || contact_corrections.seq"),
    EntryKind.WITHDRAWAL: ("withdrawals", "contact_id"),
    EntryKind.ERASURE: ("erasures", "contact_id"),
}


class SqlChainRecord:
    """Implements the port ``ChainRecord``."""

    def __init__(self, connection: Connection, files: ChainFiles, kept_head: KeptHead) -> None:
        self._connection, self._files, self.kept_head = connection, files, kept_head

    @property
    def has_keys(self) -> bool:
        return bool(self._files.keys())

    def periods(self) -> list[KeyPeriod]:
        keys = self._files.keys()
        rows = self._fetch("SELECT first_seq, fingerprint FROM chain_keys ORDER BY first_seq", ())
        return [KeyPeriod(first, keys.get(name, b"")) for first, name in rows]

    def head(self) -> ChainHead:
        rows = self._fetch("SELECT seq, link FROM chain ORDER BY seq DESC LIMIT 1", ())
        return ChainHead(rows[0][0], _bytes(rows[0][1])) if rows else ChainHead()

    def link_at(self, seq: int) -> bytes | None:
        rows = self._fetch("SELECT link FROM chain WHERE seq = ?", (seq,)) if seq else [(BEGINNING,)]
        return _bytes(rows[0][0]) if rows else None

    def entries(self) -> Iterator[ChainEntry]:
        return (entry for part in self._parts() for entry in part)

    def rows(self) -> Iterator[ChainedRow]:
        for part in self._parts():
            contents, erased = self._contents(part), self._erased(part)
            for one in part:
                yield ChainedRow(one, contents.get((one.kind, one.subject)), _contact_of(one) in erased)

    def known_heads(self) -> dict[int, ChainHead | None]:
        found: dict[int, ChainHead | None] = {}
        for seq, count, link in self._fetch("SELECT seq, known_count, known_link FROM chain_gaps", ()):
            found[seq] = None if count is None else ChainHead(count, bytes.fromhex(link) if _is_hex(link) else b"")
        return found

    def unchained(self) -> str:
        for kind, (table, key) in _TABLES.items():
            linked = f"SELECT 1 FROM chain WHERE subject = {key} AND kind = '{kind}'"  # noqa: S608 our own names
            if self._fetch(f"SELECT 1 FROM {table} WHERE NOT EXISTS ({linked}) LIMIT 1", ()):  # noqa: S608
                return kind
        return ""

    def derived_wrong(self) -> int:
        contact_id = wrongly_derived(self._connection, self._fetch)
        query = "SELECT seq FROM chain WHERE subject = ? AND kind = 'contact'"
        rows = self._fetch(query, (contact_id,)) if contact_id else []
        return rows[0][0] if rows else 0

    def number_of(self, link: bytes) -> int:
        rows = self._fetch(f"SELECT seq FROM chain WHERE substr(link, 1, {len(link)}) = ?", (link,))  # noqa: S608
        return rows[0][0] if rows else 0

    def _parts(self) -> Iterator[list[ChainEntry]]:
        after = _BEFORE_ALL
        while rows := self._fetch(_ENTRIES, (after, PART)):
            yield [_entry(row) for row in rows]
            after = rows[-1][0]

    def _contents(self, part: Sequence[ChainEntry]) -> dict[tuple[str, str], bytes]:
        kinds = groupby(sorted(part, key=_kind_of), _kind_of)
        found = ((kind, contents_of(self._fetch, kind, [one.subject for one in several])) for kind, several in kinds)
        return {(kind, subject): content for kind, contents in found for subject, content in contents.items()}

    def _erased(self, part: Sequence[ChainEntry]) -> set[str]:
        ids = list({_contact_of(one) for one in part if not one.salt})
        query = _ERASED.format(",".join("?" * len(ids)))
        return {subject for (subject,) in self._fetch(query, ids)} if ids else set()

    def _fetch(self, query: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        try:
            return list(self._driver.execute(query, tuple(values)).fetchall())
        except driver.OperationalError as error:
            if "decode" not in str(error).casefold():
                raise
        return self._fetch_broken(query, values)

    def _fetch_broken(self, query: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Read texts that are none: somebody put bytes into the file that are no letters."""
        self._driver.text_factory = _any_text
        try:
            return list(self._driver.execute(query, tuple(values)).fetchall())
        finally:
            self._driver.text_factory = str

    @cached_property
    def _driver(self) -> Any:
        return self._connection.connection.driver_connection


_kind_of: Callable[[ChainEntry], str] = lambda entry: entry.kind  # noqa: E731 a key for sorting


def _entry(row: Sequence[Any]) -> ChainEntry:
    seq, kind, subject, at, salt, commitment, link = row
    return ChainEntry(seq, str(kind), str(subject), str(at), _bytes(salt), _bytes(commitment), _bytes(link))


def _contact_of(entry: ChainEntry) -> str:
    return entry.subject.partition(":")[0]


def _bytes(value: Any) -> bytes:
    """Return a blob; anything else was put there by harm, and fits nothing."""
    return value if isinstance(value, bytes) else b""


def _any_text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _is_hex(text: Any) -> bool:
    return isinstance(text, str) and len(text) == 2 * len(BEGINNING) and not set(text) - set("0123456789abcdef")
