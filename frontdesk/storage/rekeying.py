"""Making every stored key anew when the rules by which keys are made have changed."""

from sqlalchemy import Connection, Text, delete, or_, select, type_coerce, update

from frontdesk.domain.names import name_key
from frontdesk.domain.thai_text import NORMALISER_VERSION

from .card_words import index_card_words
from .contact_rows import ContactRows
from .contact_words import index_words
from .people import SqlPeople
from .rows import chunks, upsert
from .tables import contact_words, contacts, meta, names, organisations, people

KEYS_VERSION = 2
"""Grows with every change of the keys of people that a change of the normaliser does not bring."""

CARD_WORDS_VERSION = "4"
"""Another text with every change of what is searched of cards, which most people have nothing of."""

_NAME, _CARD = "keys", "card words"
_CURRENT = f"{NORMALISER_VERSION}.{KEYS_VERSION}"


def keys_are_current(connection: Connection) -> bool:
    """Tell whether the stored keys were made by today's rules."""
    return connection.execute(select(meta.c.value).where(meta.c.name == _NAME)).scalar() == _CURRENT


def make_keys_anew(connection: Connection) -> None:
    """Make all keys by today's rules (20,000 people take a few seconds); what people typed stays."""
    _organisations(connection)
    _people(connection)
    _contacts(connection)
    _note(connection, _NAME, _CURRENT)
    _note(connection, _CARD, CARD_WORDS_VERSION)


def card_words_are_current(connection: Connection) -> bool:
    """Tell whether cards are searched by all that today's rules say."""
    return connection.execute(select(meta.c.value).where(meta.c.name == _CARD)).scalar() == CARD_WORDS_VERSION


def make_card_words_anew(connection: Connection) -> None:
    """Let those be found by their cards who have more on them than a note."""
    texts = (people.c.hours, people.c.lunch, people.c.deputy)
    lists = (type_coerce(column, Text) for column in (people.c.facts, people.c.leave))
    moments = (people.c.birthday, people.c.channel, people.c.not_before, people.c.last_purchase)
    told = or_(
        people.c.purchases > 0,
        *(one.is_not(None) for one in moments),
        *(one != "" for one in texts),
        *(one != "[]" for one in lists),
    )
    everybody = SqlPeople(connection)
    for ids in chunks(connection.scalars(select(people.c.id).where(told)).all()):
        index_card_words(connection, list(everybody.by_ids(ids).values()), ids)
    _note(connection, _CARD, CARD_WORDS_VERSION)


def _note(connection: Connection, name: str, value: str) -> None:
    connection.execute(upsert(meta).values(name=name, value=value))


def _organisations(connection: Connection) -> None:
    for key, name in connection.execute(select(organisations.c.id, organisations.c.name)).all():
        one = organisations.c.id == key
        connection.execute(update(organisations).where(one).values(name_key=name_key(name)))


def _people(connection: Connection) -> None:
    connection.execute(delete(names))
    everybody = SqlPeople(connection)
    for ids in chunks(connection.scalars(select(people.c.id)).all()):
        everybody.make_keys_anew(ids)


def _contacts(connection: Connection) -> None:
    connection.execute(delete(contact_words))
    record = ContactRows(connection)
    for ids in chunks(connection.scalars(select(contacts.c.id).order_by(contacts.c.at, contacts.c.id)).all()):
        index_words(connection, record.by_ids(ids))
