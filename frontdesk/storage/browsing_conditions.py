"""What must hold of contacts that are wanted, as they stand now: after corrections and merges, and not withdrawn.

A contact that was never corrected is looked at where it was written, a corrected one as it stands: two searches,
each in the order of its own index, whose results the database merges as it goes.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    Table,
    and_,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
    tuple_,
    type_coerce,
    union_all,
)

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.services.wanted_contacts import LEAST_DIGITS, WantedContacts, Whose

from .chain_tables import corrected_contacts
from .contact_owners import ContactOwners
from .contact_words import HOLDS, keys_of
from .tables import attributions, contacts, withdrawals

PLACE: ColumnElement[int] = literal_column("contacts.rowid", Integer)

TOLD, WHOSE = "words", "person"
"""The conditions that a search of its own may have settled already."""

FACETS = ("channel", "outcome", "staff", "unanswered", "feedback")
"""Columns that the index of time tells beside the time."""

_CORRECTED = select(corrected_contacts.c.id)
_ANY_CORRECTED = select(exists().where(corrected_contacts.c.id > ""))

Rows = Select[Any] | CompoundSelect[Any]
Bound = ColumnElement[bool]


class Conditions:
    """The conditions of one search."""

    def __init__(self, connection: Connection, wanted: WantedContacts) -> None:
        self._connection, self.wanted = connection, wanted

    @cached_property
    def any_corrected(self) -> bool:
        return bool(self._connection.scalar(_ANY_CORRECTED))

    def since(self, moment: datetime | None) -> "Conditions":
        """Return the same conditions for contacts from a moment on."""
        return Conditions(self._connection, replace(self.wanted, start=moment)) if moment else self

    def rows(
        self, among: Sequence[Bound] = (), settled: frozenset[str] = frozenset(), *, by_hand: bool = False,
        after: Sequence[Any] | None = None,
    ) -> Rows:  # fmt: skip
        """Return the query for ``at``, ``id`` and ``place`` of those ``among`` which the rest holds too, newest first.

        ``by_hand`` sorts few rows that other indexes have found. ``after`` is the key of the last row known.
        """
        parts = []
        for table in self._tables():
            at = plus(table, "at") if by_hand else table.c.at
            query = select(at.label("at"), table.c.id.label("id"), PLACE.label("place")).select_from(_source(table))
            query = query.where(*among, *self.times(table, by_hand), *self._all(table, settled))
            if table is contacts and self.any_corrected:
                query = query.where(contacts.c.id.not_in(_CORRECTED))
            parts.append(query if after is None else query.where(_older(table, at, after)))
        whole: Rows = parts[0] if len(parts) == 1 else union_all(*parts)
        return whole.order_by(literal_column("at").desc(), literal_column("id").desc())

    def times(self, table: Table, by_hand: bool = False) -> list[Bound]:
        """Return between which moments."""
        at, wanted = plus(table, "at") if by_hand else table.c.at, self.wanted
        bounds = [at >= wanted.start] if wanted.start else []
        return bounds + ([at < wanted.end] if wanted.end else [])

    def _tables(self) -> list[Table]:
        written = [] if self.wanted.corrected else [contacts]
        return [*written, corrected_contacts] if self.any_corrected or not written else written

    def _all(self, table: Table, settled: frozenset[str]) -> list[Bound]:
        """Return what must hold of a row, the quickest first."""
        found = [
            *facets(table, self.wanted, by_index=False).values(),
            table.c.id.not_in(select(withdrawals.c.contact_id)),
        ]
        if self.wanted.topic:
            found.append(table.c.topic.contains(self.wanted.topic, autoescape=True))
        if self.wanted.person is not None and WHOSE not in settled:
            found.append(self._of_whom(table, self.wanted.person))
        if self.wanted.words and TOLD not in settled:
            found.append(self._told(table))
        return found

    def _told(self, table: Table) -> Bound:
        """Return that a row says every word, or is with whom they name together."""
        keys, named = keys_of(self.wanted.words), self._of_whom(table, self.wanted.named)
        if not keys:
            return named
        told: Bound = HOLDS(table.c.topic, table.c.note, *keys) == literal_column("1")
        return or_(named, told) if self.wanted.named.anybody else told

    def _of_whom(self, table: Table, whose: Whose) -> Bound:
        conditions: list[Bound] = []
        if whose.people:
            ids = self.members(whose)
            later = select(attributions.c.contact_id).where(attributions.c.person_id.in_(ids))
            conditions += [table.c.person_id.in_(ids), table.c.id.in_(later)]
        if whose.digits:
            conditions.append(digits_fit(table, whose))
        return or_(false(), *conditions)

    def members(self, whose: Whose) -> list[str]:
        """Return the ids of people with those who were merged into them."""
        return [*whose.people, *ContactOwners(self._connection).members_of(whose.people)]


def facets(table: Table, wanted: WantedContacts, by_index: bool) -> dict[str, Bound]:
    """Return what must hold of single columns by their names, in a form that lets their indexes be used or not."""
    columns = {name: table.c[name] if by_index else plus(table, name) for name in FACETS}
    whole = by_index and (wanted.channels or wanted.outcomes)  # their index needs both, to be followed up to the time
    channels = wanted.channels or (tuple(Channel) if whole else ())
    outcomes = wanted.outcomes or (tuple(Outcome) if whole else ())
    found: dict[str, Bound] = {}
    if channels:
        found["channel"] = columns["channel"].in_(channels)
    if outcomes:
        found["outcome"] = columns["outcome"].in_(outcomes)
    if wanted.staff is not None:
        found["staff"] = columns["staff"].in_(wanted.staff)
    if wanted.unanswered:
        found["unanswered"] = columns["unanswered"] == literal_column("1")
    if wanted.feedback:
        found["feedback"] = columns["feedback"] == wanted.feedback
    return found


def digits_fit(table: Table, whose: Whose) -> Bound:
    column = table.c.digits
    if whose.whole:
        return column == whose.digits
    last = func.substr(column, literal_column(f"-{LEAST_DIGITS}")) == whose.digits[-LEAST_DIGITS:]
    return and_(last, column.like(f"%{whose.digits}"))


def plus(table: Table, name: str) -> ColumnElement[Any]:
    """Return a column in a form that keeps the database from going along its index."""
    return type_coerce(literal_column(f"+{table.name}.{name}"), table.c[name].type)


def _source(table: Table) -> Any:
    if table is contacts:
        return contacts
    return corrected_contacts.join(contacts, contacts.c.id == corrected_contacts.c.id)


def _older(table: Table, at: ColumnElement[Any], key: Sequence[Any]) -> Bound:
    return tuple_(at, table.c.id) < tuple_(*key, types=(table.c.at.type, table.c.id.type))
