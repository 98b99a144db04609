"""The hand-over page with real keys on the real services."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.drafts import begin
from frontdesk.domain.hand_over import HandItem, ItemKind
from frontdesk.domain.languages import Language
from frontdesk.domain.notices import Terms, Wording
from frontdesk.domain.promises import Promise, PromiseKind
from frontdesk.domain.staff import Staff
from frontdesk.services.hand_over import HandOvers
from frontdesk.services.hand_over_papers import HandOverOrder
from frontdesk.services.security import Security
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.hand_over.gate_side import GateSide
from frontdesk.ui.pages.hand_over.head import Shown
from frontdesk.ui.pages.hand_over.items import HandRow
from frontdesk.ui.pages.hand_over.page import HandOverPage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

from ...keys import focused, press, type_text
from ..conftest import ORN

PIN, WRONG = "258036", "258037"
CHAI = Staff("s-chai", "somchai", "สมชาย ใจมั่น", "ชาย", "Somchai")
WANNA = Staff("s-wanna", "wanna", "วรรณา สุขเกษม", "วรรณ", "Wanna")
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key
NARROWEST = 627


@pytest.fixture
def page(
    desk: Desk, kit: Kit, tasks: Tasks, watcher: Watcher, qtbot: QtBot, open_page: Callable[[QWidget], None]
) -> HandOverPage:
    """Orn's page: one contact begun, one promise, one notice."""
    desk.security = Security(desk.storage, desk.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    desk.hand_overs = HandOvers(desk.storage, desk.clock, desk.security)
    for staff in (ORN, CHAI, WANNA):
        desk.security.add(staff, PIN)
    now = desk.clock.now()
    desk.contact_log.save_draft(replace(begin(ORN.id, now), query="บัตรหาย"))
    desk.promises.make(
        Promise("p", PromiseKind.PROMISE, now, ORN.id, ORN.id, "โทรแจ้งคิว", due_at=now + timedelta(minutes=5))
    )
    desk.notices.post(Wording("ลิฟต์ 2 ปิดซ่อม"), Terms(), ORN.id)
    made = HandOverPage(kit, desk.hand_overs, desk.notices, desk.clock, tasks, watcher, gate_of(desk, tasks))
    made.sign_in(ORN)
    open_page(made)
    made.focus_first()
    qtbot.waitUntil(lambda: made.list.item is not None)
    return made


def gate_of(desk: Desk, tasks: Tasks) -> GateSide:
    return GateSide(desk.visits, desk.shift_log, tasks)


def to_until() -> None:
    """Go on from the title of a notice: more of it, both in English, until when."""
    press(*[Key.Key_Tab] * 4)


def kinds(page: HandOverPage) -> list[ItemKind]:
    assert page.board is not None
    return [item.kind for item in page.board.items]


def sign_as_leaving(page: HandOverPage, qtbot: QtBot) -> None:
    press(Key.Key_Return, modifiers=CONTROL)
    with qtbot.waitSignal(page.control.signed):
        type_text(PIN)
    qtbot.waitUntil(lambda: page.asking.signing.role.text() == "ผู้รับเวร" and page.asking.signing.pin.hasFocus())


def test_what_is_open_is_listed_and_signing_is_the_one_primary_key(page: HandOverPage) -> None:
    assert kinds(page) == [ItemKind.DRAFT, ItemKind.PROMISE, ItemKind.NOTICE]
    assert page.head.sign.text() == "ลงชื่อส่งเวร"
    assert not page.head.waiting.isVisible()
    assert "รวมเรื่องที่ถึงกำหนดภายใน" in page.head.line.text()
    page.grab()


def test_before_it_is_read_nothing_waits_and_nothing_is_signed(
    desk: Desk, kit: Kit, tasks: Tasks, watcher: Watcher, qtbot: QtBot
) -> None:
    made = HandOverPage(kit, desk.hand_overs, desk.notices, desk.clock, tasks, watcher, gate_of(desk, tasks))
    qtbot.addWidget(made)
    told = (made.head.waiting, made.head.buttons[Shown.WAITING], made.head.sign)
    assert [part.isVisibleTo(made.head) for part in told] == [False, False, False]
    assert not made.head.line.text()


def test_both_sign_without_any_other_key_than_the_first(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    sign_as_leaving(page, qtbot)
    assert page.asking.signing.chosen == WANNA  # ว comes before ส
    type_text("สม")
    assert page.asking.signing.chosen == CHAI
    with qtbot.waitSignal(page.taken) as taken:
        type_text(PIN)
    assert taken.args == [CHAI]
    assert desk.hand_overs.waiting() is None
    promise = desk.promises.get("p")
    assert promise is not None
    assert promise.owner == CHAI.id


def test_the_arrow_chooses_another(page: HandOverPage, qtbot: QtBot) -> None:
    sign_as_leaving(page, qtbot)
    press(Key.Key_Down)
    assert page.asking.signing.chosen == CHAI
    assert page.asking.signing.pin.hasFocus()
    press(Key.Key_Down, Key.Key_Down)
    assert page.asking.signing.chosen == ORN  # whoever leaves may take over again, last of all


def test_a_wrong_pin_is_said_in_place_and_the_next_try_works(page: HandOverPage, qtbot: QtBot) -> None:
    press(Key.Key_Return, modifiers=CONTROL)
    type_text(WRONG)
    qtbot.waitUntil(lambda: page.asking.signing.pin.wrong)
    assert "PIN" in page.asking.signing.hint.text()
    assert page.asking.signing.pin.hasFocus()
    with qtbot.waitSignal(page.control.signed):
        type_text(PIN)


def test_escape_signs_nothing(page: HandOverPage, desk: Desk) -> None:
    press(Key.Key_Return, modifiers=CONTROL)
    type_text("258")
    press(Key.Key_Escape)
    assert not page.asking.asked
    assert page.list.hasFocus()
    assert desk.hand_overs.waiting() is None


def test_nobody_has_come_yet_and_it_waits(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    sign_as_leaving(page, qtbot)
    press(Key.Key_Escape)
    assert desk.hand_overs.waiting() is not None
    assert page.head.waiting.isVisible()
    assert page.head.sign.text() == "ลงชื่อรับเวร"
    page.sign_in(CHAI)
    page.focus_first()
    press(Key.Key_Return, modifiers=CONTROL)
    assert page.asking.signing.chosen == CHAI  # the one at the desk comes first
    with qtbot.waitSignal(page.taken):
        type_text(PIN)


def test_what_was_signed_stays_and_says_what_is_done_since(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    sign_as_leaving(page, qtbot)
    press(Key.Key_Escape)
    desk.notices.end(next(item.key for item in page.board.items if item.kind is ItemKind.NOTICE), ORN.id)  # type: ignore[union-attr]
    page.refresh()
    qtbot.waitUntil(lambda: "เรียบร้อยแล้ว" in page.list.items[-1].spoken)
    press(Key.Key_Down, Key.Key_Delete)
    assert "ลงชื่อแล้ว แก้ไม่ได้" in page.asking.foot.remark.text()


def test_an_owner_is_named_and_taken_back(page: HandOverPage, qtbot: QtBot) -> None:
    press(Key.Key_O)
    assert page.asking.owner.field.hasFocus()
    type_text("สมช")
    assert page.asking.owner.read.text() == "→ สมชาย"
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "→ สมชาย" in page.list.items[1].spoken)
    assert page.list.hasFocus()
    press(Key.Key_O, Key.Key_Return)
    qtbot.waitUntil(lambda: "→" not in page.list.items[1].spoken)


def test_nobody_called_so_is_said(page: HandOverPage) -> None:
    type_text("น")  # the key O on a Thai keyboard
    type_text("zzz")
    assert page.asking.owner.field.wrong
    press(Key.Key_Return)
    assert page.asking.asked


def test_a_notice_is_written_and_taken_off_with_two_keys(page: HandOverPage, qtbot: QtBot) -> None:
    press(Key.Key_Insert)
    type_text("ปิดประตู 1")
    to_until()
    type_text("พรุ่งนี้")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: kinds(page).count(ItemKind.NOTICE) == 2)
    assert page.list.hasFocus()
    press(Key.Key_End)
    assert page.list.item is not None
    assert page.list.item.what == "ปิดประตู 1"
    press(Key.Key_Delete)
    assert "อีกครั้ง" in page.asking.foot.remark.text()
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: kinds(page).count(ItemKind.NOTICE) == 1)


def test_a_day_that_cannot_be_read_is_said_and_the_notice_stays_typed(page: HandOverPage, qtbot: QtBot) -> None:
    press(Key.Key_Insert)
    type_text("ปิดประตู 1")
    to_until()
    type_text("ไม่รู้")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.asking.notice.until.wrong)
    assert page.asking.notice.title.text() == "ปิดประตู 1"
    press(Key.Key_Escape)
    press(Key.Key_Insert)
    assert page.asking.notice.title.text() == "ปิดประตู 1"


