"""Which property of a card is which column of a table; what cards have no word for goes out under our own name."""

from frontdesk.services.import_columns import PHONE_FIELDS

OURS = "X-FRONTDESK-"
CODE = f"{OURS}CODE"
OUR_UID = "urn:frontdesk:"
"""What identifiers of our own begin with: telephones keep these where they drop properties they do not know."""

FIRST_COLUMNS = ("code", "prefix", "given_name", "family_name", "name", "nickname", "organisation", "department")
LAST_COLUMNS = ("email", "line", "birthday", "aliases", "note", "facts")

USES = ("home", "work")
LONG = ("note", "facts")
"""Columns whose text may be of several lines."""


def our_property(column: str) -> str:
    """Return the property that holds a column for which cards have none."""
    return OURS + column.upper().replace("_", "-")


def our_column(name: str) -> str:
    """Return the column that one of our own properties holds."""
    return name.removeprefix(OURS).lower().replace("-", "_")


def in_order(columns: set[str]) -> tuple[str, ...]:
    """Put columns in the order in which a person reads them; the properties of others come last."""
    known = [*FIRST_COLUMNS, *PHONE_FIELDS, *LAST_COLUMNS]
    first = [column for column in known if column in columns]
    return (*first, *sorted(columns.difference(known), key=lambda name: (name.isupper(), name)))
