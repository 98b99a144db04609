"""Notices on the hand-over page: written, changed, and who has not read them; with real keys."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.hand_over import ItemKind
from frontdesk.domain.languages import Language
from frontdesk.domain.notices import Notice, Terms, Wording
from frontdesk.domain.staff import Role, Staff
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.hand_over.items import HandRow
from frontdesk.ui.pages.hand_over.page import HandOverPage
from frontdesk.ui.pages.picking.items import Heading
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

from ...keys import press, type_text
from ..conftest import ORN
from .test_page import gate_of

CHAI = Staff("s-chai", "somchai", "สมชาย ใจมั่น", "ชาย", "Somchai", Role.SUPERVISOR)
PORN = Staff("s-porn", "somporn", "สมพร คงทน", "พร", "Somporn", Role.GUARD)
ALT, CONTROL, Key = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.Key
BOSS = "s-boss"
GATE, MUST = Wording("ปิดประตู 1", "ใช้ประตู 2"), Terms(must_read=True)


@pytest.fixture
def page(
    desk: Desk, kit: Kit, tasks: Tasks, watcher: Watcher, qtbot: QtBot, open_page: Callable[[QWidget], None]
) -> HandOverPage:
    """Orn's page, with nothing on it."""
    with desk.storage.write() as repos:
        for staff in (CHAI, PORN):
            repos.staff.save(staff)
    made = HandOverPage(kit, desk.hand_overs, desk.notices, desk.clock, tasks, watcher, gate_of(desk, tasks))
    made.sign_in(ORN)
    open_page(made)
    made.focus_first()
    qtbot.waitUntil(lambda: made.board is not None)
    watcher.start()
    return made


def standing(desk: Desk) -> list[Notice]:
    with desk.storage.read() as repos:
        return repos.notices.standing(desk.clock.now())


def choose(page: HandOverPage, qtbot: QtBot, wording: Wording) -> None:
    """Have a notice selected in the list, as read from the database."""
    said = wording.in_one_line(Language.TH)
    page.refresh()
    qtbot.waitUntil(lambda: any(isinstance(row, HandRow) and row.what == said for row in page.list.items))
    press(Key.Key_End)
    assert page.list.item is not None
    assert page.list.item.kind is ItemKind.NOTICE


def said(page: HandOverPage) -> list[str]:
    """Return the rows of who has read a notice: headings, and names with what the tag says."""
    rows = page.readers.list.items
    return [row.text if isinstance(row, Heading) else f"{row.what}: {row.tags[0].text}" for row in rows]  # type: ignore[attr-defined]


def test_a_title_and_two_keys_leave_a_notice(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    press(Key.Key_Insert)
    type_text("ลิฟต์ 2 ปิดซ่อม")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.item is not None)
    [notice] = standing(desk)
    assert (notice.wording, notice.terms, notice.made_by) == (Wording("ลิฟต์ 2 ปิดซ่อม"), Terms(), ORN.id)


def test_all_of_it_is_written_by_keyboard(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    press(Key.Key_Insert)
    for part in ("ปิดประตู 1", "ใช้ประตู 2", "Gate 1 is closed", "Use gate 2"):
        type_text(part)
        press(Key.Key_Tab)
    type_text("พรุ่งนี้ 12:00")
    press(Key.Key_M, Key.Key_R, modifiers=ALT)
    strip = page.asking.notice
    qtbot.waitUntil(lambda: strip.read.text().endswith("12:00"))
    assert (strip.must.live, strip.whom.text()) == (True, "สำหรับรปภ.")
    page.grab()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.item is not None)
    [notice] = standing(desk)
    assert notice.wording == Wording("ปิดประตู 1", "ใช้ประตู 2", "Gate 1 is closed", "Use gate 2")
    assert (notice.terms.must_read, notice.terms.role) == (True, Role.GUARD)
    tomorrow = page._notices.now().date() + timedelta(days=1)
    assert notice.terms.until == page._notices.read_until(f"{tomorrow:%d/%m/%Y} 12:00")


def test_the_strip_asks_anew_after_it_was_kept(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    press(Key.Key_Insert)
    type_text("ปิดประตู 1")
    press(Key.Key_M, modifiers=ALT)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.item is not None)
    press(Key.Key_Insert)
    assert (page.asking.notice.title.text(), page.asking.notice.must.live) == ("", False)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "ยังไม่มีข้อความ" in page.asking.notice.read.text())


