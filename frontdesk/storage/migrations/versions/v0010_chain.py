"""Corrections of contacts, the chain that proves the record, and erasing people from it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_COLUMNS = (
    "id", "at", "started_at", "channel", "outcome", "staff", "number", "digits", "person_id", "person_code",
    "person_name", "topic", "note", "unanswered", "flagged", "feedback", "answered_at",
)  # fmt: skip
_PERSONAL = ("number", "digits", "person_id", "person_code", "person_name", "topic", "note")
_ARTICLE_COLUMNS = ("contact_id", "place", "code", "words", "missed")

_STANDING_LAST = """
UPDATE people SET last_contact_at = (
    SELECT max(at) FROM (
        SELECT at FROM contacts
        WHERE person_id = people.id AND id NOT IN (SELECT contact_id FROM withdrawals)
            AND id NOT IN (SELECT id FROM corrected_contacts)
        UNION ALL
        SELECT at FROM corrected_contacts
        WHERE person_id = people.id AND id NOT IN (SELECT contact_id FROM withdrawals)
        UNION ALL
        SELECT contacts.at FROM attributions JOIN contacts ON contacts.id = attributions.contact_id
        WHERE attributions.person_id = people.id AND contacts.id NOT IN (SELECT contact_id FROM withdrawals)
        UNION ALL
        SELECT other.last_contact_at FROM merged_people JOIN people AS other ON other.id = merged_people.person_id
        WHERE merged_people.into_id = people.id))
"""


def upgrade() -> None:
    _corrections()
    _views()
    _follow_corrections()
    _chain()
    _erasures()


def _text(name: str, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, primary_key=key, server_default=None if key else "")


def _time(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _contact(name: str = "contact_id") -> sa.Column[str]:
    return sa.Column(name, sa.String(36), sa.ForeignKey("contacts.id"), primary_key=True, nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False, nullable=False)


def _corrections() -> None:
    op.create_table(
        "contact_corrections", _contact(), _whole("seq"), _time("at"), _text("by"),
        sa.Column("fields", sa.Text, nullable=False, server_default="{}"),
    )  # fmt: skip
    op.create_table(
        "corrected_contacts",
        _contact("id"),
        *(_time(name) for name in ("at", "started_at", "channel", "outcome")),
        *(_text(name) for name in ("staff", *_PERSONAL)),
        sa.Column("unanswered", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("flagged", sa.Text, nullable=False, server_default="[]"),
        *(sa.Column(name, sa.String) for name in ("feedback", "answered_at")),
    )
    op.create_index("ix_corrected_contacts_at", "corrected_contacts", ["at", "id"])
    for name in ("person", "digits", "staff"):
        column = "person_id" if name == "person" else name
        op.create_index(f"ix_corrected_contacts_{name}", "corrected_contacts", [column, "at"])
    op.create_table(
        "corrected_articles", _contact(), _whole("place"), _text("code"), _text("words"),
        sa.Column("missed", sa.Text, nullable=False, server_default="[]"),
    )  # fmt: skip
    op.create_index("ix_corrected_articles_code", "corrected_articles", ["code", "contact_id"])


def _views() -> None:
    """Show contacts, and the answers used in them, as they stand after all corrections."""
    for view, key, columns, first, then in (
        ("contacts_now", "id", _COLUMNS, "contacts", "corrected_contacts"),
        ("contact_articles_now", "contact_id", _ARTICLE_COLUMNS, "contact_articles", "corrected_articles"),
    ):
        listed = ", ".join(columns)
        op.execute(
            f"CREATE VIEW {view} AS SELECT {listed} FROM {first} "  # noqa: S608 our own names
            f"WHERE {key} NOT IN (SELECT id FROM corrected_contacts) "
            f"UNION ALL SELECT {listed} FROM {then}"
        )


def _follow_corrections() -> None:
    """Let the time of somebody's last contact follow corrections too."""
    contacts = "SELECT person_id FROM {0} WHERE {1} = NEW.contact_id"
    named = ("contacts", "id"), ("corrected_contacts", "id"), ("attributions", "contact_id")
    _replace_after("INSERT ON withdrawals", "withdrawals_last", " UNION ".join(contacts.format(*one) for one in named))
    for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        name = f"last_{act.lower()}"
        _replace_after(f"{act} ON attributions", f"attributions_{name}", f"SELECT {row}.person_id")
        _replace_after(f"{act} ON merged_people", f"merged_people_{name}", f"SELECT {row}.into_id")
    for act, row in (("INSERT", "NEW"), ("DELETE", "OLD")):
        whose = f"SELECT {row}.person_id UNION SELECT person_id FROM contacts WHERE id = {row}.id"  # noqa: S608
        into = f"SELECT into_id FROM merged_people WHERE person_id IN ({whose})"  # noqa: S608
        _replace_after(f"{act} ON corrected_contacts", f"corrected_contacts_last_{act.lower()}", whose, into)


