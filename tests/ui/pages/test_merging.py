"""Duplicates are merged and parted again with the keys alone (Ctrl+M on People)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import PartialDate, Person
from frontdesk.services.contact_log import Entry
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.pages.picking.items import Heading
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.keys import focused
from tests.ui.pages.conftest import ORN

NUMBER = (parse_number("081-234-5678"),)
PEOPLE = (
    Person("p-suda", "P-0001", "สุดา", "ใจดี", numbers=NUMBER, birthday=PartialDate(1, 16), organisation="ธารบุรี"),
    Person("p-suda-2", "P-0002", "สุดา", "ใจดี", nickname="ดา", numbers=NUMBER, organisation="เมืองธาร", note="พูดช้า ๆ"),
    Person("p-manop", "P-0003", "มานพ", "ใจดี", numbers=NUMBER),
    Person("p-sound", "P-0004", "ศุดา", "ใจดี", birthday=PartialDate(1, 16)),
    Person("p-alone", "P-0005", "วิไล", "ศรีสุข"),
)


@pytest.fixture
def page(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> PeoplePage:
    for person in PEOPLE:
        desk.people_book.save(person, ORN.id)
    desk.people.prepare()
    for code in ("P-0005", "P-0002", "P-0001", "P-0001"):
        desk.contact_log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, person=code), ORN.id)
    made = PeoplePage(kit, desk.people, desk.people_book, desk.contact_log, tasks, watcher, desk)
    made.sign_in(ORN)
    open_page(made)
    qtbot.waitUntil(lambda: made.card.person_id == "p-suda")
    return made


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def open_list(page: PeoplePage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.merge and page.merge.list.hasFocus())


def rows(page: PeoplePage) -> list[str]:
    return [item.key for item in page.merge.list.items]


def merge_both(page: PeoplePage, qtbot: QtBot) -> None:
    open_list(page, qtbot)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.merge.decide.hasFocus())
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.merger.can_undo and page.card.person_id == "p-suda" and not page.merge.isVisible())


def on_file(desk: Desk, person_id: str) -> Person:
    person = desk.people_book.get(person_id)
    assert person is not None
    return person


def test_likely_ones_stand_above_those_who_only_share(page: PeoplePage, qtbot: QtBot) -> None:
    open_list(page, qtbot)
    assert rows(page) == ["", "p-suda-2", "p-sound", "", "p-manop"]
    heads = [item.text for item in page.merge.list.items if isinstance(item, Heading)]
    assert heads == ["อาจเป็นคนเดียวกัน", "ใช้ร่วมกัน น่าจะเป็นคนละคน"]
    assert page.merge.list.items[1].spoken == "สุดา ใจดี, เมืองธาร, เบอร์เดียวกัน · ชื่อเดียวกัน"
    assert page.merge.list.items[4].spoken == "มานพ ใจดี, ใช้เบอร์ร่วมกัน"


def test_space_marks_and_takes_the_mark_back(page: PeoplePage, qtbot: QtBot) -> None:
    open_list(page, qtbot)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert list(page.merge.marked) == ["p-suda-2", "p-sound"]
    assert page.merge.count.text() == "เลือกไว้ 2"
    assert page.merge.list.key == "p-sound"
    press(Qt.Key.Key_Space)
    assert list(page.merge.marked) == ["p-suda-2"]
    assert page.merge.list.items[1].spoken.startswith("เลือกแล้ว")


def test_what_is_kept_is_shown_before_anything_is_done(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    open_list(page, qtbot)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.merge.decide.hasFocus())
    lines = {name: line.text() for name, line in page.merge.lines.items() if line.text()}
    assert page.merge.title.text() == "จะเหลือรายการเดียว · สุดา ใจดี · P-0001"
    assert lines["from"] == "สุดา ใจดี (P-0001) ติดต่อ 2 ครั้ง + สุดา ใจดี (P-0002) ติดต่อ 1 ครั้ง"
    assert lines["numbers"] == "081-xxx-5678"
    assert lines["contacts"] == "3 ครั้ง นับรวมกัน"
    assert lines["handles"] == "รหัสเดิม P-0002"
    assert "ธารบุรี" in lines["conflicts"] and "เมืองธาร" in lines["conflicts"]
    assert page.merge.decide.text() == "รวม 2 รายการเป็นรายการเดียว"
    assert not on_file(desk, "p-suda-2").archived
    press(Qt.Key.Key_Escape)
    assert page.merge.list.hasFocus()
    press(Qt.Key.Key_Escape)
    assert page.right.currentWidget() is page.card
    assert page.pane.box.hasFocus()


def test_merged_and_taken_back_with_ctrl_z(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    merge_both(page, qtbot)
    assert on_file(desk, "p-suda-2").archived
    assert page.card.foot.remark.text() == "รวมแล้ว · Ctrl+Z เลิกทำ"
    qtbot.waitUntil(lambda: page.card.figures.cells()[0].value == "3")
    qtbot.waitUntil(page.pane.box.hasFocus)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not on_file(desk, "p-suda-2").archived)
    qtbot.waitUntil(lambda: page.card.figures.cells()[0].value == "2")
    assert not page.merger.can_undo
    assert "Ctrl+Z" not in page.card.foot.remark.text()


def test_why_a_merge_cannot_be_taken_back_is_said(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    merge_both(page, qtbot)
    qtbot.waitUntil(page.pane.box.hasFocus)
    desk.merging.undo(desk.merging.latest()[0].id, ORN.id)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.card.foot.remark.text().startswith("การรวมนี้เลิกไปแล้ว"))
    page.open_person("p-alone")
    qtbot.waitUntil(lambda: page.card.person_id == "p-alone")
    assert "การรวม" not in page.card.foot.remark.text()


def test_looking_at_somebody_else_lets_the_merge_rest(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    merge_both(page, qtbot)
    page.open_person("p-alone")
    qtbot.waitUntil(lambda: page.card.person_id == "p-alone")
    assert not page.merger.can_undo
    assert "Ctrl+Z" not in page.card.foot.remark.text()
    assert on_file(desk, "p-suda-2").archived


def test_three_are_merged_at_once(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    open_list(page, qtbot)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        press(key)
    qtbot.waitUntil(lambda: page.merge.decide.hasFocus())
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: on_file(desk, "p-suda-2").archived and on_file(desk, "p-sound").archived)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.card)


def test_an_earlier_merge_is_parted_from_the_list(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    merge_both(page, qtbot)
    page.merger.forget_undo()
    open_list(page, qtbot)
    qtbot.waitUntil(lambda: len(desk.merging.latest()) == 1 and desk.merging.latest()[0].id in rows(page))
    press(Qt.Key.Key_End)
    assert page.merge.list.items[-1].spoken.startswith("รวม สุดา ใจดี, ")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.merge.decide.hasFocus())
    assert page.merge.decide.text() == "แยกกลับเป็น 2 รายการ"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not on_file(desk, "p-suda-2").archived)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.card)
    assert on_file(desk, "p-suda") == desk.people_book.versions("p-suda")[1][2]


def test_somebody_without_duplicates(page: PeoplePage, qtbot: QtBot) -> None:
    page.pane.box.setText("วิไล")
    qtbot.waitUntil(lambda: page.card.person_id == "p-alone")
    open_list(page, qtbot)
    assert rows(page) == []
    assert page.merge.how.text().startswith("ไม่พบใครที่น่าจะซ้ำ")
    page.kit.words.set_language(Language.EN)
    assert "Esc" in page.merge.how.text()


def test_two_who_have_nothing_in_common_are_merged_one_after_the_other(
    page: PeoplePage, desk: Desk, qtbot: QtBot
) -> None:
    open_list(page, qtbot)
    press(Qt.Key.Key_Escape)
    page.pane.box.setText("วิไล")
    qtbot.waitUntil(lambda: page.card.person_id == "p-alone")
    open_list(page, qtbot)
    assert rows(page) == ["", "p-suda"]
    press(Qt.Key.Key_Space)
    assert list(page.merge.marked) == ["p-suda"]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.merge.decide.hasFocus())
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: on_file(desk, "p-alone").archived)
    assert "วิไล ศรีสุข" in on_file(desk, "p-suda").aliases


def test_one_who_was_merged_elsewhere_meanwhile_is_told(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    open_list(page, qtbot)
    desk.merging.merge(["p-suda", "p-suda-2"], ORN.id)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.merge.wrong.text()))
    assert not page.merge.previewing
