"""The gate: visits with what happened to them, cards held against badges, and the pass-down log."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_TEXTS = (
    "person_id", "organisation", "number", "digits", "plate", "purpose", "host_id", "host", "place", "belongings",
    "note", "badge", "gate", "reason", "series_id", "group_id", "batch", "made_by", "name_key", "sound_key",
    "plate_key",
)  # fmt: skip
_MOMENTS = ("due", "until", "arrived_at", "reception_at", "host_told_at", "left_at", "made_at")
_KNOWN_BY = ("person_id", "digits", "plate_key", "name_key", "sound_key")
_ENTRY = ("id", "at", "kind", "written_at", "by", "place", "visit_id", "corrects", "follow_up")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _word(name: str, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=not needed)


def _id(name: str = "id", owner: str = "", key: bool = True) -> sa.Column[str]:
    refers = (sa.ForeignKey(owner),) if owner else ()
    return sa.Column(name, sa.String(36), *refers, primary_key=key, nullable=False)


def upgrade() -> None:
    _visits()
    _steps()
    _cards()
    _log()


def _visits() -> None:
    op.create_table(
        "visits",
        _id(),
        _word("day", needed=True),
        *(_text(name) for name in ("name", "token", "code")),
        sa.Column("kind", sa.String, nullable=False, server_default="visitor"),
        _word("state", needed=True),
        *(_text(name) for name in _TEXTS),
        sa.Column("party", sa.Integer, nullable=False, server_default="1"),
        *(_word(name) for name in _MOMENTS),
    )
    _index("token", ["token"], "token != ''", unique=True)
    _index("expected", ["day", "due"], "state = 'expected'")
    _index("inside", ["arrived_at"], "state IN ('gate', 'reception')")
    _index("arrived", ["arrived_at", "state"], "arrived_at IS NOT NULL")
    op.create_index("ix_visits_day", "visits", ["day"])
    _index("group_id", ["group_id"], "group_id != ''")
    _index("series_id", ["series_id", "day"], "series_id != ''")
    _index("batch", ["batch"], "batch != ''")
    for name in _KNOWN_BY:
        _index(name, [name, "day"], f"{name} != ''")


def _index(name: str, columns: list[str], where: str, unique: bool = False) -> None:
    op.create_index(f"ix_visits_{name}", "visits", columns, unique=unique, sqlite_where=sa.text(where))


def _steps() -> None:
    op.create_table(
        "visit_steps",
        sa.Column("id", sa.Integer, primary_key=True),
        _id("visit_id", "visits.id", key=False),
        _word("at", needed=True),
        _text("by"),
        _word("kind", needed=True),
        *(_text(name) for name in ("place", "detail")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_visit_steps_visit", "visit_steps", ["visit_id", "id"])
    for act in ("UPDATE", "DELETE"):
        _guard("visit_steps", act)


def _cards() -> None:
    op.create_table(
        "held_cards",
        _id(),
        _id("visit_id", "visits.id", key=False),
        sa.Column("slot", sa.Text, nullable=False),
        _word("kind", needed=True),
        _text("last"),
        _word("taken_at", needed=True),
        _text("taken_by"),
        _word("returned_at"),
        _text("returned_by"),
    )
    held = sa.text("returned_at IS NULL")
    op.create_index("ix_held_cards_slot", "held_cards", ["slot"], unique=True, sqlite_where=held)
    op.create_index("ix_held_cards_visit", "held_cards", ["visit_id"])
    op.create_index("ix_held_cards_taken", "held_cards", ["taken_at"])


def _log() -> None:
    op.create_table(
        "shift_entries",
        _id(),
        *(_word(name, needed=True) for name in ("at", "kind")),
        _text("text"),
        _word("written_at", needed=True),
        *(_text(name) for name in ("by", "place", "visit_id", "corrects")),
        sa.Column("follow_up", sa.Boolean, nullable=False, server_default="0"),
    )
    op.create_index("ix_shift_entries_at", "shift_entries", ["at"])
    op.create_index("ix_shift_entries_follow_up", "shift_entries", ["at"], sqlite_where=sa.text("follow_up = 1"))
    put_right = sa.text("corrects != ''")
    op.create_index("ix_shift_entries_corrects", "shift_entries", ["corrects"], sqlite_where=put_right)
    op.create_table(
        "shift_entries_closed",
        _id("entry_id", "shift_entries.id"),
        _word("at", needed=True),
        *(_text(name) for name in ("by", "closing")),
    )
    _guard("shift_entries", "UPDATE", f"WHEN NOT ({_only_wiped()}) ")
    _guard("shift_entries", "DELETE")
    for act in ("UPDATE", "DELETE"):
        _guard("shift_entries_closed", act)


def _only_wiped() -> str:
    """Allow what forgetting somebody needs: the words become empty, and nothing else changes."""
    return "NEW.text = '' AND " + " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in _ENTRY)


def _guard(table: str, act: str, unless: str = "") -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} {unless}"
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
