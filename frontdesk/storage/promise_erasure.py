"""Erasing people from what is owed: what happened and when stays, with whom and what was said goes."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, select, update

from frontdesk.domain.promises import PromiseEvent, PromiseEventKind

from .promise_tables import promise_events, promises
from .rows import chunks

_OWED = dict.fromkeys(("what", "person_id", "person_name", "number", "digits"), "")
_FOR = dict.fromkeys(("for_id", "for_name"), "")


def erase_promises(connection: Connection, theirs: ColumnElement[bool]) -> None:
    """Take out of promises and their events who somebody was and what was said."""
    for ids in chunks(connection.scalars(select(promises.c.id).where(theirs)).all()):
        connection.execute(update(promises).where(promises.c.id.in_(ids)).values(_OWED))
        _wipe(connection, promise_events.c.promise_id.in_(ids))


def erase_addressees(connection: Connection, person_ids: Sequence[str]) -> None:
    """Take people out of the messages that were for them."""
    for ids in chunks(connection.scalars(select(promises.c.id).where(promises.c.for_id.in_(person_ids))).all()):
        connection.execute(update(promises).where(promises.c.id.in_(ids)).values(_FOR))
        addressed = promise_events.c.kind == PromiseEventKind.ADDRESSED
        _wipe(connection, promise_events.c.promise_id.in_(ids) & addressed)


def _wipe(connection: Connection, events: ColumnElement[bool]) -> None:
    """Wipe what was said; times and outcomes are what was done."""
    table = promise_events
    columns = (table.c.id, table.c.at, table.c.by, table.c.kind, table.c.detail)
    rows = connection.execute(select(*columns).where(events)).all()
    said = [key for key, *event in rows if not PromiseEvent(*event).impersonal]
    for ids in chunks(said):
        connection.execute(update(table).where(table.c.id.in_(ids)).values(detail=""))
