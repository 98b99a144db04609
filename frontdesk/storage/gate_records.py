"""Cards that the gate holds, and the pass-down log, in the database."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select, text, update
from sqlalchemy.exc import IntegrityError

from frontdesk.domain.errors import DeskError
from frontdesk.domain.shift_log import ShiftEntry
from frontdesk.domain.visits import HeldCard

from .rows import chunks, insert_new, row_of
from .visit_tables import held_cards, shift_entries, shift_entries_closed

_OPEN = held_cards.c.returned_at.is_(None)


class SqlCards:
    """Implements the port ``CardRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(self, card: HeldCard) -> None:
        if self.in_slot(card.slot) is not None:
            raise DeskError("slot_taken", slot=card.slot)
        self._connection.execute(insert_new(held_cards).values(asdict(card)))

    def give_back(self, card_id: str, at: datetime, by: str) -> None:
        held = (held_cards.c.id == card_id) & _OPEN
        self._connection.execute(update(held_cards).where(held).values(returned_at=at, returned_by=by))

    def take_again(self, card_id: str) -> None:
        card = self.get(card_id)
        again = update(held_cards).where(held_cards.c.id == card_id).values(returned_at=None, returned_by="")
        try:
            self._connection.execute(again)
        except IntegrityError:
            raise DeskError("slot_taken", slot=card.slot if card else "") from None

    def get(self, card_id: str) -> HeldCard | None:
        return next(iter(self._listed(select(held_cards).where(held_cards.c.id == card_id))), None)

    def open(self) -> list[HeldCard]:
        held = self._listed(select(held_cards).where(_OPEN))  # put in order here: few are open, many were ever held
        return sorted(held, key=lambda card: (card.taken_at is None, card.taken_at, card.id))

    def in_slot(self, slot: str) -> HeldCard | None:
        return next(iter(self._listed(select(held_cards).where(_OPEN, held_cards.c.slot == slot))), None)

    def of_visits(self, visit_ids: Collection[str]) -> dict[str, list[HeldCard]]:
        found: dict[str, list[HeldCard]] = defaultdict(list)
        for part in chunks(visit_ids):
            query = select(held_cards).where(held_cards.c.visit_id.in_(part)).order_by(held_cards.c.taken_at)
            for card in self._listed(query):
                found[card.visit_id].append(card)
        return dict(found)

    def _listed(self, query: Select[*tuple[object, ...]]) -> list[HeldCard]:
        return [HeldCard(**row._mapping) for row in self._connection.execute(query)]


class SqlShiftLog:
    """Implements the port ``ShiftLogRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: ShiftEntry) -> bool:
        done = self._connection.execute(insert_new(shift_entries).values(row_of(entry, shift_entries)))
        return done.rowcount == 1

    def close(self, entry_id: str, at: datetime, by: str, closing: str) -> None:
        row = {"entry_id": entry_id, "at": at, "by": by, "closing": closing}
        self._connection.execute(insert_new(shift_entries_closed).values(row))

    def get(self, entry_id: str) -> ShiftEntry | None:
        return next(iter(self._listed(_entries().where(shift_entries.c.id == entry_id))), None)

    def between(self, start: datetime, end: datetime) -> list[ShiftEntry]:
        then = (shift_entries.c.at >= start) & (shift_entries.c.at < end)
        return self._listed(_entries().where(then, _stands()).order_by(shift_entries.c.at, shift_entries.c.id))

    def open(self) -> list[ShiftEntry]:
        waits = (text("shift_entries.follow_up = 1"), shift_entries_closed.c.entry_id.is_(None))  # as the index says
        return self._listed(_entries().where(*waits, _stands()).order_by(shift_entries.c.at))

    def history(self, entry_id: str) -> list[ShiftEntry]:
        chain = [found] if (found := self.get(entry_id)) else []
        while chain and chain[0].corrects and (before := self.get(chain[0].corrects)):
            chain.insert(0, before)
        while chain and (after := self._correcting(chain[-1].id)):
            chain.append(after)
        return chain

    def _correcting(self, entry_id: str) -> ShiftEntry | None:
        return next(iter(self._listed(_entries().where(shift_entries.c.corrects == entry_id))), None)

    def _listed(self, query: Select[*tuple[object, ...]]) -> list[ShiftEntry]:
        return [ShiftEntry(**row._mapping) for row in self._connection.execute(query)]


def _entries() -> Select[*tuple[object, ...]]:
    closed = shift_entries_closed
    told = (func.coalesce(closed.c[name], "") for name in ("by", "closing"))
    by, closing = told
    ended = (closed.c.at.label("closed_at"), by.label("closed_by"), closing.label("closing"))
    joined = shift_entries.outerjoin(closed, closed.c.entry_id == shift_entries.c.id)
    return select(shift_entries, *ended).select_from(joined)


def _stands() -> ColumnElement[bool]:
    """Leave out what was put right by a later entry."""
    later = shift_entries.alias("later")
    put_right = and_(later.c.corrects == shift_entries.c.id, text("later.corrects != ''"))
    return ~exists().where(put_right)
