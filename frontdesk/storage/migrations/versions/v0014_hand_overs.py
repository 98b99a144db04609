"""What one shift handed over to the next, who signed, and notices that go from shift to shift."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_SAID = ("what", "who", "number", "person_id", "addressee", "addressee_id")
_KEPT = ("hand_over_id", "seq", "kind", "key", "channel", "by", "owner", "since", "due", "until", "contact_id")
_GONE = "(OLD.{id} != '' AND NOT EXISTS (SELECT 1 FROM people WHERE id = OLD.{id}))"
_CONTACT_ERASED = "EXISTS (SELECT 1 FROM erasures WHERE contact_id = OLD.contact_id)"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _word(name: str, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=not needed)


def _key(name: str, owner: str = "") -> sa.Column[str]:
    refers = (sa.ForeignKey(owner),) if owner else ()
    return sa.Column(name, sa.String(36), *refers, primary_key=True, nullable=False)


def upgrade() -> None:
    _hand_overs()
    _notices()
    for table in ("hand_overs", "hand_overs_taken", "notices", "notices_ended"):
        _guard(table, "UPDATE")
    _guard("hand_over_items", "UPDATE", _unless_erased())
    for table in ("hand_overs", "hand_overs_taken", "hand_over_items", "notices", "notices_ended"):
        _guard(table, "DELETE")


def _hand_overs() -> None:
    signed = ("staff", "at", "proof")
    op.create_table(
        "hand_overs", _key("id"), *(_word(name, needed=True) for name in (*signed, "until")), _text("chain_head")
    )
    op.create_index("ix_hand_overs_at", "hand_overs", ["at"])
    op.create_table(
        "hand_overs_taken", _key("hand_over_id", "hand_overs.id"), *(_word(name, needed=True) for name in signed)
    )
    op.create_table(
        "hand_over_items",
        _key("hand_over_id", "hand_overs.id"),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False, nullable=False),
        _word("kind", needed=True),
        *(_text(name) for name in ("key", "what", "who", "number", "addressee")),
        _word("channel"),
        *(_text(name) for name in ("by", "owner")),
        *(_word(name) for name in ("since", "due", "until")),
        *(_text(name) for name in ("contact_id", "person_id", "addressee_id")),
    )
    for column in ("contact_id", "person_id", "addressee_id"):
        said = sa.text(f"{column} != ''")
        op.create_index(f"ix_hand_over_items_{column}", "hand_over_items", [column], sqlite_where=said)


def _notices() -> None:
    op.create_table(
        "notices", _key("id"), _text("text"), _word("made_at", needed=True), _text("made_by"), _word("until")
    )
    op.create_table("notices_ended", _key("notice_id", "notices.id"), _text("by"), _word("at", needed=True))


def _unless_erased() -> str:
    """Allow what erasing a person needs: what was said of them becomes empty, and nothing else changes."""
    wiped = " AND ".join(f"(NEW.{name} = '' OR NEW.{name} IS OLD.{name})" for name in _SAID)
    same = " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in _KEPT)
    gone = " OR ".join((_GONE.format(id="person_id"), _GONE.format(id="addressee_id"), _CONTACT_ERASED))
    return f"WHEN NOT coalesce({wiped} AND {same} AND ({gone}), 0) "


def _guard(table: str, act: str, unless: str = "") -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} {unless}"
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
