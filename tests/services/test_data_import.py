"""Importing answers and people: all or nothing, again and back."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.errors import DeskError
from frontdesk.domain.imports import FileFormat, ImportKind, ImportReport
from frontdesk.domain.languages import Language
from frontdesk.domain.people import NumberKind, PartialDate, Person, PersonKind
from frontdesk.importing.tables import FileTables
from frontdesk.paths import resources
from frontdesk.services.data_import import DataImport
from frontdesk.services.ports import Cancelled
from frontdesk.storage.database import Database
from frontdesk.texts import Texts

from .conftest import StillClock

ARTICLES, PEOPLE = ImportKind.ARTICLES, ImportKind.PEOPLE

ANSWERS_FILE = """code,title,title_en,say,body,category,keywords,department,review_by,verified_on,pinned
A1,บัตรหาย,Lost card,แจ้งช่อง 3 ค่ะ,"1. แจ้งชื่อ
2. รับบัตรใหม่",บัตร,บัตรหาย;ทำบัตรใหม่; บัตรหาย ;,ทะเบียน,31/12/2570,2026-11-01,ใช่
A2,ที่จอดรถ,Parking,,ชั้นใต้ดิน,อาคาร,,,,,0
"""
PEOPLE_FILE = """code,title,given_name,family_name,nickname,kind,phone,phone2,email,line,birthday,note,plate,aliases
P1,นางสาว,สุดา,ใจดี,ดา,ลูกค้า,812345678,02-123-4567 ต่อ 25,suda@example.com,suda.j,16/1/2527,"พูดช้า
ใจเย็น",1กก 1234 กทม,สุดา สมบูรณ์;แดง
P2,Mr,John,Smith,,staff,"081-111-1111, 081-222-2222",-,,,16 ม.ค.,,,
"""


@pytest.fixture
def data(storage: Database, clock: StillClock) -> DataImport:
    return DataImport(storage, FileTables(), clock)


Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of a site's own."""

    def written(text: str, name: str = "data.csv") -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return written


def article(storage: Database, code: str) -> Article:
    with storage.read() as repos:
        found = repos.articles.by_code(code)
    assert found is not None
    return found


def person(storage: Database, code: str) -> Person:
    with storage.read() as repos:
        found = repos.people.by_code(code)
    assert found is not None
    return found


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.rows, report.created, report.updated, report.unchanged, report.error_count


def test_the_preview_shows_the_head_of_the_file(data: DataImport, write: Write) -> None:
    rows = "".join(f"A{n};เรื่อง {n};แดง\n" for n in range(30))
    preview = data.preview(write("รหัส;หัวข้อ;สี\n" + rows), ARTICLES)
    assert preview.format == FileFormat("utf-8", ";")
    assert (len(preview.rows), preview.rows[0]) == (20, ("A0", "เรื่อง 0", "แดง"))
    assert (preview.mapping, preview.unknown) == ({"code": "รหัส", "title": "หัวข้อ"}, ("สี",))


def test_answers_come_in_with_every_field(data: DataImport, storage: Database, write: Write) -> None:
    report = data.run(write(ANSWERS_FILE), ARTICLES, by="s1")
    assert counts(report) == (2, 2, 0, 0, 0)
    assert report.batch
    got = article(storage, "A1")
    assert (got.title, got.title_en, got.say, got.body) == (
        "บัตรหาย", "Lost card", "แจ้งช่อง 3 ค่ะ", "1. แจ้งชื่อ\n2. รับบัตรใหม่",
    )  # fmt: skip
    assert (got.keywords, got.department, got.pinned) == (("บัตรหาย", "ทำบัตรใหม่"), "ทะเบียน", True)
    assert (got.review_by, got.verified_on) == (date(2027, 12, 31), date(2026, 11, 1))
    assert article(storage, "A2").pinned is False


def test_people_come_in_with_every_field(data: DataImport, storage: Database, write: Write) -> None:
    assert counts(data.run(write(PEOPLE_FILE), PEOPLE, by="s1")) == (2, 2, 0, 0, 0)
    suda, john = person(storage, "P1"), person(storage, "P2")
    assert (suda.name, suda.title, suda.nickname, suda.kind) == ("สุดา ใจดี", "นางสาว", "ดา", PersonKind.CUSTOMER)
    assert (suda.birthday, john.birthday) == (PartialDate(1, 16, 1984), PartialDate(1, 16))
    assert (suda.note, suda.plate, suda.aliases) == ("พูดช้า\nใจเย็น", "1กก 1234 กทม", ("สุดา สมบูรณ์", "แดง"))
    assert [(n.digits, n.extension) for n in suda.numbers] == [("0812345678", ""), ("021234567", "25")]
    assert [n.digits for n in john.numbers] == ["0811111111", "0812222222"]
    assert john.kind is PersonKind.STAFF


