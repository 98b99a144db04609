"""A fire: one chord anywhere, and everybody is on the screen and at the printer; nobody is asked for a PIN."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from frontdesk.domain.evacuation import Purpose
from frontdesk.domain.visits import Visit
from frontdesk.ui.pages.evacuation.items import RollRow
from frontdesk.ui.pages.evacuation.page import EvacuationPage
from tests.features.driver import Driver
from tests.features.small_desk import ORN

INSIDE = (("สมศรี บุญมา", "ตึก 5", 1), ("ธนากร วงศ์ชัย", "ห้องยา", 1), ("ช่างลิฟต์", "ตึก 5", 4), ("Peter Brown", "", 1))


@pytest.fixture
def paper(at_desk: Driver, tmp_path: Path) -> Path:
    """Four visits, seven people; what this computer's printer prints goes to a file."""
    visits, file = at_desk.place.services.visits, tmp_path / "roll.pdf"
    for name, place, party in INSIDE:
        visits.walk_in(Visit("", visits.today(), name, place=place, party=party), ORN.id)

    def to_file() -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFileName(str(file))
        return printer

    page_of(at_desk).printing._find = to_file
    return file


def page_of(driver: Driver) -> EvacuationPage:
    return driver.place.pages.alarm.page


def names(driver: Driver) -> list[str]:
    return [item.row.name for item in page_of(driver).list.items if isinstance(item, RollRow)]


def at_roll(driver: Driver) -> bool:
    return driver.place.window.page_id == "evacuation"


def test_one_chord_shows_and_prints_and_everybody_is_ticked(at_desk: Driver, paper: Path) -> None:
    page = page_of(at_desk)
    at_desk.keys = 0
    at_desk.press("Shift+F12")
    assert at_roll(at_desk)
    at_desk.wait_for(lambda: page.session.lasting is not None)
    at_desk.wait_for(lambda: page.head.paper.text() == "พิมพ์รายชื่อแล้ว 1 หน้า")
    assert paper.read_bytes()[:4] == b"%PDF"
    assert names(at_desk) == ["ช่างลิฟต์", "สมศรี บุญมา", "ธนากร วงศ์ชัย", "Peter Brown"]
    assert at_desk.keys == 1

    at_desk.type("3")  # three of the four mechanics
    at_desk.press("Down", "Space", "Space")
    assert page.head.found.text() == "พบ 5/7"
    at_desk.type("pete")
    at_desk.press("Return")
    assert page.head.missing.text() == "ยังไม่พบ 1"
    at_desk.press("Ctrl+Return")
    at_desk.type("1")
    at_desk.wait_for(lambda: at_desk.place.window.page_id == "desk")
    assert at_desk.keys == 6
    [ended] = at_desk.place.services.evacuations.past()
    assert (ended.purpose, ended.people, ended.found, ended.ended_by) == (Purpose.REAL, 7, 6, ORN.id)
    missing = at_desk.place.services.evacuations.missing(ended.id)
    assert [(visit.name, people) for visit, people in missing] == [("ช่างลิฟต์", 1)]


def test_a_fire_does_not_wait_for_a_pin(at_desk: Driver, paper: Path) -> None:
    at_desk.press("Ctrl+Q")
    at_desk.wait_for(lambda: at_desk.place.window.page_id == "sign-in")
    at_desk.keys = 0
    at_desk.press("Shift+F12")
    at_desk.wait_for(lambda: len(names(at_desk)) == 4)
    at_desk.press("Space")
    at_desk.wait_for(lambda: page_of(at_desk).session.lasting is not None and not page_of(at_desk).session.unsaved)
    assert at_desk.keys == 2
    at_desk.press("F2")
    assert at_roll(at_desk)  # no page behind the sign-in is open to whoever stands there
    at_desk.press("Escape")
    assert at_desk.place.window.page_id == "sign-in"
    made = at_desk.place.services.evacuations.lasting()
    assert made is not None
    assert made.by == ""
    at_desk.wait_for(paper.exists)


def test_while_it_lasts_every_window_says_so_and_one_may_go_on_working(at_desk: Driver, paper: Path) -> None:
    evacuations, alarm = at_desk.place.services.evacuations, at_desk.place.window.top_bar.alarm
    assert not alarm.isVisible()
    begun = evacuations.begin("", "ป้อม 1").roll.evacuation  # at another window
    assert begun is not None
    at_desk.wait_for(alarm.isVisible)
    assert "ยังไม่พบ 7" in alarm.text()
    at_desk.press("Shift+F12")
    at_desk.wait_for(lambda: len(names(at_desk)) == 4 and page_of(at_desk).session.begun_here)
    at_desk.press("Escape")
    assert at_desk.place.window.page_id == "desk"
    assert alarm.isVisible()
    evacuations.end(begun.id, Purpose.DRILL, "")
    at_desk.wait_for(lambda: not alarm.isVisible())
