"""The tables, in the shape that the newest migration leaves them."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, text

from frontdesk.domain.contacts import Channel, Feedback, Outcome
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Handle, Leave, NumberKind, NumberUse, PersonKind, QuickFact
from frontdesk.domain.staff import Particle, Role
from frontdesk.domain.transfers import TransferReason

from .columns import Choice, Day, DayOfYear, TimeOfDay, Words
from .table_parts import choice, count, flag, identity, listing, metadata, moment, of, parts, place, versions, wording

meta = Table("meta", metadata, wording("name", key=True), wording("value"))

articles = Table(
    "articles",
    metadata,
    identity(),
    Column("code", Words(), nullable=False, unique=True),
    *(wording(name) for name in ("title", "title_en", "say", "say_en", "body", "body_en", "category")),
    listing("keywords"),
    *(wording(name) for name in ("department", "owner", "deputy")),
    Column("verified_on", Day),
    wording("verified_by"),
    Column("review_by", Day),
    flag("pinned"),
    flag("archived"),
    moment("updated_at", needed=False),
)
article_versions = versions("article_versions")

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
    wording("name_key"),
)

_CONTACTED = text("last_contact_at IS NOT NULL")
_CONTACTED_STANDING = text("last_contact_at IS NOT NULL AND archived = 0")

people = Table(
    "people",
    metadata,
    identity(),
    Column("code", Words(), nullable=False, unique=True),
    *(wording(name) for name in ("title", "given_name", "family_name", "nickname", "romanised")),
    choice("kind", PersonKind),
    Column("organisation_id", Integer, ForeignKey("organisations.id")),
    *(wording(name) for name in ("department", "hours", "email", "line")),
    Column("birthday", DayOfYear),
    wording("note"),
    wording("plate"),
    flag("archived"),
    moment("updated_at", needed=False),
    *(wording(name) for name in ("given_key", "family_key")),
    parts("handles", Handle),
    parts("facts", QuickFact),
    choice("channel", Channel, needed=False),
    Column("not_before", TimeOfDay),
    wording("referred_by"),
    count("purchases"),
    Column("last_purchase", Day),
    *(wording(name) for name in ("room", "lunch", "deputy")),
    parts("leave", Leave),
    wording("status"),
    moment("status_until", needed=False),
    moment("last_contact_at", needed=False),
    Index("ix_people_given_family", "given_key", "family_key"),
    Index("ix_people_family_given", "family_key", "given_key"),
    Index("ix_people_given_contacted", "given_key", "last_contact_at", sqlite_where=_CONTACTED),
    Index("ix_people_family_contacted", "family_key", "last_contact_at", sqlite_where=_CONTACTED),
    Index("ix_people_contacted", "last_contact_at", "given_key", "family_key", "id", sqlite_where=_CONTACTED),
    Index("ix_people_last_contact", "id", "last_contact_at", sqlite_where=_CONTACTED_STANDING),
    Index("ix_people_organisation", "organisation_id"),
    Index("ix_people_referred_by", "referred_by", sqlite_where=text("referred_by != ''")),
    Index("ix_people_archived", "archived", sqlite_where=text("archived = 1")),
    Index("ix_people_deputy", "deputy", sqlite_where=text("deputy != ''")),
)
"""``last_contact_at`` follows the contacts by triggers; nothing else sets it."""

person_versions = versions("person_versions")

person_numbers = Table(
    "person_numbers",
    metadata,
    of("people.id", key=True),
    place(),
    wording("raw"),
    choice("kind", NumberKind),
    *(wording(name) for name in ("e164", "digits", "reversed", "extension")),
    Column("use", Choice(NumberUse), nullable=False, server_default=""),
    Index("ix_person_numbers_digits", "digits", "person_id"),
    Index("ix_person_numbers_reversed", "reversed", "person_id"),
    Index("ix_person_numbers_extension", "extension", "person_id", sqlite_where=text("extension != ''")),
    sqlite_with_rowid=False,
)

person_aliases = Table(
    "person_aliases",
    metadata,
    of("people.id", key=True),
    place(),
    wording("alias"),
)

person_keys = Table(
    "person_keys",
    metadata,
    of("people.id", key=True),
    wording("kind", key=True),
    wording("key", key=True),
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

person_words = Table("person_words", MetaData(), Column("rowid", Integer), wording("words"))
"""A trigram index (FTS5) over what a card says beside names and numbers, normalised; its migration makes it."""

merges = Table(
    "merges",
    metadata,
    identity(),
    moment("at"),
    wording("by"),
    Column("into_id", String(36), nullable=False),
    listing("merged_ids"),
    Column("before", Text, nullable=False),
    moment("undone_at", needed=False),
    wording("undone_by"),
    Index("ix_merges_into", "into_id", "at"),
)
"""People who turned out to be one; ``before`` holds the states of all of them as JSON."""

merged_people = Table(
    "merged_people",
    metadata,
    of("people.id", key=True),
    Column("into_id", String(36), nullable=False),
    Index("ix_merged_people_into", "into_id"),
)
"""Whose contacts count for whom now."""

attributions = Table(
    "attributions",
    metadata,
    of("contacts.id", key=True),
    of("people.id"),
    moment("at"),
    wording("by"),
    Index("ix_attributions_person", "person_id"),
)
"""Contacts with a number nobody was known by, and whose it proved to be."""

audit_events = Table(
    "audit_events",
    metadata,
    identity(),
    moment("at"),
    wording("staff"),
    wording("kind"),
    wording("subject"),
    wording("detail"),
    Index("ix_audit_events_at", "at"),
    Index("ix_audit_events_subject", "subject", "at"),
)

site_rules = Table("site_rules", metadata, wording("name", key=True), wording("value"))
"""Rules that a site set for itself, each as JSON."""

names = Table("names", metadata, wording("kind", key=True), wording("key", key=True))

contacts = Table(
    "contacts",
    metadata,
    identity(),
    moment("at"),
    moment("started_at"),
    choice("channel", Channel),
    choice("outcome", Outcome),
    *(wording(name) for name in ("staff", "number", "digits", "person_id", "person_code", "person_name")),
    wording("topic"),
    wording("note"),
    flag("unanswered"),
    listing("flagged"),
    choice("feedback", Feedback, needed=False),
    moment("answered_at", needed=False),
    Index("ix_contacts_at", "at", "id", "channel", "outcome", "staff", "unanswered", "feedback"),
    Index("ix_contacts_ending", "channel", "outcome", "at"),
    Index("ix_contacts_feedback", "feedback", "at", sqlite_where=text("feedback IS NOT NULL")),
    Index("ix_contacts_person", "person_id", "at"),
    Index("ix_contacts_digits", "digits", "at"),
    Index("ix_contacts_last_digits", text("substr(digits, -4)")),
    Index("ix_contacts_staff", "staff", "at"),
    Index("ix_contacts_unanswered", "at", sqlite_where=text("unanswered = 1")),
)

contact_articles = Table(
    "contact_articles",
    metadata,
    of("contacts.id", key=True),
    place(),
    wording("code"),
    wording("words"),
    listing("missed"),
    Index("ix_contact_articles_code", "code", "contact_id"),
)

contact_queries = Table("contact_queries", metadata, of("contacts.id", key=True), place(), wording("query"))

contact_words = Table("contact_words", MetaData(), Column("rowid", Integer), wording("contact_id"), wording("words"))
"""A trigram index (FTS5) over the normalised topic and note; its migration makes it."""

withdrawals = Table("withdrawals", metadata, of("contacts.id", key=True), wording("by"), moment("at"))

transfers = Table(
    "transfers",
    metadata,
    of("contacts.id", key=True),
    *(wording(name) for name in ("to_person", "to_text", "to_place")),
    choice("reason", TransferReason),
    wording("slip"),
)
"""To whom contacts were passed on, and why. Rows are only ever added."""

gaps = Table(
    "gaps", metadata, of("contacts.id", key=True), *(wording(name) for name in ("department", "owner", "words"))
)
"""What could not be answered, in the caller's words. Rows are only ever added."""

