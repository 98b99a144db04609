"""``report``: the log of contacts as a PDF."""

from pathlib import Path

import pypdfium2
import pytest

from frontdesk.app import Desk
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.contact_report import LogOrder

from .conftest import Run


def text_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    return text


@pytest.fixture
def logged(desk: Run) -> Run:
    desk("log", "--channel", "phone", "--number", "0812345678", "--article", "MRD-01", "--outcome", "answered",
         "--note", "5 < 6 & <b>น้ำ</b>")  # fmt: skip
    return desk


def test_a_log_is_made_with_numbers_masked(logged: Run, tmp_path: Path) -> None:
    ran = logged("report", "contacts", "--from", "วันนี้", "--to", "วันนี้", "-o", str(tmp_path / "บันทึก.pdf"), "--lang", "th")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"ทำ {tmp_path / 'บันทึก.pdf'} แล้ว 1 หน้า\n"
    text = text_of(tmp_path / "บันทึก.pdf")
    assert "081-xxx-5678 บัตรประจำตัวผู้ป่วยหาย 5 < 6 & <b>น้ำ</b>" in text


def test_numbers_in_full_are_asked_for_and_put_on_record(logged: Run, tmp_path: Path) -> None:
    file = tmp_path / "log.pdf"
    logged(
        "report", "contacts", "--from", "2026-01-01", "--to", "วันนี้", "-o", str(file), "--full-numbers", "--lang", "en"
    )
    text = text_of(file)
    assert "081-234-5678" in text
    assert "Telephone numbers are shown in full" in text
    opened = Desk(tmp_path / "desk")
    with opened.storage.read() as repos:
        event = repos.audit.latest(1, None, None, "")[0]
    opened.close()
    assert (event.kind, event.detail) == (AuditKind.PRINT_FULL, "contacts 1")


def test_the_paper_is_thai_unless_said_otherwise(logged: Run, tmp_path: Path) -> None:
    logged("report", "contacts", "--from", "วันนี้", "--to", "วันนี้", "-o", str(tmp_path / "log.pdf"))
    assert "บันทึกการติดต่อ" in text_of(tmp_path / "log.pdf")


@pytest.mark.parametrize("moment", ["2026-11-20 10:42", "2026-11-20T03:42Z", "20/11/2569 10:42", "20 พ.ย. 2569 10:42"])
def test_it_bears_the_time_that_is_said(logged: Run, tmp_path: Path, moment: str) -> None:
    file = tmp_path / "log.pdf"
    ran = logged("report", "contacts", "--from", "วันนี้", "--to", "วันนี้", "-o", str(file), "--as-of", moment)
    assert ran.err == ""
    assert "ข้อมูลถึง 20 พ.ย. 2569 · 10:42" in text_of(file)


def test_the_same_contacts_give_the_same_file(logged: Run, tmp_path: Path) -> None:
    files = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for file in files:
        logged("report", "contacts", "--from", "วันนี้", "--to", "วันนี้", "-o", str(file))
    assert files[0].read_bytes() == files[1].read_bytes()


def test_with_its_maker_it_is_the_file_that_the_window_makes(logged: Run, tmp_path: Path) -> None:
    opened, wanna = Desk(tmp_path / "desk"), Staff("w", "wanna", "วรรณา สุขเกษม", role=Role.SUPERVISOR)
    opened.security.add(wanna, "258036")
    today = opened.clock.today()
    opened.contact_reports.preview(LogOrder(today, today, Language.TH), tmp_path / "window.pdf", wanna.id)
    opened.close()
    file, day = tmp_path / "log.pdf", ("--from", "วันนี้", "--to", "วันนี้")
    ran = logged("report", "contacts", *day, "-o", str(file), "--maker", "wanna")
    assert ran.err == ""
    assert "วรรณา สุขเกษม" in text_of(file)
    assert file.read_bytes() == (tmp_path / "window.pdf").read_bytes()


@pytest.mark.parametrize(
    "paper", [("contacts", "--from", "วันนี้", "--to", "วันนี้"), ("day", "--on", "วันนี้"), ("month", "--of", "วันนี้")]
)
def test_a_maker_whom_nobody_knows_is_explained(logged: Run, tmp_path: Path, paper: tuple[str, ...]) -> None:
    ran = logged("report", *paper, "-o", str(tmp_path / "log.pdf"), "--maker", "nobody", "--lang", "en")
    assert (ran.status, "nobody" in ran.err) == (1, True)
    assert not (tmp_path / "log.pdf").exists()


@pytest.mark.parametrize(
    ("first", "last", "moment", "said"),
    [("2026-11-20", "2026-11-19", "2026-11-20 10:42", "The first day is after the last. Swap them and try again."),
     ("วันนี้", "วันนี้", "tea time", "tea time"), ("วันนี้", "วันนี้", "2026-11-20 25:61", "25:61")],
)  # fmt: skip
def test_what_cannot_be_read_is_explained(
    logged: Run, tmp_path: Path, first: str, last: str, moment: str, said: str
) -> None:
    file = tmp_path / "log.pdf"
    days = ("--from", first, "--to", last)
    ran = logged("report", "contacts", *days, "-o", str(file), "--as-of", moment, "--lang", "en")
    assert ran.status == 1
    assert said in ran.err
    assert not file.exists()


@pytest.mark.parametrize(
    ("call", "title"),
    [
        (("promises",), "คำรับปากที่ยังค้าง"),
        (("hand-over",), "ใบส่งเวร"),
        (("day", "--on", "วันนี้"), "รายงานประจำวัน"),
        (("month", "--of", "วันนี้"), "ผลงานประจำเดือน"),
        (("gate", "--from", "วันนี้"), "รายงานประจำวันป้อมยาม"),
    ],
)
def test_the_other_papers(logged: Run, tmp_path: Path, call: tuple[str, ...], title: str) -> None:
    ran = logged("report", *call, "-o", str(tmp_path / "paper.pdf"))
    assert (ran.status, ran.err) == (0, "")
    assert title in text_of(tmp_path / "paper.pdf")


def test_days_at_the_gate_that_are_over_are_the_same_file(logged: Run, tmp_path: Path) -> None:
    files = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for file in files:
        days = ("--from", "2569-11-01", "--to", "2026-11-02", "--lang", "en")
        assert logged("report", "gate", *days, "-o", str(file)).status == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert "Gate daily activity report" in text_of(files[0])


def test_days_at_the_gate_come_in_order(logged: Run, tmp_path: Path) -> None:
    ran = logged("report", "gate", "--from", "2026-11-02", "--to", "2026-11-01", "-o", str(tmp_path / "x.pdf"))
    assert ran.status == 1
    assert not (tmp_path / "x.pdf").exists()


def test_the_last_hand_over_is_asked_for_and_there_may_be_none(logged: Run, tmp_path: Path) -> None:
    file = tmp_path / "last.pdf"
    ran = logged("report", "hand-over", "--last", "-o", str(file), "--lang", "en")
    assert ran.status == 1
    assert "Nothing has been handed over yet" in ran.err
    assert not file.exists()


def test_what_is_open_is_the_same_file_as_of_the_same_time(logged: Run, tmp_path: Path) -> None:
    files = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for file in files:
        logged("report", "hand-over", "-o", str(file), "--as-of", "2030-11-20 16:00")
    assert files[0].read_bytes() == files[1].read_bytes()
    assert "ข้อมูลถึง 20 พ.ย. 2573 · 16:00" in text_of(files[0])