def _replace_after(event: str, name: str, *owners: str) -> None:
    op.execute(f"DROP TRIGGER IF EXISTS {name}")
    steps = " ".join(f"{_STANDING_LAST} WHERE id IN ({whose});" for whose in owners)
    op.execute(f"CREATE TRIGGER {name} AFTER {event} BEGIN {steps} END")


def _chain() -> None:
    op.create_table(
        "chain",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        *(_text(name) for name in ("kind", "subject")),
        _time("at"),
        sa.Column("salt", sa.LargeBinary),
        *(sa.Column(name, sa.LargeBinary, nullable=False) for name in ("commitment", "link")),
    )
    op.create_index("ix_chain_subject", "chain", ["subject", "kind"])
    op.create_table("chain_keys", _whole("first_seq"), _text("fingerprint"))
    op.create_table("chain_gaps", _whole("seq"), _time("at"), sa.Column("known_count", sa.Integer), _text("known_link"))


def _erasures() -> None:
    op.create_table("erasures", _contact(), _time("at"), _text("by"), _text("reason"))
    for table in ("contact_corrections", "chain_keys", "chain_gaps", "erasures"):
        for act in ("UPDATE", "DELETE"):
            if (table, act) != ("contact_corrections", "UPDATE"):
                _guard(table, act)
    erased = "EXISTS (SELECT 1 FROM erasures WHERE contact_id = OLD.{0})"
    whole = tuple(name for name in _COLUMNS if name not in _PERSONAL)
    _guard("contacts", "UPDATE", f"{erased.format('id')} AND {_same(whole)} AND {_blank(_PERSONAL)}")
    _guard(
        "contact_articles",
        "UPDATE",
        f"{erased.format('contact_id')} AND {_same(_ARTICLE_COLUMNS[:3])} AND NEW.words = '' AND NEW.missed = '[]'",
    )
    _guard("contact_queries", "DELETE", erased.format("contact_id"))
    _guard(
        "contact_corrections",
        "UPDATE",
        f"{erased.format('contact_id')} AND {_same(('contact_id', 'seq', 'at', 'by'))}",
    )
    _guard("chain", "DELETE")
    fixed = _same(("seq", "kind", "subject", "at", "commitment", "link"))
    subject = "substr(OLD.subject, 1, instr(OLD.subject || ':', ':') - 1)"
    gone = f"EXISTS (SELECT 1 FROM erasures WHERE contact_id = {subject})"  # noqa: S608 our own names
    _guard("chain", "UPDATE", f"NEW.salt IS NULL AND {fixed} AND {gone}")


def _guard(table: str, act: str, but: str = "") -> None:
    """Refuse a change of rows, but for what erasing a person takes."""
    name = f"{table}_no_{act.lower()}"
    op.execute(f"DROP TRIGGER IF EXISTS {name}")
    when = f"WHEN NOT coalesce({but}, 0) " if but else ""
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {act} ON {table} {when}BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _same(names: tuple[str, ...]) -> str:
    return " AND ".join(f"NEW.{name} IS OLD.{name}" for name in names)


def _blank(names: tuple[str, ...]) -> str:
    return " AND ".join(f"NEW.{name} = ''" for name in names)