answer_facts = Table(
    "answer_facts",
    metadata,
    of("contacts.id", key=True),
    wording("code", key=True),
    Column("missed", Boolean, primary_key=True, nullable=False),
    wording("words", key=True),
    moment("at"),
    Index("ix_answer_facts_words", "missed", "code", "words", "at"),
)
"""What each contact taught about the answers used in it; made of the contacts, and again when need be."""

answer_words = Table(
    "answer_words",
    metadata,
    wording("word", key=True),
    wording("code", key=True),
    count("uses"),
    Column("weight", Float, nullable=False),
    moment("last_at"),
    Index("ix_answer_words_weight", "word", "weight"),
    Index("ix_answer_words_code", "code", "weight"),
)
"""The facts summed up by word and answer, and by word alone (no code), for looking up with every key."""

answer_marks = Table(
    "answer_marks",
    metadata,
    Column("id", Integer, primary_key=True),
    wording("kind"),
    wording("code"),
    wording("words"),
    wording("by"),
    moment("at"),
    Index("ix_answer_marks_code", "code", "kind"),
    sqlite_autoincrement=True,
)

APPEND_ONLY = (
    "contacts", "contact_articles", "contact_queries", "withdrawals", "answer_marks", "audit_events", "promise_events",
    "transfers", "gaps", "hand_overs", "hand_overs_taken", "hand_over_items", "notices", "notices_ended",
    "visit_steps", "shift_entries", "shift_entries_closed",
    "watched", "watched_ended", "watch_decisions",
)  # fmt: skip
"""Tables whose rows triggers guard against change and removal."""

drafts = Table(
    "drafts",
    metadata,
    identity(),
    Column("staff", Words(), nullable=False),
    moment("started_at"),
    Column("state", Text, nullable=False),
    Index("ix_drafts_staff", "staff", "started_at"),
)

staff = Table(
    "staff",
    metadata,
    identity(),
    Column("code", Words(), nullable=False, unique=True),
    *(wording(name) for name in ("name", "nickname", "name_en")),
    choice("role", Role),
    choice("language", Language),
    choice("particle", Particle),
    flag("archived"),
)

staff_pins = Table(
    "staff_pins",
    metadata,
    of("staff.id", key=True),
    Column("pin_hash", Text, nullable=False),
    count("failures"),
    moment("locked_until", needed=False),
    count("digits"),
)

imports = Table(
    "imports",
    metadata,
    identity(),
    choice("kind", ImportKind),
    moment("at"),
    wording("by"),
    wording("file_name"),
    count("created"),
    count("updated"),
    moment("undone_at", needed=False),
    wording("undone_by"),
    Index("ix_imports_at", "at"),
)

site = Table(
    "site",
    metadata,
    Column("id", Integer, primary_key=True),
    *(wording(name) for name in ("name", "name_en", "greeting", "greeting_en")),
)

site_synonyms = Table("site_synonyms", metadata, identity(), listing("words"))
