"""What must hold of contacts that are wanted, as they stand now: after corrections and merges, and not withdrawn."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Table,
    and_,
    exists,
    literal_column,
    or_,
    select,
    type_coerce,
    union,
)

from frontdesk.services.wanted_contacts import WantedContacts, Whose

from .chain_tables import corrected_contacts
from .contact_owners import ContactOwners
from .contact_words import holding_words
from .tables import attributions, contacts, withdrawals

_STANDS = contacts.c.id.not_in(select(withdrawals.c.contact_id))
_CORRECTED = select(corrected_contacts.c.id)
_ANY_CORRECTED = select(exists().where(corrected_contacts.c.id > ""))

Ids = Select[Any] | CompoundSelect[Any]


class Conditions:
    """The conditions for one search. ``narrow`` says that another index than that of time finds the rows."""

    def __init__(self, connection: Connection, wanted: WantedContacts) -> None:
        self._connection, self._wanted = connection, wanted
        self._any_corrected = bool(connection.scalar(_ANY_CORRECTED))
        self._sources = self._ids()

    @property
    def narrow(self) -> bool:
        return bool(self._sources)

    def of(self, query: Select[Any]) -> Select[Any]:
        """Let a query over ``contacts`` find these only."""
        wanted = self._wanted
        query = query.select_from(contacts).where(
            _STANDS, *self._times(), *(contacts.c.id.in_(ids) for ids in self._sources)
        )
        if wanted.staff is not None:
            query = query.where(contacts.c.staff.in_(wanted.staff))
        return query.where(*self._as_corrected())

    def _times(self) -> list[ColumnElement[bool]]:
        plain: ColumnElement[Any] = contacts.c.at
        at = type_coerce(literal_column("+contacts.at"), contacts.c.at.type) if self.narrow else plain
        bounds = [at >= self._wanted.start] if self._wanted.start else []
        return bounds + ([at < self._wanted.end] if self._wanted.end else [])

    def _as_corrected(self) -> list[ColumnElement[bool]]:
        """Return what may be corrected: as it was written, or else as it stands."""
        if self._wanted.corrected:
            return _plain(corrected_contacts, self._wanted, joined=True)
        conditions = _plain(contacts, self._wanted)
        if not conditions or not self._any_corrected:
            return conditions
        now = select(corrected_contacts.c.id).where(*_plain(corrected_contacts, self._wanted))
        return [or_(and_(contacts.c.id.not_in(_CORRECTED), *conditions), contacts.c.id.in_(now))]

    def _ids(self) -> list[Ids]:
        wanted, sources = self._wanted, list[Ids]()
        if wanted.person is not None:
            sources.append(self._of_whom(wanted.person))
        if wanted.words:
            told = holding_words(wanted.words)
            sources.append(union(told, *self._parts(wanted.named)) if told is not None else self._of_whom(wanted.named))
        return sources

    def _of_whom(self, whose: Whose) -> Ids:
        parts = self._parts(whose)
        return union(*parts) if parts else select(contacts.c.id).where(contacts.c.id.is_(None))

    def _parts(self, whose: Whose) -> list[Select[Any]]:
        """Return the searches by person and by number."""
        parts = []
        if whose.people:
            ids = [*whose.people, *ContactOwners(self._connection).members_of(whose.people)]
            parts += self._standing("person_id", ids)
            parts.append(select(attributions.c.contact_id).where(attributions.c.person_id.in_(ids)))
        if whose.digits:
            parts += self._standing("digits", [whose.digits] if whose.whole else f"%{whose.digits}")
        return parts

    def _standing(self, column: str, wanted: Sequence[str] | str) -> list[Select[Any]]:
        """Search a column as it was written, and as it stands where it was corrected."""
        searches = []
        for table in (contacts, corrected_contacts):
            value = table.c[column]
            fits = value.like(wanted) if isinstance(wanted, str) else value.in_(wanted)
            searches.append(select(table.c.id).where(fits))
        first, now = searches
        return [first.where(contacts.c.id.not_in(_CORRECTED)), now] if self._any_corrected else [first]


def _plain(table: Table, wanted: WantedContacts, joined: bool = False) -> list[ColumnElement[bool]]:
    """Return the conditions on one table's own columns."""
    columns, conditions = table.c, list[ColumnElement[bool]]()
    if wanted.channels:
        conditions.append(columns.channel.in_(wanted.channels))
    if wanted.outcomes:
        conditions.append(columns.outcome.in_(wanted.outcomes))
    if wanted.topic:
        conditions.append(columns.topic.contains(wanted.topic, autoescape=True))
    if wanted.unanswered:
        conditions.append(columns.unanswered.is_(True))
    if wanted.feedback:
        conditions.append(columns.feedback == wanted.feedback)
    return [contacts.c.id.in_(select(columns.id).where(*conditions))] if joined else conditions
