"""Contacts with a number nobody was known by, and whose it proved to be, in the database."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select

from frontdesk.domain.contacts import Contact

from .chain_tables import contacts_now
from .contact_rows import ContactRows
from .rows import CHUNK, chunks, insert_new, put
from .tables import attributions, withdrawals


class SqlAttributions:
    """Implements the port ``Attributions``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def nobodys(self, digits: str) -> list[Contact]:
        ids = select(contacts_now.c.id).where(
            contacts_now.c.digits == digits,
            contacts_now.c.person_id == "",
            contacts_now.c.id.not_in(select(attributions.c.contact_id)),
            contacts_now.c.id.not_in(select(withdrawals.c.contact_id)),
        )
        found = list(self._connection.scalars(ids.order_by(contacts_now.c.at.desc(), contacts_now.c.id.desc())))
        read = ContactRows(self._connection).by_ids
        return [one for part in chunks(found, CHUNK) for one in reversed(read(part))]

    def add(self, contact_ids: Sequence[str], person_id: str, by: str, at: datetime) -> None:
        rows = [{"contact_id": one, "person_id": person_id, "at": at, "by": by} for one in contact_ids]
        put(self._connection, insert_new(attributions), rows)

    def take_back(self, contact_ids: Sequence[str]) -> None:
        for part in chunks(contact_ids):
            self._connection.execute(delete(attributions).where(attributions.c.contact_id.in_(part)))
