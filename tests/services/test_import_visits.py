"""Importing visits of a day: in Thai or English, again without doubles, and back."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import ImportKind, ImportReport, Undone
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.visits import Visit, VisitState
from frontdesk.importing.tables import FileTables
from frontdesk.services.data_import import DataImport
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database

from .conftest import StillClock

VISITS = ImportKind.VISITS
HEAD = "date,time,name,organisation,host,phone,plate,purpose,party,note\n"
LIST = HEAD + (
    "20/11/2569,13:30-15:00,นางสาวสุดา ใจดี,บริษัทไทยดี,OPD,081-234-5678,1กก 1234 กทม,ประชุม,3,ขอที่จอดรถ\n"
    "20 พ.ย. 69,บ่ายสอง,John Smith,Acme,อรอนงค์ ศรีสุข,,,,,\n"
    "พรุ่งนี้,10.30 น.,คณะครูโรงเรียนวัดดอน,,ไม่มีใครชื่อนี้,-,,ดูงาน,25 คน,\n"
)
TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)

Write = Callable[..., Path]


@pytest.fixture
def data(storage: Database, clock: StillClock) -> DataImport:
    return DataImport(storage, FileTables(), clock)


@pytest.fixture
def visits(storage: Database, clock: StillClock) -> Visits:
    return Visits(storage, clock)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str, name: str = "visits.csv") -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return written


def people_on_file(storage: Database) -> None:
    people = (
        Person("p1", "OPD", "แผนกผู้ป่วยนอก", kind=PersonKind.DEPARTMENT),
        Person("p2", "S-02", "อรอนงค์", "ศรีสุข", kind=PersonKind.STAFF, email="onanong@site.example"),
        Person("p3", "C-01", "สุดา", "ใจดี", numbers=(parse_number("0812345678"),)),
        Person("p4", "C-02", "มานะ", "ใจดี", numbers=(parse_number("0812345678"),)),
    )
    with storage.write() as repos:
        repos.people.save_many(people, "s1")


def of_day(storage: Database, day: date = TODAY) -> list[Visit]:
    with storage.read() as repos:
        return repos.visits.of_day(day)


def codes(report: ImportReport) -> list[tuple[int, str, str]]:
    return [(error.line, error.column, error.code) for error in report.errors]


def counts(report: ImportReport) -> tuple[int, int, int]:
    return report.created, report.updated, report.unchanged


def test_a_day_is_brought_in(data: DataImport, storage: Database, write: Write) -> None:
    people_on_file(storage)
    report = data.run(write(LIST), VISITS, by="s1")
    assert (codes(report), counts(report)) == ([], (3, 0, 0))
    suda, john = of_day(storage)
    assert (suda.due, suda.until) == (
        datetime(2026, 11, 20, 6, 30, tzinfo=UTC),
        datetime(2026, 11, 20, 8, 0, tzinfo=UTC),
    )
    assert (suda.name, suda.organisation, suda.purpose, suda.party) == ("นางสาวสุดา ใจดี", "บริษัทไทยดี", "ประชุม", 3)
    assert (suda.digits, suda.plate, suda.note, suda.state) == (
        "0812345678", "1กก 1234 กรุงเทพมหานคร", "ขอที่จอดรถ", VisitState.EXPECTED,
    )  # fmt: skip
    assert (suda.host_id, suda.host, suda.person_id) == ("p1", "แผนกผู้ป่วยนอก", "p3")
    assert (john.host_id, john.host, john.due) == ("p2", "อรอนงค์ ศรีสุข", datetime(2026, 11, 20, 7, tzinfo=UTC))
    (school,) = of_day(storage, TOMORROW)
    assert (school.host_id, school.host, school.party, school.number) == ("", "ไม่มีใครชื่อนี้", 25, "")
    assert suda.token
    assert suda.token != john.token


def test_a_dry_run_writes_nothing(data: DataImport, storage: Database, write: Write) -> None:
    report = data.dry_run(write(LIST), VISITS)
    assert (report.dry_run, counts(report)) == (True, (3, 0, 0))
    assert of_day(storage) == []


def test_headers_may_be_thai_and_cells_a_spreadsheets(data: DataImport, storage: Database, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["วันที่", "เวลา", "ชื่อผู้มาติดต่อ", "บริษัท", "มาพบ", "เบอร์โทร", "จำนวนคน", "สีเสื้อ"])
    sheet.append([datetime(2026, 11, 20, 9, 15), None, "สมชาย", "ไทยดี", "พัสดุ", "0891112222", 2, "แดง"])
    sheet.append([date(2026, 11, 20), datetime(2026, 11, 20, 14, 45).time(), "สมหญิง", None, None, None, None, None])
    book.save(tmp_path / "รายชื่อ.xlsx")
    report = data.run(tmp_path / "รายชื่อ.xlsx", VISITS, by="s1")
    assert (codes(report), report.created, report.unknown) == ([], 2, ("สีเสื้อ",))
    assert [(one.name, one.due, one.party) for one in of_day(storage)] == [
        ("สมชาย", datetime(2026, 11, 20, 2, 15, tzinfo=UTC), 2),
        ("สมหญิง", datetime(2026, 11, 20, 7, 45, tzinfo=UTC), 1),
    ]


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("19/11/2569,,สมชาย,,,,,,,", ("date", "visit_day_past")),
        (",,สมชาย,,,,,,,", ("date", "visit_day_missing")),
        ("32/11/2569,,สมชาย,,,,,,,", ("date", "date_unknown")),
        ("20/11/2899,,สมชาย,,,,,,,", ("date", "visit_day_far")),
        ("20/11/2569,เดี๋ยวมา,สมชาย,,,,,,,", ("time", "visit_time_unknown")),
        ("20/11/2569,,,บริษัทไทยดี,,,,,,", ("name", "visit_name_missing")),
        ("20/11/2569,,สมชาย,,,ขอเบอร์ก่อน,,,,", ("phone", "no_number_in")),
        ("20/11/2569,,สมชาย,,,8.12E+08,,,,", ("phone", "phone_damaged")),
        ("20/11/2569,,สมชาย,,,,,,0,", ("party", "bad_party")),
        ("20/11/2569,,สมชาย,,,,,,1000,", ("party", "bad_party")),
        ("20/11/2569,,สมชาย,,,,,,หลายคน,", ("party", "bad_party")),
        ("20/11/2569,,สมชาย 1-1017-00230-70-8,,,,,,,", ("name", "visit_national_id")),
        (f"20/11/2569,,{'ก' * 121},,,,,,,", ("name", "value_too_long")),
        ("20/11/2569,10:00,สมหมาย,,,,,,,", ("name", "visit_repeated")),
    ],
)
def test_one_wrong_row_keeps_all_out(
    data: DataImport, storage: Database, write: Write, row: str, error: tuple[str, str]
) -> None:
    report = data.run(write(f"{HEAD}20/11/2569,10:00,สมหมาย,,,,,,,\n{row}\n"), VISITS, by="s1")
    assert codes(report) == [(3, *error)]
    assert of_day(storage) == []


def test_a_file_without_a_day_says_which_column_is_missing(data: DataImport, write: Write) -> None:
    report = data.dry_run(write("name,host\nสมชาย,พัสดุ\n"), VISITS)
    assert [(error.line, error.code, error.column) for error in report.errors] == [(1, "column_missing", "date")]


def test_the_same_file_again_makes_no_doubles(data: DataImport, storage: Database, write: Write) -> None:
    people_on_file(storage)
    data.run(write(LIST), VISITS, by="s1")
    assert counts(data.run(write(LIST), VISITS, by="s1")) == (0, 0, 3)
    changed = LIST.replace("ดูงาน", "ดูงานห้องยา") + "20/11/2569,16:00,คนมาใหม่,,,,,,,\n"
    assert counts(data.run(write(changed), VISITS, by="s1")) == (1, 1, 2)
    (school,) = of_day(storage, TOMORROW)
    assert school.purpose == "ดูงานห้องยา"


def test_what_the_desk_added_stays(data: DataImport, storage: Database, visits: Visits, write: Write) -> None:
    file = write("date,time,name,phone,note\n20/11/2569,13:00,สมชาย ดี,,\n")
    data.run(file, VISITS, by="s1")
    (one,) = of_day(storage)
    visits.arrive(one.id, "s1", number="089-111-2222", plate="กก 99")
    assert counts(data.run(file, VISITS, by="s1")) == (0, 0, 1)
    assert [(one.number, one.state) for one in of_day(storage)] == [("089-111-2222", VisitState.GATE)]


def test_namesakes_are_told_apart_by_their_numbers(data: DataImport, storage: Database, write: Write) -> None:
    rows = "20/11/2569,13:00,สมชาย,0811111111\n20/11/2569,13:00,สมชาย,0822222222\n"
    file = write(f"date,time,name,phone\n{rows}")
    assert counts(data.run(file, VISITS, by="s1")) == (2, 0, 0)
    assert counts(data.run(file, VISITS, by="s1")) == (0, 0, 2)


def test_who_was_called_off_by_hand_stays_off(
    data: DataImport, storage: Database, visits: Visits, write: Write
) -> None:
    data.run(write(LIST), VISITS, by="s1")
    john = of_day(storage)[1]
    visits.cancel(john.id, "โทรมาเลื่อน", "s1")
    assert counts(data.run(write(LIST), VISITS, by="s1")) == (0, 0, 3)
    assert of_day(storage)[1].state is VisitState.CANCELLED


def test_taking_back_leaves_who_has_come(data: DataImport, storage: Database, visits: Visits, write: Write) -> None:
    data.run(write(LIST), VISITS, by="s1")
    suda = of_day(storage)[0]
    visits.arrive(suda.id, "s1")
    assert data.undo_last("s2") == Undone(2, came=1)
    assert [one.state for one in of_day(storage)] == [VisitState.GATE, VisitState.CANCELLED]
    with pytest.raises(DeskError, match="nothing_to_undo"):
        data.undo_last("s2")


def test_what_was_taken_back_can_come_in_again(data: DataImport, storage: Database, write: Write) -> None:
    data.run(write(LIST), VISITS, by="s1")
    data.undo_last("s1")
    assert counts(data.run(write(LIST), VISITS, by="s1")) == (3, 0, 0)
    assert [one.state for one in of_day(storage)] == [VisitState.EXPECTED] * 2
    assert data.undo_last("s1").rows == 3


def test_who_comes_together_shares_a_group(data: DataImport, storage: Database, write: Write) -> None:
    rows = "".join(f"20/11/2569,9:00,{name},{group}\n" for name, group in (("ก", "ทีมช่าง"), ("ข", "ทีมช่าง"), ("ค", "")))
    file = write(f"date,time,name,คณะ\n{rows}")
    data.run(file, VISITS, by="s1")
    groups = {one.name: (one.group_id, one.organisation) for one in of_day(storage)}
    assert groups["ก"] == groups["ข"] != groups["ค"] == ("", "")
    assert groups["ก"][1] == "ทีมช่าง"
    assert counts(data.run(file, VISITS, by="s1")) == (0, 0, 3)


@pytest.mark.parametrize(
    ("name", "number", "person"),
    [("สุดา ใจดี", "081-234-5678", "p3"), ("คุณมานะ", "0812345678", "p4"), ("สุดา ใจดี", "", ""),
     ("สมปอง", "0812345678", "")],
)  # fmt: skip
def test_a_visitor_on_file_is_known_by_name_and_number(
    data: DataImport, storage: Database, write: Write, name: str, number: str, person: str
) -> None:
    people_on_file(storage)
    data.run(write(f"date,name,phone\n20/11/2569,{name},{number}\n"), VISITS, by="s1")
    assert of_day(storage)[0].person_id == person


def test_a_host_of_whom_there_are_two_is_only_a_word(data: DataImport, storage: Database, write: Write) -> None:
    people_on_file(storage)
    with storage.write() as repos:
        repos.people.save(Person("p9", "S-09", "อรอนงค์", "ทองดี", kind=PersonKind.STAFF), "s1")
    data.run(write("date,name,host\n20/11/2569,ก,อรอนงค์\n20/11/2569,ข,คุณอรอนงค์ ทองดี\n"), VISITS, by="s1")
    hosts = {one.name: (one.host_id, one.host) for one in of_day(storage)}
    assert hosts == {"ก": ("", "อรอนงค์"), "ข": ("p9", "คุณอรอนงค์ ทองดี")}


def test_who_brought_visitors_in_is_on_record_without_them(data: DataImport, storage: Database, write: Write) -> None:
    data.run(write(LIST), VISITS, by="s1")
    with storage.read() as repos:
        events = [event.detail for event in repos.audit.latest(10)]
    assert events == ["visits 3"]
