"""A paper is looked at, turned, saved and printed by keyboard, and nothing of it stays behind."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role
from frontdesk.services.reports import Printed
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.page import LogPage
from frontdesk.ui.pages.report_preview.beside import PageBesideReport
from frontdesk.ui.pages.report_preview.pane import KEYS, ReportPane
from frontdesk.ui.pages.report_preview.periods import Period, days_of
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.labels import KeyCap
from tests.ui.pages.conftest import ORN

WAIT_MS = 30_000
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SUPERVISOR = replace(ORN, role=Role.SUPERVISOR)


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def pane(desk: Desk, tasks: Tasks, kit: Kit, qtbot: QtBot) -> Iterator[ReportPane]:
    now = datetime.now(UTC)
    with desk.storage.write() as repos:
        for number in range(60):
            at = now - timedelta(minutes=number)
            repos.contacts.add(
                Contact(
                    f"c{number:03}",
                    at,
                    at,
                    Channel.PHONE,
                    Outcome.ANSWERED,
                    ORN.id,
                    number="0812345678",
                    topic="บัตรประจำตัวผู้ป่วยหาย",
                    note="โทรกลับ 089-765-4471",
                )
            )
    made = ReportPane(kit, desk, tasks)
    made.sign_in(ORN)
    made.choice.set_value(Period.ALL)
    qtbot.addWidget(made)
    made.resize(520, 700)
    made.show()
    made.setFocus()
    with qtbot.waitSignal(made.job.pictured, timeout=WAIT_MS):
        made.open()
    yield made
    made.put_away()


def text_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def paper_of(folder: Path) -> Path:
    (file,) = folder.rglob("*.pdf")
    return file


def kinds(desk: Desk) -> list[AuditKind]:
    with desk.storage.read() as repos:
        return [event.kind for event in repos.audit.latest(10, None, None, "")]


def test_the_first_page_is_shown(pane: ReportPane) -> None:
    assert pane.bar.where.text().startswith("หน้า 1 จาก ")
    image = pane.sheet.image
    assert image is not None
    assert image.width() == pane.sheet.dots


def test_page_keys_turn_and_stop_at_the_ends(pane: ReportPane, qtbot: QtBot) -> None:
    key = Qt.Key
    steps = [
        (key.Key_PageDown, "หน้า 2 "),
        (key.Key_End, ""),
        (key.Key_PageDown, ""),
        (key.Key_Home, "หน้า 1 "),
        (key.Key_PageUp, "หน้า 1 "),
    ]
    pages = pane.bar.where.text().split()[-1]
    for pressed, said in steps:
        with qtbot.waitSignal(pane.job.pictured, timeout=WAIT_MS):
            QTest.keyClick(pane.sheet, pressed)
        assert pane.bar.where.text().startswith(said or f"หน้า {pages} จาก {pages}")


def test_its_language_is_chosen_apart_from_the_screen(
    pane: ReportPane, qtbot: QtBot, own_temporary_folder: Path
) -> None:
    assert "บันทึกการติดต่อ" in text_of(paper_of(own_temporary_folder))
    with qtbot.waitSignal(pane.job.made, timeout=WAIT_MS):
        QTest.keyClick(pane.sheet, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert "Contact log" in text_of(paper_of(own_temporary_folder))
    assert pane.kit.words.language is Language.TH


def test_looking_is_not_put_on_record_and_saving_is(pane: ReportPane, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    assert AuditKind.PRINT not in kinds(desk)
    with qtbot.waitSignal(pane.job.saved, timeout=WAIT_MS):
        pane.save_as(tmp_path / "บันทึก")
    assert "บัตรประจำตัวผู้ป่วยหาย" in text_of(tmp_path / "บันทึก.pdf")
    assert "0812345678" not in text_of(tmp_path / "บันทึก.pdf")
    assert kinds(desk) == [AuditKind.PRINT]
    assert [file.name for file in tmp_path.glob("*.part")] == []


def test_a_folder_that_is_not_there_is_explained(pane: ReportPane, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(pane.job.failed, timeout=WAIT_MS):
        pane.save_as(tmp_path / "nowhere" / "log.pdf")
    assert "log.pdf" in pane.status.text()


def test_the_pages_asked_for_are_printed(pane: ReportPane, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    with qtbot.waitSignal(pane.job.printed, timeout=WAIT_MS) as printed:
        pane.print_on(printer)
    assert printed.args == [2]
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == 2
    document.close()
    assert kinds(desk) == [AuditKind.PRINT]


def hints(pane: ReportPane) -> list[str]:
    """Return the keys that are offered at the foot."""
    return [cap.accessibleName().split()[0] for cap in pane.findChildren(KeyCap) if cap.isVisible()]


def saved_text(pane: ReportPane, qtbot: QtBot, file: Path) -> str:
    with qtbot.waitSignal(pane.job.saved, timeout=WAIT_MS):
        pane.save_as(file)
    return text_of(file)


def test_full_numbers_are_for_supervisors_and_the_masked_paper_stays(
    pane: ReportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    image, where = pane.sheet.image, pane.bar.where.text()
    QTest.keyClick(pane.sheet, Qt.Key.Key_R, ALT)
    assert pane.status.text() == pane.kit.words("errors.not_allowed")
    assert (pane.sheet.image, pane.bar.where.text()) == (image, where)
    assert pane.bar.print.isEnabled()
    assert "0812345678" not in saved_text(pane, qtbot, tmp_path / "log.pdf")


def test_where_the_record_knows_better_the_paper_is_shown_again(pane: ReportPane, qtbot: QtBot, tmp_path: Path) -> None:
    """Somebody is no supervisor any more, which the window does not know yet."""
    pane.sign_in(SUPERVISOR)
    with qtbot.waitSignal(pane.job.pictured, timeout=WAIT_MS):
        pane.turn(1)
    where = pane.bar.where.text()
    with qtbot.waitSignals([pane.job.refused, pane.job.pictured], timeout=WAIT_MS):
        QTest.keyClick(pane.sheet, Qt.Key.Key_R, ALT)
    assert pane.status.text() == pane.kit.words("errors.not_allowed")
    assert pane.bar.where.text() == where
    assert pane.sheet.image is not None
    assert "0812345678" not in saved_text(pane, qtbot, tmp_path / "log.pdf")
    with qtbot.waitSignal(pane.job.made, timeout=WAIT_MS):
        QTest.keyClick(pane.sheet, Qt.Key.Key_L, ALT)
    assert "Contact log" in saved_text(pane, qtbot, tmp_path / "en.pdf")


def test_a_paper_that_cannot_be_made_leaves_the_one_before(
    pane: ReportPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pane.job._papers, "preview", _no_room)
    with qtbot.waitSignals([pane.job.refused, pane.job.pictured], timeout=WAIT_MS):
        QTest.keyClick(pane.sheet, Qt.Key.Key_1, ALT)
    assert (pane.choice.value, pane.status.text()) == (Period.ALL, pane.kit.words("errors.disk_full"))
    assert "บัตรประจำตัวผู้ป่วยหาย" in saved_text(pane, qtbot, tmp_path / "log.pdf")


def _no_room(*_: object, **__: object) -> Printed:
    raise DeskError("disk_full")


def test_without_a_paper_saving_says_so(desk: Desk, tasks: Tasks, kit: Kit, qtbot: QtBot) -> None:
    made = ReportPane(kit, desk, tasks)
    qtbot.addWidget(made)
    for act in (made.save, made.print):
        made.status.set_text("")
        act()
        assert made.status.text() == kit.words("report_preview.no_sheet")


def test_the_key_for_full_numbers_is_offered_to_those_who_may(pane: ReportPane) -> None:
    assert hints(pane) == ["Ctrl+S", "Alt+W", "Alt+L", "Esc"]
    pane.sign_in(SUPERVISOR)
    assert hints(pane) == ["Ctrl+S", "Alt+W", "Alt+L", "Alt+R"]  # no room for more
    pane.sign_in(ORN)
    assert "Alt+R" not in hints(pane)


def test_papers_that_are_always_masked_say_so(
    desk: Desk, tasks: Tasks, kit: Kit, open_page: Callable[[QWidget], None]
) -> None:
    made = ReportPane(kit, desk, tasks, keys=tuple(key for key in KEYS if key[0] != "Alt+R"))
    made.sign_in(SUPERVISOR)
    open_page(made)
    QTest.keyClick(made.sheet, Qt.Key.Key_R, ALT)
    assert "Alt+R" not in hints(made)
    assert made.status.text() == kit.words("report_preview.always_masked")


def test_the_sheet_says_which_page_it_is(pane: ReportPane) -> None:
    pages = pane.bar.where.text().split()[-1]
    assert pane.sheet.accessibleName() == f"รายงาน PDF หน้า 1 จาก {pages}"
    pane.kit.words.set_language(Language.EN)
    assert pane.sheet.accessibleName() == f"PDF report, page 1 of {pages}"
    pane.put_away()
    assert pane.sheet.accessibleName() == "There is no report to show yet"


def test_a_supervisor_sees_them_and_that_is_on_record(
    pane: ReportPane, desk: Desk, qtbot: QtBot, own_temporary_folder: Path
) -> None:
    with desk.storage.write() as repos:
        repos.staff.save(supervisor := replace(ORN, role=Role.SUPERVISOR))
    pane.sign_in(supervisor)
    with qtbot.waitSignal(pane.job.made, timeout=WAIT_MS):
        QTest.keyClick(pane.sheet, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert "081-234-5678" in text_of(paper_of(own_temporary_folder))
    assert kinds(desk) == [AuditKind.PRINT_FULL]


def test_the_next_paper_is_masked_again(pane: ReportPane, desk: Desk, qtbot: QtBot, own_temporary_folder: Path) -> None:
    """Numbers in full were asked for on one paper, not on all that follow."""
    with desk.storage.write() as repos:
        repos.staff.save(supervisor := replace(ORN, role=Role.SUPERVISOR))
    pane.sign_in(supervisor)
    with qtbot.waitSignal(pane.job.made, timeout=WAIT_MS):
        QTest.keyClick(pane.sheet, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    pane.leave()
    with qtbot.waitSignal(pane.job.made, timeout=WAIT_MS):
        pane.open()
    assert "081-xxx-5678" in text_of(paper_of(own_temporary_folder))


def test_nothing_stays_behind(pane: ReportPane, tasks: Tasks, qtbot: QtBot, own_temporary_folder: Path) -> None:
    with qtbot.waitSignal(pane.left):
        QTest.keyClick(pane.sheet, Qt.Key.Key_Escape)
    done = list[None]()
    tasks.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert list(own_temporary_folder.iterdir()) == []


def test_ctrl_p_opens_it_beside_the_log(desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, qtbot: QtBot) -> None:
    log, pane = LogPage(kit, desk, tasks, watcher), ReportPane(kit, desk, tasks)
    pane.sign_in(ORN)
    window = QWidget()
    page = PageBesideReport(kit, log, pane, window)
    log.print_asked.connect(page.open_report)
    qtbot.addWidget(window)
    window.resize(1278, 728)
    page.resize(1278, 728)
    window.show()
    page.focus_first()
    qtbot.waitUntil(log.table.hasFocus)
    with qtbot.waitSignal(pane.job.made, timeout=WAIT_MS):
        QTest.keyClick(log.table, Qt.Key.Key_P, CONTROL)
    assert (log.isVisible(), pane.isVisible(), pane.sheet.hasFocus()) == (True, True, True)
    page.resize(900, 700)
    assert (log.isVisible(), pane.isVisible()) == (False, True)
    QTest.keyClick(pane.sheet, Qt.Key.Key_Escape)
    assert (log.isVisible(), pane.isVisible(), log.table.hasFocus()) == (True, False, True)


def test_alt_w_enlarges_the_sheet_and_the_page_keys_go_down_it(pane: ReportPane, qtbot: QtBot) -> None:
    small = pane.sheet.dots
    pane.resize(900, 500)
    with qtbot.waitSignal(pane.job.pictured, timeout=WAIT_MS):
        QTest.keyClick(pane.sheet, Qt.Key.Key_W, ALT)
    assert pane.sheet.dots > small
    assert pane.sheet.dots == pane.sheet.image.width()  # type: ignore[union-attr]
    where = pane.bar.where.text()
    steps = 0
    while pane.bar.where.text() == where:
        QTest.keyClick(pane.sheet, Qt.Key.Key_PageDown)
        steps += 1
    assert steps > 2
    assert (pane.bar.where.text().split()[1], pane.sheet.offset) == ("2", 0)
    QTest.keyClick(pane.sheet, Qt.Key.Key_PageUp)
    assert (pane.bar.where.text(), pane.sheet.offset > 0) == (where, True)
    pane.sheet.setFocus()
    before = pane.sheet.offset
    QTest.keyClick(pane.sheet, Qt.Key.Key_Up)
    assert pane.sheet.offset < before


def test_escape_makes_it_small_again_before_it_leaves(pane: ReportPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.sheet, Qt.Key.Key_W, ALT)
    with qtbot.assertNotEmitted(pane.left, wait=0):
        QTest.keyClick(pane.sheet, Qt.Key.Key_Escape)
    assert not pane.sheet.wide
    with qtbot.waitSignal(pane.left):
        QTest.keyClick(pane.sheet, Qt.Key.Key_Escape)


def test_an_enlarged_sheet_takes_the_place_of_the_page(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, qtbot: QtBot, open_page: Callable[[QWidget], None]
) -> None:
    log, pane = LogPage(kit, desk, tasks, watcher), ReportPane(kit, desk, tasks)
    pane.sign_in(ORN)
    page = PageBesideReport(kit, log, pane)
    open_page(page)
    with qtbot.waitSignal(pane.job.made, timeout=WAIT_MS):
        page.open_report()
    seen = list[tuple[bool, bool]]()
    for _ in range(3):
        seen.append((log.isVisible(), pane.width() == page.width()))
        QTest.keyClick(pane.sheet, Qt.Key.Key_W, ALT)
    assert seen == [(True, False), (False, True), (True, False)]
    pane.leave()
    page.open_report()
    assert (log.isVisible(), pane.sheet.wide) == (True, False)
    pane.put_away()


TODAY = date(2026, 3, 4)  # a Wednesday


@pytest.mark.parametrize(
    ("period", "days"),
    [(Period.TODAY, (TODAY, TODAY)), (Period.WEEK, (date(2026, 3, 2), TODAY)),
     (Period.MONTH, (date(2026, 3, 1), TODAY)),
     (Period.LAST_MONTH, (date(2026, 2, 1), date(2026, 2, 28))), (Period.ALL, (None, None))],
)  # fmt: skip
def test_periods(period: Period, days: tuple[date | None, date | None]) -> None:
    assert days_of(period, TODAY) == days
