"""The tables, in the shape that the newest migration leaves them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, text

from frontdesk.domain.contacts import Channel, Feedback, Outcome
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Handle, Leave, NumberKind, NumberUse, PersonKind, QuickFact
from frontdesk.domain.staff import Particle, Role
from frontdesk.domain.transfers import TransferReason

from .columns import Choice, Day, DayOfYear, Parts, TextList, TimeOfDay, UtcTime, Words

metadata = MetaData()


def _id() -> Column[str]:
    return Column("id", String(36), primary_key=True)


def _text(name: str, key: bool = False) -> Column[str]:
    return Column(name, Words(), nullable=False, server_default=None if key else "", primary_key=key)


def _time(name: str, needed: bool = True) -> Column[datetime]:
    return Column(name, UtcTime(), nullable=not needed)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default="0")


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default="0")


def _list(name: str) -> Column[tuple[str, ...]]:
    return Column(name, TextList(), nullable=False, server_default="[]")


def _choice(name: str, choices: type[StrEnum], needed: bool = True) -> Column[StrEnum]:
    return Column(name, Choice(choices), nullable=not needed)


def _parts(name: str, kind: type) -> Column[tuple[object, ...]]:
    return Column(name, Parts(kind), nullable=False, server_default="[]")


def _of(owner: str, key: bool = False) -> Column[str]:
    """Refer to a row of another table."""
    table, _ = owner.split(".")
    singular = {"people": "person", "contacts": "contact", "staff": "staff"}[table]
    return Column(f"{singular}_id", String(36), ForeignKey(owner), nullable=False, primary_key=key)


def _place() -> Column[int]:
    return Column("place", Integer, primary_key=True, autoincrement=False)


def _versions(name: str) -> Table:
    """Earlier states: what was replaced, when, by whom; no state where the row was new."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("item_id", String(36), nullable=False),
        _time("at"),
        _text("by"),
        _text("batch"),
        Column("state", Text),
        Index(f"ix_{name}_item", "item_id", "id"),
        Index(f"ix_{name}_batch", "batch", "item_id"),
        sqlite_autoincrement=True,
    )


meta = Table("meta", metadata, _text("name", key=True), _text("value"))

articles = Table(
    "articles",
    metadata,
    _id(),
    Column("code", Words(), nullable=False, unique=True),
    *(_text(name) for name in ("title", "title_en", "say", "say_en", "body", "body_en", "category")),
    _list("keywords"),
    *(_text(name) for name in ("department", "owner", "deputy")),
    Column("verified_on", Day),
    _text("verified_by"),
    Column("review_by", Day),
    _flag("pinned"),
    _flag("archived"),
    _time("updated_at", needed=False),
)
article_versions = _versions("article_versions")

changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("article_id", String(36), nullable=False, unique=True),
    sqlite_autoincrement=True,
)

organisations = Table(
    "organisations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Words(), nullable=False, unique=True),
    _text("name_key"),
)

_CONTACTED = text("last_contact_at IS NOT NULL")

people = Table(
    "people",
    metadata,
    _id(),
    Column("code", Words(), nullable=False, unique=True),
    *(_text(name) for name in ("title", "given_name", "family_name", "nickname", "romanised")),
    _choice("kind", PersonKind),
    Column("organisation_id", Integer, ForeignKey("organisations.id")),
    *(_text(name) for name in ("department", "hours", "email", "line")),
    Column("birthday", DayOfYear),
    _text("note"),
    _text("plate"),
    _flag("archived"),
    _time("updated_at", needed=False),
    *(_text(name) for name in ("given_key", "family_key")),
    _parts("handles", Handle),
    _parts("facts", QuickFact),
    _choice("channel", Channel, needed=False),
    Column("not_before", TimeOfDay),
    _text("referred_by"),
    _count("purchases"),
    Column("last_purchase", Day),
    *(_text(name) for name in ("room", "lunch", "deputy")),
    _parts("leave", Leave),
    _text("status"),
    _time("status_until", needed=False),
    _time("last_contact_at", needed=False),
    Index("ix_people_given_family", "given_key", "family_key"),
    Index("ix_people_family_given", "family_key", "given_key"),
    Index("ix_people_given_contacted", "given_key", "last_contact_at", sqlite_where=_CONTACTED),
    Index("ix_people_family_contacted", "family_key", "last_contact_at", sqlite_where=_CONTACTED),
    Index("ix_people_contacted", "last_contact_at", "given_key", "family_key", "id", sqlite_where=_CONTACTED),
    Index("ix_people_organisation", "organisation_id"),
    Index("ix_people_referred_by", "referred_by", sqlite_where=text("referred_by != ''")),
    Index("ix_people_archived", "archived", sqlite_where=text("archived = 1")),
    Index("ix_people_deputy", "deputy", sqlite_where=text("deputy != ''")),
)
"""``last_contact_at`` follows the contacts by triggers; nothing else sets it."""

