"""Who looked at whom: with names for those who may see them, and without any in the record itself."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Role, Staff
from frontdesk.importing.tables import FileTables
from frontdesk.importing.writers import FileTableWriter
from frontdesk.services.audit import Audit
from frontdesk.services.data_export import DataExport
from frontdesk.services.data_import import DataImport
from frontdesk.storage.database import Database
from frontdesk.storage.tables import audit_events

from .conftest import StillClock

WANNA, ONANONG = Staff("s-1", "wanna", "วรรณา ศรีสุข", role=Role.SUPERVISOR), Staff("s-2", "onanong", "อรอนงค์ สายใจ")
SUDA = Person("p-1", "P-1", "สุดา", "ใจดี", numbers=(parse_number("081-234-5678"),))


@pytest.fixture
def audit(storage: Database, clock: StillClock) -> Audit:
    call = Contact("c-1", clock.now(), clock.now(), Channel.PHONE, Outcome.ANSWERED, "s-2", number="0891112222")
    with storage.write() as repos:
        for staff in (WANNA, ONANONG):
            repos.staff.save(staff)
        repos.people.save(SUDA, "s-1")
        repos.contacts.add(call)
    return Audit(storage, clock)


def test_an_event_is_shown_with_names(audit: Audit) -> None:
    audit.note(AuditKind.REVEAL, "s-2", "p-1", "people")

    (entry,) = audit.entries("s-1")
    assert (entry.staff, entry.whose, entry.person_id) == (ONANONG, "สุดา ใจดี", "p-1")
    assert (entry.event.kind, entry.event.detail) == (AuditKind.REVEAL, "people")


@pytest.mark.parametrize("subject", ["c-1", "gone", ""])
def test_what_was_nobodys_has_no_name(audit: Audit, subject: str) -> None:
    audit.note(AuditKind.REVEAL, "s-2", subject, "log")

    assert [(entry.whose, entry.person_id) for entry in audit.entries("s-1")] == [("", "")]


def test_events_are_listed_by_day_of_the_site_and_by_staff(audit: Audit, clock: StillClock) -> None:
    audit.note(AuditKind.REVEAL, "s-1", "p-1", "people")
    clock.move(hours=13, minutes=18)  # midnight in Thailand
    audit.note(AuditKind.COPY, "s-2", "p-1", "people")

    assert [entry.event.staff for entry in audit.entries("s-1")] == ["s-2", "s-1"]
    assert [entry.event.staff for entry in audit.entries("s-1", day=date(2026, 11, 20))] == ["s-1"]
    assert [entry.event.staff for entry in audit.entries("s-1", day=date(2026, 11, 21))] == ["s-2"]
    assert [entry.event.staff for entry in audit.entries("s-1", staff="s-1")] == ["s-1"]


def test_taking_people_out_and_in_is_noted(audit: Audit, storage: Database, clock: StillClock, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    DataExport(storage, FileTableWriter()).export("people", file, "s-1")
    file.write_text(file.read_text("utf-8-sig").replace("สุดา", "สุดารัตน์"), "utf-8")
    data = DataImport(storage, FileTables(), clock)
    data.run(file, ImportKind.PEOPLE, by="s-1")
    data.undo_last("s-1")

    noted = {(entry.event.kind, entry.event.staff, entry.event.detail) for entry in audit.entries("s-1")}
    kinds = (AuditKind.EXPORT, AuditKind.IMPORT, AuditKind.UNDO_IMPORT)
    assert noted == {(kind, "s-1", "people 1") for kind in kinds}


def test_answers_are_nobodys_data(audit: Audit, storage: Database, tmp_path: Path) -> None:
    DataExport(storage, FileTableWriter()).export("articles", tmp_path / "answers.csv", "s-1")

    assert audit.entries("s-1") == ()


def test_the_record_holds_neither_name_nor_number(audit: Audit, storage: Database) -> None:
    audit.note(AuditKind.REVEAL, "s-2", "p-1", "people")

    with storage.read() as repos:
        rows = str(repos.connection.execute(select(audit_events)).all())
    assert "p-1" in rows
    assert not any(told in rows for told in ("สุดา", "ใจดี", "081", "5678"))


@pytest.mark.parametrize("by", ["s-2", "gone", ""])
def test_nobody_but_a_supervisor_may_read_it(audit: Audit, by: str) -> None:
    with pytest.raises(DeskError, match="not_allowed"):
        audit.entries(by)
