"""The day's visitors are brought in from a file by keyboard, stand on the gate's board, and are taken back."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.domain.imports import ImportReport
from frontdesk.services.clock import SITE_ZONE
from frontdesk.ui.pages.import_data.page import ImportPage
from tests.features.driver import Driver
from tests.importing.calendars.invites import calendar, event, written

LIST = (
    "วันที่,เวลา,ชื่อผู้มาติดต่อ,บริษัท,มาพบ,เบอร์โทร,จำนวนคน,สีเสื้อ\n"
    "วันนี้,23:50,สุดา ใจดี,บริษัทไทยดี,เวชระเบียน,081-234-5678,3,แดง\n"
    "today,23:55,John Smith,Acme,,,,\n"
)


def go_to(driver: Driver, wanted: QWidget) -> None:
    """Press Tab until the keyboard is where it should be."""
    for _ in range(80):
        if wanted.hasFocus():
            return
        driver.press("Tab")
        QApplication.processEvents()
    raise AssertionError("Tab does not lead there")


def bring_in(driver: Driver, file: Path) -> ImportReport:
    """Import visits with nothing but the keyboard."""
    page, settings = driver.place.pages.import_data, driver.place.pages.settings
    reports: list[ImportReport] = []
    page.imported.connect(reports.append)
    driver.press("F9")
    driver.wait_for(settings.parts.hasFocus)
    driver.press(*["Down"] * settings.sections.index(settings.data), "Return")
    driver.wait_for(settings.data.visits.isVisible)
    go_to(driver, settings.data.visits)
    driver.press("Space")
    driver.wait_for(page.source.path.hasFocus)
    assert page.source.kind.value == "visits"
    driver.keys = 0
    driver.type(str(file))
    driver.press("Return")
    driver.wait_for(lambda: page.mapping.rows)
    driver.press("Ctrl+Return")
    driver.wait_for(page.go.hasFocus)
    driver.press("Ctrl+Return")
    driver.wait_for(lambda: reports)
    assert driver.keys == 3
    return reports[0]


def undo(driver: Driver, page: ImportPage) -> None:
    driver.wait_for(lambda: page.undo.button.isVisible())
    driver.press("Alt+Z", "Alt+Z")


def test_a_day_of_visitors_stands_on_the_board(at_desk: Driver, tmp_path: Path) -> None:
    file = tmp_path / "ผู้มาติดต่อ.csv"
    file.write_text(LIST, "cp874")
    page, visits = at_desk.place.pages.import_data, at_desk.place.services.visits

    report = bring_in(at_desk, file)
    assert (report.created, report.error_count, report.unknown) == (2, 0, ("สีเสื้อ",))
    board = visits.board()
    assert [(one.name, one.host, one.party) for one in board.expected] == [
        ("สุดา ใจดี", "เวชระเบียน", 3),
        ("John Smith", "", 1),
    ]

    suda = board.expected[0]
    visits.arrive(suda.id, "s1")
    undo(at_desk, page)
    at_desk.wait_for(lambda: visits.board().expected_count == 0)
    at_desk.wait_for(lambda: "1" in page.state.text())
    assert [one.name for one in visits.board().inside] == ["สุดา ใจดี"]


def test_an_invitation_stands_on_the_board(at_desk: Driver, tmp_path: Path) -> None:
    visits = at_desk.place.services.visits
    start = f";VALUE=DATE:{visits.now().astimezone(SITE_ZONE):%Y%m%d}"
    guests = ("ATTENDEE;CN=สมชาย ดี:mailto:somchai@x.example", "ATTENDEE:mailto:lek@x.example")
    file = written(tmp_path, calendar(event("SUMMARY:ดูงาน", *guests, start=start)))

    assert bring_in(at_desk, file).created == 2
    assert {one.name for one in visits.board().expected} == {"สมชาย ดี", "lek"}
