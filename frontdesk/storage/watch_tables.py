"""The tables of the watch list: rows are only ever added; triggers see to it."""

from sqlalchemy import Column, Index, Integer, String, Table

from frontdesk.domain.watch_list import Advice, Decision, WatchKind

from .columns import Day
from .table_parts import choice, flag, identity, listing, metadata, moment, wording

watched = Table(
    "watched",
    metadata,
    Column("watched_id", String(36), primary_key=True, nullable=False),
    Column("seq", Integer, primary_key=True, autoincrement=False, nullable=False),
    choice("kind", WatchKind),
    listing("names"),
    wording("plate"),
    wording("reason"),
    choice("advice", Advice),
    Column("until", Day()),
    wording("by"),
    moment("at"),
    flag("wiped"),
)
"""Entries: each change is a row of its own, the one with the highest number is how the entry stands."""

watched_ended = Table(
    "watched_ended",
    metadata,
    Column("watched_id", String(36), primary_key=True, nullable=False),
    wording("by"),
    moment("at"),
)
"""Entries that somebody ended."""

watch_decisions = Table(
    "watch_decisions",
    metadata,
    identity(),
    Column("watched_id", String(36), nullable=False),
    moment("at"),
    wording("by"),
    choice("decision", Decision),
    Column("likeness", Integer, nullable=False),
    *(wording(name) for name in ("visit_id", "note", "about")),
    Index("ix_watch_decisions_at", "at"),
    Index("ix_watch_decisions_watched", "watched_id", "at"),
)
"""What guards decided. Only what was said of somebody may become empty, when the entry is wiped."""
