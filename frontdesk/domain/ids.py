"""Keys made by the client, so that a retry after an unknown outcome is harmless."""

from datetime import UTC, datetime

from uuid6 import uuid7


def new_id() -> str:
    """Return a new time-ordered UUID (version 7, RFC 9562) as 36 characters."""
    return str(uuid7())


def now() -> datetime:
    """Return the present moment, aware and in UTC."""
    return datetime.now(UTC)
