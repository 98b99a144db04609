"""Contacts can be taken back, and every distinct name stands once for guessing at misspelt ones."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "withdrawals",
        sa.Column("contact_id", sa.String(36), sa.ForeignKey("contacts.id"), primary_key=True, nullable=False),
        sa.Column("by", sa.Text, nullable=False, server_default=""),
        sa.Column("at", sa.String, nullable=False),
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER withdrawals_no_{act.lower()} BEFORE {act} ON withdrawals "
            "BEGIN SELECT RAISE(ABORT, 'withdrawals is append-only'); END"
        )
    op.create_table(
        "names",
        sa.Column("kind", sa.Text, primary_key=True, nullable=False),
        sa.Column("key", sa.Text, primary_key=True, nullable=False),
    )
    _fill_names()


def _fill_names() -> None:
    op.execute("INSERT INTO names SELECT DISTINCT 'given', given_key FROM people WHERE given_key != ''")
    op.execute("INSERT INTO names SELECT DISTINCT 'family', family_key FROM people WHERE family_key != ''")
    op.execute("INSERT INTO names SELECT DISTINCT kind, key FROM person_keys WHERE kind = 'romanised'")
