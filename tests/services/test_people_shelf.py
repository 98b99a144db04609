"""Files go on naming people who were merged: their rows add to the survivor and replace nothing."""

from pathlib import Path

import pytest

from frontdesk.domain.imports import ImportKind
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.importing.tables import FileTables
from frontdesk.services.data_import import DataImport
from frontdesk.services.merging import Merging
from frontdesk.storage.database import Database

from .conftest import StillClock

SUDA = Person("a", "P-1", "สุดา", "ใจดี", note="พูดช้า ๆ", numbers=(parse_number("081-234-5678"),), purchases=2)
SAME = Person("b", "P-2", "สุดา", "ใจดี", numbers=(parse_number("02-999-1234"),), purchases=1)


@pytest.fixture
def imports(storage: Database, clock: StillClock) -> DataImport:
    with storage.write() as repos:
        repos.people.save_many((SUDA, SAME), "test")
    Merging(storage, clock).merge(["a", "b"], "อร")
    clock.move(hours=1)
    return DataImport(storage, FileTables(), clock)


def on_file(storage: Database, person_id: str) -> Person:
    with storage.read() as repos:
        person = repos.people.get(person_id)
    assert person is not None
    return person


def run(imports: DataImport, tmp_path: Path, *rows: str) -> tuple[int, int, int]:
    file = tmp_path / "people.csv"
    file.write_text("\n".join(("code,given_name,family_name,phone,note", *rows)), "utf-8")
    report = imports.run(file, ImportKind.PEOPLE, by="อร")
    assert report.errors == ()
    return report.created, report.updated, report.unchanged


def test_a_row_of_the_merged_one_adds_to_the_survivor(imports: DataImport, storage: Database, tmp_path: Path) -> None:
    assert run(imports, tmp_path, "P-2,สุดา,ใจดี,089-111-2222,มาวันจันทร์") == (0, 1, 0)
    survivor = on_file(storage, "a")
    assert [one.digits for one in survivor.numbers] == ["0812345678", "029991234", "0891112222"]
    assert (survivor.note, survivor.code, survivor.purchases) == ("พูดช้า ๆ\nมาวันจันทร์", "P-1", 3)
    assert on_file(storage, "b").archived
    assert run(imports, tmp_path, "P-2,สุดา,ใจดี,089-111-2222,มาวันจันทร์") == (0, 0, 1)


def test_rows_of_both_in_one_file_each_keep_theirs(imports: DataImport, storage: Database, tmp_path: Path) -> None:
    rows = ("P-1,สุดา,แสนดี,081-234-5678,พูดช้า ๆ", "P-2,สุดา,ใจดี,089-111-2222,", "P-3,มานพ,แสนดี,,")
    assert run(imports, tmp_path, *rows) == (1, 2, 0)
    survivor = on_file(storage, "a")
    assert (survivor.family_name, survivor.aliases) == ("แสนดี", ("สุดา ใจดี",))
    assert "0891112222" in [one.digits for one in survivor.numbers]
    with storage.read() as repos:
        assert repos.people.count() == 2


def test_undoing_such_an_import_puts_both_back(imports: DataImport, storage: Database, tmp_path: Path) -> None:
    before = on_file(storage, "a"), on_file(storage, "b")
    run(imports, tmp_path, "P-2,สุดา,ใจดี,089-111-2222,มาวันจันทร์")
    imports.undo_last("อร")
    assert (on_file(storage, "a"), on_file(storage, "b")) == before
