"""The gate's part of the page with real keys: the pass-down log, and visits closed with a reason."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.hand_over import ItemKind
from frontdesk.domain.languages import Language
from frontdesk.domain.shift_log import EntryKind, ShiftEntry
from frontdesk.domain.visits import CardKind, Visit, VisitState
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.hand_over.items import HandRow
from frontdesk.ui.pages.hand_over.log_items import LogRow
from frontdesk.ui.pages.hand_over.page import HandOverPage
from frontdesk.ui.pages.picking.items import Heading
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

from ...keys import press, type_text
from ..conftest import ORN
from .test_page import gate_of

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def page(
    desk: Desk, kit: Kit, tasks: Tasks, watcher: Watcher, qtbot: QtBot, open_page: Callable[[QWidget], None]
) -> HandOverPage:
    """Orn's page: three visits inside, one card held, one thing to follow up."""
    for name, party in (("มาลี พูลสุข", 1), ("ช่างลิฟต์", 2), ("ธนากร วงศ์ชัย", 1)):
        made = desk.visits.walk_in(Visit("", desk.clock.today(), name, place="ตึก 3", party=party), ORN.id)
    desk.card_exchange.take(made.id, CardKind.NATIONAL_ID, ORN.id, "14")
    desk.shift_log.write(EntryKind.KEYS, "กุญแจห้อง 4 ยังไม่คืน", ORN.id, follow_up=True)
    page = HandOverPage(kit, desk.hand_overs, desk.notices, desk.clock, tasks, watcher, gate_of(desk, tasks))
    page.sign_in(ORN)
    page.gate.place = "ป้อม 1"
    open_page(page)
    page.focus_first()
    qtbot.waitUntil(lambda: page.list.item is not None)
    return page


def rows(page: HandOverPage) -> list[LogRow]:
    return [item for item in page.list.items if isinstance(item, LogRow)]


def open_log(page: HandOverPage, qtbot: QtBot) -> None:
    press(Key.Key_4, modifiers=ALT)
    qtbot.waitUntil(lambda: bool(rows(page)))


def entries(desk: Desk) -> list[ShiftEntry]:
    return list(desk.shift_log.page().entries)


def test_the_gate_is_read_out_with_everything_else(page: HandOverPage) -> None:
    heads = [item.text for item in page.list.items if isinstance(item, Heading)]
    assert heads[-3:] == ["ยังอยู่ข้างใน 3", "บัตรที่ยังไม่คืน 1", "บันทึกเวรที่ต้องตาม 1"]
    told = [row for row in page.list.items if isinstance(row, HandRow)]
    assert "ช่างลิฟต์ 2 คน" in [row.what for row in told]
    assert [row.what for row in told][-2:] == ["ช่อง 14 · บัตรประชาชน", "กุญแจห้อง 4 ยังไม่คืน"]
    page.grab()


def test_an_entry_is_a_letter_a_number_and_words(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    type_text("ส")  # the key L, with the Thai keyboard on
    press(Key.Key_1)
    type_text("น้ำรั่วชั้น 2 แจ้งช่างแล้ว")
    with qtbot.waitSignal(page.gate.wrote):
        press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(rows(page)) == 2)
    made = entries(desk)[-1]
    assert (made.kind, made.text, made.place, made.by, made.follow_up) == (
        EntryKind.INCIDENT, "น้ำรั่วชั้น 2 แจ้งช่างแล้ว", "ป้อม 1", ORN.id, False,
    )  # fmt: skip
    assert page.list.hasFocus()


def test_a_time_and_a_follow_up_can_be_said(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    type_text("l7")
    type_text("ไฟทางเดินดับ")
    press(Key.Key_F, modifiers=ALT)
    press(Key.Key_Tab)
    type_text("25:99")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "25:99" in page.asking.entry.read.text())
    press(Key.Key_A, modifiers=CONTROL)
    type_text("0:01")
    with qtbot.waitSignal(page.gate.wrote):
        press(Key.Key_Return)
    made = next(one for one in desk.shift_log.open() if one.kind is EntryKind.OTHER)
    assert (made.text, made.follow_up) == ("ไฟทางเดินดับ", True)
    assert made.at < made.written_at
    assert (made.at.hour, made.at.minute) == (17, 1)


def test_nothing_is_kept_of_an_empty_entry(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    type_text("l2")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.asking.entry.read.text()))
    press(Key.Key_Escape)
    assert not page.asking.asked
    assert len(entries(desk)) == 1


def test_one_key_settles_a_follow_up(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    open_log(page, qtbot)
    with qtbot.waitSignal(page.gate.wrote):
        type_text("c")
    qtbot.waitUntil(lambda: not rows(page)[0].entry.open)
    assert rows(page)[0].tags[0].text == "เรียบร้อยแล้ว"
    type_text("c")
    assert page.asking.foot.remark.text() == "บันทึกนี้ไม่มีอะไรค้าง"


def test_what_is_put_right_keeps_what_it_said(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    open_log(page, qtbot)
    press(Key.Key_E, modifiers=CONTROL)
    press(Key.Key_A, modifiers=CONTROL)
    type_text("กุญแจห้อง 5 ยังไม่คืน")
    with qtbot.waitSignal(page.gate.wrote):
        press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(rows(page)[0].struck))
    [row] = rows(page)
    assert (row.what, row.struck, row.entry.open) == ("กุญแจห้อง 5 ยังไม่คืน", "กุญแจห้อง 4 ยังไม่คืน", True)
    page.grab()


def test_visits_are_closed_together_with_one_reason_and_a_step_each(
    page: HandOverPage, qtbot: QtBot, desk: Desk
) -> None:
    page.list.pick(next(row.key for row in page.list.items if isinstance(row, HandRow)))
    press(Key.Key_Space, Key.Key_Space)
    assert len(page.gate.picked) == 2
    type_text("a")
    assert "2 รายการ" in page.asking.reason.read.text()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.asking.reason.field.wrong)  # never silently
    type_text("ตรวจห้องแล้วไม่พบ")
    with qtbot.waitSignal(page.gate.assumed) as told:
        press(Key.Key_Return)
    assert told.args == [2]
    qtbot.waitUntil(lambda: sum(item.kind is ItemKind.VISIT for item in (page.board.items if page.board else ())) == 1)
    with desk.storage.read() as repos:
        closed = [one for one in repos.visits.of_day(desk.clock.today()) if one.state is VisitState.ASSUMED_LEFT]
        steps = [repos.visits.steps(one.id)[-1] for one in closed]
    assert {(step.detail, step.by, step.place) for step in steps} == {("ตรวจห้องแล้วไม่พบ", ORN.id, "ป้อม 1")}
    assert len(steps) == 2


def test_what_another_window_closed_first_is_no_failure(page: HandOverPage, qtbot: QtBot, desk: Desk) -> None:
    item = page.list.item
    assert item is not None
    desk.visits.leave(item.key, ORN.id)
    type_text("a")
    type_text("เลิกงาน")
    with qtbot.waitSignal(page.gate.assumed) as told:
        press(Key.Key_Return)
    assert told.args == [0]


@pytest.mark.parametrize("language", list(Language))
def test_the_log_reads_in_both_languages(page: HandOverPage, qtbot: QtBot, kit: Kit, language: Language) -> None:
    open_log(page, qtbot)
    kit.words.set_language(language)
    page.grab()
    assert rows(page)[0].tags[0].text == {Language.TH: "ต้องตาม", Language.EN: "To follow up"}[language]
