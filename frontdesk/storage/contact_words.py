"""Finding contacts by words inside their topic and note."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select

from frontdesk.domain.contacts import Contact
from frontdesk.domain.thai_text import normalise

from .columns import storable
from .rows import put
from .tables import contact_words

NEWEST = 200
"""How many of the contacts that were added last are looked at more closely."""

_SHORTEST = 3
"""Letters that a word needs for the trigram index; shorter ones are looked for row by row."""


def index_words(connection: Connection, contacts: Sequence[Contact]) -> None:
    """Make contacts findable by their words."""
    rows = [{"contact_id": one.id, "words": words} for one in contacts if (words := _words_of(one))]
    put(connection, insert(contact_words), rows)


def ids_containing(connection: Connection, words: Iterable[str], least: int) -> list[str]:
    """Return the ids of the contacts added last that hold every word; at least ``least`` if there are so many."""
    conditions = [_holds(key) for word in words if (key := _key_of(word))]
    if not conditions:
        return []
    query = select(contact_words.c.contact_id).where(*conditions).order_by(contact_words.c.rowid.desc())
    return list(connection.scalars(query.limit(max(NEWEST, least))))


def _words_of(contact: Contact) -> str:
    return normalise(f"{contact.topic}\n{contact.note}").strip()


def _key_of(word: str) -> str:
    """Return a word as the index holds it; a zero would end what SQLite reads of it."""
    return normalise(storable(word).replace("\0", " ")).strip()


def _holds(key: str) -> ColumnElement[Any]:
    if len(key) < _SHORTEST:
        return func.instr(contact_words.c.words, key) > 0
    quoted = key.replace('"', '""')
    return contact_words.c.words.op("MATCH")(f'"{quoted}"')
