"""The watch list: entries with all their versions, ends, and what guards decided."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

_KEPT = ("watched_id", "seq", "kind", "advice", "until", "by", "at")
_DECIDED = ("id", "watched_id", "at", "by", "decision", "likeness", "visit_id")
_OVER = (
    "(OLD.until IS NOT NULL OR EXISTS (SELECT 1 FROM watched_ended AS e WHERE e.watched_id = OLD.watched_id)"
    " OR EXISTS (SELECT 1 FROM watched AS w WHERE w.watched_id = OLD.watched_id AND w.until IS NOT NULL))"
)
_WIPED = "NEW.names = '[]' AND NEW.plate = '' AND NEW.reason = '' AND NEW.wiped = 1"
_ENTRY_WIPED = "EXISTS (SELECT 1 FROM watched AS w WHERE w.watched_id = OLD.watched_id AND w.wiped = 1)"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _word(name: str, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=not needed)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(36), primary_key=True, nullable=False)


def upgrade() -> None:
    _entries()
    _decisions()
    _guard("watched", "UPDATE", f"WHEN NOT coalesce({_WIPED} AND {_same(_KEPT)} AND {_OVER}, 0) ")
    emptied = f"NEW.note = '' AND NEW.about = '' AND {_same(_DECIDED)} AND {_ENTRY_WIPED}"
    _guard("watch_decisions", "UPDATE", f"WHEN NOT coalesce({emptied}, 0) ")
    _guard("watched_ended", "UPDATE")
    for table in ("watched", "watched_ended", "watch_decisions"):
        _guard(table, "DELETE")


def _entries() -> None:
    op.create_table(
        "watched",
        _key("watched_id"),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False, nullable=False),
        _word("kind", needed=True),
        sa.Column("names", sa.Text, nullable=False, server_default="[]"),
        *(_text(name) for name in ("plate", "reason")),
        _word("advice", needed=True),
        _word("until"),
        _text("by"),
        _word("at", needed=True),
        sa.Column("wiped", sa.Boolean, nullable=False, server_default="0"),
    )
    op.create_table("watched_ended", _key("watched_id"), _text("by"), _word("at", needed=True))


def _decisions() -> None:
    op.create_table(
        "watch_decisions",
        _key("id"),
        sa.Column("watched_id", sa.String(36), nullable=False),
        _word("at", needed=True),
        _text("by"),
        _word("decision", needed=True),
        sa.Column("likeness", sa.Integer, nullable=False),
        *(_text(name) for name in ("visit_id", "note", "about")),
    )
    op.create_index("ix_watch_decisions_at", "watch_decisions", ["at"])
    op.create_index("ix_watch_decisions_watched", "watch_decisions", ["watched_id", "at"])


def _same(names: tuple[str, ...]) -> str:
    return " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in names)


def _guard(table: str, act: str, unless: str = "") -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} {unless}"
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