def test_a_notice_is_changed_where_it_stands(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    until = desk.notices.read_until("พรุ่งนี้ 12:00")
    old = desk.notices.post(GATE, replace(MUST, until=until, role=Role.GUARD), BOSS)
    choose(page, qtbot, GATE)
    press(Key.Key_E, modifiers=CONTROL)
    strip = page.asking.notice
    qtbot.waitUntil(lambda: strip.title.text() == "ปิดประตู 1")
    assert (strip.must.live, strip.whom.text()) == (True, "สำหรับรปภ.")
    press(Key.Key_Tab, Key.Key_End)
    type_text(" หรือ 3")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: [one.replaces for one in standing(desk)] == [old.id])
    [new] = standing(desk)
    assert new.wording == Wording("ปิดประตู 1", "ใช้ประตู 2 หรือ 3")
    assert new.terms == old.terms  # what was not touched is the same to the second
    press(Key.Key_Insert)
    assert strip.title.text() == ""  # what was changed is no new notice


def test_only_notices_are_changed(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    press(Key.Key_E, modifiers=CONTROL)
    assert not page.asking.asked


def test_a_supervisor_sees_who_has_not_read_and_who_has_when(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    gate = desk.notices.post(GATE, MUST, BOSS)
    desk.notices.mark_read([gate.id], PORN.id)
    page.sign_in(CHAI)
    choose(page, qtbot, GATE)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(page)) == 5)
    first, *unread, second, read = said(page)
    assert (first, second) == ("ยังไม่อ่าน 2 คน", "อ่านแล้ว 1 คน")
    assert unread == ["สมชาย ใจมั่น: ยังไม่อ่าน", "อรอนงค์ พรหมดี: ยังไม่อ่าน"]
    assert read.startswith("สมพร คงทน: อ่านแล้ว ")
    assert page.readers.card.look.text == "ใช้ประตู 2"
    assert "ต้องอ่าน: ทุกคน · แจ้งตั้งแต่" in page.readers.about.text()
    page.grab()
    desk.notices.mark_read([gate.id], CHAI.id)
    qtbot.waitUntil(lambda: "ยังไม่อ่าน 1 คน" in said(page))  # as it happens
    press(Key.Key_Escape)
    assert page.list.hasFocus()
    assert page.list.item is not None
    assert page.list.item.key == gate.id


def test_others_see_who_has_not_read_and_only_how_many_have(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    gate = desk.notices.post(GATE, MUST, BOSS)
    desk.notices.mark_read([gate.id], PORN.id)
    choose(page, qtbot, GATE)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(page)) == 4)
    assert said(page)[-1] == "อ่านแล้ว 1 คน"


def test_whoever_wrote_it_sees_who_has_read_it(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    desk.notices.post(GATE, MUST, ORN.id)
    choose(page, qtbot, GATE)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(page)) == 5)
    assert said(page)[-1].startswith("อรอนงค์ พรหมดี: อ่านแล้ว ")


def test_a_notice_that_nobody_has_to_read_has_no_list(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    desk.notices.post(Wording(text="ของหายอยู่ลิ้นชักล่าง " * 20), Terms(), BOSS)
    page.refresh()
    qtbot.waitUntil(lambda: page.list.item is not None)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "ไม่ได้กำหนด" in page.readers.about.text())
    assert said(page) == []
    assert page.readers.card.height() >= page.readers.card.heightForWidth(page.readers.card.width())
    press(Key.Key_Escape)
    assert page.list.hasFocus()


def test_signing_shows_what_is_signed(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    desk.notices.post(GATE, MUST, BOSS)
    choose(page, qtbot, GATE)
    press(Key.Key_Return)
    assert page.readers.isVisible()
    press(Key.Key_Return, modifiers=CONTROL)
    assert page.list.isVisible()
    assert page.asking.current is page.asking.signing


def test_it_goes_from_the_list_by_itself(page: HandOverPage, desk: Desk, qtbot: QtBot) -> None:
    desk.notices.post(GATE, replace(MUST, until=desk.clock.now() + timedelta(milliseconds=700)), BOSS)
    choose(page, qtbot, GATE)

    def gone() -> bool:
        page._renew()  # as each minute that passes does
        return page.list.item is None

    qtbot.waitUntil(gone)


@pytest.mark.parametrize("language", list(Language))
def test_the_strip_fits_a_narrow_window(page: HandOverPage, kit: Kit, language: Language) -> None:
    kit.words.set_language(language)
    page.resize(627, 600)
    press(Key.Key_Insert)
    strip = page.asking.notice
    page.grab()
    assert strip.height() == page.asking.stack.height()
    inside = (*strip.fields, strip.must, strip.whom, strip.decide, strip.leave)
    assert [type(one).__name__ for one in inside if not strip.rect().contains(one.geometry())] == []
    kit.words.set_language(Language.TH)
