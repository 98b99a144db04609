"""When a few people were last in contact, without reading their rows."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    standing = sa.text("last_contact_at IS NOT NULL AND archived = 0")
    op.create_index("ix_people_last_contact", "people", ["id", "last_contact_at"], sqlite_where=standing)
