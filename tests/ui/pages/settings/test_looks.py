"""Who looked at whom, and the screen that faces the counter."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Role, Staff
from frontdesk.settings import Settings
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.looks import LooksSection
from frontdesk.ui.pages.settings.page import SettingsPage
from tests.ui.keys import press
from tests.ui.pages.settings.test_settings_page import OpenPage, boss, desk, open_page, saved

__all__ = ["boss", "desk", "open_page", "saved"]
ORN = Staff("s-orn", "onanong", "อรอนงค์ พรหมดี", name_en="Onanong", role=Role.RECEPTIONIST)


@pytest.fixture
def noted(desk: Desk, boss: Staff) -> None:
    with desk.storage.write() as repos:
        repos.staff.save(ORN)
        repos.people.save(Person("p-1", "P-1", "สุดา", "ใจดี"), boss.id)
    desk.audit.note(AuditKind.REVEAL, ORN.id, "p-1", "people")
    desk.audit.note(AuditKind.COPY, ORN.id, "c-1", "desk")
    desk.audit.note(AuditKind.EXPORT, boss.id, "", "people 2064")


def rows(section: LooksSection) -> list[tuple[str, ...]]:
    """Return the table without the moments, as they are read."""
    grid = section.table.grid
    across = range(1, grid.columnCount())
    return [tuple(grid.data(grid.index(row, column)) for column in across) for row in range(grid.rowCount())]


@pytest.mark.usefixtures("noted")
def test_a_supervisor_reads_who_looked_at_whom(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("looks")
    qtbot.waitUntil(lambda: len(rows(page.looks)) == 3)

    assert rows(page.looks) == [
        ("วรรณา", "ส่งออก", "บุคคล 2,064 รายการ", ""),
        ("อรอนงค์", "คัดลอก", "ผู้ติดต่อที่ไม่ทราบชื่อ", "หน้างาน"),
        ("อรอนงค์", "เปิดดู", "สุดา ใจดี", "บุคคล"),
    ]


@pytest.mark.usefixtures("noted")
def test_the_list_is_narrowed_by_staff_and_by_day(open_page: OpenPage, boss: Staff, qtbot: QtBot) -> None:
    page = open_page("looks")
    qtbot.waitUntil(lambda: len(rows(page.looks)) == 3)
    staff, day = page.looks.staff, page.looks.day

    staff.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(rows(page.looks)) < 3)
    assert {row[0] for row in rows(page.looks)} == {"วรรณา" if staff.value == boss.id else "อรอนงค์"}

    press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: len(rows(page.looks)) == 3)
    day.setFocus()
    press(Qt.Key.Key_Down)
    assert day.value == page.looks._clock.today().isoformat()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: rows(page.looks) == [])


@pytest.mark.usefixtures("noted")
def test_nobody_else_sees_anything(open_page: OpenPage, kit: Kit, qtbot: QtBot) -> None:
    page = open_page("looks", ORN)

    assert page.looks.state.text() == kit.words("errors.not_allowed")
    assert rows(page.looks) == []
    page.looks._read()
    qtbot.waitUntil(lambda: bool(page.looks.state.text()))
    assert rows(page.looks) == []


@pytest.mark.usefixtures("noted")
def test_whoever_comes_next_does_not_find_the_list_of_the_one_before(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("looks")
    qtbot.waitUntil(lambda: len(rows(page.looks)) == 3)

    page.sign_in(ORN)

    assert rows(page.looks) == []


def test_a_screen_that_faces_the_counter_is_kept(open_page: OpenPage, kit: Kit, saved: list[Settings]) -> None:
    page: SettingsPage = open_page()
    page.display.counter.setFocus()
    press(Qt.Key.Key_Right)

    assert (kit.words.discreet, saved[-1].counter) == (True, True)
    press(Qt.Key.Key_Left)
    assert (kit.words.discreet, saved[-1].counter) == (False, False)
