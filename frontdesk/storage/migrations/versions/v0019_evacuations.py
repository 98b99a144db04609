"""Evacuations: when one began and ended, who was found, who was missing."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

_TABLES = ("evacuations", "evacuation_ticks", "evacuations_ended", "evacuation_missing")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _at() -> sa.Column[str]:
    return sa.Column("at", sa.String, nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _whose(key: bool) -> sa.Column[str]:
    return sa.Column("evacuation_id", sa.String(36), sa.ForeignKey("evacuations.id"), primary_key=key, nullable=False)


def upgrade() -> None:
    op.create_table(
        "evacuations", sa.Column("id", sa.String(36), primary_key=True, nullable=False), _at(), _text("by"),
        _text("place"),
    )  # fmt: skip
    op.create_index("ix_evacuations_at", "evacuations", ["at"])
    op.create_table(
        "evacuation_ticks", sa.Column("id", sa.Integer, primary_key=True), _whose(key=False),
        sa.Column("visit_id", sa.String(36), nullable=False), _count("found"), _at(), _text("by"),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index("ix_evacuation_ticks_evacuation", "evacuation_ticks", ["evacuation_id", "id"])
    op.create_table(
        "evacuations_ended", _whose(key=True), _at(), _text("by"), sa.Column("purpose", sa.String, nullable=False),
        _count("people"), _count("found"),
    )  # fmt: skip
    op.create_table(
        "evacuation_missing", _whose(key=True), sa.Column("visit_id", sa.String(36), primary_key=True, nullable=False),
        _count("people"),
    )  # fmt: skip
    for table in _TABLES:
        for act in ("UPDATE", "DELETE"):
            _guard(table, act)


def _guard(table: str, act: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