person_versions = _versions("person_versions")

person_numbers = Table(
    "person_numbers",
    metadata,
    _of("people.id", key=True),
    _place(),
    _text("raw"),
    _choice("kind", NumberKind),
    *(_text(name) for name in ("e164", "digits", "reversed", "extension")),
    Column("use", Choice(NumberUse), nullable=False, server_default=""),
    Index("ix_person_numbers_digits", "digits", "person_id"),
    Index("ix_person_numbers_reversed", "reversed", "person_id"),
    Index("ix_person_numbers_extension", "extension", "person_id", sqlite_where=text("extension != ''")),
    sqlite_with_rowid=False,
)

person_aliases = Table(
    "person_aliases",
    metadata,
    _of("people.id", key=True),
    _place(),
    _text("alias"),
)

person_keys = Table(
    "person_keys",
    metadata,
    _of("people.id", key=True),
    _text("kind", key=True),
    _text("key", key=True),
    Index("ix_person_keys_kind", "kind", "key", "person_id"),
    sqlite_with_rowid=False,
)

person_texts = Table(
    "person_texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", String(36), ForeignKey("people.id"), nullable=False, unique=True),
)
"""Who has words in ``person_words``, and in which of its rows."""

person_words = Table("person_words", MetaData(), Column("rowid", Integer), _text("words"))
"""A trigram index (FTS5) over what a card says beside names and numbers, normalised; its migration makes it."""

merges = Table(
    "merges",
    metadata,
    _id(),
    _time("at"),
    _text("by"),
    Column("into_id", String(36), nullable=False),
    _list("merged_ids"),
    Column("before", Text, nullable=False),
    _time("undone_at", needed=False),
    _text("undone_by"),
    Index("ix_merges_into", "into_id", "at"),
)
"""People who turned out to be one; ``before`` holds the states of all of them as JSON."""

merged_people = Table(
    "merged_people",
    metadata,
    _of("people.id", key=True),
    Column("into_id", String(36), nullable=False),
    Index("ix_merged_people_into", "into_id"),
)
"""Whose contacts count for whom now."""

attributions = Table(
    "attributions",
    metadata,
    _of("contacts.id", key=True),
    _of("people.id"),
    _time("at"),
    _text("by"),
    Index("ix_attributions_person", "person_id"),
)
"""Contacts with a number nobody was known by, and whose it proved to be."""

audit_events = Table(
    "audit_events",
    metadata,
    _id(),
    _time("at"),
    _text("staff"),
    _text("kind"),
    _text("subject"),
    _text("detail"),
    Index("ix_audit_events_at", "at"),
    Index("ix_audit_events_subject", "subject", "at"),
)

site_rules = Table("site_rules", metadata, _text("name", key=True), _text("value"))
"""Rules that a site set for itself, each as JSON."""

names = Table("names", metadata, _text("kind", key=True), _text("key", key=True))

contacts = Table(
    "contacts",
    metadata,
    _id(),
    _time("at"),
    _time("started_at"),
    _choice("channel", Channel),
    _choice("outcome", Outcome),
    *(_text(name) for name in ("staff", "number", "digits", "person_id", "person_code", "person_name")),
    _text("topic"),
    _text("note"),
    _flag("unanswered"),
    _list("flagged"),
    _choice("feedback", Feedback, needed=False),
    _time("answered_at", needed=False),
    Index("ix_contacts_at", "at", "id"),
    Index("ix_contacts_person", "person_id", "at"),
    Index("ix_contacts_digits", "digits", "at"),
    Index("ix_contacts_staff", "staff", "at"),
    Index("ix_contacts_unanswered", "at", sqlite_where=text("unanswered = 1")),
)

