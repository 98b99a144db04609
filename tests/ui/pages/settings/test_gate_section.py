"""The gate's rules: seen by all, set by supervisors, with the keys alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role, Staff
from frontdesk.settings import Settings
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.gate import GateSection
from frontdesk.ui.preferences import KeptSettings, Preferences
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
def preferences(kit: Kit) -> Preferences:
    return Preferences(kit, KeptSettings(Settings(theme="light"), lambda _: None))


@pytest.fixture
def section(desk: Desk, kit: Kit, tasks: Tasks, preferences: Preferences, qtbot: QtBot) -> GateSection:
    made = GateSection(kit, desk.visits, desk.gate_notice, desk.evacuations, preferences, tasks)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    made.activateWindow()
    made.sign_in(CHAI)
    qtbot.waitUntil(lambda: made.fields["usual"].text() == "120")
    return made


def type_over(section: GateSection, name: str, text: str) -> None:
    section.fields[name].setFocus()
    press(Qt.Key.Key_A, modifiers=CTRL)
    type_text(text)


def test_a_supervisor_sets_the_rules_and_what_the_notice_says(desk: Desk, section: GateSection, qtbot: QtBot) -> None:
    for name, text in (("usual", "90"), ("late_after", "๒๐"), ("slots", "60"), ("keep_days", "30")):
        type_over(section, name, text)
    type_over(section, "contact", "โทร. 02-555-0100")
    type_over(section, "assembly", "ลานจอดรถ A")
    type_over(section, "url", "https://example.org/p")
    section.switches["staff_tracked"].setFocus()
    press(Qt.Key.Key_Right)
    section.switches["cameras"].setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_S, modifiers=CTRL)
    qtbot.waitUntil(lambda: section.state.text() == section.kit.words("settings.saved"))

    stay, facts = desk.visits.stay(), desk.gate_notice.get()
    assert desk.evacuations.assembly() == "ลานจอดรถ A"
    assert (stay.usual, stay.late_after, stay.slots) == (timedelta(minutes=90), timedelta(minutes=20), 60)
    assert stay.staff_tracked
    assert (facts.contact, facts.url, facts.keep_days, facts.cameras, facts.cards) == (
        "โทร. 02-555-0100", "https://example.org/p", 30, True, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [("usual", "0", "5 ถึง 44,640"), ("late_after", "x", "1 ถึง 1,440"), ("slots", "1000", "1 ถึง 999"),
     ("keep_days", "", "1 ถึง 3,650"), ("url", "example.org", "https://")],
)  # fmt: skip
def test_what_makes_no_sense_is_said_at_its_field(
    desk: Desk, section: GateSection, name: str, typed: str, said: str
) -> None:
    type_over(section, name, typed or " ")
    press(Qt.Key.Key_S, modifiers=CTRL)
    assert said in section._labelled[name].wrong.text()
    assert section.fields[name].hasFocus()
    assert desk.visits.stay().usual == timedelta(hours=2)


def test_others_only_look_but_choose_the_labels_of_this_computer(
    desk: Desk, section: GateSection, preferences: Preferences, qtbot: QtBot
) -> None:
    section.sign_in(ORN)
    assert section.state.text() == section.kit.words("settings.rules_locked")
    assert not section.save.isVisible()
    section.fields["usual"].setFocus()
    type_text("9")
    press(Qt.Key.Key_S, modifiers=CTRL)
    assert desk.visits.stay().usual == timedelta(hours=2)
    section.labels.setFocus()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: preferences.window.badge_size == "card-86x54")


def test_labels_are_named_in_the_language_of_the_screen(section: GateSection) -> None:
    assert section.labels.currentText().startswith("ม้วนสติกเกอร์")
    section.kit.words.set_language(Language.EN)
    assert section.labels.currentText().startswith("Label roll")
