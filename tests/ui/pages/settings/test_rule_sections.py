"""Targets and working hours: seen by all, set by supervisors, with the keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.site_hours import USUAL as USUAL_HOURS
from frontdesk.services.targets import MEASURES, USUAL
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.site_hours import FIELD, SiteHoursSection
from frontdesk.ui.pages.settings.targets import TargetsSection
from frontdesk.ui.tasks import Tasks

from ...keys import press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
ORN, CHAI = Staff("s-orn", "orn", "อรอนงค์"), Staff("s-chai", "chai", "สมชาย", role=Role.SUPERVISOR)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "desk")
    with made.storage.write() as repos:
        for staff in (ORN, CHAI):
            repos.staff.save(staff)
    yield made
    made.close()


def open_section(section: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(section)
    section.resize(1000, 700)
    section.show()
    section.activateWindow()


@pytest.fixture
def targets(desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot) -> TargetsSection:
    section = TargetsSection(kit, desk.targets, tasks)
    open_section(section, qtbot)
    section.sign_in(CHAI)
    qtbot.waitUntil(lambda: section.fields["transferred"].text() == "10")
    section.fields["transferred"].setFocus()
    qtbot.waitUntil(section.fields["transferred"].hasFocus)
    return section


@pytest.fixture
def hours(desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot) -> SiteHoursSection:
    section = SiteHoursSection(kit, desk.site_hours, tasks)
    open_section(section, qtbot)
    section.sign_in(CHAI)
    qtbot.waitUntil(lambda: section.fields[FIELD].text() == USUAL_HOURS)
    section.fields[FIELD].setFocus()
    qtbot.waitUntil(section.fields[FIELD].hasFocus)
    return section


def type_over(text: str) -> None:
    press(Qt.Key.Key_A, modifiers=CTRL)
    type_text(text)


def test_every_figure_has_a_field_with_the_usual_target(targets: TargetsSection) -> None:
    assert set(targets.fields) == set(MEASURES)
    shown = {code: field.text() for code, field in targets.fields.items() if field.text()}
    assert shown == {
        "resolved_first": "80", "promises_kept": "95", "transferred": "10", "unanswered": "5", "verified_uses": "80",
        "time_to_answer": "15", "time_to_answer_p90": "60",
    }  # fmt: skip


@pytest.mark.parametrize(("text", "target"), [("12.5", 0.125), ("7%", 0.07), ("๒๐", 0.2), ("0", 0)])
def test_a_supervisor_sets_a_target(
    targets: TargetsSection, desk: Desk, qtbot: QtBot, text: str, target: float
) -> None:
    type_over(text)
    with qtbot.waitSignal(targets.changed):
        press(Qt.Key.Key_S, modifiers=CTRL)
    assert desk.targets.get() == {**USUAL, "transferred": target}


def test_an_empty_field_is_no_target(targets: TargetsSection, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_A, modifiers=CTRL)
    press(Qt.Key.Key_Delete)
    with qtbot.waitSignal(targets.changed):
        press(Qt.Key.Key_S, modifiers=CTRL)
    assert "transferred" not in desk.targets.get()


@pytest.mark.parametrize("text", ["101", "-1", "มาก", "nan"])
def test_what_makes_no_sense_is_said(targets: TargetsSection, desk: Desk, text: str) -> None:
    type_over(text)
    press(Qt.Key.Key_S, modifiers=CTRL)
    assert [code for code, field in targets.fields.items() if field.wrong] == ["transferred"]
    assert "0 ถึง 100" in targets.state.text()
    assert desk.targets.get() == dict(USUAL)


def test_others_see_targets_and_cannot_change_them(targets: TargetsSection, desk: Desk) -> None:
    targets.sign_in(ORN)
    assert all(field.isReadOnly() for field in targets.fields.values())
    assert not targets.save.isVisible()
    targets.store()
    assert desk.targets.get() == dict(USUAL)


def test_hours_are_read_back_while_they_are_typed(hours: SiteHoursSection, kit: Kit) -> None:
    assert hours.week.text() == "จ.–ศ. 08:30–16:30 · ส.–อา. หยุด"
    type_over("ทุกวัน 9-12, 13-17")
    assert hours.week.text() == "จ.–อา. 09:00–12:00, 13:00–17:00"
    type_over("ทุกวัน 22:00-06:00")
    assert hours.week.text() == "จ.–อา. 22:00–06:00"
    type_over("ตามสะดวก")
    assert hours.week.text() == ""
    kit.words.set_language(Language.EN)
    type_over("Sat 9-12")
    assert hours.week.text() == "Mon–Fri closed · Sat 09:00–12:00 · Sun closed"


def test_a_supervisor_sets_the_hours_and_promises_go_by_them(hours: SiteHoursSection, desk: Desk, qtbot: QtBot) -> None:
    type_over("ทุกวัน 00:00-23:59")
    with qtbot.waitSignal(hours.changed):
        press(Qt.Key.Key_S, modifiers=CTRL)
    assert desk.promises.read("ก่อนปิด").strftime("%H:%M") == "23:59"


def test_hours_that_cannot_be_read_are_refused(hours: SiteHoursSection, desk: Desk) -> None:
    type_over("ตามสะดวก")
    press(Qt.Key.Key_S, modifiers=CTRL)
    assert hours.fields[FIELD].wrong
    assert desk.site_hours.get() == USUAL_HOURS


def test_others_cannot_change_the_hours(hours: SiteHoursSection, desk: Desk) -> None:
    hours.sign_in(ORN)
    assert hours.fields[FIELD].isReadOnly()
    hours.fields[FIELD].setText("ทุกวัน 9-17")
    hours.store()
    assert desk.site_hours.get() == USUAL_HOURS
