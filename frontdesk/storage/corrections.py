"""Corrections of contacts: appended beside them, and worked into the tables that are searched."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, Row, Select, delete, func, insert, select

from frontdesk.domain.contacts import Contact, Use
from frontdesk.domain.corrections import corrected, field_value

from .chain_tables import contact_corrections, corrected_articles, corrected_contacts
from .columns import storable
from .contact_words import reword
from .rows import chunks, put, row_of

Step = tuple[datetime, str, Mapping[str, Any]]
_STEPS = select(contact_corrections).order_by(contact_corrections.c.contact_id, contact_corrections.c.seq)


class AsWritten(Protocol):
    """Reads contacts as they were first written down."""

    def as_written(self, ids: Sequence[str]) -> list[Contact]: ...
    def execute(self, query: Select[*tuple[Any, ...]]) -> Iterable[Row[*tuple[Any, ...]]]: ...


def corrected_now(rows: AsWritten, found: list[Contact]) -> list[Contact]:
    """Return contacts as they stand after their corrections."""
    steps: dict[str, list[Step]] = {}
    for ids in chunks([one.id for one in found]):
        for row in rows.execute(_STEPS.where(contact_corrections.c.contact_id.in_(ids))):
            steps.setdefault(row.contact_id, []).append((row.at, row.by, fields_of(row.fields)))
    if not steps:
        return found
    first = {one.id: one for ids in chunks(steps) for one in rows.as_written(ids)}
    return [corrected(first[one.id], steps[one.id]) if one.id in steps else one for one in found]


def fields_of(text: str) -> dict[str, Any]:
    """Return new values from what is stored of them."""
    return {name: field_value(name, value) for name, value in json.loads(text).items()}


def append_correction(connection: Connection, contact_id: str, fields: Mapping[str, Any], by: str, at: datetime) -> int:
    """Add a correction; return which of this contact it is, from 1."""
    table = contact_corrections.c
    last = connection.execute(select(func.max(table.seq)).where(table.contact_id == contact_id)).scalar()
    row = {"contact_id": contact_id, "seq": (last or 0) + 1, "at": at, "by": by, "fields": fields_text(fields)}
    connection.execute(insert(contact_corrections).values(row))
    return (last or 0) + 1


def fields_text(fields: Mapping[str, Any]) -> str:
    """Write new values as they are stored."""
    return storable(json.dumps(fields, ensure_ascii=False))


def work_in(connection: Connection, before: Contact, now: Contact) -> None:
    """Let figures and searches see a contact as it stands; both without whom it counts for."""
    forget_corrected(connection, now.id)
    connection.execute(insert(corrected_contacts).values(row_of(now, corrected_contacts)))
    put(connection, insert(corrected_articles), list(article_rows((now,))))
    reword(connection, before, now)


def forget_corrected(connection: Connection, contact_id: str) -> None:
    connection.execute(delete(corrected_articles).where(corrected_articles.c.contact_id == contact_id))
    connection.execute(delete(corrected_contacts).where(corrected_contacts.c.id == contact_id))


def article_rows(items: Iterable[Contact]) -> Iterator[dict[str, Any]]:
    """Yield the rows of the answers used in contacts."""
    for one in items:
        uses = {use.code: use for use in one.uses}
        for place, code in enumerate(one.articles):
            use = uses.get(code) or Use(code)
            yield {"contact_id": one.id, "place": place, "code": code, "words": use.words, "missed": use.missed}
