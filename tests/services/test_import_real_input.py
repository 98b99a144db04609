"""Import of real answers and of 20,000 people, where the evaluation data lies beside the repository."""

import gzip
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.domain.imports import ImportKind
from frontdesk.importing.tables import FileTables
from frontdesk.importing.writers import FileTableWriter
from frontdesk.services.data_export import DataExport
from frontdesk.services.data_import import DataImport
from frontdesk.storage.database import Database

from .conftest import StillClock

Make = Callable[[Path], Path]

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "eval"

pytestmark = pytest.mark.skipif(not EVALUATION.is_dir(), reason="no evaluation data beside the repository")


def answers(folder: Path) -> Path:
    packed = EVALUATION / "search" / "corpus_5k.csv.gz"
    (folder / "data.csv").write_bytes(gzip.decompress(packed.read_bytes()))
    return folder / "data.csv"


def people(folder: Path) -> Path:
    program = EVALUATION / "people" / "make_people.py"
    file = folder / "data.csv"
    subprocess.run([sys.executable, str(program), "20000", str(file), str(folder / "look_ups.jsonl")], check=True)
    return file


@pytest.mark.parametrize(
    ("kind", "make", "rows", "out"),
    [(ImportKind.ARTICLES, answers, 5_000, "out.xlsx"), (ImportKind.PEOPLE, people, 20_000, "out.csv")],
)
def test_real_data_comes_in_whole_and_goes_round_unchanged(
    storage: Database, clock: StillClock, tmp_path: Path, kind: ImportKind, make: Make, rows: int, out: str
) -> None:
    data = DataImport(storage, FileTables(), clock)
    first = data.run(make(tmp_path), kind, by="s1")
    assert (first.rows, first.created, first.errors, first.replaced) == (rows, rows, (), 0)
    assert DataExport(storage, FileTableWriter()).export(kind, tmp_path / out) == rows
    assert data.dry_run(tmp_path / out, kind).unchanged == rows
    assert data.undo_last("s1").rows == rows
