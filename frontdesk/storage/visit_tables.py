"""The tables of the gate: visits as they stand, with steps that are only ever added; cards held; the pass-down log."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, text

from frontdesk.domain.shift_log import EntryKind
from frontdesk.domain.visits import CardKind, StepKind, VisitKind, VisitState

from .columns import Choice, Day, UtcTime, Words
from .table_parts import metadata

_EXPECTED = text("state = 'expected'")
_INSIDE = text("state IN ('gate', 'reception')")


def _text(name: str) -> Column[str]:
    return Column(name, Words(), nullable=False, server_default="")


def _known(name: str) -> Index:
    """Index what a visitor is recognised by, newest visit last."""
    return Index(f"ix_visits_{name}", name, "day", sqlite_where=text(f"{name} != ''"))


visits = Table(
    "visits",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("day", Day(), nullable=False),
    *(_text(name) for name in ("name", "token", "code")),
    Column("kind", Choice(VisitKind), nullable=False, server_default=VisitKind.VISITOR.value),
    Column("state", Choice(VisitState), nullable=False),
    *(_text(name) for name in ("person_id", "organisation", "number", "digits", "plate", "purpose")),
    *(_text(name) for name in ("host_id", "host", "place")),
    Column("party", Integer, nullable=False, server_default="1"),
    *(_text(name) for name in ("belongings", "note", "badge")),
    *(Column(name, UtcTime()) for name in ("due", "until")),
    *(Column(name, UtcTime()) for name in ("arrived_at", "reception_at", "host_told_at", "left_at")),
    *(_text(name) for name in ("gate", "reason", "series_id", "group_id", "batch")),
    Column("made_at", UtcTime()),
    _text("made_by"),
    *(_text(name) for name in ("name_key", "sound_key", "plate_key")),
    Index("ix_visits_token", "token", unique=True, sqlite_where=text("token != ''")),
    Index("ix_visits_expected", "day", "due", sqlite_where=_EXPECTED),
    Index("ix_visits_inside", "arrived_at", sqlite_where=_INSIDE),
    Index("ix_visits_arrived", "arrived_at", "state", sqlite_where=text("arrived_at IS NOT NULL")),
    Index("ix_visits_day", "day"),
    Index("ix_visits_group_id", "group_id", sqlite_where=text("group_id != ''")),
    Index("ix_visits_series_id", "series_id", "day", sqlite_where=text("series_id != ''")),
    Index("ix_visits_batch", "batch", sqlite_where=text("batch != ''")),
    *(_known(name) for name in ("person_id", "digits", "plate_key", "name_key", "sound_key")),
)
"""``name_key``, ``sound_key`` and ``plate_key`` are what a known visitor is found by."""

visit_steps = Table(
    "visit_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("visit_id", String(36), ForeignKey("visits.id"), nullable=False),
    Column("at", UtcTime(), nullable=False),
    _text("by"),
    Column("kind", Choice(StepKind), nullable=False),
    *(_text(name) for name in ("place", "detail")),
    Index("ix_visit_steps_visit", "visit_id", "id"),
    sqlite_autoincrement=True,
)
"""Rows are only ever added; triggers see to it. They hold nothing of a visitor, so nothing of them is ever wiped."""

visit_drafts = Table(
    "visit_drafts",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("staff", Words(), nullable=False),
    Column("begun_at", UtcTime(), nullable=False),
    Column("state", Words(), nullable=False),
    Index("ix_visit_drafts_staff", "staff", "begun_at"),
)
"""What is being typed of visits. A row is gone once the visit is written down, or thrown away."""

held_cards = Table(
    "held_cards",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("visit_id", String(36), ForeignKey("visits.id"), nullable=False),
    Column("slot", Words(), nullable=False),
    Column("kind", Choice(CardKind), nullable=False),
    _text("last"),
    Column("taken_at", UtcTime(), nullable=False),
    _text("taken_by"),
    Column("returned_at", UtcTime()),
    _text("returned_by"),
    Index("ix_held_cards_slot", "slot", unique=True, sqlite_where=text("returned_at IS NULL")),
    Index("ix_held_cards_visit", "visit_id"),
    Index("ix_held_cards_taken", "taken_at"),
)
"""A slot holds one card at a time: the database itself refuses a second one."""

shift_entries = Table(
    "shift_entries",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("at", UtcTime(), nullable=False),
    Column("kind", Choice(EntryKind), nullable=False),
    _text("text"),
    Column("written_at", UtcTime(), nullable=False),
    *(_text(name) for name in ("by", "place", "visit_id", "corrects")),
    Column("follow_up", Boolean, nullable=False, server_default="0"),
    Index("ix_shift_entries_at", "at"),
    Index("ix_shift_entries_follow_up", "at", sqlite_where=text("follow_up = 1")),
    Index("ix_shift_entries_corrects", "corrects", sqlite_where=text("corrects != ''")),
)

shift_entries_closed = Table(
    "shift_entries_closed",
    metadata,
    Column("entry_id", String(36), ForeignKey("shift_entries.id"), primary_key=True, nullable=False),
    Column("at", UtcTime(), nullable=False),
    *(_text(name) for name in ("by", "closing")),
)
"""What somebody has seen to. Rows of both tables are only ever added; triggers see to it."""