def test_a_dry_run_writes_nothing(data: DataImport, storage: Database, write: Write) -> None:
    report = data.dry_run(write(ANSWERS_FILE), ARTICLES)
    assert (counts(report), report.dry_run, report.batch) == ((2, 2, 0, 0, 0), True, "")
    with storage.read() as repos:
        assert repos.articles.count() == 0


def test_importing_again_updates_by_code_and_leaves_the_rest_alone(
    data: DataImport, storage: Database, write: Write, clock: StillClock
) -> None:
    data.run(write(ANSWERS_FILE), ARTICLES, by="s1")
    before, clock.moment = article(storage, "A2"), clock.moment.replace(hour=9)
    report = data.run(write(ANSWERS_FILE.replace("บัตรหาย,Lost", "บัตรสูญหาย,Lost")), ARTICLES, by="s2")
    assert counts(report) == (2, 0, 1, 1, 0)
    assert article(storage, "A1").title == "บัตรสูญหาย"
    assert article(storage, "A2") == before
    with storage.read() as repos:
        assert [(by, old.title) for _, by, old in repos.articles.versions(article(storage, "A1").id)] == [
            ("s2", "บัตรหาย")
        ]
        assert repos.articles.versions(before.id) == []


@pytest.mark.parametrize(("kind", "text"), [(ARTICLES, ANSWERS_FILE), (PEOPLE, PEOPLE_FILE)])
def test_the_same_file_again_changes_nothing_and_is_no_import(
    data: DataImport, write: Write, kind: ImportKind, text: str
) -> None:
    first = data.run(write(text), kind, by="s1")
    again = data.run(write(text), kind, by="s1")
    assert (counts(again), again.batch) == ((2, 0, 0, 2, 0), "")
    last = data.last(kind)
    assert last is not None
    assert (last.id, last.file_name, last.created, last.by) == (first.batch, "data.csv", 2, "s1")


def test_fields_without_a_column_stay_and_empty_cells_clear(data: DataImport, storage: Database, write: Write) -> None:
    data.run(write(ANSWERS_FILE), ARTICLES, by="s1")
    data.run(write("code,title,category\nA1,บัตรหาย,\n"), ARTICLES, by="s1")
    got = article(storage, "A1")
    assert (got.category, got.say, got.keywords) == ("", "แจ้งช่อง 3 ค่ะ", ("บัตรหาย", "ทำบัตรใหม่"))


def test_numbers_beyond_the_columns_of_the_file_stay(data: DataImport, storage: Database, write: Write) -> None:
    data.run(write(PEOPLE_FILE), PEOPLE, by="s1")
    data.run(write("code,given_name,phone\nP1,สุดา,0899999999\n"), PEOPLE, by="s1")
    assert [n.digits for n in person(storage, "P1").numbers] == ["0899999999", "021234567"]


def test_a_name_in_one_column_is_taken_apart(data: DataImport, storage: Database, write: Write) -> None:
    data.run(write("รหัส,ชื่อ-สกุล,เบอร์โทร\nP1,นางสาวสุดา ใจดี,๐๘๑-๒๓๔-๕๖๗๘\n"), PEOPLE, by="s1")
    got = person(storage, "P1")
    assert (got.title, got.given_name, got.family_name) == ("นางสาว", "สุดา", "ใจดี")
    assert got.numbers[0].digits == "0812345678"


def test_a_mapping_that_was_chosen_is_followed(data: DataImport, storage: Database, write: Write) -> None:
    file = write("เลข;ก;ข\n7;เรื่อง;สี\n")
    mapping = {"code": "เลข", "title": "ก", "category": ""}
    report = data.run(file, ARTICLES, mapping, FileFormat("utf-8", ";"), by="s1")
    assert (counts(report), report.unknown) == ((1, 1, 0, 0, 0), ("ข",))
    assert article(storage, "7").title == "เรื่อง"
    with pytest.raises(DeskError, match="column_unknown"):
        data.dry_run(file, ARTICLES, {"code": "เลข", "title": "ไม่มี"})


def test_a_missing_column_is_named(data: DataImport, write: Write) -> None:
    report = data.run(write("หัวข้อ,สี\nก,ข\n"), ARTICLES, by="s1")
    assert [(e.line, e.column, e.code) for e in report.errors] == [(1, "code", "column_missing")]
    assert (report.rows, report.unknown) == (0, ("สี",))


