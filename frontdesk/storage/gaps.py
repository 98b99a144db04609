"""Questions without an answer, in the database."""

from datetime import datetime

from sqlalchemy import Connection, select

from frontdesk.domain.similar_gaps import AskedGap

from .rows import chunks
from .tables import contact_queries, contacts, gaps, withdrawals

_ASKED = (
    select(contacts.c.id, contacts.c.at, gaps.c.words)
    .join_from(contacts, gaps, gaps.c.contact_id == contacts.c.id, isouter=True)
    .where(contacts.c.unanswered, contacts.c.id.not_in(select(withdrawals.c.contact_id)))
    .order_by(contacts.c.at, contacts.c.id)
)


class SqlGaps:
    """Implements the port ``Gaps``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def asked_since(self, since: datetime) -> list[AskedGap]:
        rows = self._connection.execute(_ASKED.where(contacts.c.at >= since)).all()
        searched = self._searched([key for key, _, words in rows if not words])
        told = ((at, words or searched.get(key, "")) for key, at, words in rows)
        return [AskedGap(at, words) for at, words in told if words]

    def _searched(self, ids: list[str]) -> dict[str, str]:
        """Return the words that were searched last, of contacts in which nobody wrote down the caller's own."""
        query = select(contact_queries.c.contact_id, contact_queries.c.query).order_by(contact_queries.c.place)
        parts = (self._connection.execute(query.where(contact_queries.c.contact_id.in_(part))) for part in chunks(ids))
        return {key: words for part in parts for key, words in part}
