"""Finding contacts by words inside their topic and note."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update

from frontdesk.domain.contacts import Contact
from frontdesk.domain.thai_text import normalise

from .columns import storable
from .rows import put
from .tables import contact_words

NEWEST = 100
"""How many of the contacts that were added last are looked at more closely."""

READ = 3_000
"""Of so many contacts, those added last that hold the longer words, the words are read for shorter ones."""

_TELLING = 60
"""Letters of a contact's words that are enough to find its row by."""

SHORTEST = 3
"""Letters that a word needs for the trigram index; shorter ones are looked for row by row."""


def index_words(connection: Connection, contacts: Sequence[Contact]) -> None:
    """Make contacts findable by their words."""
    rows = [{"contact_id": one.id, "words": words} for one in contacts if (words := _words_of(one))]
    put(connection, insert(contact_words), rows)


def reword(connection: Connection, before: Contact, now: Contact) -> None:
    """Let a contact be found by other words, in the place that it had."""
    old, new = _words_of(before), _words_of(now)
    if old == new:
        return
    place = contact_words.c.rowid == _place_of(connection, before.id, old) if old else None
    if place is None:
        index_words(connection, [now])
    elif new:
        connection.execute(update(contact_words).where(place).values(words=new))
    else:
        connection.execute(delete(contact_words).where(place))


def _place_of(connection: Connection, contact_id: str, words: str) -> int | None:
    """Return the row of a contact. The index knows no ids: its words lead there."""
    query = select(contact_words.c.rowid).where(contact_words.c.contact_id == contact_id)
    known = words[:_TELLING]
    found = connection.scalar(query.where(_matches(known))) if len(known) >= SHORTEST and "\0" not in known else None
    return found if found is not None else connection.scalar(query)


def ids_containing(connection: Connection, words: Iterable[str], least: int) -> list[str]:
    """Return the ids of the contacts added last that hold every word; at least ``least`` if there are so many."""
    keys = [key for word in words if (key := _key_of(word))]
    if not keys:
        return []
    short = [key for key in keys if len(key) < SHORTEST]
    query = select(contact_words).where(*(_matches(key) for key in keys if len(key) >= SHORTEST))
    newest = query.order_by(contact_words.c.rowid.desc()).limit(READ if short else max(NEWEST, least)).subquery()
    holding = select(newest.c.contact_id).where(*(func.instr(newest.c.words, key) > 0 for key in short))
    return list(connection.scalars(holding.order_by(newest.c.rowid.desc()).limit(max(NEWEST, least))))


def _words_of(contact: Contact) -> str:
    return normalise(f"{contact.topic}\n{contact.note}").strip()


def _key_of(word: str) -> str:
    """Return a word as the index holds it; a zero would end what SQLite reads of it."""
    return normalise(storable(word).replace("\0", " ")).strip()


def _matches(key: str) -> ColumnElement[Any]:
    quoted = key.replace('"', '""')
    return contact_words.c.words.op("MATCH")(f'"{quoted}"')


def keys_of(words: Iterable[str]) -> list[str]:
    """Return words as the index holds them, without those that are none."""
    return [key for word in words if (key := _key_of(word))]


def words_found(words: Iterable[str]) -> tuple[Select[Any], Select[Any]] | None:
    """Return two searches for contacts that hold every word: a quick one to count by, which may find more, and one
    for their ids. None where no word is one.
    """
    keys = keys_of(words)
    if not keys:
        return None
    long = [_matches(key) for key in keys if len(key) >= SHORTEST]
    short = [func.instr(contact_words.c.words, key) > 0 for key in keys if len(key) < SHORTEST]
    counted = select(contact_words.c.rowid).where(*(long or short))
    return counted, select(contact_words.c.contact_id.label("id")).where(*long, *short)


HOLDS = func.holds_words
"""Tells in SQL whether a topic and a note hold every one of some keys, as the index would."""


def teach_words(connection: Connection) -> None:
    """Let a connection know ``HOLDS``."""
    if not connection.info.get(_TAUGHT):
        driver: Any = connection.connection.driver_connection
        driver.create_function("holds_words", -1, _holds, deterministic=True)
        connection.info[_TAUGHT] = True


_TAUGHT = "frontdesk_holds_words"


def _holds(topic: str, note: str, *keys: str) -> bool:
    words = normalise(f"{topic}\n{note}")
    return all(key in words for key in keys)
