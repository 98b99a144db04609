"""A site's own groups of words that mean the same."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "site_synonyms",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("words", sa.Text, nullable=False, server_default="[]"),
    )
