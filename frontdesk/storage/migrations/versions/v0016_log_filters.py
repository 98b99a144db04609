"""Indexes for filters of the log: that of time tells what filters ask for most, rare values have their own."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_ALONG = ["at", "id", "channel", "outcome", "staff", "unanswered", "feedback"]


def upgrade() -> None:
    op.drop_index("ix_contacts_at", "contacts")
    op.create_index("ix_contacts_at", "contacts", _ALONG)
    op.create_index("ix_contacts_ending", "contacts", ["channel", "outcome", "at"])
    said = sa.text("feedback IS NOT NULL")
    op.create_index("ix_contacts_feedback", "contacts", ["feedback", "at"], sqlite_where=said)
    op.execute("CREATE INDEX ix_contacts_last_digits ON contacts (substr(digits, -4))")
