"""Notices beside the names: who has what to read, marks before the PIN, and what has no room."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.domain.notices import LONGEST_NOTICE, LONGEST_TITLE, Terms, Wording
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.security import Security
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.sign_in.page import SignInPage
from frontdesk.ui.tasks import Tasks

from ...keys import press, type_text

PIN, WRONG = "258036", "258037"
CHAI = Staff("s-chai", "somchai", "สมชาย ใจมั่น", "ชาย", "Somchai", Role.OPERATOR)
PORN = Staff("s-porn", "somporn", "สมพร คงทน", "พร", "Somporn", Role.GUARD)
BOSS = "s-boss"
GATE, MUST = Wording("ปิดประตู 1", "ใช้ประตู 2 โทร 081-234-5678", "Gate 1 is closed"), Terms(must_read=True)
ALT, Key = Qt.KeyboardModifier.AltModifier, Qt.Key
OpenPage = Callable[..., SignInPage]


class HandClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 0, 54, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(SITE_ZONE).date()


@pytest.fixture
def clock(desk: Desk) -> HandClock:
    made = HandClock()
    desk.clock = made  # type: ignore[assignment]
    return made


@pytest.fixture
def open_page(desk: Desk, clock: HandClock, kit: Kit, tasks: Tasks, qtbot: QtBot) -> OpenPage:
    desk.security = Security(desk.storage, desk.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    for one in (CHAI, PORN):
        desk.security.add(one, PIN)

    def open_it(last: str = "", size: tuple[int, int] = (1366, 768)) -> SignInPage:
        page = SignInPage(kit, desk, tasks, "A")
        qtbot.addWidget(page)
        page.resize(*size)
        page.open(last)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.list.chosen is not None)
        return page

    return open_it


def shown(page: SignInPage) -> list[tuple[str, bool]]:
    """Return the titles on the cards, and whether they are marked."""
    looks = [card.look for card in page.before.notices.cards if card.isVisible()]
    return [(look.title or look.text, look.marked) for look in looks]


def test_each_is_shown_what_they_have_not_read(desk: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    gate = desk.notices.post(GATE, MUST, BOSS)
    desk.notices.post(Wording("กุญแจห้องยา"), replace(MUST, role=Role.GUARD), BOSS)
    desk.notices.post(Wording("ลิฟต์ 2 ปิดซ่อม"), Terms(), BOSS)
    desk.notices.mark_read([gate.wording_id], PORN.id)
    page = open_page()
    assert page.list.chosen == CHAI
    assert shown(page) == [("ปิดประตู 1", False)]
    assert page.before.said[0] == "ประกาศที่ต้องอ่าน 1 · อ่านแล้ว 0"
    press(Key.Key_Down)
    assert page.list.chosen == PORN
    assert shown(page) == [("กุญแจห้องยา", False)]
    assert page.before.said[0] == "ประกาศที่ต้องอ่าน 2 · อ่านแล้ว 1"
    type_text("zzz")
    assert shown(page) == []


def test_what_is_marked_before_the_pin_is_read_once_the_pin_is_right(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, tasks: Tasks
) -> None:
    first, second = (desk.notices.post(wording, MUST, BOSS) for wording in (GATE, Wording("วัคซีนรอบสุดท้าย")))
    page = open_page(CHAI.id)
    press(Key.Key_2, modifiers=ALT)
    assert shown(page) == [("ปิดประตู 1", False), ("วัคซีนรอบสุดท้าย", True)]
    assert page.before.said[0] == "ประกาศที่ต้องอ่าน 2 · อ่านแล้ว 1"
    assert desk.notices.unread(CHAI.id) == (first, second)  # nobody was proved yet
    type_text(WRONG)
    qtbot.waitUntil(lambda: page.list.pin.wrong)
    assert desk.notices.unread(CHAI.id) == (first, second)
    with qtbot.waitSignal(page.signed_in):
        type_text(PIN)
    qtbot.waitUntil(lambda: desk.notices.unread(CHAI.id) == (first,))
    assert desk.notices.unread(PORN.id) == (first, second)


def test_the_same_key_takes_a_mark_back(desk: Desk, open_page: OpenPage) -> None:
    desk.notices.post(GATE, MUST, BOSS)
    page = open_page(CHAI.id)
    press(Key.Key_1, modifiers=ALT)
    assert shown(page) == [("ปิดประตู 1", True)]
    press(Key.Key_1, modifiers=ALT)
    assert shown(page) == [("ปิดประตู 1", False)]
    press(Key.Key_9, modifiers=ALT)
    assert shown(page) == [("ปิดประตู 1", False)]


def test_marks_of_one_are_not_those_of_another(desk: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    gate = desk.notices.post(GATE, MUST, BOSS)
    page = open_page()
    press(Key.Key_1, modifiers=ALT)
    press(Key.Key_Down)
    assert shown(page) == [("ปิดประตู 1", False)]
    with qtbot.waitSignal(page.signed_in) as signed_in:
        type_text(PIN)
    assert signed_in.args == [PORN]
    qtbot.wait(0)
    assert desk.notices.unread(PORN.id) == (gate,)
    page.open()
    qtbot.waitUntil(lambda: shown(page) == [("ปิดประตู 1", False)])  # who did not come has marked nothing
    assert desk.notices.unread(CHAI.id) == (gate,)


def test_a_digit_typed_between_marks_is_still_of_the_pin(desk: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    gate = desk.notices.post(GATE, MUST, BOSS)
    page = open_page(CHAI.id)
    type_text(PIN[:3])
    press(Key.Key_1, modifiers=ALT)
    assert page.list.pin.text() == PIN[:3]
    with qtbot.waitSignal(page.signed_in):
        type_text(PIN[3:])
    qtbot.waitUntil(lambda: gate not in desk.notices.unread(CHAI.id))


def test_it_goes_at_its_moment_while_the_page_stands_open(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, clock: HandClock
) -> None:
    desk.notices.post(GATE, replace(MUST, until=clock.now() + timedelta(milliseconds=300)), BOSS)
    page = open_page()
    assert [card.look.until for card in page.before.notices.cards if card.isVisible()] == ["ถึง 07:54"]
    clock.moment += timedelta(milliseconds=300)
    qtbot.waitUntil(lambda: shown(page) == [])
    assert page.before.said[0] == "วันนี้ยังไม่ได้รับเรื่อง"


def test_what_is_posted_meanwhile_comes_last_and_moves_nothing(desk: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    desk.notices.post(GATE, MUST, BOSS)
    page = open_page(CHAI.id)
    type_text(PIN[:3])
    press(Key.Key_1, modifiers=ALT)
    desk.notices.post(Wording("น้ำไม่ไหล"), MUST, BOSS)
    page.renew_notices()
    qtbot.waitUntil(lambda: shown(page) == [("ปิดประตู 1", True), ("น้ำไม่ไหล", False)])
    assert page.list.pin.text() == PIN[:3]


def test_strangers_read_no_number(desk: Desk, open_page: OpenPage) -> None:
    desk.notices.post(GATE, MUST, BOSS)
    page = open_page()
    [card] = [one for one in page.before.notices.cards if one.isVisible()]
    assert card.look.text == "ใช้ประตู 2 โทร 081-xxx-5678"
    assert "อ่านแล้ว" in card.accessibleName()


def test_it_is_said_in_the_language_of_the_screen(desk: Desk, open_page: OpenPage, kit: Kit) -> None:
    desk.notices.post(GATE, MUST, BOSS)
    page = open_page()
    kit.words.set_language(Language.EN)
    assert shown(page) == [("Gate 1 is closed", False)]
    assert page.before.said[0] == "Notices to read: 1 · read: 0"


@pytest.mark.parametrize("zoom", [100, 150])
def test_twenty_at_once_are_shown_as_far_as_they_fit_and_none_is_cut(
    desk: Desk, open_page: OpenPage, kit: Kit, zoom: int
) -> None:
    kit.theme.set_zoom(zoom)
    for place in range(20):
        longest = "คำ" * (LONGEST_TITLE // 2), "ข้อความ " * (LONGEST_NOTICE // 8)
        desk.notices.post(Wording(*longest) if place == 1 else Wording(f"เรื่องที่ {place + 1}"), MUST, BOSS)
    page = open_page(size=(1366 * zoom // 100, 768 * zoom // 100))
    cards = [card for card in page.before.notices.cards if card.isVisible()]
    page.grab()
    assert 2 <= len(cards) <= 9
    assert [card.height() for card in cards] == [card.heightForWidth(card.width()) for card in cards]
    left = 20 - len(cards)
    assert page.before.notices.more.text() == f"อีก {left} ประกาศ อ่านได้หลังเข้าใช้งาน"
    assert page.before.minimumSizeHint().height() <= page.height()


def test_what_is_not_in_view_is_not_marked(desk: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    gate = desk.notices.post(GATE, MUST, BOSS)
    page = open_page(CHAI.id, (960, 540))
    assert not page.before.isVisible()
    press(Key.Key_1, modifiers=ALT)
    with qtbot.waitSignal(page.signed_in):
        type_text(PIN)
    assert desk.notices.unread(CHAI.id) == (gate,)
