"""Taking people off the file, with everything they are found by and every earlier state."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, exists, select, update

from frontdesk.domain.people import Person

from .card_words import index_card_words
from .history import History
from .people import SqlPeople
from .person_keys import FAMILY, GIVEN, ROMANISED, distinct_names
from .tables import merges, names, organisations, people, person_aliases, person_keys, person_numbers, person_versions


def erase_people(connection: Connection, person_ids: Sequence[str], by: str) -> None:
    """Erase people. A note without any state stays, so that other programs forget them too."""
    gone = SqlPeople(connection).by_ids(person_ids).values()
    index_card_words(connection, [], list(person_ids))
    for table in (person_numbers, person_aliases, person_keys):
        connection.execute(delete(table).where(table.c.person_id.in_(person_ids)))
    connection.execute(delete(person_versions).where(person_versions.c.item_id.in_(person_ids)))
    connection.execute(update(people).where(people.c.referred_by.in_(person_ids)).values(referred_by=""))
    _forget_merges(connection, set(person_ids))
    connection.execute(delete(people).where(people.c.id.in_(person_ids)))
    for person in gone:
        _forget_names(connection, person)
    _forget_empty(connection, organisations, {one.organisation for one in gone if one.organisation})
    for key in person_ids:
        History(connection, person_versions, Person).note([key], by)


def _forget_merges(connection: Connection, person_ids: set[str]) -> None:
    into = connection.scalars(select(merges.c.id).where(merges.c.into_id.in_(person_ids))).all()
    rows = connection.execute(select(merges.c.id, merges.c.merged_ids))
    found = {*into, *(key for key, merged in rows if person_ids & set(merged))}
    connection.execute(delete(merges).where(merges.c.id.in_(found)))


def _forget_names(connection: Connection, person: Person) -> None:
    """Take names off the list that guesses are compared with, unless somebody else has them."""
    for kind, key in distinct_names(person):
        others = {
            GIVEN: people.c.given_key == key,
            FAMILY: people.c.family_key == key,
            ROMANISED: (person_keys.c.kind == ROMANISED) & (person_keys.c.key == key),
        }[kind]
        one = (names.c.kind == kind) & (names.c.key == key)
        connection.execute(delete(names).where(one, ~exists().where(others)))


def _forget_empty(connection: Connection, table: Table, called: set[str]) -> None:
    used = exists().where(people.c.organisation_id == table.c.id)
    connection.execute(delete(table).where(table.c.name.in_(called), ~used))
