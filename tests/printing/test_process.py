"""A PDF is made aside: whole or not at all, to be stopped at any time, the same to the last byte."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.printing.process import ProcessPrinter
from frontdesk.services.ports import Cancelled
from frontdesk.services.reports import ContactLine

from .conftest import read_with_pdfium
from .gate_samples import bilingual, gate_papers
from .sample_papers import contact_log, lines, others


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    files = tmp_path / "one.pdf", tmp_path / "two.pdf"
    printed = [ProcessPrinter().make(contact_log(30), file) for file in files]
    assert digest(files[0]) == digest(files[1])
    assert printed[0].pages == len(read_with_pdfium(files[0].read_bytes()))


@pytest.mark.parametrize("name", ["evacuation", "daily_activity", "notice-a4", "badges-a4-21", "badges-thermal-57x32"])
def test_papers_of_the_gate_are_the_same_bytes_in_two_processes(name: str, tmp_path: Path) -> None:
    files = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for file in files:
        ProcessPrinter().make({**gate_papers(), **bilingual()}[name], file)
    assert digest(files[0]) == digest(files[1])


@pytest.fixture
def ready() -> Iterator[ProcessPrinter]:
    printer = ProcessPrinter()
    printer.stand_by()
    yield printer
    printer.close()
    assert active_children() == []


def test_a_child_that_stood_by_writes_the_same_bytes(ready: ProcessPrinter, tmp_path: Path) -> None:
    ProcessPrinter().make(gate_papers()["evacuation"], tmp_path / "fresh.pdf")
    for number in range(3):
        ready.make(gate_papers()["evacuation"], tmp_path / f"{number}.pdf")
    assert len({digest(file) for file in tmp_path.iterdir()}) == 1


def test_another_child_stands_by_after_each_paper(ready: ProcessPrinter, tmp_path: Path) -> None:
    first = [child.pid for child in active_children()]
    ready.make(gate_papers()["evacuation"], tmp_path / "roll.pdf")
    second = [child.pid for child in active_children()]
    assert (len(first), len(second)) == (1, 1)
    assert first != second


def test_a_child_that_died_standing_by_is_replaced(ready: ProcessPrinter, tmp_path: Path) -> None:
    (child,) = active_children()
    child.kill()
    child.join()
    assert ready.make(gate_papers()["evacuation"], tmp_path / "roll.pdf").pages == 3


def test_nobody_stands_by_unasked(tmp_path: Path) -> None:
    ProcessPrinter().make(others()["hand_off_slip"], tmp_path / "slip.pdf")
    assert active_children() == []


def test_another_letter_changes_them(tmp_path: Path) -> None:
    files = tmp_path / "one.pdf", tmp_path / "two.pdf"
    ProcessPrinter().make(contact_log(3), files[0])
    ProcessPrinter().make(contact_log(3, notes={1: "ก"}), files[1])
    assert digest(files[0]) != digest(files[1])


def test_other_papers_are_made_too(tmp_path: Path) -> None:
    printed = ProcessPrinter().make(others()["hand_off_slip"], tmp_path / "ใบส่งต่อ.pdf")
    assert printed.pages == 1


def test_progress_counts_lines(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    ProcessPrinter().make(contact_log(500), tmp_path / "log.pdf", lambda done, total: seen.append((done, total)))
    assert seen[-1] == (500, 500)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_stopping_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    (tmp_path / "log.pdf").write_bytes(b"the one before")
    with pytest.raises(Cancelled):
        ProcessPrinter().make(contact_log(1000), tmp_path / "log.pdf", stop)
    assert [file.name for file in tmp_path.iterdir()] == ["log.pdf"]
    assert (tmp_path / "log.pdf").read_bytes() == b"the one before"


def test_a_fault_while_reading_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[ContactLine]:
        yield from lines(300)
        raise DeskError("database_busy")

    report = replace(contact_log(600), lines=broken())
    with pytest.raises(DeskError, match="database_busy"):
        ProcessPrinter().make(report, tmp_path / "log.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_explained(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as raised:
        ProcessPrinter().make(contact_log(1), tmp_path / "nowhere" / "log.pdf")
    assert (raised.value.code, raised.value.data) == ("file_not_written", {"file": "log.pdf"})


def test_a_full_disk_is_explained(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full, a disk that is always full")
    (tmp_path / "log.pdf.part").symlink_to(full)
    with pytest.raises(DeskError) as raised:
        ProcessPrinter().make(contact_log(1), tmp_path / "log.pdf")
    assert raised.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []


def test_a_child_that_dies_is_explained(tmp_path: Path) -> None:
    report = replace(contact_log(1), paper=None)  # type: ignore[arg-type] # what no paper can be made of
    with pytest.raises(DeskError) as raised:
        ProcessPrinter().make(report, tmp_path / "log.pdf")
    assert raised.value.code == "report_failed"
    assert list(tmp_path.iterdir()) == []
