"""Values of a card changed where they stand, with real keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.contacts import Channel
from frontdesk.domain.languages import Language
from frontdesk.domain.people import PartialDate, PersonKind
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.page import PeoplePage
from tests.ui.keys import press, type_text
from tests.ui.pages.card_editing.hands import CTRL, DOWN, ENTER, ESC, SHIFT, TAB, UP, change, stored, walk_to
from tests.ui.pages.conftest import ORN


def test_the_ring_walks_over_every_value_and_back(on_card: PeoplePage) -> None:
    seen = [on_card.editing.key]
    for _ in range(60):
        press(DOWN)
        seen.append(on_card.editing.key)
    walked = list(dict.fromkeys(seen))
    assert walked[:4] == ["given_name", "family_name", "nickname", "kind"]
    assert {"note", "channel", "not_before", "number.0", "number.+", "fact.0", "fact.+", "birthday", "referred_by",
            "organisation", "email", "line", "plate", "code", "purchases"} <= set(walked)  # fmt: skip
    press(UP)
    assert on_card.editing.key == walked[-2]
    press(TAB)
    assert on_card.editing.key == walked[-1]


def test_the_ring_says_what_it_stands_on(on_card: PeoplePage) -> None:
    walk_to(on_card, "number.0")
    assert on_card.editing.walker.accessibleName() == "หมายเลข: 081-xxx-5678"


def test_a_value_is_changed_where_it_stands(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    change(on_card, qtbot, "nickname", "ดาว")
    assert stored(desk).nickname == "ดาว"
    qtbot.waitUntil(lambda: "ดาว" in on_card.card.name.accessibleName())
    assert on_card.editing.walker.hasFocus()
    assert on_card.editing.key == "nickname"
    assert [by for _, by, _ in desk.people_book.versions("p-suda")] == [ORN.id]


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("birthday", "12 เม.ย.", "birthday", PartialDate(4, 12)),
        ("kind", "คู่", "kind", PersonKind.PARTNER),
        ("channel", "LI", "channel", Channel.LINE),
        ("organisation", "ร้านดอกไม้", "organisation", "ร้านดอกไม้"),
        ("note", "ใหม่", "note", "ใหม่"),
    ],
)
def test_each_sort_of_value_is_typed(
    on_card: PeoplePage, desk: Desk, qtbot: QtBot, key: str, text: str, field: str, value: object
) -> None:
    change(on_card, qtbot, key, text)
    assert getattr(stored(desk), field) == value


def test_the_field_stands_where_the_value_stood(on_card: PeoplePage) -> None:
    walk_to(on_card, "number.0")
    ring = on_card.editing.walker.geometry()
    press(ENTER)
    field = on_card.editing.field.field
    assert field.hasFocus()
    at = field.mapTo(on_card.card.body, field.rect().center())
    assert ring.top() <= at.y() <= ring.bottom()


def test_what_is_wrong_is_said_under_the_field_and_nothing_is_lost(
    on_card: PeoplePage, desk: Desk, qtbot: QtBot
) -> None:
    walk_to(on_card, "birthday")
    press(ENTER)
    type_text("31 ก.พ.")
    press(ENTER)
    assert "31 ก.พ." in on_card.editing.field.wrong.text()
    assert on_card.editing.field.text == "31 ก.พ."
    assert on_card.editing.field.field.hasFocus()
    assert stored(desk).birthday is None
    press(ESC)
    assert on_card.editing.walker.hasFocus()


def test_escape_right_behind_enter_stores_and_leaves(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("ดาว")
    press(ENTER)
    press(ESC)
    qtbot.waitUntil(lambda: not on_card.editing.on)
    qtbot.waitUntil(on_card.pane.box.hasFocus)
    assert stored(desk).nickname == "ดาว"
    assert not on_card.unsaved


def test_escape_gives_back_what_was_there(on_card: PeoplePage, desk: Desk) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    press(ESC)
    assert on_card.editing.key == "nickname"
    press(ESC)
    assert on_card.pane.box.hasFocus()
    assert not on_card.editing.on
    assert stored(desk).nickname == "ดา"
    assert not on_card.unsaved


def test_typing_in_the_box_ends_the_walk_and_searches(on_card: PeoplePage, qtbot: QtBot) -> None:
    on_card.pane.box.setFocus()
    type_text("วิไล")
    qtbot.waitUntil(lambda: on_card.card.person_id == "p-wilai")
    assert not on_card.editing.on
    assert on_card.pane.box.hasFocus()


def test_the_whole_form_is_one_key_away(on_card: PeoplePage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_E, modifiers=CTRL | SHIFT)
    qtbot.waitUntil(lambda: on_card.form.key == "p-suda")
    assert on_card.form.form.values()["facts"] == "เครื่องดื่ม: ชาร้อน | เล่าเอง"


def test_the_names_follow_the_language(on_card: PeoplePage, kit: Kit) -> None:
    walk_to(on_card, "number.0")
    kit.words.set_language(Language.EN)
    assert on_card.editing.walker.accessibleName().startswith("Number:")


def test_whoever_the_list_stands_on_is_opened_over_somebody_else(page: PeoplePage, qtbot: QtBot) -> None:
    page.pane.box.setText("สุดา")
    qtbot.waitUntil(lambda: page.pane.list.key == "p-suda")
    page.load("p-wilai")
    qtbot.waitUntil(lambda: page.card.person_id == "p-wilai")
    page.open_person("p-suda")
    qtbot.waitUntil(lambda: page.card.person_id == "p-suda")
