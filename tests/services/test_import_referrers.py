"""Who sent whom comes in by code: on file, earlier or later in the same file, and never by a code of nobody."""

from pathlib import Path

import pytest

from frontdesk.domain.imports import ImportKind
from frontdesk.domain.people import Person
from frontdesk.importing.tables import FileTables
from frontdesk.services.data_import import DataImport
from frontdesk.services.import_parts import PART_ROWS
from frontdesk.services.merging import Merging
from frontdesk.storage.database import Database

from .conftest import StillClock

WILAI = Person("w", "P-0", "วิไล", "ศรีสุข")


@pytest.fixture
def imports(storage: Database, clock: StillClock) -> DataImport:
    with storage.write() as repos:
        repos.people.save(WILAI, "s1")
    return DataImport(storage, FileTables(), clock)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


def write(file: Path, *rows: str) -> None:
    file.write_text("\n".join(("รหัส,ชื่อ,ผู้แนะนำ", *rows)), "utf-8")


def senders(storage: Database) -> dict[str, str]:
    """Return the code of who sent somebody, by code."""
    with storage.read() as repos:
        everybody = list(repos.people.all())
    codes = {one.id: one.code for one in everybody}
    return {one.code: codes[one.referred_by] for one in everybody if one.referred_by}


def test_on_file_before_and_behind(imports: DataImport, storage: Database, file: Path) -> None:
    write(file, "P-1,สุดา,P-0", "P-2,มานพ,P-1", "P-3,มานี,P-4", "P-4,ชูใจ,")
    report = imports.run(file, ImportKind.PEOPLE, by="s1")
    assert (report.created, report.errors) == (4, ())
    assert senders(storage) == {"P-1": "P-0", "P-2": "P-1", "P-3": "P-4"}
    assert imports.run(file, ImportKind.PEOPLE, by="s1").unchanged == 4


def test_far_behind_and_far_before(imports: DataImport, storage: Database, file: Path) -> None:
    last = PART_ROWS + 10
    rows = [f"N-{n},ก{n},{'N-' + str(last) if n == 1 else ''}" for n in range(1, last)]
    write(file, *rows, f"N-{last},ท้าย,N-2")
    assert imports.run(file, ImportKind.PEOPLE, by="s1").created == last
    assert senders(storage) == {"N-1": f"N-{last}", f"N-{last}": "N-2"}


def test_a_code_of_nobody_is_told_with_its_line_and_nothing_is_taken(
    imports: DataImport, storage: Database, file: Path
) -> None:
    write(file, "P-1,สุดา,P-9", "P-2,,", "P-3,มานี,P-3", "P-4,ชูใจ,P-0")
    report = imports.run(file, ImportKind.PEOPLE, by="s1")
    assert [(error.line, error.column, error.code) for error in report.errors] == [
        (2, "ผู้แนะนำ", "referrer_not_found"),
        (3, "ชื่อ", "name_or_number_missing"),
        (4, "ผู้แนะนำ", "refers_self"),
    ]
    assert (report.error_count, report.errors[0].data) == (3, {"value": "P-9"})
    assert senders(storage) == {}


def test_a_blank_takes_away_and_no_column_leaves_alone(imports: DataImport, storage: Database, file: Path) -> None:
    write(file, "P-1,สุดา,P-0")
    imports.run(file, ImportKind.PEOPLE, by="s1")
    file.write_text("code,given_name\nP-1,สุดารัตน์\n", "utf-8")
    imports.run(file, ImportKind.PEOPLE, by="s1")
    assert senders(storage) == {"P-1": "P-0"}
    write(file, "P-1,สุดารัตน์,")
    imports.run(file, ImportKind.PEOPLE, by="s1")
    assert senders(storage) == {}
    imports.undo_last("s1")
    assert senders(storage) == {"P-1": "P-0"}


def test_a_code_of_somebody_merged_leads_to_who_stayed(
    imports: DataImport, storage: Database, clock: StillClock, file: Path
) -> None:
    with storage.write() as repos:
        repos.people.save(Person("w2", "P-00", "วิไล", "ศรีสุข"), "s1")
    Merging(storage, clock).merge(["w", "w2"], "s1")
    write(file, "P-1,สุดา,P-00")
    imports.run(file, ImportKind.PEOPLE, by="s1")
    assert senders(storage) == {"P-1": "P-0"}
