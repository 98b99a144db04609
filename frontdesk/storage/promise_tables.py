"""The tables of promises: each as it stands, and beside it everything that happened to it."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, text

from frontdesk.domain.contacts import Channel
from frontdesk.domain.promises import Closing, PromiseEventKind, PromiseKind

from .columns import Choice, UtcTime, Words
from .table_parts import metadata

_OPEN = text("closed_at IS NULL")


def _text(name: str) -> Column[str]:
    return Column(name, Words(), nullable=False, server_default="")


promises = Table(
    "promises",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("kind", Choice(PromiseKind), nullable=False),
    Column("made_at", UtcTime(), nullable=False),
    *(_text(name) for name in ("made_by", "owner", "what", "contact_id", "person_id", "person_name")),
    *(_text(name) for name in ("number", "digits")),
    Column("channel", Choice(Channel)),
    Column("due_at", UtcTime()),
    *(_text(name) for name in ("for_id", "for_name")),
    Column("told_at", UtcTime()),
    Column("late", Boolean, nullable=False, server_default="0"),
    Column("closing", Choice(Closing)),
    Column("closed_at", UtcTime()),
    *(_text(name) for name in ("closed_by", "closing_contact")),
    Index("ix_promises_open", "due_at", sqlite_where=_OPEN),
    Index("ix_promises_person", "person_id", sqlite_where=_OPEN),
    Index("ix_promises_digits", "digits", sqlite_where=_OPEN),
    Index("ix_promises_contact", "contact_id"),
    Index("ix_promises_closed", "closed_at"),
    Index("ix_promises_closing_contact", "closing_contact", sqlite_where=text("closing_contact != ''")),
)

promise_events = Table(
    "promise_events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("promise_id", String(36), ForeignKey("promises.id"), nullable=False),
    Column("at", UtcTime(), nullable=False),
    _text("by"),
    Column("kind", Choice(PromiseEventKind), nullable=False),
    _text("detail"),
    Index("ix_promise_events_promise", "promise_id", "id"),
    sqlite_autoincrement=True,
)
"""Rows are only ever added; triggers see to it. Only what was said is wiped when its person is erased.

What is owed is a list to work from beside the record: the chain proves contacts and their corrections,
not this.
"""