contact_articles = Table(
    "contact_articles",
    metadata,
    _of("contacts.id", key=True),
    _place(),
    _text("code"),
    _text("words"),
    _list("missed"),
    Index("ix_contact_articles_code", "code", "contact_id"),
)

contact_queries = Table("contact_queries", metadata, _of("contacts.id", key=True), _place(), _text("query"))

contact_words = Table("contact_words", MetaData(), Column("rowid", Integer), _text("contact_id"), _text("words"))
"""A trigram index (FTS5) over the normalised topic and note; its migration makes it."""

withdrawals = Table("withdrawals", metadata, _of("contacts.id", key=True), _text("by"), _time("at"))

transfers = Table(
    "transfers",
    metadata,
    _of("contacts.id", key=True),
    *(_text(name) for name in ("to_person", "to_text", "to_place")),
    _choice("reason", TransferReason),
    _text("slip"),
)
"""To whom contacts were passed on, and why. Rows are only ever added."""

gaps = Table(
    "gaps", metadata, _of("contacts.id", key=True), *(_text(name) for name in ("department", "owner", "words"))
)
"""What could not be answered, in the caller's words. Rows are only ever added."""

answer_facts = Table(
    "answer_facts",
    metadata,
    _of("contacts.id", key=True),
    _text("code", key=True),
    Column("missed", Boolean, primary_key=True, nullable=False),
    _text("words", key=True),
    _time("at"),
    Index("ix_answer_facts_words", "missed", "code", "words", "at"),
)
"""What each contact taught about the answers used in it; made of the contacts, and again when need be."""

answer_words = Table(
    "answer_words",
    metadata,
    _text("word", key=True),
    _text("code", key=True),
    _count("uses"),
    Column("weight", Float, nullable=False),
    _time("last_at"),
    Index("ix_answer_words_weight", "word", "weight"),
    Index("ix_answer_words_code", "code", "weight"),
)
"""The facts summed up by word and answer, and by word alone (no code), for looking up with every key."""

answer_marks = Table(
    "answer_marks",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("kind"),
    _text("code"),
    _text("words"),
    _text("by"),
    _time("at"),
    Index("ix_answer_marks_code", "code", "kind"),
    sqlite_autoincrement=True,
)

APPEND_ONLY = (
    "contacts", "contact_articles", "contact_queries", "withdrawals", "answer_marks", "audit_events", "promise_events",
    "transfers", "gaps",
)  # fmt: skip
"""Tables whose rows triggers guard against change and removal."""

drafts = Table(
    "drafts",
    metadata,
    _id(),
    Column("staff", Words(), nullable=False),
    _time("started_at"),
    Column("state", Text, nullable=False),
    Index("ix_drafts_staff", "staff", "started_at"),
)

staff = Table(
    "staff",
    metadata,
    _id(),
    Column("code", Words(), nullable=False, unique=True),
    *(_text(name) for name in ("name", "nickname", "name_en")),
    _choice("role", Role),
    _choice("language", Language),
    _choice("particle", Particle),
    _flag("archived"),
)

staff_pins = Table(
    "staff_pins",
    metadata,
    _of("staff.id", key=True),
    Column("pin_hash", Text, nullable=False),
    _count("failures"),
    _time("locked_until", needed=False),
    _count("digits"),
)

imports = Table(
    "imports",
    metadata,
    _id(),
    _choice("kind", ImportKind),
    _time("at"),
    _text("by"),
    _text("file_name"),
    _count("created"),
    _count("updated"),
    _time("undone_at", needed=False),
    _text("undone_by"),
    Index("ix_imports_at", "at"),
)

site = Table(
    "site",
    metadata,
    Column("id", Integer, primary_key=True),
    *(_text(name) for name in ("name", "name_en", "greeting", "greeting_en")),
)

site_synonyms = Table("site_synonyms", metadata, _id(), _list("words"))
