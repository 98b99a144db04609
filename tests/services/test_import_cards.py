"""vCards through the whole import: looked at, tried, taken in, taken in again, undone."""

from pathlib import Path

import pytest

from frontdesk.domain.imports import ImportKind
from frontdesk.domain.people import Handle, HandleKind, NumberKind, NumberUse, PartialDate, Person
from frontdesk.importing.tables import FileTables
from frontdesk.services.data_import import DataImport
from frontdesk.services.ports import Cancelled
from frontdesk.storage.database import Database

from .conftest import StillClock

BOOK = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=E0=B8=AA=E0=B8=B8=E0=B8=94=E0=B8=B2 =
=E0=B9=83=E0=B8=88=E0=B8=94=E0=B8=B5;;;
TEL;CELL:+66812345678
TEL;HOME:02-123-4567
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:นายมานพ ศรีสว่าง
TEL;TYPE=WORK:027654321
EMAIL:manop@example.com
EMAIL:m@example.org
BDAY:--0412
CATEGORIES:VIP
END:VCARD
"""


@pytest.fixture
def imports(storage: Database, clock: StillClock) -> DataImport:
    return DataImport(storage, FileTables(), clock)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "phone.vcf").write_text(BOOK, "utf-8")
    return tmp_path / "phone.vcf"


def people(storage: Database) -> dict[str, Person]:
    with storage.read() as repos:
        return {person.given_name: person for person in repos.people.all()}


def test_people_come_from_cards(imports: DataImport, storage: Database, file: Path) -> None:
    report = imports.run(file, ImportKind.PEOPLE, by="s1")
    assert (report.rows, report.created, report.errors, report.unknown) == (2, 2, (), ("CATEGORIES",))
    suda, manop = people(storage)["สุดา"], people(storage)["มานพ"]
    assert (suda.family_name, manop.title, manop.family_name) == ("ใจดี", "นาย", "ศรีสว่าง")
    assert [(n.digits, n.kind, n.use) for n in suda.numbers] == [
        ("0812345678", NumberKind.MOBILE, NumberUse.UNKNOWN),
        ("021234567", NumberKind.LANDLINE, NumberUse.HOME),
    ]
    assert (manop.numbers[0].use, manop.birthday) == (NumberUse.WORK, PartialDate(4, 12))
    assert (manop.email, manop.handles) == ("manop@example.com", (Handle(HandleKind.EMAIL, "m@example.org"),))


def test_the_same_file_again_changes_nothing(imports: DataImport, storage: Database, file: Path) -> None:
    imports.run(file, ImportKind.PEOPLE, by="s1")
    again = imports.run(file, ImportKind.PEOPLE, by="s1")
    assert (again.rows, again.unchanged, again.batch) == (2, 2, "")
    file.write_text(BOOK.replace("m@example.org", "n@example.org"), "utf-8")
    changed = imports.run(file, ImportKind.PEOPLE, by="s1")
    assert (changed.updated, changed.unchanged) == (1, 1)
    assert imports.undo_last("s1").rows == 1
    assert people(storage)["มานพ"].handles == (Handle(HandleKind.EMAIL, "m@example.org"),)


def test_the_preview_shows_columns_and_where_they_go(imports: DataImport, file: Path) -> None:
    preview = imports.preview(file, ImportKind.PEOPLE)
    assert (preview.mapping["name"], preview.mapping["given_name"]) == ("name", "given_name")
    assert (preview.format.encoding, preview.format.delimiter, len(preview.rows)) == ("utf-8", "", 2)
    assert preview.unknown == ("CATEGORIES",)
    report = imports.dry_run(file, ImportKind.PEOPLE, {**preview.mapping, "note": "CATEGORIES"}, preview.format)
    assert (report.created, report.unknown, report.errors) == (2, (), ())


def test_every_wrong_card_is_told_by_its_line_and_nothing_is_taken(
    imports: DataImport, storage: Database, file: Path
) -> None:
    wrong = BOOK.replace("--0412", "วันไหนไม่รู้").replace("m@example.org", "ไม่มี").replace("+66812345678", "ไม่ทราบค่ะ")
    file.write_text(wrong + "BEGIN:VCARD\nFN:ท้าย\n", "utf-8")
    report = imports.run(file, ImportKind.PEOPLE, by="s1")
    assert [(error.line, error.column, error.code) for error in report.errors] == [
        (1, "phone", "bad_phone"),
        (8, "birthday", "date_unknown"),
        (8, "email", "bad_email"),
        (17, "", "card_not_closed"),
    ]
    assert people(storage) == {}


def test_cards_bring_no_answers(imports: DataImport, file: Path) -> None:
    report = imports.dry_run(file, ImportKind.ARTICLES)
    assert [error.code for error in report.errors] == ["column_missing"]


def test_a_person_may_stop_it(imports: DataImport, storage: Database, file: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        imports.run(file, ImportKind.PEOPLE, progress=stop, by="s1")
    assert people(storage) == {}


def test_a_file_that_does_not_say_where_a_number_reaches_leaves_what_is_known(
    imports: DataImport, storage: Database, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    for phones in ("home: 02-123-4567; 081-234-5678; work: 02-765-4321", "02-123-4567; 081-234-5678; 02-765-4321"):
        file.write_text(f"code,given_name,phone\nP1,สุดา,{phones}\n", "utf-8")
        imports.run(file, ImportKind.PEOPLE, by="s1")
        numbers = people(storage)["สุดา"].numbers
        assert [(n.raw, n.use.value) for n in numbers] == [
            ("02-123-4567", "home"),
            ("081-234-5678", ""),
            ("02-765-4321", "work"),
        ]
