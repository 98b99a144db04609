"""Words that mean the same, by keyboard, on the real services."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.synonyms import SynonymsSection
from frontdesk.ui.tasks import Tasks

from ...keys import press, type_text

ENTER, ESC, INS, DEL = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Insert, Qt.Key.Key_Delete


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def section(desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot) -> SynonymsSection:
    section = SynonymsSection(kit, desk.synonyms, tasks)
    qtbot.addWidget(section)
    section.resize(1000, 700)
    section.show()
    section.activateWindow()
    section.refresh()
    qtbot.waitUntil(lambda: section.table.grid.rowCount() >= 200)
    section.table.setFocus()
    qtbot.waitUntil(section.table.hasFocus)
    return section


def own(desk: Desk) -> list[tuple[str, ...]]:
    return [group.words for group in desk.synonyms.own()]


def add(section: SynonymsSection, line: str, qtbot: QtBot) -> None:
    press(INS)
    type_text(line)
    with qtbot.waitSignal(section.changed):
        press(ENTER)
    qtbot.waitUntil(lambda: section.table.chosen is not None and bool(section.table.chosen.id))


def test_a_group_is_added_and_chosen(section: SynonymsSection, desk: Desk, qtbot: QtBot) -> None:
    add(section, "ตึกแดง, อาคาร 7", qtbot)
    assert own(desk) == [("ตึกแดง", "อาคาร 7")]
    assert section.table.hasFocus()
    assert "ตึกแดง" in section.state.text()


def test_a_group_is_changed(section: SynonymsSection, desk: Desk, qtbot: QtBot) -> None:
    add(section, "ตึกแดง, อาคาร 7", qtbot)
    press(ENTER)
    assert section.field.hasFocus()
    type_text(", red building")
    with qtbot.waitSignal(section.changed):
        press(ENTER)
    assert own(desk) == [("ตึกแดง", "อาคาร 7", "red building")]


def test_escape_leaves_a_group_as_it_was(section: SynonymsSection, desk: Desk, qtbot: QtBot) -> None:
    add(section, "ตึกแดง, อาคาร 7", qtbot)
    press(ENTER)
    type_text(", x")
    press(ESC)
    assert section.table.hasFocus()
    assert section.field.text() == ""
    assert own(desk) == [("ตึกแดง", "อาคาร 7")]


def test_a_group_is_removed_and_brought_back(section: SynonymsSection, desk: Desk, qtbot: QtBot) -> None:
    add(section, "ตึกแดง, อาคาร 7", qtbot)
    with qtbot.waitSignal(section.changed):
        press(DEL)
    assert own(desk) == []
    with qtbot.waitSignal(section.changed):
        press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert own(desk) == [("ตึกแดง", "อาคาร 7")]


def test_what_is_no_group_is_refused_where_it_stands(section: SynonymsSection, desk: Desk, qtbot: QtBot) -> None:
    press(INS)
    type_text("คำเดียว")
    press(ENTER)
    qtbot.waitUntil(lambda: section.field.wrong)
    assert section.field.hasFocus()
    assert section.field.text() == "คำเดียว"
    assert own(desk) == []


def test_a_shipped_group_stays_but_can_be_begun_with(section: SynonymsSection, desk: Desk, qtbot: QtBot) -> None:
    press(DEL)
    assert section.state.text()
    press(ENTER)
    type_text(", คำของเรา")
    with qtbot.waitSignal(section.changed):
        press(ENTER)
    assert own(desk)[0][-1] == "คำของเรา"
    qtbot.waitUntil(lambda: section.table.grid.rowCount() == len(desk.synonyms.shipped) + 1)
