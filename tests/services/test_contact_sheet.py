"""The record as a table to work with: headers and values in a language, numbers masked, moments real."""

import csv
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.importing.writers import FileTableWriter
from frontdesk.services.contact_sheet import SheetOrder
from frontdesk.services.data_export import DataExport
from frontdesk.storage.database import Database

ORN = Staff("s-orn", "onanong", "อรอนงค์ พรหมดี", name_en="Onanong Promdee")
BOSS = Staff("s-boss", "wanna", "วรรณา สุขเกษม", role=Role.SUPERVISOR)
AT = datetime(2026, 11, 20, 20, 30, tzinfo=UTC)
PASSED = Contact(
    "c1", AT, AT, Channel.PHONE, Outcome.TRANSFERRED, "s-orn", "0812345678", person_code="P-1", person_name="สุดา ใจดี",
    note="=โทร 089-765-4471", articles=("A1", "A2"), queries=("บัตร", "081-234-5678"), feedback=Feedback.COMPLAINT,
    unanswered=True, transfer=Transfer(TransferReason.AUTHORITY, to_text="สมชาย 089-765-4471", to_place="เวชระเบียน"),
)  # fmt: skip
DROPPED = replace(
    PASSED, id="c2", outcome=Outcome.DROPPED, note="", number="", person_code="", person_name="", articles=(),
    queries=("ผลเลือด",), feedback=None, unanswered=False, transfer=None,
)  # fmt: skip


def say(sort: str, code: str) -> str:
    """Say what is what, so that a test can see it."""
    return f"{sort}:{code}"


@pytest.fixture
def export(storage: Database) -> Iterator[DataExport]:
    with storage.write() as repos:
        for staff in (ORN, BOSS):
            repos.staff.save(staff)
        repos.contacts.add_many([PASSED, DROPPED])
    yield DataExport(storage, FileTableWriter())


def in_csv(export: DataExport, file: Path, by: str = ORN.id, **order: Any) -> list[dict[str, str]]:
    export.contact_sheet(file, SheetOrder(**{"language": Language.TH, "say": say, **order}), by)
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_headers_and_values_are_said_and_numbers_masked(export: DataExport, tmp_path: Path) -> None:
    first, second = in_csv(export, tmp_path / "ออก.csv")
    assert {name.removeprefix("column:"): value for name, value in first.items()} == {
        "day": "21 พ.ย. 2569", "at": "2026-11-21 03:30", "channel": "channel:phone", "outcome": "outcome:transferred",
        "caller": "สุดา ใจดี", "code": "P-1", "phone": "081-xxx-5678", "topic": "", "note": "'=โทร 089-xxx-4471",
        "asked": "บัตร · 081-xxx-5678", "to": "สมชาย 089-xxx-4471 · เวชระเบียน", "reason": "reason:authority",
        "answers": "A1; A2", "unanswered": "answer:yes", "feedback": "feedback:complaint", "staff": "อรอนงค์ พรหมดี",
    }  # fmt: skip
    assert (second["column:topic"], second["column:phone"], second["column:to"]) == ("“ผลเลือด”", "", "")
    assert (second["column:unanswered"], second["column:feedback"], second["column:reason"]) == ("", "", "")


def test_english_needs_no_second_date(export: DataExport, tmp_path: Path) -> None:
    first, _ = in_csv(export, tmp_path / "out.csv", language=Language.EN)
    assert "column:day" not in first
    assert (first["column:at"], first["column:staff"]) == ("2026-11-21 03:30", "Onanong Promdee")


def test_a_workbook_has_a_named_sheet_and_real_moments(export: DataExport, tmp_path: Path) -> None:
    export.contact_sheet(tmp_path / "ออก.xlsx", SheetOrder(Language.TH, say=lambda _, code: code), ORN.id)
    with closing(load_workbook(tmp_path / "ออก.xlsx")) as book:
        (sheet,) = book.worksheets
        head, first, _ = ([cell.value for cell in row] for row in sheet.iter_rows())
        row = dict(zip(head, first, strict=True))
        assert sheet.title == "title"
        assert sheet.freeze_panes == "A2"
    assert row["at"] == datetime(2026, 11, 21, 3, 30)
    assert (row["day"], row["phone"]) == ("21 พ.ย. 2569", "081-xxx-5678")


def test_a_supervisor_may_have_numbers_in_full_and_that_is_noted(
    export: DataExport, storage: Database, tmp_path: Path
) -> None:
    first, _ = in_csv(export, tmp_path / "ออก.csv", BOSS.id, full_numbers=True)
    assert (first["column:phone"], first["column:asked"]) == ("081-234-5678", "บัตร · 081-234-5678")
    assert first["column:to"] == "สมชาย 089-765-4471 · เวชระเบียน"
    in_csv(export, tmp_path / "ออก.csv", BOSS.id)
    with storage.read() as repos:
        noted = [(one.staff, one.kind, one.detail) for one in repos.audit.latest(5, None, None, "")]
    kinds = (AuditKind.EXPORT, AuditKind.EXPORT_FULL)
    assert sorted(noted) == [("s-boss", kind, "contacts 2") for kind in kinds]


def test_nobody_else_gets_numbers_in_full(export: DataExport, storage: Database, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="not_allowed"):
        in_csv(export, tmp_path / "ออก.csv", ORN.id, full_numbers=True)
    assert list(tmp_path.glob("ออก*")) == []
    with storage.read() as repos:
        assert repos.audit.latest(5, None, None, "") == []
