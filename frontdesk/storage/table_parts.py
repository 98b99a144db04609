"""What the tables are made of: their register, and columns of the kinds that recur."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

from .columns import Choice, Parts, TextList, UtcTime, Words

metadata = MetaData()


def identity() -> Column[str]:
    """Return the key of a row, made by the client."""
    return Column("id", String(36), primary_key=True)


def wording(name: str, key: bool = False) -> Column[str]:
    """Return a column for what somebody wrote."""
    return Column(name, Words(), nullable=False, server_default=None if key else "", primary_key=key)


def moment(name: str, needed: bool = True) -> Column[datetime]:
    """Return a column for a moment."""
    return Column(name, UtcTime(), nullable=not needed)


def flag(name: str) -> Column[bool]:
    """Return a column for yes or no, at first no."""
    return Column(name, Boolean, nullable=False, server_default="0")


def count(name: str) -> Column[int]:
    """Return a column for a count, at first 0."""
    return Column(name, Integer, nullable=False, server_default="0")


def listing(name: str) -> Column[tuple[str, ...]]:
    """Return a column for a short list of texts."""
    return Column(name, TextList(), nullable=False, server_default="[]")


def choice(name: str, choices: type[StrEnum], needed: bool = True) -> Column[StrEnum]:
    """Return a column for a member of an enumeration."""
    return Column(name, Choice(choices), nullable=not needed)


def parts(name: str, kind: type) -> Column[tuple[object, ...]]:
    """Return a column for a few small dataclasses."""
    return Column(name, Parts(kind), nullable=False, server_default="[]")


def of(owner: str, key: bool = False) -> Column[str]:
    """Refer to a row of another table."""
    table, _ = owner.split(".")
    singular = {"people": "person", "contacts": "contact", "staff": "staff"}[table]
    return Column(f"{singular}_id", String(36), ForeignKey(owner), nullable=False, primary_key=key)


def place() -> Column[int]:
    """Return the part of a key that keeps an order."""
    return Column("place", Integer, primary_key=True, autoincrement=False)


def versions(name: str) -> Table:
    """Earlier states: what was replaced, when, by whom; no state where the row was new."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("item_id", String(36), nullable=False),
        moment("at"),
        wording("by"),
        wording("batch"),
        Column("state", Text),
        Index(f"ix_{name}_item", "item_id", "id"),
        Index(f"ix_{name}_batch", "batch", "item_id"),
        sqlite_autoincrement=True,
    )
