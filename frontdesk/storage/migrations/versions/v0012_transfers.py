"""To whom a contact was passed on and why, and what could not be answered, in the caller's own words."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_ERASED = "EXISTS (SELECT 1 FROM erasures WHERE contact_id = OLD.contact_id)"


def upgrade() -> None:
    for table, said, others in (
        ("transfers", "slip", ("to_person", "to_text", "to_place")),
        ("gaps", "words", ("department", "owner")),
    ):
        key = sa.Column("contact_id", sa.String(36), sa.ForeignKey("contacts.id"), primary_key=True, nullable=False)
        columns = (sa.Column(name, sa.Text, nullable=False, server_default="") for name in (*others, said))
        reason = (sa.Column("reason", sa.String, nullable=False),) if table == "transfers" else ()
        op.create_table(table, key, *columns, *reason)
        _guard(table, said, ("contact_id", *others, *(column.name for column in reason)))
    op.create_index("ix_contacts_unanswered", "contacts", ["at"], sqlite_where=sa.text("unanswered = 1"))


def _guard(table: str, said: str, others: tuple[str, ...]) -> None:
    """Refuse a change of rows, but for wiping out what was said when its person is erased."""
    same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in others)
    wiped = f"NEW.{said} = '' AND {same} AND {_ERASED}"
    for act, when in (("UPDATE", f"WHEN NOT coalesce({wiped}, 0) "), ("DELETE", "")):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} {when}"
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