def test_only_notices_are_taken_off(page: HandOverPage) -> None:
    press(Key.Key_Delete, Key.Key_Delete)
    assert "เฉพาะเรื่องแจ้ง" in page.asking.foot.remark.text()
    assert len(kinds(page)) == 3


def test_the_coming_shift_may_last_longer(page: HandOverPage, qtbot: QtBot) -> None:
    before = page.head.line.text()
    press(Key.Key_U)
    type_text("สัปดาห์หน้า 9:00")
    qtbot.waitUntil(lambda: page.asking.until.read.text().startswith("= "))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.head.line.text() != before)


def test_enter_goes_to_the_thing_itself(page: HandOverPage, qtbot: QtBot) -> None:
    press(Key.Key_Down)
    with qtbot.waitSignal(page.opened) as opened:
        press(Key.Key_Return)
    assert opened.args[0].key == "p"


def test_past_ones_are_read_again_and_printed(page: HandOverPage, qtbot: QtBot) -> None:
    sign_as_leaving(page, qtbot)
    with qtbot.waitSignal(page.taken):
        type_text(PIN)
    press(Key.Key_3, modifiers=ALT)
    page.refresh()
    qtbot.waitUntil(lambda: page.list.hand_over is not None and page.list.hand_over.taken is not None)
    made = page.list.hand_over
    assert made is not None
    with qtbot.waitSignal(page.print_asked) as asked:
        press(Key.Key_P, modifiers=CONTROL)
    assert asked.args[0](Language.EN) == HandOverOrder(made.id, Language.EN)
    press(Key.Key_Return)
    assert page.list.item is not None
    assert "ตามที่เป็นในตอนนั้น" in page.head.line.text()
    press(Key.Key_Escape)
    assert page.list.hand_over == made
    press(Key.Key_1, modifiers=ALT)
    with qtbot.waitSignal(page.print_asked) as asked:
        press(Key.Key_P, modifiers=CONTROL)
    assert asked.args[0](Language.TH) == HandOverOrder()


