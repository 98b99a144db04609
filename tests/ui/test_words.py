"""Words follow the language at once, on everything that lives, Qt's own menus included."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit


def test_a_bound_sentence_follows_the_language(kit: Kit) -> None:
    seen: list[str] = []
    owner = QObject()
    bound = kit.words.bind(owner, seen.append, "commands.people")
    kit.words.switch()
    bound.say("shell.waiting", name="ดา")
    kit.words.set_language(Language.TH)
    assert seen == ["บุคคล", "People", "ดา · waiting", "ดา · พักไว้"]


def test_a_bound_sentence_ends_with_its_owner(kit: Kit, qtbot: QtBot) -> None:
    seen: list[str] = []
    owner = QObject()
    kit.words.bind(owner, seen.append, "commands.people")
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    kit.words.switch()
    assert seen == ["บุคคล"]


def test_the_same_language_again_changes_nothing(kit: Kit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(kit.words.changed):
        kit.words.set_language(Language.TH)


def test_menus_of_qt_speak_thai(kit: Kit, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)

    def menu() -> list[str]:
        made = field.createStandardContextMenu()
        texts = [action.text().replace("&", "") for action in made.actions() if action.text()]
        made.deleteLater()
        return texts

    assert [text.split("\t")[0] for text in menu()] == [
        "เลิกทำ", "ทำซ้ำ", "ตัด", "คัดลอก", "วาง", "ลบ", "เลือกทั้งหมด",
    ]  # fmt: skip
    assert "เลิกทำ\tCtrl+Z" in menu()
    kit.words.switch()
    assert "Copy\tCtrl+C" in menu()


def test_dates_are_shown_in_the_era_of_the_language(kit: Kit) -> None:
    assert kit.words.date(date(2026, 11, 3)) == "3 พ.ย. 2569"
    assert kit.words.moment(datetime(2026, 11, 20, 3, 42, tzinfo=UTC)) == "20 พ.ย. 2569 · 10:42"
    kit.words.switch()
    assert kit.words.date(date(2026, 11, 3)) == "3 Nov 2026"


def test_a_wrong_name_is_a_bug(kit: Kit) -> None:
    with pytest.raises(KeyError):
        kit.words("shell.no_such_text")
