"""The record: read in parts, always up to date, one contact in full."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.services.contact_log import Entry
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.model import LogModel
from frontdesk.ui.pages.log.page import LogPage
from frontdesk.ui.pages.log.row_words import Column
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import EVERY_MS, Watcher

from .conftest import ORN

PAGE = 100
START = datetime(2026, 11, 12, 2, 14, tzinfo=UTC)


def contact(minute: int, **values: object) -> Contact:
    at = START + timedelta(minutes=minute)
    kept: dict[str, object] = {"topic": f"เรื่องที่ {minute}", "staff": "s-orn", **values}
    return Contact(f"c{minute:05}", at, at, Channel.PHONE, Outcome.ANSWERED, **kept)  # type: ignore[arg-type]


def fill(desk: Desk, count: int) -> None:
    with desk.storage.write() as repos:
        for number in range(count):
            repos.contacts.add(contact(number))


@pytest.fixture
def page(desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher) -> LogPage:
    made = LogPage(kit, desk, tasks, watcher)
    made.sign_in(ORN)
    return made


def shown(page: LogPage, row: int, column: Column) -> str:
    return str(page.model.index(row, column).data())


def texts(page: LogPage) -> dict[str, str]:
    return {name: line.text() for name, line in page.detail.lines.items()}


def test_rows_are_read_when_they_are_looked_at(desk: Desk, tasks: Tasks, kit: Kit, qtbot: QtBot) -> None:
    fill(desk, 5 * PAGE)
    model = LogModel(desk.contact_browser, tasks, kit.words)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.refresh()
    qtbot.waitUntil(lambda: model.complete)
    assert model.rowCount() == 5 * PAGE
    assert model.index(0, Column.TOPIC).data() == f"เรื่องที่ {5 * PAGE - 1}"
    last = model.index(5 * PAGE - 1, Column.TOPIC)
    assert last.data() is None
    qtbot.waitUntil(lambda: last.data() == "เรื่องที่ 0")


def test_the_newest_is_chosen_and_shown_in_full(
    desk: Desk, page: LogPage, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    desk.knowledge.save(Article(id="a1", code="OPD-01", title="บัตรหาย"), "s-orn")
    with desk.storage.write() as repos:
        repos.contacts.add(contact(1))
        repos.contacts.add(contact(2, number="081-234-5678", note="ขอสำเนา", articles=("OPD-01",), queries=("บัตร",)))
    open_page(page)
    qtbot.waitUntil(lambda: page.model.contact(0) is not None)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(texts(page)["answers"]))
    assert texts(page) == {"topic": "เรื่องที่ 2", "note": "ขอสำเนา", "transfer": "", "answers": "บัตรหาย",
                           "queries": "บัตร", "corrections": ""}  # fmt: skip
    assert shown(page, 0, Column.TIME) == "09:16"
    assert shown(page, 0, Column.CALLER) == "081-xxx-5678"
    assert shown(page, 0, Column.STAFF) == "อรอนงค์"
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert {name: text for name, text in texts(page).items() if text} == {"topic": "เรื่องที่ 1"}


@pytest.mark.parametrize(
    ("fields", "matter"),
    [
        ({"topic": "", "queries": ("ผลเลือด",)}, "“ผลเลือด”"),
        ({"topic": "", "queries": ("blood", "081-234-5678")}, "“blood” · “081-xxx-5678”"),
        ({"topic": "", "note": "ขอสำเนา", "queries": ("ผลเลือด",)}, "ขอสำเนา"),
        ({"queries": ("ผลเลือด",)}, "เรื่องที่ 1"),
        ({"topic": ""}, ""),
    ],
)
def test_what_was_asked_stands_where_there_is_neither_topic_nor_note(
    desk: Desk, page: LogPage, open_page: Callable[[QWidget], None], qtbot: QtBot,
    fields: dict[str, object], matter: str,
) -> None:  # fmt: skip
    with desk.storage.write() as repos:
        repos.contacts.add(contact(1, **fields))
    open_page(page)
    qtbot.waitUntil(lambda: page.model.contact(0) is not None)
    assert shown(page, 0, Column.TOPIC) == matter
    row = page.model.row(0)
    assert row is not None and row.asked == matter.startswith("“")


def test_the_detail_tells_to_whom_it_went_and_why_in_the_language_of_the_screen(
    desk: Desk, page: LogPage, kit: Kit, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    desk.knowledge.save(Article(id="a1", code="OPD-01", title="บัตรหาย", title_en="Lost card"), "s-orn")
    passed = Transfer(TransferReason.AUTHORITY, to_text="สมชาย 081-234-5678", to_place="งานเวชระเบียน")
    with desk.storage.write() as repos:
        repos.contacts.add(replace(contact(1, transfer=passed, articles=("OPD-01",)), outcome=Outcome.TRANSFERRED))
    open_page(page)
    qtbot.waitUntil(lambda: page.model.contact(0) is not None)
    assert page.heading.count.text() == "· 1 รายการ"
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page)["answers"] == "บัตรหาย")
    assert texts(page)["transfer"] == "สมชาย 081-xxx-5678 · งานเวชระเบียน – ต้องใช้ผู้มีอำนาจ"
    kit.words.set_language(Language.EN)
    assert texts(page)["transfer"] == "สมชาย 081-xxx-5678 · งานเวชระเบียน – Needs authority"
    assert page.detail.when.text().endswith("by Onanong")
    assert texts(page)["answers"] == "Lost card"
    assert page.heading.count.text() == "· 1 contact"
    assert page.foot.remark.text() == "1 contact"


def test_a_contact_with_much_to_tell_has_room_for_all_of_it(
    desk: Desk, page: LogPage, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    passed = Transfer(TransferReason.AUTHORITY, to_text="สมชาย ใจกล้า", to_place="งานเวชระเบียน")
    full = contact(2, note="น้ำไม่ไหลตั้งแต่เช้า ที่ชั้นสอง " * 12, articles=("OPD-01",), queries=("น้ำ",), transfer=passed)
    with desk.storage.write() as repos:
        repos.contacts.add(contact(1))
        repos.contacts.add(replace(full, outcome=Outcome.TRANSFERRED))
        repos.contacts.correct("c00002", {"topic": "น้ำไม่ไหล"}, "s-orn", START)
    open_page(page)
    qtbot.waitUntil(lambda: page.model.contact(0) is not None)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page)["answers"] == "OPD-01")
    lines = page.detail.lines
    qtbot.waitUntil(lambda: all(line.height() >= line.heightForWidth(line.width()) for line in lines.values()))
    assert lines["note"].height() > 1.5 * lines["topic"].height()
    tall = page.below.height()
    assert lines["corrections"].mapTo(page.below, lines["corrections"].rect().bottomLeft()).y() < tall
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.below.height() < tall)


def test_a_note_is_hidden_from_strangers_as_in_its_row(
    desk: Desk, page: LogPage, kit: Kit, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    with desk.storage.write() as repos:
        repos.contacts.add(contact(1, topic="", note="ขอผลตรวจไวรัส"))
    kit.words.set_discreet(True)
    open_page(page)
    qtbot.waitUntil(lambda: page.model.contact(0) is not None)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert texts(page)["note"] == shown(page, 0, Column.TOPIC) == "ขอผลต …"


def test_holding_ctrl_r_shows_the_number_and_letting_go_hides_it(
    desk: Desk, page: LogPage, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    with desk.storage.write() as repos:
        repos.contacts.add(contact(1, number="0812345678"))
    open_page(page)
    qtbot.waitUntil(lambda: page.model.contact(0) is not None)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.who.text() == "081-xxx-5678"
    QTest.keyPress(page.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.detail.who.text() == "081-234-5678"
    QTest.keyRelease(page.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.detail.who.text() == "081-xxx-5678"


def test_a_contact_from_the_command_line_appears_at_the_next_look(
    desk: Desk, page: LogPage, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    fill(desk, 3)
    open_page(page)
    watcher.start()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    call = ["log", "--channel", "walk-in", "--outcome", "other", "--note", "มาส่งเอกสาร", "--data"]
    subprocess.run([sys.executable, "-m", "frontdesk", *call, str(desk.folder.root)], check=True, capture_output=True)
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert EVERY_MS < 1000
    qtbot.waitUntil(lambda: shown(page, 0, Column.TOPIC) == "มาส่งเอกสาร")
    assert page.table.currentIndex().row() == 2
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.lines["topic"].text() == "เรื่องที่ 1"


def test_a_contact_that_was_taken_back_is_gone(
    desk: Desk, page: LogPage, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    fill(desk, 3)
    open_page(page)
    watcher.start()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    desk.contact_log.withdraw("c00002", "s-orn")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert shown(page, 0, Column.TOPIC) == "เรื่องที่ 1"


def test_enter_opens_the_contact_and_then_the_person(
    desk: Desk, page: LogPage, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    person = Person(id="p1", code="P-1", given_name="สุดา", family_name="ใจดี", numbers=(parse_number("0812345678"),))
    desk.people_book.save(person, "s-orn")
    desk.contact_log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, "0812345678", "P-1"), "s-orn")
    open_page(page)
    qtbot.waitUntil(lambda: page.model.contact(0) is not None)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    with qtbot.waitSignal(page.person_asked) as asked:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == ["p1"]


def test_language_and_theme_change_in_place(
    desk: Desk, page: LogPage, kit: Kit, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    fill(desk, 2)
    open_page(page)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    kit.words.set_language(Language.EN)
    kit.theme.set_theme("dark")
    assert page.heading.day.text() == "Thursday 12 November 2026"
    assert shown(page, 0, Column.STAFF) == "Onanong"
    assert page.table.accessibleName() == "Table of contacts, newest first"
    assert page.table.currentIndex().row() == 1


def test_news_that_come_while_the_list_is_opened_stand_there_once(
    desk: Desk, tasks: Tasks, kit: Kit, qtbot: QtBot
) -> None:
    fill(desk, 5)
    model = LogModel(desk.contact_browser, tasks, kit.words)
    model.refresh()
    model.refresh()
    qtbot.waitUntil(lambda: model.complete)
    model.refresh()
    with qtbot.waitSignal(model.counted):
        desk.contact_log.enter(Entry(Channel.PHONE, Outcome.ANSWERED), "s-orn")
        model.refresh()
    assert model.rowCount() == 6
