"""Whom contacts count for now: whoever they are with, the one those were merged into, or whose the number proved to be.

Most desks have merged hardly anybody. What is asked with every key asks first whether there is anything to know.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, exists, func, or_, select

from frontdesk.domain.contacts import Contact

from .chain_tables import contact_corrections, contacts_now
from .rows import chunks
from .tables import attributions, contacts, merged_people, people, withdrawals

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_ANY = select(
    exists().where(merged_people.c.person_id > ""),
    exists().where(attributions.c.contact_id > ""),
    exists().where(contact_corrections.c.contact_id > ""),
)
_MEMBERS = select(merged_people.c.person_id, merged_people.c.into_id).where(merged_people.c.into_id.in_(_IDS))
_INTO = select(merged_people.c.person_id, merged_people.c.into_id).where(merged_people.c.person_id.in_(_IDS))
_HAS_ATTRIBUTED = select(exists().where(attributions.c.person_id.in_(_IDS)))
_ATTRIBUTED = (
    select(attributions.c.contact_id, people.c.id, people.c.code, people.c.given_name, people.c.family_name)
    .join_from(attributions, people)
    .where(attributions.c.contact_id.in_(_IDS))
)
_LAST = func.max(contacts.c.at, type_=contacts.c.at.type)
_LAST_ATTRIBUTED = (
    select(attributions.c.person_id, _LAST)
    .join_from(attributions, contacts)
    .where(attributions.c.person_id.in_(_IDS), contacts.c.id.not_in(select(withdrawals.c.contact_id)))
    .group_by(attributions.c.person_id)
)


class Known(NamedTuple):
    """Whether anybody was ever merged, any contact given to somebody later, any contact corrected."""

    merged: bool
    attributed: bool
    corrected: bool


class ContactOwners:
    """Follows merges and attributions for ``SqlContacts``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counting_for(self, person_id: str) -> ColumnElement[bool]:
        """Return the condition for those of ``contacts_now`` that count for somebody."""
        ids, table = [person_id, *self._pairs(_MEMBERS, [person_id])], contacts_now.c
        own = table.person_id.in_(ids) if len(ids) > 1 else table.person_id == person_id
        if not self._connection.execute(_HAS_ATTRIBUTED, {"ids": ids}).scalar_one():
            return own
        later = select(attributions.c.contact_id).where(attributions.c.person_id.in_(ids))
        return or_(own, table.id.in_(later))

    def members_of(self, person_ids: Sequence[str]) -> dict[str, str]:
        """Return for everybody who was merged into one of these who that is."""
        return self._pairs(_MEMBERS, person_ids)

    def last_attributed(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """Return when the newest contact was that proved to be with each of these."""
        parts = (self._connection.execute(_LAST_ATTRIBUTED, {"ids": part}) for part in chunks(person_ids))
        return {key: moment for part in parts for key, moment in part}

    def named(self, found: list[Contact], known: Known) -> list[Contact]:
        """Return contacts with whom they count for now; what was written of whom stays."""
        if known.attributed:
            found = self._attributed(found)
        if not known.merged:
            return found
        into = self._pairs(_INTO, {one.person_id for one in found} - {""})
        return [replace(one, person_id=into.get(one.person_id, one.person_id)) for one in found] if into else found

    def _attributed(self, found: list[Contact]) -> list[Contact]:
        nobodys = [one.id for one in found if not one.person_id]
        rows = [row for part in chunks(nobodys) for row in self._connection.execute(_ATTRIBUTED, {"ids": part})]
        names = {row[0]: {"person_id": row[1], "person_code": row[2], "person_name": f"{row[3]} {row[4]}".strip()}
                 for row in rows}  # fmt: skip
        return [replace(one, **names[one.id], attributed=True) if one.id in names else one for one in found]

    def known(self) -> Known:
        """Tell what there is to know, before anything is asked."""
        return Known(*map(bool, self._connection.execute(_ANY).one()))

    def _pairs(self, query: object, ids: Iterable[str]) -> dict[str, str]:
        parts = (self._connection.execute(query, {"ids": part}) for part in chunks(ids))  # type: ignore[call-overload]
        return {row[0]: row[1] for part in parts for row in part}
