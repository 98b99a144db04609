"""Promises with their due time, and what happened to them; those of the last weeks are taken over from the contacts."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

TAKEN_OVER_DAYS = 30
"""What was promised longer ago has been kept or forgotten by now: a desk must not begin with a list of ghosts."""


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _word(name: str, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=not needed)


def upgrade() -> None:
    _tables()
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER promise_events_no_{act.lower()} BEFORE {act} ON promise_events "
            "BEGIN SELECT RAISE(ABORT, 'promise_events is append-only'); END"
        )
    _take_over()


def _tables() -> None:
    op.create_table(
        "promises",
        sa.Column("id", sa.String(36), primary_key=True, nullable=False),
        *(_word(name, needed=True) for name in ("kind", "made_at")),
        *(_text(name) for name in ("made_by", "owner", "what", "contact_id", "person_id", "person_name")),
        *(_text(name) for name in ("number", "digits")),
        *(_word(name) for name in ("channel", "due_at")),
        *(_text(name) for name in ("for_id", "for_name")),
        _word("told_at"),
        sa.Column("late", sa.Boolean, nullable=False, server_default="0"),
        *(_word(name) for name in ("closing", "closed_at")),
        *(_text(name) for name in ("closed_by", "closing_contact")),
    )
    is_open = sa.text("closed_at IS NULL")
    for name, column in (("open", "due_at"), ("person", "person_id"), ("digits", "digits")):
        op.create_index(f"ix_promises_{name}", "promises", [column], sqlite_where=is_open)
    op.create_index("ix_promises_contact", "promises", ["contact_id"])
    op.create_index("ix_promises_closed", "promises", ["closed_at"])
    again = sa.text("closing_contact != ''")
    op.create_index("ix_promises_closing_contact", "promises", ["closing_contact"], sqlite_where=again)
    op.create_table(
        "promise_events",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("promise_id", sa.String(36), sa.ForeignKey("promises.id"), nullable=False),
        _word("at", needed=True),
        _text("by"),
        _word("kind", needed=True),
        _text("detail"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_promise_events_promise", "promise_events", ["promise_id", "id"])


def _take_over() -> None:
    """Let contacts that ended with a promise lately become open ones, without a due time: nobody wrote one down."""
    since = (datetime.now(UTC) - timedelta(days=TAKEN_OVER_DAYS)).isoformat(timespec="microseconds")
    connection = op.get_bind()
    connection.execute(
        sa.text(
            "INSERT INTO promises (id, kind, made_at, made_by, owner, what, contact_id, person_id, person_name, "
            "number, digits, channel) SELECT id, 'promise', at, staff, staff, "
            "topic || iif(topic != '' AND note != '', ' · ', '') || note, id, person_id, person_name, "
            "number, digits, channel FROM contacts_now WHERE outcome = 'promised' AND at >= :since "
            "AND id NOT IN (SELECT contact_id FROM withdrawals)"
        ),
        {"since": since},
    )
    connection.execute(
        sa.text(
            "INSERT INTO promise_events (promise_id, at, by, kind) SELECT id, made_at, made_by, 'made' FROM promises"
        )
    )
