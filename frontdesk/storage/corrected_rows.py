"""Whether what is searched of corrected contacts is what their corrections make of them."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from frontdesk.domain.contacts import Contact

from .chain_contents import Fetch
from .chain_tables import corrected_articles, corrected_contacts
from .contact_rows import ContactRows
from .corrections import article_rows, corrected_now
from .rows import chunks, row_of, way_to_store

_STRANGERS = (
    "SELECT id FROM corrected_contacts WHERE id NOT IN (SELECT contact_id FROM contact_corrections) UNION ALL "
    "SELECT contact_id FROM corrected_articles WHERE contact_id NOT IN (SELECT contact_id FROM contact_corrections)"
)
_CORRECTED = "SELECT DISTINCT contact_id FROM contact_corrections WHERE contact_id > ? ORDER BY contact_id LIMIT 500"


def wrongly_derived(connection: Connection, fetch: Fetch) -> str:
    """Return the id of the first contact that is searched by other values than its own, "" for none."""
    rows = ContactRows(connection)
    for ids in _corrected_ids(fetch):
        due = {one.id: _stored_of(one) for one in corrected_now(rows, rows.as_written(ids))}
        there = _stored(fetch, ids)
        for key in ids:
            if due[key] != there.get(key):
                return key
    return next((key for (key,) in fetch(_STRANGERS, ())), "")


def _corrected_ids(fetch: Fetch) -> Iterator[list[str]]:
    last = ""
    while found := [key for (key,) in fetch(_CORRECTED, (last,))]:
        yield found
        last = found[-1]


def _stored_of(contact: Contact) -> list[tuple[Any, ...]]:
    rows = [(corrected_contacts, row_of(contact, corrected_contacts))]
    rows += [(corrected_articles, row) for row in article_rows((contact,))]
    return [tuple(way_to_store(column)(row[column.name]) for column in table.columns) for table, row in rows]


def _stored(fetch: Fetch, ids: Sequence[str]) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for table, key in ((corrected_contacts, "id"), (corrected_articles, "contact_id")):
        for part in chunks(ids):
            for row in fetch(_query(table, key, len(part)), part):
                found.setdefault(row[0], []).append(row)
    return found


def _query(table: Table, key: str, count: int) -> str:
    listed = ", ".join(f'"{column.name}"' for column in table.columns)
    order = ", ".join(f'"{column.name}"' for column in table.primary_key)
    places = ",".join("?" * count)
    return f"SELECT {listed} FROM {table.name} WHERE {key} IN ({places}) ORDER BY {order}"  # noqa: S608 our own names
