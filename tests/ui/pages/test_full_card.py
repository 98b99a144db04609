"""A card with everything on it fits a usual screen without scrolling, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, NumberUse, PartialDate, Person, QuickFact
from frontdesk.services.contact_log import Entry
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.keys import press
from tests.ui.pages.conftest import ORN

FACTS = ("ครอบครัว", "เครื่องดื่ม", "สีที่ชอบ", "ภาษา", "งานอดิเรก", "สัตว์เลี้ยง", "ดนตรี")
CTRL = Qt.KeyboardModifier.ControlModifier


def everything(today: date) -> Person:
    soon = today + timedelta(days=3)
    work = replace(parse_number("02-123-4567 ต่อ 25"), use=NumberUse.WORK)
    return Person(
        id="p-suda", code="P-0001", given_name="สุดา", family_name="ใจดี", title="นางสาว", nickname="ดา",
        romanised="Suda Jaidee", organisation="บริษัท เมืองธารพาณิชย์ จำกัด", email="suda.j@example.org", line="suda.j",
        plate="1กก 1234 กรุงเทพมหานคร", note="พูดช้า ๆ และทวนวันเวลานัดทุกครั้ง",
        birthday=PartialDate(soon.month, soon.day, 1983), aliases=("สุดา แก้วใส",), channel=Channel.LINE,
        not_before=time(17), referred_by="p-wilai", purchases=3, last_purchase=today,
        numbers=(parse_number("081-234-5678"), work, parse_number("056-123-999")),
        handles=(Handle(HandleKind.LINE, "suda.work"),),
        facts=tuple(QuickFact(name, "คุณแม่ประนอม ลูกชาย 1 คน", "เล่าเอง", today, True) for name in FACTS),
    )  # fmt: skip


@pytest.fixture
def page(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> PeoplePage:
    desk.people_book.save(Person(id="p-wilai", code="P-0002", given_name="วิไล", family_name="ศรีสุข"), ORN.id)
    desk.people_book.save(everything(desk.people_book.today()), ORN.id)
    for number in (3, 4):
        sent = Person(id=f"p-{number}", code=f"P-{number}", given_name="มานี", referred_by="p-suda")
        desk.people_book.save(sent, ORN.id)
    for outcome in (Outcome.PROMISED, Outcome.PROMISED, *[Outcome.ANSWERED] * 5):
        desk.contact_log.enter(Entry(Channel.PHONE, outcome, person="P-0001", note="เลื่อนนัดคลินิกตา"), ORN.id)
    made = PeoplePage(kit, desk.people, desk.people_book, desk.contact_log, tasks, watcher, desk)
    made.sign_in(ORN)
    open_page(made)
    made.open_person("p-suda")
    qtbot.waitUntil(lambda: made.card.person_id == "p-suda")
    return made


def scrolls(page: PeoplePage) -> bool:
    return page.card.scroller.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("language", list(Language))
def test_nothing_scrolls_at_1366_by_768(page: PeoplePage, qtbot: QtBot, language: Language) -> None:
    page.kit.words.set_language(language)
    qtbot.waitUntil(lambda: not scrolls(page))
    card = page.card
    assert len(card.contacts.shown) == 5
    assert len(card.promises.shown) == 1
    assert [tag.icon for tag in card.name.tags(card.file.card)] == ["", "", "cake"]  # type: ignore[union-attr]
    assert [cell.value_key for cell in card.figures.cells()] == ["", "", "", "not_before", "purchases"]
    for column in (card.reach, card.other):
        assert 4 <= len(column.shown) < len(column.facts)
        assert column.isVisible()


def test_the_card_tells_why_and_whom_somebody_sent(page: PeoplePage) -> None:
    told = page.card.name.accessibleDescription()
    assert "แนะนำคนอื่นมา 2 คน" in told
    assert "แนะนำต่อ: มานี, มานี" in told


def test_the_rest_is_one_key_away(page: PeoplePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not scrolls(page))
    press(Qt.Key.Key_Down, modifiers=CTRL)
    assert len(page.card.other.shown) == len(page.card.other.facts) == len(FACTS) + 2
    assert len(page.card.promises.shown) == 2
    qtbot.waitUntil(lambda: scrolls(page))
    press(Qt.Key.Key_Down, modifiers=CTRL)
    qtbot.waitUntil(lambda: not scrolls(page))


def test_a_large_screen_shows_everything(page: PeoplePage, qtbot: QtBot) -> None:
    page.resize(1832, 1040)
    qtbot.waitUntil(lambda: len(page.card.other.shown) == len(page.card.other.facts))
    assert not scrolls(page)
    assert len(page.card.promises.shown) == 2


def test_a_narrow_card_puts_its_columns_one_under_the_other(page: PeoplePage, qtbot: QtBot) -> None:
    page.resize(960, 540)
    qtbot.waitUntil(lambda: page.card.other.y() > page.card.reach.geometry().bottom())
    tags = page.card.name.spots()
    assert all(spot.rect.right() <= page.card.name.width() for spot in tags)
