"""A site's own answers are brought in while the desk is at work, and found at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from frontdesk.domain.imports import ImportReport
from tests.features.driver import Driver

HEAD = "code,title,title_en,say,body,category,keywords,department\n"
ROWS = (
    "X-1,ขอประวัติการรักษา,Medical records copy,ยื่นคำร้องที่ช่อง 6 ค่ะ,1. กรอกแบบฟอร์ม,,ขอเวชระเบียน;สำเนาประวัติ,เวชระเบียน\n"
    "X-2,ฉีดวัคซีนไข้หวัดใหญ่,Flu vaccine,ฉีดได้ที่ตึก 2 ชั้น 1 ค่ะ,1. แจ้งชื่อ,,วัคซีน;ไข้หวัด,ผู้ป่วยนอก\n"
)


def bring_in(driver: Driver, file: Path) -> ImportReport:
    """Import as a person does: settings, the button, the file's name, try it, bring it in, back to the box."""
    page, settings = driver.place.pages.import_data, driver.place.pages.settings
    reports: list[ImportReport] = []
    page.imported.connect(reports.append)
    driver.press("F9")
    QTest.mouseClick(settings.data.articles, Qt.MouseButton.LeftButton)
    driver.wait_for(page.source.path.hasFocus)
    driver.type(str(file))
    driver.press("Return")
    driver.wait_for(lambda: page.mapping.rows)
    driver.press("Ctrl+Return")
    driver.wait_for(page.go.hasFocus)
    driver.press("Ctrl+Return")
    driver.wait_for(lambda: reports)
    assert driver.keys == 4
    driver.press("Ctrl+K")
    return reports[0]


def test_imported_answers_are_found_in_the_box(at_desk: Driver, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(HEAD + ROWS, "utf-8-sig")

    report = bring_in(at_desk, file)
    assert (report.created, report.error_count) == (2, 0)

    found = at_desk.find_before("X-2", "ฉีดวัคซีน", milliseconds=2_000)
    assert found.say == "ฉีดได้ที่ตึก 2 ชั้น 1 ค่ะ"
    at_desk.press("Return", "Ctrl+Return", "1")
    assert at_desk.wait_for_record(1).articles == ("X-2",)
    assert at_desk.keys == 3


def test_what_the_index_alone_knows_is_found_too(at_desk: Driver, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(HEAD + ROWS, "cp874")
    bring_in(at_desk, file)

    at_desk.find_before("X-1", "สำเนาประวัติ", milliseconds=2_000)

    at_desk.press("Return", "Ctrl+1")
    assert at_desk.wait_for_record(1).articles == ("X-1",)
    assert at_desk.keys == 2


def test_words_typed_before_the_import_ends_stay(at_desk: Driver, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(HEAD + ROWS, "utf-8")
    at_desk.type("วัคซีน")
    before = at_desk.draft

    at_desk.keys = 0
    bring_in(at_desk, file)

    at_desk.wait_for(lambda: len(at_desk.desk.results.titles.quick) == 6)
    assert at_desk.draft == before
    assert at_desk.desk.view.box.text() == "วัคซีน"
