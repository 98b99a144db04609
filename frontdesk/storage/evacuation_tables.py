"""The tables of evacuations: rows are only ever added, and triggers see to it. Nobody is named in them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from frontdesk.domain.evacuation import Purpose

from .columns import Choice, UtcTime, Words
from .table_parts import metadata


def _text(name: str) -> Column[str]:
    return Column(name, Words(), nullable=False, server_default="")


def _whose() -> Column[str]:
    return Column("evacuation_id", String(36), ForeignKey("evacuations.id"), nullable=False)


evacuations = Table(
    "evacuations",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("at", UtcTime(), nullable=False),
    *(_text(name) for name in ("by", "place")),
    Index("ix_evacuations_at", "at"),
)

evacuation_ticks = Table(
    "evacuation_ticks",
    metadata,
    Column("id", Integer, primary_key=True),
    _whose(),
    Column("visit_id", String(36), nullable=False),
    Column("found", Integer, nullable=False),
    Column("at", UtcTime(), nullable=False),
    _text("by"),
    Index("ix_evacuation_ticks_evacuation", "evacuation_id", "id"),
    sqlite_autoincrement=True,
)

evacuations_ended = Table(
    "evacuations_ended",
    metadata,
    Column("evacuation_id", String(36), ForeignKey("evacuations.id"), primary_key=True, nullable=False),
    Column("at", UtcTime(), nullable=False),
    _text("by"),
    Column("purpose", Choice(Purpose), nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("people", "found")),
)

evacuation_missing = Table(
    "evacuation_missing",
    metadata,
    Column("evacuation_id", String(36), ForeignKey("evacuations.id"), primary_key=True, nullable=False),
    Column("visit_id", String(36), primary_key=True, nullable=False),
    Column("people", Integer, nullable=False),
)
"""Who was not found when an evacuation ended, by the id of the visit."""
