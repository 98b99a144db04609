"""Who was in contact last stands beside the names, and nothing stands twice: for a million people."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_CONTACTED = sa.text("last_contact_at IS NOT NULL")

_LAST = """
UPDATE people SET last_contact_at = (
    SELECT max(at) FROM (
        SELECT at FROM contacts
        WHERE person_id = people.id AND id NOT IN (SELECT contact_id FROM withdrawals)
        UNION ALL
        SELECT contacts.at FROM attributions JOIN contacts ON contacts.id = attributions.contact_id
        WHERE attributions.person_id = people.id AND contacts.id NOT IN (SELECT contact_id FROM withdrawals)
        UNION ALL
        SELECT other.last_contact_at FROM merged_people JOIN people AS other ON other.id = merged_people.person_id
        WHERE merged_people.into_id = people.id))
"""
"""Work out when people were in contact last, from scratch."""

_LATER = (
    "UPDATE people SET last_contact_at = NEW.at WHERE id = NEW.person_id AND coalesce(last_contact_at, '') < NEW.at"
)


_OWNERS = (
    "SELECT person_id FROM contacts",
    "SELECT person_id FROM attributions",
    "SELECT into_id FROM merged_people",
)


def upgrade() -> None:
    op.add_column("people", sa.Column("last_contact_at", sa.String))
    for owners in _OWNERS:  # the merged last: theirs are sums of the others
        op.execute(f"{_LAST} WHERE id IN ({owners})")
    _follow_contacts()
    op.create_index("ix_people_given_contacted", "people", ["given_key", "last_contact_at"], sqlite_where=_CONTACTED)
    op.create_index("ix_people_family_contacted", "people", ["family_key", "last_contact_at"], sqlite_where=_CONTACTED)
    columns = ["last_contact_at", "given_key", "family_key", "id"]
    op.create_index("ix_people_contacted", "people", columns, sqlite_where=_CONTACTED)
    op.create_index("ix_people_archived", "people", ["archived"], sqlite_where=sa.text("archived = 1"))
    _drop_joined_names()
    _numbers_without_rowid()
    _keys_without_rowid()


def _follow_contacts() -> None:
    """A contact counts at once, also one that proves to be of somebody, is taken back, or is of one merged."""
    contacts = "SELECT person_id FROM {0} WHERE {1} = NEW.contact_id"
    whose = " UNION ".join((contacts.format("contacts", "id"), contacts.format("attributions", "contact_id")))
    _after("INSERT ON contacts WHEN NEW.person_id != ''", "contacts_last", _LATER)
    _after("INSERT ON withdrawals", "withdrawals_last", f"{_LAST} WHERE id IN ({whose})")
    for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        name = f"last_{act.lower()}"
        _after(f"{act} ON attributions", f"attributions_{name}", f"{_LAST} WHERE id = {row}.person_id")
        _after(f"{act} ON merged_people", f"merged_people_{name}", f"{_LAST} WHERE id = {row}.into_id")


def _after(event: str, name: str, statement: str) -> None:
    op.execute(f"CREATE TRIGGER {name} AFTER {event} BEGIN {statement}; END")


def _drop_joined_names() -> None:
    for name in ("joined", "turned"):
        op.drop_index(f"ix_people_{name}", "people")
        op.drop_column("people", f"{name}_key")


def _text(name: str, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, primary_key=key, server_default=None if key else "")


def _person() -> sa.Column[str]:
    return sa.Column("person_id", sa.String(36), sa.ForeignKey("people.id"), nullable=False, primary_key=True)


def _numbers_without_rowid() -> None:
    place = sa.Column("place", sa.Integer, primary_key=True, autoincrement=False, nullable=False)
    kind, use = (
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("use", sa.String, nullable=False, server_default=""),
    )
    texts = (_text(name) for name in ("e164", "digits", "reversed", "extension"))
    _make_anew("person_numbers", _person(), place, _text("raw"), kind, *texts, use)
    for name in ("digits", "reversed"):
        op.create_index(f"ix_person_numbers_{name}", "person_numbers", [name, "person_id"])
    where = sa.text("extension != ''")
    op.create_index("ix_person_numbers_extension", "person_numbers", ["extension", "person_id"], sqlite_where=where)


def _keys_without_rowid() -> None:
    _make_anew("person_keys", _person(), _text("kind", key=True), _text("key", key=True))
    op.create_index("ix_person_keys_kind", "person_keys", ["kind", "key", "person_id"])


def _make_anew(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    """Keep the rows of a table in its primary key, not once more beside it."""
    op.create_table("rows_anew", *columns, sqlite_with_rowid=False)
    listed = ", ".join(f'"{column.name}"' for column in columns)
    op.execute(f"INSERT INTO rows_anew ({listed}) SELECT {listed} FROM {name}")  # noqa: S608 our own names
    op.drop_table(name)
    op.rename_table("rows_anew", name)
