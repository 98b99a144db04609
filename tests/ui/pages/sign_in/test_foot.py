"""The switches at the foot of the sign-in page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.sign_in.foot import THEMES, ThemeSwitch


@pytest.mark.parametrize("language", list(Language))
def test_every_theme_has_a_name_and_follows_another(kit: Kit, qtbot: QtBot, language: Language) -> None:
    kit.words.set_language(language)
    kit.theme.set_theme("system")
    switch = ThemeSwitch(kit)
    qtbot.addWidget(switch)
    seen = []
    for _ in THEMES:
        seen.append((kit.theme.wish, switch.text()))
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert [wish for wish, _ in seen] == list(THEMES)
    assert len({said for _, said in seen}) == len(THEMES)
    assert kit.theme.wish == "system"
