"""The queries of a look-up, put together once: with every key that is typed that took longer than their answers."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, exists, func, literal_column, select

from .asked import Asked
from .person_keys import ALIAS
from .tables import contacts, names, people, person_keys, person_numbers

LAST_LETTER = "\U0010ffff"
"""Sorts behind every text that goes on after a beginning."""

ENDINGS = 500
"""Of so many whose number ends alike, those in contact last come first; of a switchboard's thousands no more."""

Condition = ColumnElement[bool]
Values = dict[str, Any]

LATELY = 1_000
"""Of so many who were in contact last, those with a beginning come before all others."""

LOOKED_AT = 2_000
"""So many of those newest on file, of those who were there first, and of those whom somebody sent."""

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


def _owning_last(condition: Condition) -> Select[str]:
    """Return a query for people with such a number, those in contact last first."""
    owners = select(person_numbers.c.person_id).join(people).where(condition, ~people.c.archived)
    return owners.group_by(person_numbers.c.person_id).order_by(people.c.last_contact_at.desc()).limit(_MOST)


def _contacted_last(condition: Condition) -> Select[str]:
    """Return a query for people who were in contact, the last one first."""
    contacted = people.c.last_contact_at.is_not(None)
    return standing(condition, contacted).order_by(people.c.last_contact_at.desc())


def _contacted_lately(column: ColumnElement[str], name: str) -> Select[str]:
    """Return a query for people with a beginning among those in contact last: of all it would take long."""
    some = people.c
    last = select(some.id, column.label("key")).where(some.last_contact_at.is_not(None), ~some.archived)
    lately = last.order_by(some.last_contact_at.desc()).limit(LATELY).subquery()
    return select(lately.c.id).where(_begins(lately.c.key, name)).limit(_MOST)


_PLAIN_GIVEN: ColumnElement[str] = literal_column("+people.given_key")  # the sign keeps it from the index:
_BOTH = _among(_PLAIN_GIVEN, "given"), _among(people.c.family_key, "family")  # few people share a family name
CALLED = Asked(
    select(people.c.id, people.c.given_key, people.c.family_key)
    .where(*_BOTH, ~people.c.archived)
    .order_by(people.c.last_contact_at.desc())
    .limit(_MOST)
)
GIVEN_CALLED = Asked(standing(_among(people.c.given_key, "given")))
FAMILY_CALLED = Asked(standing(_among(people.c.family_key, "family")))
GIVEN_CONTACTED = Asked(_contacted_last(_among(people.c.given_key, "given")))
FAMILY_CONTACTED = Asked(_contacted_last(_among(people.c.family_key, "family")))
GIVEN_BEGUN = Asked(standing(_begins(people.c.given_key, "given")))
FAMILY_BEGUN = Asked(standing(_begins(people.c.family_key, "family")))
GIVEN_LATELY = Asked(_contacted_lately(people.c.given_key, "given"))
FAMILY_LATELY = Asked(_contacted_lately(people.c.family_key, "family"))
BOTH_BEGUN = Asked(standing(_begins(people.c.given_key, "given"), _begins(people.c.family_key, "family")))
AMONG_GIVEN = Asked(standing(_among(people.c.given_key, "whole"), _begins(people.c.family_key, "rest")))
AMONG_FAMILY = Asked(standing(_among(people.c.family_key, "whole"), _begins(people.c.given_key, "rest")))
LAST = Asked(
    select(people.c.id, people.c.last_contact_at).where(
        _among(people.c.id, "ids"), people.c.last_contact_at.is_not(None), ~people.c.archived
    )
)
NAMED = Asked(select(names.c.kind, names.c.key).where(_among(names.c.kind, "kinds"), _among(names.c.key, "keys")))
IN_ORGANISATIONS = Asked(standing(_among(people.c.organisation_id, "organisations")))

