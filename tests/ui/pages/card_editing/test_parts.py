"""Facts, numbers, who sent somebody, a deputy: added, changed and removed on the card, with real keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.people import QuickFact
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.tasks import Tasks
from tests.ui.keys import press, type_text
from tests.ui.pages.card_editing.hands import CTRL, DOWN, ENTER, SUDA, TAB, change, stored, walk_to


def test_a_fact_is_added_with_a_suggested_name(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_I, modifiers=CTRL)
    qtbot.waitUntil(page.editing.facts.fields["name"].hasFocus)
    press(DOWN, DOWN, ENTER)
    type_text("ฟ้าอ่อน")
    press(TAB, DOWN, TAB, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.editing.saved):
        press(ENTER)
    fact = stored(desk).facts[1]
    assert fact == QuickFact("สีที่ชอบ", "ฟ้าอ่อน", "เล่าเอง", desk.people_book.today(), consent=True)
    qtbot.waitUntil(lambda: page.card.other.facts[1].value == "ฟ้าอ่อน")


def test_a_fact_without_a_value_is_refused_in_place(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_I, modifiers=CTRL)
    qtbot.waitUntil(page.editing.facts.fields["name"].hasFocus)
    type_text("ภาษา")
    press(ENTER, ENTER)
    assert page.editing.facts.wrong.text()
    assert page.editing.facts.fact.name == "ภาษา"
    assert len(stored(desk).facts) == 1


def test_a_fact_is_changed_in_its_line(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    walk_to(on_card, "fact.0")
    press(ENTER)
    assert on_card.editing.facts.fields["value"].hasFocus()
    press(Qt.Key.Key_A, modifiers=CTRL)
    type_text("กาแฟดำ")
    with qtbot.waitSignal(on_card.editing.saved):
        press(ENTER)
    assert stored(desk).facts[0].value == "กาแฟดำ"
    assert stored(desk).facts[0].learned_on == desk.people_book.today()


def test_a_number_is_added_and_found(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Equal, modifiers=CTRL)
    qtbot.waitUntil(page.editing.field.field.hasFocus)
    type_text("089-765-4321")
    with qtbot.waitSignal(page.editing.saved):
        press(ENTER)
    (found,) = desk.people.find("0897654321").people
    assert found.person.id == "p-suda"


def test_what_is_removed_comes_back(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    for key in ("number.0", "fact.0"):
        walk_to(on_card, key)
        with qtbot.waitSignal(on_card.editing.saved):
            press(Qt.Key.Key_Delete)
    assert (stored(desk).numbers, stored(desk).facts) == ((), ())
    for _ in range(2):
        with qtbot.waitSignal(on_card.editing.saved):
            press(Qt.Key.Key_Z, modifiers=CTRL)
    assert (stored(desk).numbers, stored(desk).facts) == (SUDA.numbers, SUDA.facts)
    press(Qt.Key.Key_Z, modifiers=CTRL)
    assert stored(desk).numbers == SUDA.numbers


def test_who_sent_somebody_is_chosen_by_name(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    walk_to(on_card, "referred_by")
    press(ENTER)
    type_text("วิไล")
    qtbot.waitUntil(lambda: bool(on_card.editing.field.offers.offers))
    with qtbot.waitSignal(on_card.editing.saved):
        press(ENTER)
    assert stored(desk).referred_by == "p-wilai"
    qtbot.waitUntil(lambda: on_card.card.file is not None and on_card.card.file.card.referred_by is not None)


@pytest.mark.parametrize(("steps", "deputy"), [(1, "P-0003"), (0, "วิไล")])
def test_a_deputy_is_somebody_on_file_or_just_a_name(
    on_card: PeoplePage, desk: Desk, qtbot: QtBot, steps: int, deputy: str
) -> None:
    change(on_card, qtbot, "kind", "เจ้าหน้าที่")
    qtbot.waitUntil(lambda: "deputy" in [spot.key for spot in on_card.card.body.spots()])
    walk_to(on_card, "deputy")
    press(ENTER)
    type_text("วิไล")
    qtbot.waitUntil(lambda: bool(on_card.editing.field.offers.offers))
    press(*[DOWN] * steps)
    with qtbot.waitSignal(on_card.editing.saved):
        press(ENTER)
    assert stored(desk).deputy == deputy


def test_a_name_nobody_has_sends_nobody(on_card: PeoplePage, desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    walk_to(on_card, "referred_by")
    press(ENTER)
    type_text("ฮฮฮ")
    done: list[bool] = []
    tasks.run(lambda: True, done.append)
    qtbot.waitUntil(lambda: bool(done))
    press(ENTER)
    assert on_card.editing.field.wrong.text()
    assert stored(desk).referred_by == ""
