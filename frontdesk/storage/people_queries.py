"""The queries of a look-up, put together once: with every key that is typed that took longer than their answers."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, select

from .tables import people, person_keys, person_numbers

LAST_LETTER = "\U0010ffff"
"""Sorts behind every text that goes on after a beginning."""

Condition = ColumnElement[bool]
Values = dict[str, Any]

_MOST = bindparam("most", type_=Integer)


def _begins(column: ColumnElement[str], name: str) -> Condition:
    """Select texts with a beginning, as a range of the column's index; ``begun`` gives its values."""
    return and_(column >= bindparam(name), column < bindparam(f"{name}_behind"))


def _among(column: ColumnElement[Any], name: str) -> Condition:
    return column.in_(bindparam(name, expanding=True))


def begun(**beginnings: str) -> Values:
    """Return the values for texts that begin so."""
    return beginnings | {f"{name}_behind": text + LAST_LETTER for name, text in beginnings.items()}


def standing(*conditions: Condition) -> Select[str]:
    """Return a query for at most ``most`` people who are not archived."""
    return select(people.c.id).where(*conditions, ~people.c.archived).limit(_MOST)


def owning(*conditions: Condition) -> Select[str]:
    """Return a query for at most ``most`` people with such a number."""
    owners = select(person_numbers.c.person_id).join(people).where(~people.c.archived)
    return owners.where(*conditions).distinct().limit(_MOST)


CALLED = standing(_among(people.c.given_key, "given"), _among(people.c.family_key, "family"))
GIVEN_CALLED = standing(_among(people.c.given_key, "given"))
FAMILY_CALLED = standing(_among(people.c.family_key, "family"))
GIVEN_BEGUN = standing(_begins(people.c.given_key, "given"))
FAMILY_BEGUN = standing(_begins(people.c.family_key, "family"))
BOTH_BEGUN = standing(_begins(people.c.given_key, "given"), _begins(people.c.family_key, "family"))
JOINED_BEGUN = standing(_begins(people.c.joined_key, "joined"))
TURNED_BEGUN = standing(_begins(people.c.turned_key, "joined"))
IN_ORGANISATIONS = standing(_among(people.c.organisation_id, "organisations"))

DIGITS_BEGUN = owning(_begins(person_numbers.c.digits, "digits"))
EXTENSION_BEGUN = owning(_begins(person_numbers.c.extension, "digits"))
DIGITS_ENDING = owning(_begins(person_numbers.c.reversed, "reversed"))
NUMBERS = owning(_among(person_numbers.c.digits, "numbers"))
NUMBER = owning(person_numbers.c.digits == bindparam("digits"))
NUMBER_AND_EXTENSION = owning(
    person_numbers.c.digits == bindparam("digits"), person_numbers.c.extension == bindparam("extension")
)

KEYED = (
    select(person_keys.c.person_id)
    .join(people)
    .where(person_keys.c.kind == bindparam("kind"), ~people.c.archived, _begins(person_keys.c.key, "key"))
    .order_by(person_keys.c.key)
    .limit(_MOST)
)
