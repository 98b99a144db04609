"""How many digits a PIN has, so that it is tried when it is typed in full and not before."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("staff_pins", sa.Column("digits", sa.Integer, nullable=False, server_default="0"))