DISTINCT_NAMES = Asked(select(names.c.kind, names.c.key))
DISTINCT_DIGITS = Asked(select(person_numbers.c.digits).where(person_numbers.c.digits != "").distinct())
DIGITS_BEGUN = Asked(owning(_begins(person_numbers.c.digits, "digits")))
_HAS_EXTENSION = person_numbers.c.extension != literal_column("''")  # in these words, as the index says it
EXTENSION_BEGUN = Asked(owning(_begins(person_numbers.c.extension, "digits"), _HAS_EXTENSION))
EXTENSION = Asked(
    owning(person_numbers.c.extension == bindparam("extension"), person_numbers.c.digits == "", _HAS_EXTENSION)
)
_ENDING = _begins(person_numbers.c.reversed, "reversed")
_SOME_ENDING = select(person_numbers.c.person_id).where(_ENDING).limit(literal_column(str(ENDINGS)))
DIGITS_ENDING_CONTACTED = Asked(_contacted_last(people.c.id.in_(_SOME_ENDING)))
DIGITS_ENDING = Asked(owning(_ENDING))
NUMBERS = Asked(owning(_among(person_numbers.c.digits, "numbers")))
NUMBER = Asked(_owning_last(person_numbers.c.digits == bindparam("digits")))
NUMBER_AND_EXTENSION = Asked(
    owning(person_numbers.c.digits == bindparam("digits"), person_numbers.c.extension == bindparam("extension"))
)

_SENT = people.c.referred_by != literal_column("''")  # in these words, as the index says it
_SENT_BY_THESE = _among(people.c.referred_by, "senders"), _SENT
HAVE_SENT = Asked(select(people.c.referred_by).where(*_SENT_BY_THESE).limit(literal_column("1")))
_SOME_SENT = select(people.c.id).where(*_SENT_BY_THESE).limit(literal_column(str(LOOKED_AT)))
SENT_BY = Asked(standing(people.c.id.in_(_SOME_SENT)).order_by(people.c.last_contact_at.desc()))
_HOW_MANY = func.count()
SENDERS = Asked(
    select(people.c.referred_by)
    .where(_SENT)
    .group_by(people.c.referred_by)
    .having(_HOW_MANY.between(bindparam("least", type_=Integer), bindparam("greatest", type_=Integer)))
    .limit(_MOST)
)
SENT_COUNTS = Asked(
    select(people.c.referred_by, _HOW_MANY).where(*_SENT_BY_THESE, ~people.c.archived).group_by(people.c.referred_by)
)
_IN_CONTACT = standing(people.c.last_contact_at.is_not(None)).order_by(people.c.last_contact_at.desc())
IN_CONTACT = Asked(_IN_CONTACT)
IN_CONTACT_BEFORE = Asked(_IN_CONTACT.where(people.c.last_contact_at < bindparam("before")))
NEWEST = Asked(standing().order_by(people.c.id.desc()))
_CALLS = select(func.count()).where(contacts.c.person_id == people.c.id).scalar_subquery()
_OTHERS = people.alias()
_OTHERS_SENT = _OTHERS.c.referred_by == people.c.id, _OTHERS.c.referred_by != literal_column("''")
_SENT_COUNT = select(func.count()).where(*_OTHERS_SENT).scalar_subquery()
COUNTED = Asked(
    select(*(people.c.id, people.c.last_contact_at, people.c.purchases, people.c.last_purchase), _CALLS, _SENT_COUNT)
    .where(_among(people.c.id, "ids"), ~_among(people.c.kind, "without"), ~people.c.archived)
    .order_by(people.c.last_contact_at.desc())
)


def _of_kind(some: Select[Any]) -> Asked:
    first = some.subquery()
    return Asked(select(first.c.id).where(first.c.kind == bindparam("kind")).limit(_MOST))


_KINDS = select(people.c.id, people.c.kind).where(~people.c.archived)
_KINDS_LATELY = _KINDS.where(people.c.last_contact_at.is_not(None)).order_by(people.c.last_contact_at.desc())
OF_KIND = (
    _of_kind(_KINDS_LATELY.limit(literal_column(str(LATELY)))),
    _of_kind(_KINDS.order_by(people.c.id.desc()).limit(literal_column(str(LOOKED_AT)))),
    _of_kind(_KINDS.order_by(people.c.id).limit(literal_column(str(LOOKED_AT)))),
)
"""Among those in contact last, those newest on file, and those who were there first: of all it would take long."""

_NICKNAME = person_keys.c.person_id == people.c.id, person_keys.c.kind == ALIAS, _begins(person_keys.c.key, "key")
NICKNAMED = Asked(standing(_begins(people.c.family_key, "family"), exists().where(*_NICKNAME)))

KEYED = Asked(
    select(person_keys.c.person_id, person_keys.c.key)
    .join(people)
    .where(person_keys.c.kind == bindparam("kind"), ~people.c.archived, _begins(person_keys.c.key, "key"))
    .order_by(person_keys.c.key)
    .limit(_MOST)
)
