"""Wiping out what hand-overs say of erased people; who handed over what to whom stays."""

from collections.abc import Sequence

from sqlalchemy import Connection, update

from .hand_over_tables import hand_over_items as table

_SAID = dict.fromkeys(("what", "who", "number", "person_id"), "")
_ADDRESSED = dict.fromkeys(("addressee", "addressee_id"), "")


def forget_people(connection: Connection, person_ids: Sequence[str]) -> None:
    """Wipe out what was said of people who are off the file already, and their names where messages are for them."""
    connection.execute(update(table).where(table.c.person_id.in_(person_ids)).values(_SAID))
    connection.execute(update(table).where(table.c.addressee_id.in_(person_ids)).values(_ADDRESSED))


def forget_visits(connection: Connection, visit_ids: Sequence[str]) -> None:
    """Wipe out what was said of visits whose visitors are wiped out already."""
    connection.execute(update(table).where(table.c.visit_id.in_(visit_ids)).values(_SAID))


def forget_contacts(connection: Connection, contact_ids: Sequence[str]) -> None:
    """Wipe out what was said of contacts whose erasure is on record already."""
    connection.execute(update(table).where(table.c.contact_id.in_(contact_ids)).values(_SAID))
