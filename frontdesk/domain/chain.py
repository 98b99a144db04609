"""The chain that ties every entry of the record to all before it, so that harm to any of them shows.

An entry commits to what was written down with a salt: who erases the salt and the words keeps the
commitment, and the chain holds. Its link takes in the link before, so nothing is moved or left out.

Form 1 of what is committed to: a JSON object, keys sorted, no spaces, letters as they are, in UTF-8.
Columns of the record are left out where they hold their default: a column that a later release adds
changes nothing that was committed to before.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from struct import Struct
from typing import Any

from .errors import DeskError

FORM = 1
SALT_BYTES, KEY_BYTES, LINK_BYTES = 16, 32, 32
BEGINNING = bytes(LINK_BYTES)
"""Stands for the link before the first entry."""

PRINTED, GROUP = 20, 4
"""How many hexadecimal digits of a link are printed, and in groups of how many."""

_NUMBERS = Struct(">qIII").pack
_PRINTED_HEAD = re.compile(rf"[0-9a-f]{{{PRINTED}}}(?:[0-9a-f]{{{2 * LINK_BYTES - PRINTED}}})?")


class EntryKind(StrEnum):
    """What an entry is about. A restored one says that a copy was put back, a gap that entries were lost."""

    CONTACT = "contact"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    ERASURE = "erasure"
    RESTORED = "restored"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class ChainEntry:
    """One entry as it is stored. ``seq`` counts from 1; ``salt`` is empty once what it hid was erased."""

    seq: int
    kind: str
    subject: str
    at: str
    salt: bytes
    commitment: bytes
    link: bytes


@dataclass(frozen=True, slots=True)
class ChainHead:
    """How many entries there are, and the link of the last."""

    count: int = 0
    link: bytes = BEGINNING

    @property
    def printed(self) -> str:
        return printed_link(self.link)


@dataclass(frozen=True, slots=True)
class KeptHead:
    """What the head file says. ``head`` is None where it is missing or was not written with a known key."""

    head: ChainHead | None = None
    missing: bool = False


@dataclass(frozen=True, slots=True)
class KeyPeriod:
    """From which entry on which key was used; ``key`` is empty where it is not in the key file."""

    first_seq: int
    key: bytes


@dataclass(frozen=True, slots=True)
class ChainedRow:
    """An entry with what it commits to as that stands now, None where it is gone.

    ``erased`` says that a later entry tells of an erasure.
    """

    entry: ChainEntry
    content: bytes | None
    erased: bool = False


def canonical(content: Mapping[str, Any]) -> bytes:
    """Write what an entry commits to, always in the same bytes."""
    return _ENCODER.encode({"form": FORM, **content}).encode("utf-8", "surrogatepass")


def _unexpected(value: object) -> str:
    """Write what only harm can have put there."""
    return f"{type(value).__name__}:{value!r}"


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_unexpected)


def commitment_to(salt: bytes, content: bytes) -> bytes:
    """Return what proves the content to whoever has the salt, and tells nothing to anybody else."""
    return hashlib.sha256(salt + content).digest()


def link_after(key: bytes, previous: bytes, entry: ChainEntry) -> bytes:
    """Return the link that an entry must have after the one with the link ``previous``."""
    kind, subject = entry.kind.encode("utf-8", "replace"), entry.subject.encode("utf-8", "replace")
    at = entry.at.encode("utf-8", "replace")
    numbers = _NUMBERS(entry.seq, len(kind), len(subject), len(at))
    return hmac.digest(key, previous + numbers + kind + subject + at + entry.commitment, "sha256")


def seal_of(key: bytes, head: ChainHead) -> bytes:
    """Return what shows that a head was written by whoever has the key."""
    return hmac.digest(key, b"head" + head.count.to_bytes(8, "big") + head.link, "sha256")


def fingerprint(key: bytes) -> str:
    """Name a key without telling it."""
    return hashlib.sha256(b"chain key" + key).hexdigest()[:16]


def printed_link(link: bytes) -> str:
    """Write the beginning of a link as it stands on paper: ``3F2A 91BC 0D77 E1F0 4B5C``."""
    digits = link.hex()[:PRINTED].upper()
    return " ".join(digits[start : start + GROUP] for start in range(0, PRINTED, GROUP))


def link_on_paper(text: str) -> bytes:
    """Read a printed head, in any case and spacing, or a whole link. Raise ``DeskError`` head_unreadable."""
    digits = re.sub(r"[\s\-_.:·]", "", text).casefold()
    if not _PRINTED_HEAD.fullmatch(digits):
        raise DeskError("head_unreadable", digits=PRINTED)
    return bytes.fromhex(digits)


def correction_subject(contact_id: str, seq: int) -> str:
    """Name a correction in the chain."""
    return f"{contact_id}:{seq}"
