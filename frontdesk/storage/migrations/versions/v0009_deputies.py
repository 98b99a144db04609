"""Whose deputy somebody is can be told without reading everybody."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_index("ix_people_deputy", "people", ["deputy"], sqlite_where=sa.text("deputy != ''"))
