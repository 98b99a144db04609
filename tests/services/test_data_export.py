"""What goes out comes in again unchanged."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, Leave, NumberUse, PartialDate, Person, PersonKind, QuickFact
from frontdesk.domain.staff import Staff
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.domain.visits import Visit
from frontdesk.importing.tables import FileTables
from frontdesk.importing.writers import FileTableWriter
from frontdesk.services.data_export import DataExport
from frontdesk.services.data_import import DataImport
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

ARTICLES = [
    Article("a1", "A1", "บัตรหาย", "Lost card", "แจ้งช่อง 3 ค่ะ", "Counter 3", "- ข้อ 1\n- ข้อ 2", "=1+1", "บัตร",
            ("บัตรหาย", "lost"), "ทะเบียน", "S1", "S2", date(2026, 11, 3), "S1", date(2027, 11, 3), True),
    Article("a2", "0002", "", "Parking", body='He said "no", twice;\tok'),
]  # fmt: skip
PEOPLE = [
    Person("p1", "P1", "สุดา", "ใจดี", "นางสาว", "ดา", "Suda Jaidee", PersonKind.CUSTOMER, "บริษัท ก จำกัด",
           "บัญชี", "8-16", "suda@example.com", "@suda", PartialDate(1, 16, 1984), "หนึ่ง\nสอง", "1กก 1234 กทม",
           (*(parse_number(n) for n in ("081-234-5678", "02-123-4567 ต่อ 25", "1120", "แฟกซ์ 02-111-2222")),
            replace(parse_number("+44 20 7946 0018"), use=NumberUse.HOME), parse_number("บ้าน 02-765-4321")),
           ("ดาวดวง", "แดง"),
           handles=(Handle(HandleKind.PLATE, "2ขข 99 เชียงใหม่"), Handle(HandleKind.EMAIL, "s@example.org")),
           facts=(QuickFact("สีที่ชอบ", "ฟ้า; เขียว", "เล่าเอง", date(2025, 1, 8), consent=True),
                  QuickFact("drink", "tea: hot"), QuickFact("ภาษา", "จีน", consent=True)),
           channel=Channel.LINE, not_before=time(17, 5), purchases=12, last_purchase=date(2026, 10, 3)),
    Person("p2", "P2", "เวชระเบียน", kind=PersonKind.DEPARTMENT, birthday=PartialDate(2, 29), room="5/12",
           lunch="12:00-13:00", deputy="P1",
           leave=(Leave(date(2026, 12, 1), date(2026, 12, 3), "ลาพักร้อน"), Leave(date(2027, 1, 4), date(2027, 1, 4)))),
]  # fmt: skip


@pytest.fixture
def filled(storage: Database, clock: StillClock) -> Database:
    days = (clock.today(), clock.today() + timedelta(days=1))
    Visits(storage, clock).expect_all([Visit("", day, "สมชาย, ใจดี", note="=1+1\nโทรก่อน") for day in days], "s1")
    with storage.write() as repos:
        repos.articles.save_many(ARTICLES, "s1")
        repos.people.save_many(PEOPLE, "s1")
    return storage


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
@pytest.mark.parametrize("kind", list(ImportKind))
def test_an_export_comes_in_again_unchanged(
    filled: Database, clock: StillClock, tmp_path: Path, kind: ImportKind, name: str
) -> None:
    assert DataExport(filled, FileTableWriter()).export(kind, tmp_path / name) == 2
    report = DataImport(filled, FileTables(), clock).dry_run(tmp_path / name, kind)
    only_told = ("state", "arrived", "left") if kind is ImportKind.VISITS else ()
    assert (report.rows, report.unchanged, report.errors, report.unknown) == (2, 2, (), only_told)


@pytest.mark.parametrize("version", ["", "4.0", "3.0", "2.1"])
def test_people_come_back_from_cards_unchanged(
    filled: Database, clock: StillClock, tmp_path: Path, version: str
) -> None:
    assert DataExport(filled, FileTableWriter()).export("people", tmp_path / "out.vcf", version=version) == 2
    report = DataImport(filled, FileTables(), clock).dry_run(tmp_path / "out.vcf", ImportKind.PEOPLE)
    assert (report.rows, report.unchanged, report.errors, report.unknown) == (2, 2, (), ())


def test_cards_are_for_people_only(filled: Database, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="cards_people_only"):
        DataExport(filled, FileTableWriter()).export("articles", tmp_path / "out.vcf")
    assert list(tmp_path.glob("out*")) == []


def test_contacts_go_out_with_their_times_as_the_site_reads_them(storage: Database, tmp_path: Path) -> None:
    at = datetime(2026, 11, 20, 20, 30, tzinfo=UTC)
    contact = Contact("c1", at, at, Channel.PHONE, Outcome.PROMISED, "s1", "081-234-5678", topic="บัตรหาย",
                      articles=("A1", "A2"), queries=("บัตร",), feedback=Feedback.COMPLAINT)  # fmt: skip
    passed = replace(contact, id="c2", outcome=Outcome.TRANSFERRED, at=at + timedelta(minutes=1),
                     transfer=Transfer(TransferReason.AUTHORITY, to_text="สมชาย", to_place="เวชระเบียน"))  # fmt: skip
    with storage.write() as repos:
        repos.staff.save(Staff("s1", "onanong", "อรอนงค์"))
        repos.contacts.add_many([contact, passed])
    assert DataExport(storage, FileTableWriter()).export("contacts", tmp_path / "out.csv") == 2
    with FileTables().open(tmp_path / "out.csv") as table:
        row, second = (dict(zip(table.columns, cells, strict=True)) for _, cells in table.rows())
    assert (row["transfer_to"], row["transfer_reason"]) == ("", "")
    assert (second["transfer_to"], second["transfer_reason"]) == ("สมชาย · เวชระเบียน", "authority")
    assert (row["at"], row["staff"], row["topic"]) == ("2026-11-21 03:30:00+07:00", "onanong", "บัตรหาย")
    assert (row["articles"], row["unanswered"], row["feedback"]) == ("A1;A2", "0", "complaint")
    assert row["number"] == "081-234-5678"


def test_an_export_needs_a_name_that_says_what_it_is(storage: Database, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="export_name"):
        DataExport(storage, FileTableWriter()).export("people", tmp_path / "out.doc")