@pytest.mark.parametrize(
    ("kind", "text", "errors"),
    [
        (ARTICLES, "code,title\n,ก\n", [(2, "code", "code_missing")]),
        (ARTICLES, "code,title\nA1,\n", [(2, "title", "title_missing")]),
        (ARTICLES, "code,title\nA1,ก\nA2,ข\nA1,ค\n", [(4, "code", "code_repeated")]),
        (ARTICLES, "รหัส,หัวข้อ,ทบทวนภายใน\nA1,ก,32/1/2570\n", [(2, "ทบทวนภายใน", "date_unknown")]),
        (ARTICLES, "code,title,review_by\nA1,ก,เร็ว ๆ นี้\n", [(2, "review_by", "date_unknown")]),
        (ARTICLES, "code,title,pinned\nA1,ก,maybe\n", [(2, "pinned", "bad_flag")]),
        (ARTICLES, "code,title\nA1,ก,เกิน\n", [(2, "#3", "too_many_cells")]),
        (ARTICLES, f"code,title\nA1,{'ก' * 1001}\n", [(2, "title", "value_too_long")]),
        (PEOPLE, "code,given_name,phone\nP1,,\n", [(2, "given_name", "name_or_number_missing")]),
        (PEOPLE, "code,given_name,kind\nP1,ก,boss\n", [(2, "kind", "bad_kind")]),
        (PEOPLE, "code,given_name,email\nP1,ก,a@b\n", [(2, "email", "bad_email")]),
        (PEOPLE, "code,given_name,phone\nP1,ก,8.12E+08\n", [(2, "phone", "phone_damaged")]),
        (PEOPLE, "code,given_name,phone\nP1,ก,ถามแม่\n", [(2, "phone", "bad_phone")]),
        (PEOPLE, "code,given_name,birthday\nP1,ก,16/1/27\n", [(2, "birthday", "date_ambiguous")]),
        (PEOPLE, 'code,given_name,kind,email\n,"ก\nข",x,y\n\n,ค,,\n',
         [(2, "code", "code_missing"), (2, "kind", "bad_kind"), (2, "email", "bad_email"),
          (5, "code", "code_missing")]),
    ],
)  # fmt: skip
def test_every_wrong_cell_is_told_by_line_and_column(
    data: DataImport, storage: Database, write: Write, kind: ImportKind, text: str, errors: list[tuple[int, str, str]]
) -> None:
    good = "Z9,ดี\n"
    report = data.run(write(text + good), kind, by="s1")
    assert [(e.line, e.column, e.code) for e in report.errors] == errors
    assert (report.error_count, report.batch) == (len(errors), "")
    with storage.read() as repos:
        assert (repos.articles.count(), repos.people.count()) == (0, 0)


def test_phones_that_a_spreadsheet_spoiled_are_mended_where_nothing_was_lost(
    data: DataImport, storage: Database, write: Write
) -> None:
    rows = "P1,ก,812345678,8.12345678E+08\nP2,ข,21234567,0812345678.0\n"
    assert data.run(write(f"code,given_name,phone,phone2\n{rows}"), PEOPLE, by="s1").created == 2
    assert [n.digits for n in person(storage, "P1").numbers] == ["0812345678"]
    assert [n.digits for n in person(storage, "P2").numbers] == ["021234567", "0812345678"]
    assert person(storage, "P2").numbers[0].kind is NumberKind.LANDLINE


def test_all_errors_are_counted_and_the_first_thousand_listed(data: DataImport, write: Write) -> None:
    report = data.dry_run(write("code,title\n" + ",ก\n" * 1_500), ARTICLES)
    assert (report.rows, report.error_count, len(report.errors)) == (1_500, 1_500, 1_000)
    assert (report.errors[-1].line, report.created, report.unchanged) == (1_001, 0, 0)


def test_the_last_import_is_undone_and_then_the_one_before(
    data: DataImport, storage: Database, write: Write, clock: StillClock
) -> None:
    data.run(write(ANSWERS_FILE), ARTICLES, by="s1")
    clock.move(minutes=1)
    data.run(write("code,title\nA1,ชื่อใหม่\nA3,ใหม่\n"), ARTICLES, by="s1")
    assert data.undo_last("s2").rows == 2
    assert (article(storage, "A1").title, article(storage, "A3").archived) == ("บัตรหาย", True)
    assert data.undo_last("s2", ARTICLES).rows == 2
    with storage.read() as repos:
        assert repos.articles.count() == 0
    with pytest.raises(DeskError, match="nothing_to_undo"):
        data.undo_last("s2")


