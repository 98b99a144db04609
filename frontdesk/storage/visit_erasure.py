"""Erasing people from the gate: when somebody came and left stays, who it was goes."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, select, update

from frontdesk.domain.visits import INSIDE

from .hand_over_erasure import forget_visits
from .rows import chunks
from .visit_tables import held_cards, shift_entries, visits

_VISITOR = dict.fromkeys(
    (
        "name", "token", "code", "person_id", "organisation", "number", "digits", "plate", "purpose", "belongings",
        "note", "reason", "group_id", "name_key", "sound_key", "plate_key",
    ),
    "",
)  # fmt: skip
_HOST = dict.fromkeys(("host_id", "host"), "")


def erase_visitors(connection: Connection, person_ids: Sequence[str], digits: Sequence[str]) -> None:
    """Wipe people out of visits, and visits from numbers that are theirs alone; what the log says of these too."""
    theirs = visits.c.person_id.in_(person_ids) | (visits.c.digits.in_(digits) & (visits.c.person_id == ""))
    for ids in chunks(connection.scalars(select(visits.c.id).where(theirs)).all()):
        _wipe(connection, ids)
    connection.execute(update(visits).where(visits.c.host_id.in_(person_ids)).values(_HOST))


def forget_old_visits(connection: Connection, first: date, before: date, limit: int) -> int:
    """Wipe visitors out of some visits of past days; nobody inside, and nobody whose card is still held."""
    held = select(held_cards.c.visit_id).where(held_cards.c.returned_at.is_(None))
    past = (visits.c.day >= first) & (visits.c.day < before) & (visits.c.name != "")
    query = select(visits.c.id).where(past, visits.c.state.not_in(INSIDE), visits.c.id.not_in(held)).limit(limit)
    found = connection.scalars(query).all()
    for ids in chunks(found):
        _wipe(connection, ids)
    return len(found)


def _wipe(connection: Connection, ids: Sequence[str]) -> None:
    connection.execute(update(visits).where(visits.c.id.in_(ids)).values(_VISITOR))
    connection.execute(update(held_cards).where(held_cards.c.visit_id.in_(ids)).values(last=""))
    connection.execute(update(shift_entries).where(shift_entries.c.visit_id.in_(ids)).values(text=""))
    forget_visits(connection, ids)
