"""A slip goes to the printer with all that whoever takes over needs, and nothing of it stays behind."""

import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.articles import Article, CallNow
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.drafts import Draft
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Person
from frontdesk.services.paper import Letterhead, Paper
from frontdesk.services.transfers import Receiver, TransferPreview
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.report_preview.slip_paper import slip_paper
from frontdesk.ui.pages.report_preview.slip_printing import SlipPrinting
from frontdesk.ui.tasks import Tasks
from tests.ui.pages.conftest import ORN

WAIT_MS = 30_000
NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
DRAFT = Draft("d1", NOW, ORN.id, query="ขอใบรับรองแพทย์ย้อนหลัง", number="0812345678", note="ต้องยื่นประกันวันศุกร์")
CALLER = Person("p1", "P-1", given_name="สุดา", family_name="ใจดี")
PREVIEW = TransferPreview(
    receiver=Receiver(CallNow("s1", "วิชัย ทองดี", "2201", "owner"), place="เวชระเบียน"), caller=CALLER,
    told=(Article("a1", "MRD-01", "ใบรับรองแพทย์ทั่วไป"),),
)  # fmt: skip


def test_a_slip_has_what_is_known() -> None:
    slip = slip_paper(DRAFT, PREVIEW, Paper(Language.TH, Letterhead("")), "อรอนงค์", NOW)
    assert (slip.to, slip.extension) == ("วิชัย ทองดี · เวชระเบียน", "2201")
    assert (slip.caller, slip.phone) == ("สุดา ใจดี", "081-234-5678")
    assert (slip.asked, slip.tried) == ("ขอใบรับรองแพทย์ย้อนหลัง", ("ใบรับรองแพทย์ทั่วไป",))
    assert (slip.note, slip.passed_on, slip.staff) == ("ต้องยื่นประกันวันศุกร์", 0, "อรอนงค์")


def test_a_slip_without_anything_is_a_slip_still() -> None:
    slip = slip_paper(Draft("d1", NOW, ORN.id), TransferPreview(), Paper(Language.EN, Letterhead("")), "", NOW)
    assert (slip.to, slip.caller, slip.phone, slip.tried) == ("", "", "", ())


@pytest.mark.parametrize("chosen", [True, False])
def test_it_is_printed_once_a_printer_is_chosen(
    desk: Desk, tasks: Tasks, kit: Kit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: bool
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    file, asked = tmp_path / "slip.pdf", list[QPrinter]()

    def choose(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        asked.append(printer)
        return chosen

    window = QWidget()
    qtbot.addWidget(window)
    slips = SlipPrinting(kit.words, desk.desk_papers, desk.open_pages, tasks, window, choose)
    with qtbot.waitSignal(slips.preparing, timeout=0):
        slips.print(partial(slip_paper, DRAFT, PREVIEW, staff="อรอนงค์", at=NOW), ORN.id, lambda: True)
    qtbot.waitUntil(lambda: bool(asked), timeout=WAIT_MS)
    if chosen:
        qtbot.waitSignal(slips.printed, timeout=WAIT_MS)
    done = list[None]()
    tasks.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    with desk.storage.read() as repos:
        kinds = [event.kind for event in repos.audit.latest(3, None, None, "")]
    assert kinds == ([AuditKind.PRINT_FULL] if chosen else [])
    assert list(folder.iterdir()) == []
    assert file.exists() == chosen
    if chosen:
        document = pypdfium2.PdfDocument(file)
        assert len(document) == 1
        document.close()


def test_no_printer_is_asked_for_once_another_contact_has_begun(
    desk: Desk, tasks: Tasks, kit: Kit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before, asked = set(tmp_path.iterdir()), list[QPrinter]()
    window = QWidget()
    qtbot.addWidget(window)

    def choose(printer: QPrinter) -> bool:
        asked.append(printer)
        return True

    slips = SlipPrinting(kit.words, desk.desk_papers, desk.open_pages, tasks, window, choose)
    with qtbot.waitSignal(slips.dropped, timeout=WAIT_MS):
        slips.print(partial(slip_paper, DRAFT, PREVIEW, staff="อรอนงค์", at=NOW), ORN.id, lambda: False)
    done = list[None]()
    tasks.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    assert asked == []
    assert {path for path in tmp_path.iterdir() if path.name.startswith("frontdesk-paper-")} <= before