def test_an_undone_file_can_be_brought_in_again(data: DataImport, storage: Database, write: Write) -> None:
    data.run(write(ANSWERS_FILE), ARTICLES, by="s1")
    data.undo_last("s1")
    assert counts(data.run(write(ANSWERS_FILE), ARTICLES, by="s1")) == (2, 0, 2, 0, 0)
    assert article(storage, "A1").archived is False


def many(count: int) -> str:
    return "code,title\n" + "".join(f"A{n},เรื่อง {n}\n" for n in range(count))


def test_progress_is_told_and_a_cancelled_import_leaves_nothing(
    data: DataImport, storage: Database, write: Write
) -> None:
    told: list[tuple[int, int]] = []

    def stop_while_writing(done: int, total: int) -> None:
        told.append((done, total))
        if total and done >= 1_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        data.run(write(many(1_600)), ARTICLES, progress=stop_while_writing, by="s1")
    checked = [(500, 0), (1_000, 0), (1_500, 0), (1_600, 0)]
    assert told == [*checked, (500, 1_600), (1_000, 1_600)]
    with storage.read() as repos:
        assert repos.articles.count() == 0
    assert data.last() is None


def test_what_is_stopped_at_the_very_end_leaves_nothing(data: DataImport, storage: Database, write: Write) -> None:
    told: list[tuple[int, int]] = []

    def stop_at_the_end(done: int, total: int) -> None:
        told.append((done, total))
        if told.count((600, 600)) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        data.run(write(many(600)), ARTICLES, progress=stop_at_the_end, by="s1")
    with storage.read() as repos:
        assert repos.articles.count() == 0


def test_a_file_that_changes_between_checking_and_writing_is_not_taken(
    data: DataImport, storage: Database, write: Write
) -> None:
    file = write(many(600))

    def meddle(done: int, total: int) -> None:
        if (done, total) == (600, 0):
            file.write_text("code,title\nA1,\n", encoding="utf-8")

    with pytest.raises(DeskError, match="file_changed"):
        data.run(file, ARTICLES, progress=meddle, by="s1")
    assert data.last() is None


def test_a_workbook_comes_in_like_a_text_file(data: DataImport, storage: Database, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["รหัส", "ชื่อ", "นามสกุล", "โทรศัพท์", "วันเกิด"])
    book.active.append([101, "สุดา", "ใจดี", 812345678, date(1984, 1, 16)])
    book.save(tmp_path / "people.xlsx")
    assert data.run(tmp_path / "people.xlsx", PEOPLE, by="s1").created == 1
    got = person(storage, "101")
    assert (got.name, got.numbers[0].digits, got.birthday) == ("สุดา ใจดี", "0812345678", PartialDate(1, 16, 1984))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874", "utf-16", "utf-16-le"])
def test_thai_comes_in_from_every_encoding(data: DataImport, storage: Database, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "data.csv").write_bytes(ANSWERS_FILE.encode(encoding))
    assert data.run(tmp_path / "data.csv", ARTICLES, by="s1").created == 2
    assert article(storage, "A2").title == "ที่จอดรถ"


CODES = (
    "file_not_found", "file_unreadable", "file_empty", "not_what_it_says", "not_a_table", "old_workbook",
    "unknown_encoding", "encoding_not_offered", "delimiter_not_offered", "header_missing",
    "too_many_columns", "line_too_long", "quote_not_closed", "row_not_readable", "workbook_damaged",
    "workbook_too_large", "workbook_too_slow", "file_changed", "nothing_to_undo", "column_missing",
    "column_unknown", "code_missing", "code_repeated", "title_missing", "name_or_number_missing",
    "too_many_cells", "value_too_long", "bad_kind", "bad_email", "bad_phone", "phone_damaged", "bad_flag",
    "date_unknown", "date_ambiguous", "export_name", "file_not_written", "sheet_full", "cell_too_long",
    "disk_full",
)  # fmt: skip
GAPS = dict.fromkeys(("file", "line", "column", "value", "says", "holds", "encoding"), "x")
NUMBERS = dict.fromkeys(("limit", "columns", "first"), 1000)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", list(Language))
def test_every_error_has_its_sentence(code: str, language: Language) -> None:
    sentence = Texts(language)(f"errors.{code}", **GAPS, **NUMBERS)
    assert len(sentence) > 10
    assert "{" not in sentence


def test_the_error_sentences_are_read_as_toml() -> None:
    assert set(CODES) <= set(tomllib.loads((resources() / "i18n" / "errors.toml").read_text("utf-8")))
