"""What the entries of the chain commit to, read as it is stored, so that writing and proving see the same."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Boolean, Column, Integer, Table

from frontdesk.domain.chain import EntryKind, canonical, correction_subject

from .chain_tables import chain_gaps, contact_corrections, erasures
from .tables import contact_articles, contact_queries, contacts, gaps, transfers, withdrawals

Fetch = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
"""Runs a query with its values and returns rows as stored."""

Row = dict[str, Any]

_ALWAYS = object()
"""The default of a column that has none."""


class Stored:
    """The rows of one table as their entries commit to them: what holds a default is left out."""

    def __init__(self, table: Table, key: str, without: Sequence[str] = ()) -> None:
        columns = [c for c in table.columns if c.name not in without]
        self._usual = [(c.name, _default(c)) for c in columns]
        self._key = [c.name for c in columns].index(key)
        order = ", ".join(f'"{c.name}"' for c in table.primary_key)
        listed = ", ".join(f'"{c.name}"' for c in columns)
        self._query = f'SELECT {listed} FROM {table.name} WHERE "{key}" IN ({{}}) ORDER BY {order}'  # noqa: S608

    def rows(self, fetch: Fetch, keys: Sequence[Any]) -> dict[Any, list[Row]]:
        """Return rows by a column of theirs, in the order of the primary key."""
        found: dict[Any, list[Row]] = {}
        usual, key = self._usual, self._key
        for row in fetch(self._query.format(",".join("?" * len(keys))), keys):
            said = {name: value for (name, default), value in zip(usual, row, strict=True) if value != default}
            found.setdefault(row[key], []).append(said)
        return found


def _default(column: Column[Any]) -> object:
    if column.server_default is None:
        return None if column.nullable else _ALWAYS
    text = str(column.server_default.arg)  # type: ignore[attr-defined] # our defaults are texts
    return int(text) if isinstance(column.type, Integer | Boolean) else text


_CONTACTS = Stored(contacts, "id")
_ARTICLES = Stored(contact_articles, "contact_id")
_QUERIES = Stored(contact_queries, "contact_id")
_ENDINGS = {"transfer": Stored(transfers, "contact_id"), "gap": Stored(gaps, "contact_id")}
"""What few contacts have: their entries leave it out where there is none, as those did that came before it."""

_CORRECTIONS = Stored(contact_corrections, "contact_id")
_WITHDRAWALS = Stored(withdrawals, "contact_id")
_ERASURES = Stored(erasures, "contact_id")
_GAPS = Stored(chain_gaps, "seq")


def contents_of(fetch: Fetch, kind: str, subjects: Sequence[str]) -> dict[str, bytes]:
    """Return what entries of one kind commit to by their subjects; what is not there any more is left out."""
    if not subjects:
        return {}
    match kind:
        case EntryKind.CONTACT:
            return {key: canonical(parts) for key, parts in _contacts(fetch, subjects)}
        case EntryKind.CORRECTION:
            return _corrections(fetch, subjects)
        case EntryKind.WITHDRAWAL:
            found = _WITHDRAWALS.rows(fetch, subjects)
            return {key: canonical({"withdrawal": row}) for key, (row,) in found.items()}
        case EntryKind.ERASURE:
            return _erasures(fetch, subjects)
        case EntryKind.RESTORED | EntryKind.GAP:
            rows = _GAPS.rows(fetch, [int(one) for one in subjects if one.isdecimal()])
            return {str(key): canonical({"gap": row}) for key, (row,) in rows.items()}
    return {}


def _contacts(fetch: Fetch, ids: Sequence[str]) -> Iterable[tuple[str, dict[str, Any]]]:
    articles, queries = _ARTICLES.rows(fetch, ids), _QUERIES.rows(fetch, ids)
    endings = {name: stored.rows(fetch, ids) for name, stored in _ENDINGS.items()}
    for key, (row,) in _CONTACTS.rows(fetch, ids).items():
        ended = {name: rows[key] for name, rows in endings.items() if key in rows}
        yield key, {"contact": row, "articles": articles.get(key, []), "queries": queries.get(key, []), **ended}


def _corrections(fetch: Fetch, subjects: Sequence[str]) -> dict[str, bytes]:
    ids = list(dict.fromkeys(subject.rpartition(":")[0] for subject in subjects))
    found = _CORRECTIONS.rows(fetch, ids)
    rows = {correction_subject(key, row["seq"]): row for key, several in found.items() for row in several}
    return {subject: canonical({"correction": rows[subject]}) for subject in subjects if subject in rows}


def _erasures(fetch: Fetch, ids: Sequence[str]) -> dict[str, bytes]:
    """What an erasure commits to is what it left."""
    corrections, found = _CORRECTIONS.rows(fetch, ids), _ERASURES.rows(fetch, ids)
    return {
        key: canonical({**parts, "corrections": corrections.get(key, []), "erasure": found[key][0]})
        for key, parts in _contacts(fetch, ids)
        if key in found
    }
