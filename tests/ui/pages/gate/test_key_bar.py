"""The keys at the foot: as many as there is room for, and the roll for an evacuation always."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.key_bar import KeyBar


@pytest.fixture
def bar(kit: Kit, qtbot: QtBot) -> KeyBar:
    made = KeyBar(kit)
    qtbot.addWidget(made)
    made.count(1_234)
    made.resize(1246, 64)
    made.show()
    return made


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("rows", [False, True])
def test_everything_stands_side_by_side_at_1366(bar: KeyBar, language: Language, inside: bool, rows: bool) -> None:
    bar.kit.words.set_language(language)
    bar.show_row_keys(rows, inside)
    there = set(bar.letters) if inside else set(bar.letters) - {"t", "b"}
    assert {letter for letter, one in bar.letters.items() if one.isVisible()} == (there if rows else set())
    assert bar.new.isVisible() is not rows
    assert bar.roll.geometry().right() < bar.width()


def test_the_roll_is_never_cut(bar: KeyBar, qtbot: QtBot) -> None:
    bar.resize(760, 64)
    qtbot.waitUntil(lambda: bar.roll.width() == bar.roll.sizeHint().width())
    assert bar.roll.geometry().right() < bar.width()
    assert bar.new.isVisible()
    assert not bar.log.isVisible()