def test_whoever_is_about_to_leave_may_sign_or_stay(page: HandOverPage, qtbot: QtBot) -> None:
    page.offer(2)
    offering = [page.offering]
    assert "2 เรื่อง" in page.asking.leaving.said.text()
    press(Key.Key_Escape)
    offering.append(page.offering)
    page.offer(2)
    press(Key.Key_Return, modifiers=CONTROL)
    offering.append(page.offering)
    assert offering == [True, False, False]
    assert page.asking.current is page.asking.signing
    press(Key.Key_Escape)
    page.offer(2)
    with qtbot.waitSignal(page.left):
        page.asking.leaving.go.click()


def test_the_language_changes_without_rebuilding(page: HandOverPage, kit: Kit) -> None:
    parts = set(page.findChildren(QWidget))
    press(Key.Key_Return, modifiers=CONTROL)
    kit.words.set_language(Language.EN)
    assert page.asking.signing.role.text() == "Handing over"
    assert page.head.line.text().startswith("Read it out")
    assert set(page.findChildren(QWidget)) == parts
    kit.words.set_language(Language.TH)


def test_every_widget_that_takes_the_focus_has_a_name(page: HandOverPage) -> None:
    takers = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert takers
    assert [type(w).__name__ for w in takers if not w.accessibleName()] == []


def test_the_focus_is_always_somewhere(page: HandOverPage) -> None:
    for key in (Key.Key_O, Key.Key_Insert, Key.Key_U):
        press(key)
        assert page.isAncestorOf(focused())
        press(Key.Key_Escape)
        assert page.list.hasFocus()
    page.show_only(Shown.PAST)
    assert page.list.hasFocus()


def test_what_a_colleague_has_begun_is_opened_after_taking_over(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    desk.contact_log.save_draft(replace(begin(CHAI.id, desk.clock.now() - timedelta(hours=1)), query="จอดรถ"))
    page.refresh()
    qtbot.waitUntil(lambda: len(kinds(page)) == 4)
    press(Key.Key_Home, Key.Key_Return)
    assert page.asking.foot.remark.text() == "เรื่องนี้สมชายเริ่มไว้ จะเปิดได้หลังรับเวร"


def test_looking_at_something_else_takes_the_signature_back(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    """Nobody signs for what is not in view."""
    sign_as_leaving(page, qtbot)
    press(Key.Key_1, modifiers=ALT)
    assert not page.asking.asked
    assert page.list.hasFocus()


def test_a_screen_that_faces_the_counter_says_less(page: HandOverPage, kit: Kit) -> None:
    item = HandItem(ItemKind.PROMISE, "x", "โทรแจ้งผลการตรวจเลือดของคุณแม่และนัดพบแพทย์อีกครั้งวันศุกร์")
    shown = HandRow(item, 1, datetime.now(UTC), "", "", kit.words)
    whole = shown.what
    kit.words.set_discreet(True)
    assert len(shown.what) < len(whole)
    kit.words.set_discreet(False)


@pytest.mark.parametrize("language", list(Language))
def test_it_fits_a_small_screen_at_twice_the_size(
    page: HandOverPage, kit: Kit, qtbot: QtBot, language: Language
) -> None:
    """1366 pixels at 200 % leave 627 for a page beside the narrow rail."""
    sign_as_leaving(page, qtbot)
    kit.words.set_language(language)
    assert page.head.minimumSizeHint().width() <= NARROWEST
    strips = (page.asking.foot, page.asking.owner, page.asking.until, page.asking.notice, page.asking.leaving)
    too_wide = {type(one).__name__: one.minimumSizeHint().width() for one in (*strips, page.asking.signing)}
    assert {name: width for name, width in too_wide.items() if width > NARROWEST} == {}
    kit.words.set_language(Language.TH)
