"""What has the focus is never out of sight."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.big_choice import BigChoice, BigChoices
from frontdesk.ui.widgets.scrolled import scrolled


def test_the_area_follows_the_focus(qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        column.addWidget(field)
    area = scrolled(content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    fields[0].setFocus()
    qtbot.waitUntil(fields[0].hasFocus)
    fields[-1].setFocus()
    assert not fields[-1].visibleRegion().isEmpty()


def test_a_choice_is_as_high_as_its_words_need(kit: Kit, qtbot: QtBot) -> None:
    choices = BigChoices(kit, "first_run.choices", [BigChoice(kit, "plus", "first_run.demo", "first_run.about_data")])
    choices.rows[0].say_detail("first_run.demo_detail", pin="258036")
    qtbot.addWidget(choices)
    choices.resize(700, 400)
    choices.show()
    wide = choices.rows[0].height()
    choices.resize(320, 400)
    qtbot.waitUntil(lambda: choices.rows[0].height() > wide)
    assert choices.rows[0].height() >= choices.rows[0].heightForWidth(choices.rows[0].width())
