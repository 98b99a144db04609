"""What a card tells, who was merged, whose old contacts were, and what was looked at in full."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def _text(name: str, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, primary_key=key, server_default=None if key else "")


def _id(name: str = "id", owner: str = "") -> sa.Column[str]:
    of = (sa.ForeignKey(owner),) if owner else ()
    return sa.Column(name, sa.String(36), *of, nullable=False)


def _key(name: str = "id", owner: str = "") -> sa.Column[str]:
    of = (sa.ForeignKey(owner),) if owner else ()
    return sa.Column(name, sa.String(36), *of, primary_key=True, nullable=False)


def _time(name: str, needed: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=not needed)


def _list(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="[]")


def upgrade() -> None:
    _cards()
    _card_words()
    _merges()
    _attributions()
    _audit()
    op.create_table("site_rules", _text("name", key=True), _text("value"))


def _cards() -> None:
    columns: list[sa.Column[Any]] = [
        *(_list(name) for name in ("handles", "facts", "leave")),
        *(sa.Column(name, sa.String) for name in ("channel", "not_before", "last_purchase", "status_until")),
        *(_text(name) for name in ("referred_by", "room", "lunch", "deputy", "status")),
        sa.Column("purchases", sa.Integer, nullable=False, server_default="0"),
    ]
    for column in columns:
        op.add_column("people", column)
    op.create_index("ix_people_referred_by", "people", ["referred_by"], sqlite_where=sa.text("referred_by != ''"))
    op.add_column("person_numbers", sa.Column("use", sa.String, nullable=False, server_default=""))


def _card_words() -> None:
    op.create_table(
        "person_texts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.String(36), sa.ForeignKey("people.id"), nullable=False, unique=True),
    )
    op.execute("CREATE VIRTUAL TABLE person_words USING fts5 (words, tokenize = 'trigram')")
    op.execute("INSERT INTO person_words (person_words, rank) VALUES ('secure-delete', 1)")


def _merges() -> None:
    op.create_table(
        "merges",
        _key(),
        _time("at"),
        _text("by"),
        _id("into_id"),
        _list("merged_ids"),
        sa.Column("before", sa.Text, nullable=False),
        _time("undone_at", needed=False),
        _text("undone_by"),
    )
    op.create_index("ix_merges_into", "merges", ["into_id", "at"])
    op.create_table("merged_people", _key("person_id", "people.id"), _id("into_id"))
    op.create_index("ix_merged_people_into", "merged_people", ["into_id"])


def _attributions() -> None:
    columns = (_key("contact_id", "contacts.id"), _id("person_id", "people.id"), _time("at"), _text("by"))
    op.create_table("attributions", *columns)
    op.create_index("ix_attributions_person", "attributions", ["person_id"])


def _audit() -> None:
    op.create_table(
        "audit_events", _key(), _time("at"), *(_text(name) for name in ("staff", "kind", "subject", "detail"))
    )
    op.create_index("ix_audit_events_at", "audit_events", ["at"])
    op.create_index("ix_audit_events_subject", "audit_events", ["subject", "at"])
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_events_no_{act.lower()} BEFORE {act} ON audit_events "
            "BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END"
        )
