"""Forms of visits that were begun and not saved."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "visit_drafts",
        sa.Column("id", sa.String(36), primary_key=True, nullable=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("begun_at", sa.String, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    op.create_index("ix_visit_drafts_staff", "visit_drafts", ["staff", "begun_at"])
