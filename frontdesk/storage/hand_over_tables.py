"""The tables of hand-overs: rows are only ever added; triggers see to it."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, text

from frontdesk.domain.contacts import Channel
from frontdesk.domain.hand_over import ItemKind, Proof

from .columns import Choice, Day, UtcTime, Words
from .table_parts import metadata


def _text(name: str) -> Column[str]:
    return Column(name, Words(), nullable=False, server_default="")


def _key(name: str, owner: str = "") -> Column[str]:
    refers = (ForeignKey(owner),) if owner else ()
    return Column(name, String(36), *refers, primary_key=True, nullable=False)


def _signed() -> tuple[Column[object], ...]:
    return (
        Column("staff", String(), nullable=False),
        Column("at", UtcTime(), nullable=False),
        Column("proof", Choice(Proof), nullable=False),
    )


hand_overs = Table(
    "hand_overs",
    metadata,
    _key("id"),
    *_signed(),
    Column("until", UtcTime(), nullable=False),
    _text("chain_head"),
    Index("ix_hand_overs_at", "at"),
)

hand_overs_taken = Table("hand_overs_taken", metadata, _key("hand_over_id", "hand_overs.id"), *_signed())
"""The signatures of those who took over."""

hand_over_items = Table(
    "hand_over_items",
    metadata,
    _key("hand_over_id", "hand_overs.id"),
    Column("seq", Integer, primary_key=True, autoincrement=False, nullable=False),
    Column("kind", Choice(ItemKind), nullable=False),
    *(_text(name) for name in ("key", "what", "who", "number", "addressee")),
    Column("channel", Choice(Channel)),
    *(_text(name) for name in ("by", "owner")),
    *(Column(name, UtcTime()) for name in ("since", "due")),
    Column("until", Day()),
    *(_text(name) for name in ("contact_id", "person_id", "addressee_id", "visit_id", "sort")),
    Index("ix_hand_over_items_contact_id", "contact_id", sqlite_where=text("contact_id != ''")),
    Index("ix_hand_over_items_person_id", "person_id", sqlite_where=text("person_id != ''")),
    Index("ix_hand_over_items_visit_id", "visit_id", sqlite_where=text("visit_id != ''")),
    Index("ix_hand_over_items_addressee_id", "addressee_id", sqlite_where=text("addressee_id != ''")),
)
"""What was handed over, as it was then. Only what was said of an erased person may become empty."""
