"""What the gate hands over: whose visit a line is about, and which sort of card or entry it is."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

_TABLE = "hand_over_items"
_SAID = ("what", "who", "number", "person_id", "addressee", "addressee_id")
_KEPT = (
    "hand_over_id", "seq", "kind", "key", "channel", "by", "owner", "since", "due", "until", "contact_id", "visit_id",
    "sort",
)  # fmt: skip
_GONE = "(OLD.{id} != '' AND NOT EXISTS (SELECT 1 FROM people WHERE id = OLD.{id}))"
_CONTACT_ERASED = "EXISTS (SELECT 1 FROM erasures WHERE contact_id = OLD.contact_id)"
_VISITOR_ERASED = "EXISTS (SELECT 1 FROM visits WHERE id = OLD.visit_id AND name = '')"


def upgrade() -> None:
    op.execute(f"DROP TRIGGER {_TABLE}_no_update")
    for name in ("visit_id", "sort"):
        op.add_column(_TABLE, sa.Column(name, sa.Text, nullable=False, server_default=""))
    said = sa.text("visit_id != ''")
    op.create_index("ix_hand_over_items_visit_id", _TABLE, ["visit_id"], sqlite_where=said)
    op.execute(
        f"CREATE TRIGGER {_TABLE}_no_update BEFORE UPDATE ON {_TABLE} {_unless_erased()}"
        f"BEGIN SELECT RAISE(ABORT, '{_TABLE} is append-only'); END"
    )


def _unless_erased() -> str:
    """Allow what erasing a person needs: what was said of them becomes empty, and nothing else changes."""
    wiped = " AND ".join(f"(NEW.{name} = '' OR NEW.{name} IS OLD.{name})" for name in _SAID)
    same = " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in _KEPT)
    gone = " OR ".join(
        (_GONE.format(id="person_id"), _GONE.format(id="addressee_id"), _CONTACT_ERASED, _VISITOR_ERASED)
    )
    return f"WHEN NOT coalesce({wiped} AND {same} AND ({gone}), 0) "
