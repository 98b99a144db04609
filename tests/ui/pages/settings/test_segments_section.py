"""The rules for segments, seen by all and set by supervisors, with the keys alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.segments import SegmentRules
from frontdesk.domain.staff import Role, Staff
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.segments import SegmentsSection
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


@pytest.fixture
def section(desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot) -> SegmentsSection:
    section = SegmentsSection(kit, desk.segments, tasks)
    qtbot.addWidget(section)
    section.resize(1000, 700)
    section.show()
    section.activateWindow()
    section.sign_in(CHAI)
    qtbot.waitUntil(lambda: bool(section.fields["repeat_from"].text()))
    section.fields["repeat_from"].setFocus()
    qtbot.waitUntil(section.fields["repeat_from"].hasFocus)
    return section


def type_over(text: str) -> None:
    press(Qt.Key.Key_A, modifiers=CTRL)
    type_text(text)


def test_a_supervisor_sets_the_rules(section: SegmentsSection, desk: Desk, qtbot: QtBot) -> None:
    type_over("3")
    with qtbot.waitSignal(section.changed):
        press(Qt.Key.Key_S, modifiers=CTRL)
    assert desk.segments.rules() == replace(SegmentRules(), repeat_from=3)


@pytest.mark.parametrize("text", ["0", "", "สาม", "-1"])
def test_what_makes_no_sense_is_said_under_its_field(
    section: SegmentsSection, desk: Desk, qtbot: QtBot, text: str
) -> None:
    section.fields["dormant_days"].setFocus()
    if text:
        type_over(text)
    else:
        section.fields["repeat_from"].clear()
    press(Qt.Key.Key_S, modifiers=CTRL)
    wrong = [name for name, field in section.fields.items() if field.wrong]
    assert wrong == ["dormant_days" if text else "repeat_from"]
    assert section.fields[wrong[0]].hasFocus()
    assert desk.segments.rules() == SegmentRules()


def test_the_usual_rules_come_back(section: SegmentsSection, desk: Desk, qtbot: QtBot) -> None:
    desk.segments.save(SegmentRules(repeat_from=9), CHAI.id)
    section.usual.click()
    with qtbot.waitSignal(section.changed):
        press(Qt.Key.Key_S, modifiers=CTRL)
    assert desk.segments.rules() == SegmentRules()


def test_others_see_the_rules_and_cannot_change_them(section: SegmentsSection, desk: Desk) -> None:
    section.sign_in(ORN)
    assert section.fields["dormant_days"].text() == "365"
    assert section.fields["dormant_days"].isReadOnly()
    assert not section.save.isVisible()
    assert section.state.text()
    section.store()
    assert desk.segments.rules() == SegmentRules()
