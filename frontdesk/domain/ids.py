"""Keys made by the client, so that a retry after an unknown outcome is harmless."""

import time
from datetime import UTC, datetime
from hashlib import blake2b
from secrets import randbits
from uuid import UUID

_MS = 1_000_000
"""Nanoseconds."""


def new_id() -> str:
    """Return a new time-ordered UUID (version 7, RFC 9562) as 36 characters.

    The twelve bits after the version hold the part of the millisecond, as its section 6.2 allows.
    """
    ms, rest = divmod(time.time_ns(), _MS)
    high = ms << 16 | 7 << 12 | rest * 4096 // _MS
    return str(UUID(int=high << 64 | 0b10 << 62 | randbits(62)))


def now() -> datetime:
    """Return the present moment, aware and in UTC."""
    return datetime.now(UTC)


def same_id(*parts: str) -> str:
    """Return the UUID (version 8, RFC 9562) that these words always give; they cannot be read out of it."""
    said = blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).digest()
    number = int.from_bytes(said, "big")
    high, low = number >> 64, number & ((1 << 62) - 1)
    return str(UUID(int=(high & ~0xF000 | 0x8000) << 64 | 0b10 << 62 | low))
