"""Proving the record: every entry follows the one before, and every row is as it was written down."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from frontdesk.domain.chain import (
    BEGINNING,
    ChainedRow,
    ChainEntry,
    ChainHead,
    EntryKind,
    commitment_to,
    link_after,
    link_on_paper,
)
from frontdesk.domain.chain_report import ChainReport, Fault, FaultKind, Remark, RemarkKind

if TYPE_CHECKING:
    from frontdesk.services.contact_repositories import ChainRecord
    from frontdesk.services.ports import Progress
    from frontdesk.services.repositories import Storage

_BREAKS = (EntryKind.GAP, EntryKind.RESTORED)
STEP = 2_000
"""Entries between two calls of a ``Progress``."""


class Verification:
    """Looks through the whole record (a million entries take a minute, and little memory)."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def verify(self, printed: str = "", progress: Progress | None = None) -> ChainReport:
        """Tell whether the record is whole, and to which entry a printed head fits.

        ``progress`` may raise ``Cancelled``. Raise ``DeskError`` head_unreadable for what is no printed head.
        """
        link = link_on_paper(printed) if printed.strip() else b""
        with self._storage.proving() as record:
            return _Proof(record, progress).report(link)


@dataclass(slots=True)
class _Proof:
    """One look through a record."""

    record: ChainRecord
    progress: Progress | None
    remarks: list[Remark] = field(default_factory=list)
    gap: Fault | None = None
    keyless: Fault | None = None
    erased: int = 0
    noted: list[ChainHead] = field(default_factory=list)
    """Heads that the chain itself tells were known once."""

    def report(self, link: bytes) -> ChainReport:
        head, fault = self.record.head(), self._first_fault()
        number = self.record.number_of(link) if link else 0
        if fault is None and link and not number:
            fault = Fault(FaultKind.NOT_PRINTED)
        if self.erased:
            self.remarks.append(Remark(RemarkKind.ERASED, 0, self.erased))
        return ChainReport(head, fault, tuple(self.remarks), number)

    def _first_fault(self) -> Fault | None:
        """Look for harm to rows first, then beside them; a gap that was noted before comes last."""
        return self._entries() or self._unchained() or self._derived() or self.keyless or self._head() or self.gap

    def _entries(self) -> Fault | None:
        keys, known = _Keys(self.record), self.record.known_heads()
        total, previous, due = self.record.head().count, BEGINNING, 1
        for row in self.record.rows():
            entry, key = row.entry, keys.at(row.entry.seq)
            fault = self._misplaced(entry, due, previous, key) or _harmed(row)
            if fault is not None:
                return fault
            self._note(entry, known, keys)
            previous, due = entry.link, due + 1
            if self.progress is not None and not entry.seq % STEP:
                self.progress(entry.seq, total)
        return None

    def _misplaced(self, entry: ChainEntry, due: int, previous: bytes, key: bytes) -> Fault | None:
        if entry.seq > due:
            return Fault(FaultKind.CUT_OUT, due, entry.seq - 1)
        if entry.seq < due:
            return Fault(FaultKind.BROKEN, entry.seq, entry=entry.kind)
        if not key or hmac.compare_digest(link_after(key, previous, entry), entry.link):
            return None
        place = self._place_of(due, previous, key)
        return Fault(FaultKind.MOVED if place else FaultKind.BROKEN, due, entry=entry.kind, place=place)

    def _place_of(self, due: int, previous: bytes, key: bytes) -> int:
        """Return where the entry stands now that should stand here, 0 if it is nowhere."""
        for one in self.record.entries():
            if one.seq != due and link_after(key, previous, replace(one, seq=due)) == one.link:
                return one.seq
        return 0

    def _note(self, entry: ChainEntry, known: dict[int, ChainHead | None], keys: _Keys) -> None:
        if not keys.at(entry.seq) and self.keyless is None:
            kind = FaultKind.KEY_CHANGED if self.record.has_keys else FaultKind.KEY_MISSING
            self.keyless = Fault(kind, entry.seq)
        if keys.begins_at(entry.seq) and entry.seq > 1:
            self.remarks.append(Remark(RemarkKind.NEW_KEY, entry.seq))
        if entry.kind == EntryKind.ERASURE:
            self.erased += 1
        if (before := known.get(entry.seq)) is not None and entry.kind in _BREAKS:
            self.noted.append(before)
        if entry.kind == EntryKind.RESTORED:
            self.remarks.append(Remark(RemarkKind.RESTORED, entry.seq, _lost(entry.seq, before)))
        if entry.kind == EntryKind.GAP and self.gap is None:
            self.gap = Fault(FaultKind.GAP, entry.seq, before.count if before else 0)

    def _unchained(self) -> Fault | None:
        kind = self.record.unchained()
        return Fault(FaultKind.UNCHAINED, entry=kind) if kind else None

    def _derived(self) -> Fault | None:
        seq = self.record.derived_wrong()
        return Fault(FaultKind.DERIVED, seq, entry=EntryKind.CONTACT) if seq else None

    def _head(self) -> Fault | None:
        kept, stored = self.record.kept_head, self.record.head()
        if kept.head is None:
            return Fault(FaultKind.HEAD_MISSING if kept.missing else FaultKind.HEAD_UNREADABLE, stored.count)
        if kept.head in self.noted:
            return None
        if kept.head.count > stored.count:
            return Fault(FaultKind.CUT_TAIL, stored.count + 1, kept.head.count)
        if self.record.link_at(kept.head.count) != kept.head.link:
            return Fault(FaultKind.FOREIGN_HEAD, kept.head.count)
        return None


class _Keys:
    """Which key an entry must have been linked with; entries are asked for in order."""

    def __init__(self, record: ChainRecord) -> None:
        self._left = iter(record.periods())
        self._next = next(self._left, None)
        self._key, self._first = b"", 0

    def at(self, seq: int) -> bytes:
        while self._next is not None and self._next.first_seq <= seq:
            self._key, self._first = self._next.key, self._next.first_seq
            self._next = next(self._left, None)
        return self._key

    def begins_at(self, seq: int) -> bool:
        return self._first == seq


def _harmed(row: ChainedRow) -> Fault | None:
    """Tell whether a row is as it was when its entry was made."""
    entry = row.entry
    if row.content is None:
        return Fault(FaultKind.REMOVED, entry.seq, entry=entry.kind)
    if not entry.salt and row.erased:
        return None
    if not entry.salt or commitment_to(entry.salt, row.content) != entry.commitment:
        return Fault(FaultKind.EDITED, entry.seq, entry=entry.kind)
    return None


def _lost(seq: int, known: ChainHead | None) -> int:
    """Return how many entries a restored copy lacks, -1 where nobody knows."""
    return -1 if known is None else max(0, known.count - (seq - 1))
