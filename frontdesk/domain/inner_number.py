"""The number by which somebody is called from inside the house."""

from .people import NumberKind, Person, PersonKind

LISTED = (PersonKind.STAFF, PersonKind.DEPARTMENT)
"""Who stands in the directory of the site."""


def inner_number(person: Person) -> str:
    """Return the extension, or empty. Of the directory four digits are one even where a public service has them."""
    listed = person.kind in LISTED
    inner = (
        number.extension or number.digits
        for number in person.numbers
        if number.kind is NumberKind.EXTENSION or (listed and number.kind is NumberKind.SHORT)
    )
    return next(inner, "")


def number_to_call(person: Person) -> str:
    """Return the inner number, else the first that can be called, else nothing."""
    anyhow = (number.digits or number.extension or number.e164 for number in person.numbers)
    return inner_number(person) or next((number for number in anyhow if number), "")
