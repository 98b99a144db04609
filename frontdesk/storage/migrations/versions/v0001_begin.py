"""The first tables: answers, people, contacts, drafts, staff, imports, the site."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.String(36)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False, server_default="") for name in names]


def _lists(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False, server_default="[]") for name in names]


def _flags(*names: str) -> list[sa.Column[bool]]:
    return [sa.Column(name, sa.Boolean, nullable=False, server_default="0") for name in names]


def _counts(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False, server_default="0") for name in names]


def _needed(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _optional(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String) for name in names]


def _code() -> sa.Column[str]:
    return sa.Column("code", sa.Text, nullable=False, unique=True)


def _owned_by(table: str, column: str) -> list[sa.Column[Any]]:
    owner = sa.Column(column, ID, sa.ForeignKey(f"{table}.id"), primary_key=True, nullable=False)
    return [owner, sa.Column("place", sa.Integer, primary_key=True, autoincrement=False)]


def _index(table: str, name: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{name}", table, list(columns))


def _guard(table: str) -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def upgrade() -> None:
    op.create_table("meta", sa.Column("name", sa.Text, primary_key=True, nullable=False), *_texts("value"))
    _articles()
    _people()
    _versions("article_versions")
    _versions("person_versions")
    _contacts()
    _drafts()
    _staff()
    _imports_and_site()


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", ID, primary_key=True),
        _code(),
        *_texts("title", "title_en", "say", "say_en", "body", "body_en", "category"),
        *_lists("keywords"),
        *_texts("department", "owner", "deputy"),
        *_optional("verified_on"),
        *_texts("verified_by"),
        *_optional("review_by"),
        *_flags("pinned", "archived"),
        *_optional("updated_at"),
    )
    op.create_table(
        "changes",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("article_id", ID, nullable=False, unique=True),
        sqlite_autoincrement=True,
    )


def _people() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        *_texts("name_key"),
    )
    op.create_table(
        "people",
        sa.Column("id", ID, primary_key=True),
        _code(),
        *_texts("title", "given_name", "family_name", "nickname", "romanised"),
        *_needed("kind"),
        sa.Column("organisation_id", sa.Integer, sa.ForeignKey("organisations.id")),
        *_texts("department", "hours", "email", "line"),
        *_optional("birthday"),
        *_texts("note", "plate"),
        *_flags("archived"),
        *_optional("updated_at"),
        *_texts("given_key", "family_key", "joined_key", "turned_key"),
    )
    _index("people", "given_family", "given_key", "family_key")
    _index("people", "family_given", "family_key", "given_key")
    _index("people", "joined", "joined_key")
    _index("people", "turned", "turned_key")
    _index("people", "organisation", "organisation_id")
    _person_parts()


def _person_parts() -> None:
    op.create_table(
        "person_numbers",
        *_owned_by("people", "person_id"),
        *_texts("raw"),
        *_needed("kind"),
        *_texts("e164", "digits", "reversed", "extension"),
    )
    for name in ("digits", "reversed", "extension"):
        _index("person_numbers", name, name, "person_id")
    op.create_table("person_aliases", *_owned_by("people", "person_id"), *_texts("alias"))
    op.create_table(
        "person_keys",
        _owned_by("people", "person_id")[0],
        sa.Column("kind", sa.Text, primary_key=True, nullable=False),
        sa.Column("key", sa.Text, primary_key=True, nullable=False),
    )
    _index("person_keys", "kind", "kind", "key", "person_id")


def _versions(name: str) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("item_id", ID, nullable=False),
        *_needed("at"),
        *_texts("by", "batch"),
        sa.Column("state", sa.Text),
        sqlite_autoincrement=True,
    )
    _index(name, "item", "item_id", "id")
    _index(name, "batch", "batch", "item_id")


def _contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", ID, primary_key=True),
        *_needed("at", "started_at", "channel", "outcome"),
        *_texts("staff", "number", "digits", "person_id", "person_code", "person_name", "topic", "note"),
        *_flags("unanswered"),
        *_lists("flagged"),
        *_optional("feedback", "answered_at"),
        *_texts("search_key"),
    )
    _index("contacts", "at", "at", "id")
    for name in ("person", "digits", "staff"):
        _index("contacts", name, "person_id" if name == "person" else name, "at")
    op.create_table("contact_articles", *_owned_by("contacts", "contact_id"), *_texts("code"))
    _index("contact_articles", "code", "code", "contact_id")
    op.create_table("contact_queries", *_owned_by("contacts", "contact_id"), *_texts("query"))
    for table in ("contacts", "contact_articles", "contact_queries"):
        _guard(table)


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", ID, primary_key=True),
        sa.Column("staff", sa.Text, nullable=False),
        *_needed("started_at"),
        sa.Column("state", sa.Text, nullable=False),
    )
    _index("drafts", "staff", "staff", "started_at")


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", ID, primary_key=True),
        _code(),
        *_texts("name", "nickname", "name_en"),
        *_needed("role", "language", "particle"),
        *_flags("archived"),
    )
    op.create_table(
        "staff_pins",
        sa.Column("staff_id", ID, sa.ForeignKey("staff.id"), primary_key=True, nullable=False),
        sa.Column("pin_hash", sa.Text, nullable=False),
        *_counts("failures"),
        *_optional("locked_until"),
    )


def _imports_and_site() -> None:
    op.create_table(
        "imports",
        sa.Column("id", ID, primary_key=True),
        *_needed("kind", "at"),
        *_texts("by", "file_name"),
        *_counts("created", "updated"),
        *_optional("undone_at"),
        *_texts("undone_by"),
    )
    _index("imports", "at", "at")
    op.create_table(
        "site",
        sa.Column("id", sa.Integer, primary_key=True),
        *_texts("name", "name_en", "greeting", "greeting_en"),
    )
