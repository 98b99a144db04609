"""Keys made by the client, so that a retry after an unknown outcome is harmless."""

import time
from datetime import UTC, datetime
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
