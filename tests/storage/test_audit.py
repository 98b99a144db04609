"""The record of who looked at personal data: only ever added to, newest first."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, exc, update

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.ids import new_id
from frontdesk.storage.database import Database
from frontdesk.storage.tables import audit_events

from .conftest import MORNING


def event(minute: int, staff: str = "อรอนงค์", kind: AuditKind = AuditKind.REVEAL) -> AuditEvent:
    return AuditEvent(new_id(), MORNING + timedelta(minutes=minute), staff, kind, "p-1", "people")


@pytest.fixture
def noted(database: Database) -> list[AuditEvent]:
    events = [event(1), event(2, "วรรณา", AuditKind.EXPORT), event(3)]
    with database.write() as repos:
        for one in events:
            repos.audit.add(one)
    return events


def test_events_come_back_newest_first(database: Database, noted: list[AuditEvent]) -> None:
    with database.read() as repos:
        assert repos.audit.latest(10) == noted[::-1]
        assert repos.audit.latest(1) == [noted[2]]


def test_events_are_picked_by_time_and_by_staff(database: Database, noted: list[AuditEvent]) -> None:
    with database.read() as repos:
        assert repos.audit.latest(10, start=noted[1].at, end=noted[2].at) == [noted[1]]
        assert repos.audit.latest(10, staff="วรรณา") == [noted[1]]
        assert repos.audit.latest(10, staff="ใครก็ไม่รู้") == []


@pytest.mark.parametrize("change", [update(audit_events).values(staff="x"), delete(audit_events)])
def test_nothing_on_the_record_can_be_changed(database: Database, noted: list[AuditEvent], change: object) -> None:
    with pytest.raises(exc.IntegrityError), database.write() as repos:
        repos.connection.execute(change)  # type: ignore[call-overload]

    with database.read() as repos:
        assert repos.audit.latest(10) == noted[::-1]
