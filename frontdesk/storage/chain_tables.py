"""The tables of corrections, of the chain over the record, and of erasing people from it."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

from frontdesk.domain.contacts import Channel, Feedback, Outcome

from .columns import Choice, TextList, UtcTime, Words
from .table_parts import metadata
from .tables import contact_articles, contacts


def _contact(name: str = "contact_id") -> Column[str]:
    return Column(name, String(36), ForeignKey("contacts.id"), primary_key=True, nullable=False)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False, nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Words(), nullable=False, server_default="")


def _list(name: str) -> Column[tuple[str, ...]]:
    return Column(name, TextList(), nullable=False, server_default="[]")


contact_corrections = Table(
    "contact_corrections",
    metadata,
    _contact(),
    _whole("seq"),
    Column("at", UtcTime(), nullable=False),
    _text("by"),
    Column("fields", Text, nullable=False, server_default="{}"),
)
"""What was corrected, when, by whom; ``fields`` holds the new values as JSON. Rows are only ever added."""

corrected_contacts = Table(
    "corrected_contacts",
    metadata,
    _contact("id"),
    *(Column(name, UtcTime(), nullable=False) for name in ("at", "started_at")),
    Column("channel", Choice(Channel), nullable=False),
    Column("outcome", Choice(Outcome), nullable=False),
    *(_text(name) for name in ("staff", "number", "digits", "person_id", "person_code", "person_name")),
    *(_text(name) for name in ("topic", "note")),
    Column("unanswered", Boolean, nullable=False, server_default="0"),
    _list("flagged"),
    Column("feedback", Choice(Feedback)),
    Column("answered_at", UtcTime()),
    Index("ix_corrected_contacts_at", "at", "id"),
    Index("ix_corrected_contacts_person", "person_id", "at"),
    Index("ix_corrected_contacts_digits", "digits", "at"),
    Index("ix_corrected_contacts_staff", "staff", "at"),
)
"""Contacts that were corrected, as they stand now: made of the contact and its corrections, and again with each."""

corrected_articles = Table(
    "corrected_articles",
    metadata,
    _contact(),
    _whole("place"),
    _text("code"),
    _text("words"),
    _list("missed"),
    Index("ix_corrected_articles_code", "code", "contact_id"),
)

_VIEWS = MetaData()


def _view_of(table: Table, name: str) -> Table:
    return Table(name, _VIEWS, *(Column(c.name, c.type, nullable=c.nullable) for c in table.columns))


contacts_now = _view_of(contacts, "contacts_now")
"""All contacts as they stand after corrections: for looking by what may be corrected. A view.

Times, ids and staff are never corrected: by these alone, ``contacts`` is faster."""

contact_articles_now = _view_of(contact_articles, "contact_articles_now")
"""The answers used in contacts, after corrections. A view."""

chain = Table(
    "chain",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    *(_text(name) for name in ("kind", "subject")),
    Column("at", String, nullable=False),
    Column("salt", LargeBinary),
    Column("commitment", LargeBinary, nullable=False),
    Column("link", LargeBinary, nullable=False),
    Index("ix_chain_subject", "subject", "kind"),
)
"""One entry for each contact, correction, withdrawal and erasure, in the order they were written down."""

chain_keys = Table("chain_keys", metadata, _whole("first_seq"), _text("fingerprint"))
"""From which entry on which key was used."""

chain_gaps = Table(
    "chain_gaps",
    metadata,
    _whole("seq"),
    Column("at", String, nullable=False),
    Column("known_count", Integer),
    _text("known_link"),
)
"""What the head file knew when it proved not to belong to what is here; no count where it was unreadable."""

erasures = Table(
    "erasures", metadata, _contact(), Column("at", UtcTime(), nullable=False), _text("by"), _text("reason")
)
"""Contacts from which a person was erased."""

APPEND_ONLY = ("contact_corrections", "chain", "chain_keys", "chain_gaps", "erasures")
