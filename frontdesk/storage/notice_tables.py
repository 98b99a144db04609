"""The tables of notices: rows are only ever added; triggers see to it."""

from sqlalchemy import Boolean, Column, ForeignKey, String, Table

from frontdesk.domain.staff import Role

from .columns import Choice, UtcTime, Words
from .table_parts import metadata


def _text(name: str) -> Column[str]:
    return Column(name, Words(), nullable=False, server_default="")


def _key(name: str, owner: str = "") -> Column[str]:
    refers = (ForeignKey(owner),) if owner else ()
    return Column(name, String(36), *refers, primary_key=True, nullable=False)


notices = Table(
    "notices",
    metadata,
    _key("id"),
    _text("text"),
    Column("made_at", UtcTime(), nullable=False),
    _text("made_by"),
    Column("until", UtcTime()),
    *(_text(name) for name in ("title", "title_en", "text_en")),
    Column("must_read", Boolean, nullable=False, server_default="0"),
    Column("role", Choice(Role)),
    *(_text(name) for name in ("wording_id", "replaces")),
)

notices_ended = Table(
    "notices_ended", metadata, _key("notice_id", "notices.id"), _text("by"), Column("at", UtcTime(), nullable=False)
)
"""Notices that somebody took off, or put another one in the place of."""

notice_reads = Table(
    "notice_reads",
    metadata,
    _key("wording_id", "notices.id"),
    Column("staff", String(), primary_key=True, nullable=False),
    Column("at", UtcTime(), nullable=False),
)
"""Who has read which words, and when first."""
