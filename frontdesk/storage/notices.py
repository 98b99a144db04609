"""Notices in the database, and who has read them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select

from frontdesk.domain.notices import Notice, Posted, Terms, Wording

from .notice_tables import notice_reads, notices, notices_ended
from .rows import insert_new, put


class SqlNotices:
    """Implements the port ``NoticeRecord``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, notice: Notice) -> None:
        own = {"id": notice.id, "made_at": notice.made_at, "made_by": notice.made_by, "replaces": notice.replaces}
        said = {"wording_id": notice.wording_id or notice.id} | asdict(notice.wording) | asdict(notice.terms)
        self._connection.execute(insert(notices).values(own | said))

    def end(self, notice_id: str, by: str, at: datetime) -> None:
        self._connection.execute(insert_new(notices_ended).values(notice_id=notice_id, by=by, at=at))

    def get(self, notice_id: str) -> Notice | None:
        row = self._connection.execute(select(notices).where(notices.c.id == notice_id)).one_or_none()
        return _notice(row) if row else None

    def standing(self, now: datetime) -> list[Notice]:
        ended = select(notices_ended.c.notice_id)
        stands = or_(notices.c.until.is_(None), notices.c.until > now)
        query = select(notices).where(stands, notices.c.id.not_in(ended)).order_by(notices.c.made_at, notices.c.id)
        return [_notice(row) for row in self._connection.execute(query)]

    def posted(self, now: datetime) -> list[Posted]:
        standing = self.standing(now)
        read_at = self.read_at(notice.wording_id for notice in standing)
        return [Posted(notice, read_at.get(notice.wording_id, {})) for notice in standing]

    def read_at(self, wording_ids: Iterable[str]) -> dict[str, dict[str, datetime]]:
        query = select(notice_reads).where(notice_reads.c.wording_id.in_(list(wording_ids)))
        found: dict[str, dict[str, datetime]] = defaultdict(dict)
        for row in self._connection.execute(query):
            found[row.wording_id][row.staff] = row.at
        return dict(found)

    def mark_read(self, wording_ids: Iterable[str], staff_id: str, at: datetime) -> None:
        rows = [{"wording_id": one, "staff": staff_id, "at": at} for one in wording_ids]
        put(self._connection, insert_new(notice_reads), rows)


def _notice(row: Row[*tuple[Any, ...]]) -> Notice:
    wording = Wording(row.title, row.text, row.title_en, row.text_en)
    terms = Terms(row.until, row.must_read, row.role)
    return Notice(row.id, wording, row.made_at, row.made_by, terms, row.wording_id, row.replaces)
