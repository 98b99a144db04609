"""Values of a colleague's card, and codes of merged entries, with real keys."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Handle, HandleKind, Leave, PartialDate
from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.pages.people.page import PeoplePage
from tests.ui.keys import press, type_text
from tests.ui.pages.card_editing.hands import ENTER, SUDA, change, stored, walk_to, walk_to_key
from tests.ui.pages.conftest import ORN


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("hours", "จ-ศ 08:30-16:30", "hours", "จ-ศ 08:30-16:30"),
        ("room", "อาคาร 5 ห้อง 12", "room", "อาคาร 5 ห้อง 12"),
        ("lunch", "12:00-13:00", "lunch", "12:00-13:00"),
        ("deputy", "คุณวิไล", "deputy", "คุณวิไล"),
        ("aliases", "สมชาย เดิม, ชาย", "aliases", ("สมชาย เดิม", "ชาย")),
        ("birthday", "29 ก.พ.", "birthday", PartialDate(2, 29)),
        ("not_before", "บ่าย 3", "not_before", time(15)),
        ("purchases", "12", "purchases", 12),
    ],
)
def test_every_value_of_a_colleague_is_typed(
    on_colleague: PeoplePage, desk: Desk, qtbot: QtBot, key: str, text: str, field: str, value: object
) -> None:
    change(on_colleague, qtbot, key, text)
    assert getattr(stored(desk, "p-chai"), field) == value


def test_leave_is_added_changed_and_taken_away_where_it_stands(
    on_colleague: PeoplePage, desk: Desk, qtbot: QtBot
) -> None:
    today = desk.people_book.today()
    first, last = today + timedelta(days=3), today + timedelta(days=5)
    said = f"{format_date(first, Language.TH)} - {format_date(last, Language.TH)} ลาพักร้อน"
    change(on_colleague, qtbot, "leave.+", said)
    assert stored(desk, "p-chai").leave == (Leave(first, last, "ลาพักร้อน"),)
    qtbot.waitUntil(lambda: "leave.0" in [spot.key for spot in on_colleague.card.body.spots()])

    walk_to_key(on_colleague, "leave.0")
    press(ENTER)
    assert on_colleague.editing.field.text == said
    type_text(f"{format_date(last, Language.TH)} ลากิจ")
    with qtbot.waitSignal(on_colleague.editing.saved):
        press(ENTER)
    assert stored(desk, "p-chai").leave == (Leave(last, last, "ลากิจ"),)

    qtbot.waitUntil(lambda: "ลากิจ" in [fact.sort for fact in on_colleague.card.other.facts])
    with qtbot.waitSignal(on_colleague.editing.saved):
        press(Qt.Key.Key_Delete)
    assert stored(desk, "p-chai").leave == ()


def test_days_that_are_none_are_said_under_the_field(on_colleague: PeoplePage, desk: Desk) -> None:
    walk_to(on_colleague, "leave.+")
    press(ENTER)
    type_text("สัปดาห์หน้า")
    press(ENTER)
    assert "สัปดาห์หน้า" in on_colleague.editing.field.wrong.text()
    assert stored(desk, "p-chai").leave == ()


def test_codes_of_those_merged_stand_on_the_card(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    desk.people_book.save(replace(SUDA, handles=(Handle(HandleKind.CODE, "P-0077"),)), ORN.id)
    page.load("p-suda")
    qtbot.waitUntil(lambda: ("รหัสเดิม", "P-0077") in [(fact.name, fact.value) for fact in page.card.other.facts])
    assert [match.person.id for match in desk.people.find("P-0077").people] == ["p-suda"]
