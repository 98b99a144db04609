"""What strangers at the counter read of a card, with real keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.people import PartialDate, QuickFact
from frontdesk.ui.pages.people.page import PeoplePage
from tests.ui.keys import press
from tests.ui.pages.card_editing.hands import CTRL, ENTER, SUDA, walk_to
from tests.ui.pages.conftest import ORN


@pytest.mark.usefixtures("at_counter")
def test_strangers_at_the_counter_read_no_fact_note_or_birthday(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    told = (QuickFact("ครอบครัว", "คุณแม่ประนอม"), QuickFact("โรคประจำตัว", "เบาหวาน"))
    desk.people_book.save(replace(SUDA, note="ติดเชื้อ HIV", facts=told, birthday=PartialDate(11, 23)), ORN.id)
    page.load("p-suda")
    qtbot.waitUntil(lambda: len(page.card.other.facts) == 3)
    assert [(fact.name, fact.value) for fact in page.card.other.facts] == [
        ("ครอบครัว", "•••"), ("•••", "•••"), ("วันเกิด", "•••"),
    ]  # fmt: skip
    assert page.card.note.accessibleName() == "ติด …"
    page.card.reveal(True)
    assert [fact.value for fact in page.card.other.facts] == ["คุณแม่ประนอม", "เบาหวาน", "23 พ.ย."]
    assert page.card.note.accessibleName() == "ติดเชื้อ HIV"


@pytest.mark.usefixtures("at_counter")
def test_to_change_a_fact_at_the_counter_is_a_look(page: PeoplePage, qtbot: QtBot) -> None:
    looks: list[str] = []
    page.editing.revealed.connect(looks.append)
    press(Qt.Key.Key_E, modifiers=CTRL)
    qtbot.waitUntil(page.editing.walker.hasFocus)
    walk_to(page, "fact.0")
    press(ENTER)
    assert looks == ["p-suda"]
