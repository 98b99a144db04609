"""Notices that must be read: a title, an exact end, for whom, English beside Thai, and who has read them."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_TO_THE_END_OF_THE_DAY = "UPDATE notices SET wording_id = id, until = until || 'T17:00:00.000000+00:00'"
"""Until now a notice stood up to a day, that day included: in UTC a day in Thailand is over at 17:00."""


def upgrade() -> None:
    op.execute("DROP TRIGGER notices_no_update")
    for name in ("title", "title_en", "text_en", "wording_id", "replaces"):
        op.add_column("notices", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("notices", sa.Column("must_read", sa.Boolean, nullable=False, server_default="0"))
    op.add_column("notices", sa.Column("role", sa.String))
    op.execute(_TO_THE_END_OF_THE_DAY)
    _guard("notices", "UPDATE")
    op.create_table(
        "notice_reads",
        sa.Column("wording_id", sa.String(36), sa.ForeignKey("notices.id"), primary_key=True, nullable=False),
        sa.Column("staff", sa.String, primary_key=True, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
    for act in ("UPDATE", "DELETE"):
        _guard("notice_reads", act)


def _guard(table: str, act: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
