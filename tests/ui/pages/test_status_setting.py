"""A status set on the card with the keys alone, and what the card says of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Leave, Person, PersonKind
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.keys import type_text
from tests.ui.pages.conftest import ORN

CTRL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
"""A Friday, 10:42 in Thailand."""
SOMCHAI = Person(
    "p-somchai", "S-1", "สมชาย", "ใจมั่น", kind=PersonKind.STAFF, hours="จ-ศ 08:30-16:30", lunch="12:00-13:00",
    room="อาคาร 1 ห้อง 104", deputy="S-2", romanised="Somchai", numbers=(parse_number("1210"),),
)  # fmt: skip
WANNA = Person(
    "p-wanna", "S-2", "วรรณา", "สุขเกษม", kind=PersonKind.STAFF, romanised="Wanna", numbers=(parse_number("1211"),)
)
PHARMACY = Person("p-pha", "D-PHA", "ห้องยา", kind=PersonKind.DEPARTMENT, hours="จันทร์-ศุกร์ 8.30-16.30 น.")
SUDA = Person("p-suda", "P-1", "สุดา", "ใจดี")


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return (self.moment + timedelta(hours=7)).date()


class AtCard:
    """The page with somebody's card open."""

    def __init__(self, qtbot: QtBot, page: PeoplePage, desk: Desk, clock: Clock) -> None:
        self.qtbot, self.page, self.desk, self.clock = qtbot, page, desk, clock

    def open(self, person_id: str) -> None:
        self.page.open_person(person_id)
        self.qtbot.waitUntil(lambda: self.page.card.person_id == person_id)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def type(self, text: str) -> None:
        """Type in the field in which the usual time stands selected."""
        if text:
            type_text(text)

    def kept(self, person_id: str = "p-somchai") -> tuple[str, str]:
        """Return the status on file, and until when in Thailand."""
        person = self.desk.people_book.get(person_id)
        assert person is not None
        until = person.status_until
        return person.status, f"{until + timedelta(hours=7):%d %H:%M}" if until else ""

    @property
    def state(self) -> str:
        return self.page.card.body.presence.said()[0]

    def facts(self) -> dict[str, tuple[str, str]]:
        return {fact.name: (fact.value, fact.sort) for fact in self.page.card.other.facts}


@pytest.fixture
def at_card(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> AtCard:
    clock = Clock()
    desk.__dict__["clock"] = clock
    for person in (SOMCHAI, WANNA, PHARMACY, SUDA):
        desk.people_book.save(person, ORN.id)
    page = PeoplePage(kit, desk.people, desk.people_book, desk.contact_log, tasks, watcher, desk)
    page.sign_in(ORN)
    open_page(page)
    return AtCard(qtbot, page, desk, clock)


def test_three_keys_say_that_somebody_is_in_a_meeting(at_card: AtCard) -> None:
    at_card.open("p-somchai")
    assert at_card.state == "อยู่ถึง 16:30"
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(Qt.Key.Key_1)
    at_card.press(Qt.Key.Key_Return)
    at_card.qtbot.waitUntil(lambda: at_card.state == "ประชุมถึง 11:45")
    assert at_card.kept() == ("ประชุม", "20 11:45")
    assert at_card.page.card.body.presence.said()[1] == "แทนโดย วรรณา สุขเกษม ต่อ 1211"
    assert not at_card.page.status.strip.isVisible()
    assert at_card.page.pane.box.hasFocus()
    ((_, by, _),) = at_card.desk.people_book.versions("p-somchai")
    assert by == ORN.id


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        (Qt.Key.Key_1, "15", ("ประชุม", "20 15:00")),
        (Qt.Key.Key_2, "", ("พักเที่ยง", "20 11:45")),
        (Qt.Key.Key_3, "บ่าย 3", ("ออกนอกสถานที่", "20 15:00")),
        (Qt.Key.Key_5, "ถึงเย็น", ("ไม่รับสาย", "20 16:30")),
        (Qt.Key.Key_6, "30 นาที", ("ไม่อยู่ที่โต๊ะ", "20 11:12")),
    ],
)
def test_the_time_can_be_typed_over(at_card: AtCard, key: Qt.Key, typed: str, kept: tuple[str, str]) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(key)
    at_card.type(typed)
    at_card.press(Qt.Key.Key_Return)
    at_card.qtbot.waitUntil(lambda: at_card.kept() == kept)


@pytest.mark.parametrize(
    ("typed", "first", "last", "state"),
    [
        ("", date(2026, 11, 20), date(2026, 11, 20), "ลาวันนี้"),
        ("24 พ.ย.", date(2026, 11, 20), date(2026, 11, 24), "ลาถึง 24 พ.ย."),
        ("25-27 พ.ย.", date(2026, 11, 25), date(2026, 11, 27), "อยู่ถึง 16:30"),
    ],
)
def test_days_of_leave_are_set_the_same_way(at_card: AtCard, typed: str, first: date, last: date, state: str) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(Qt.Key.Key_4)
    at_card.type(typed)
    at_card.press(Qt.Key.Key_Return)
    at_card.qtbot.waitUntil(lambda: "ลา" in at_card.facts())
    person = at_card.desk.people_book.get("p-somchai")
    assert person is not None
    assert person.leave == (Leave(first, last),)
    assert at_card.state == state
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(Qt.Key.Key_Delete)
    at_card.qtbot.waitUntil(lambda: "ลา" not in at_card.facts())


def test_a_time_that_is_none_is_said_and_the_strip_stays(at_card: AtCard) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(Qt.Key.Key_1)
    at_card.type("เดี๋ยวมา")
    at_card.press(Qt.Key.Key_Return)
    strip = at_card.page.status.strip
    assert strip.isVisible()
    assert strip.wrong.text().startswith("อ่านเวลา “เดี๋ยวมา” ไม่ได้")
    assert at_card.kept() == ("", "")


def test_enter_alone_asks_for_a_number(at_card: AtCard) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(Qt.Key.Key_Return)
    assert at_card.page.status.strip.wrong.text().startswith("กด 1–6 เลือกสถานะ")


def test_del_says_that_somebody_is_back(at_card: AtCard) -> None:
    at_card.desk.statuses.put("p-somchai", "ประชุม", NOW + timedelta(hours=2), ORN.id)
    at_card.open("p-somchai")
    assert at_card.state == "ประชุมถึง 12:42"
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(Qt.Key.Key_Delete)
    at_card.qtbot.waitUntil(lambda: at_card.state == "อยู่ถึง 16:30")
    assert at_card.kept() == ("", "")


def test_esc_changes_nothing(at_card: AtCard) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(Qt.Key.Key_2)
    at_card.press(Qt.Key.Key_Escape)
    assert not at_card.page.status.strip.isVisible()
    assert at_card.page.pane.box.hasFocus()
    assert at_card.kept() == ("", "")


def test_another_card_ends_the_question(at_card: AtCard) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.open("p-pha")
    assert not at_card.page.status.strip.isVisible()


@pytest.mark.parametrize("language", Language)
def test_nothing_is_cut_short_where_there_is_little_room(at_card: AtCard, kit: Kit, language: Language) -> None:
    kit.words.set_language(language)
    at_card.desk.statuses.put("p-somchai", "ประชุม", NOW + timedelta(hours=2), ORN.id)
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.page.resize(880, 500)
    strip = at_card.page.status.strip
    buttons = [*strip.choices, strip.enter, strip.clear, strip.back]
    at_card.qtbot.waitUntil(lambda: at_card.page.width() == 880)
    at_card.qtbot.waitUntil(
        lambda: all(strip.rect().contains(one.geometry()) and one.width() == one.sizeHint().width() for one in buttons)
    )


def test_a_caller_has_no_status(at_card: AtCard) -> None:
    at_card.open("p-suda")
    at_card.press(Qt.Key.Key_T, CTRL)
    assert not at_card.page.status.strip.isVisible()
    assert at_card.page.card.body.presence.isHidden()


def test_the_status_is_gone_when_its_minute_comes(at_card: AtCard) -> None:
    at_card.desk.statuses.put("p-somchai", "ประชุม", NOW + timedelta(minutes=5), ORN.id)
    at_card.open("p-somchai")
    assert at_card.state == "ประชุมถึง 10:47"
    at_card.clock.moment += timedelta(minutes=5)
    at_card.page.minutes.passed.emit()
    at_card.qtbot.waitUntil(lambda: at_card.state == "อยู่ถึง 16:30")


def test_the_card_tells_of_room_hours_lunch_deputy_and_leave(at_card: AtCard) -> None:
    leave = (Leave(date(2026, 11, 1), date(2026, 11, 2)), Leave(date(2026, 11, 23), date(2026, 11, 25), "ลาพักร้อน"))
    at_card.desk.people_book.save(replace(SOMCHAI, leave=leave), ORN.id)
    at_card.open("p-somchai")
    facts = at_card.facts()
    assert facts["ห้อง"] == ("อาคาร 1 ห้อง 104", "")
    assert facts["เวลาทำการ"] == ("จ-ศ 08:30-16:30", "")
    assert facts["พักเที่ยง"] == ("12:00-13:00", "")
    assert facts["ผู้แทน"] == ("วรรณา สุขเกษม", "")
    assert facts["ลา"] == ("23 พ.ย. – 25 พ.ย.", "ลาพักร้อน")
    at_card.open("p-wanna")
    assert at_card.facts()["แทนให้"] == ("สมชาย ใจมั่น", "")


def test_a_department_is_open_or_says_when_it_is_again(at_card: AtCard, kit: Kit) -> None:
    at_card.open("p-pha")
    assert at_card.facts()["เวลาทำการ"] == ("จันทร์-ศุกร์ 8.30-16.30 น.", "เปิดอยู่ถึง 16:30")
    at_card.clock.moment += timedelta(hours=6)
    at_card.page.minutes.passed.emit()
    at_card.qtbot.waitUntil(lambda: at_card.state == "ปิด เปิดอีก จ. 08:30")
    kit.words.set_language(Language.EN)
    at_card.qtbot.waitUntil(lambda: at_card.facts()["Hours"][1] == "closed until Mon 08:30")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ประชุมถึง 23:30", ("ประชุม", "20 23:30")),
        ("In a meeting until 3 pm", ("ประชุม", "20 15:00")),
        ("ไปธนาคารถึง 15:00", ("ไปธนาคาร", "20 15:00")),
        ("ประชุม 14:00", ("ประชุม", "20 14:00")),
        ("ไปธนาคาร", ("ไปธนาคาร", "20 11:45")),
    ],
)
@pytest.mark.parametrize("after_a_number", [False, True])
def test_a_status_is_typed_whole(at_card: AtCard, typed: str, kept: tuple[str, str], after_a_number: bool) -> None:
    if after_a_number and typed == "ไปธนาคาร":
        return  # behind a number a time is asked for
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    if after_a_number:
        at_card.press(Qt.Key.Key_3)
    at_card.type(typed)
    at_card.press(Qt.Key.Key_Return)
    at_card.qtbot.waitUntil(lambda: at_card.kept() == kept)


@pytest.mark.parametrize("typed", ["ลาถึง 24 พ.ย.", "on leave until 24 Nov", "ลา 24 พ.ย."])
def test_leave_is_typed_whole_too(at_card: AtCard, typed: str) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.type(typed)
    at_card.press(Qt.Key.Key_Return)
    at_card.qtbot.waitUntil(lambda: at_card.state == "ลาถึง 24 พ.ย.")


def test_days_of_leave_may_have_the_word_between_them(at_card: AtCard) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(Qt.Key.Key_4)
    at_card.type("25 ถึง 27 พ.ย.")
    at_card.press(Qt.Key.Key_Return)
    at_card.qtbot.waitUntil(lambda: at_card.facts().get("ลา", ("", ""))[0] == "25 พ.ย. – 27 พ.ย.")


def test_the_status_is_reached_while_the_card_is_edited(at_card: AtCard) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_E, CTRL)
    at_card.qtbot.waitUntil(at_card.page.editing.walker.hasFocus)
    while at_card.page.editing.key != "status":
        at_card.press(Qt.Key.Key_Down)
    assert at_card.page.editing.walker.accessibleName() == "สถานะ: อยู่ถึง 16:30"
    at_card.press(Qt.Key.Key_Return)
    assert at_card.page.status.strip.isVisible()
    at_card.press(Qt.Key.Key_1)
    at_card.press(Qt.Key.Key_Return)
    at_card.qtbot.waitUntil(lambda: at_card.kept() == ("ประชุม", "20 11:45"))


def test_whoever_leaves_the_page_right_behind_enter_finds_no_strip_there(at_card: AtCard) -> None:
    at_card.open("p-somchai")
    at_card.press(Qt.Key.Key_T, CTRL)
    at_card.press(Qt.Key.Key_1)
    at_card.press(Qt.Key.Key_Return)
    at_card.page.hide()
    at_card.qtbot.waitUntil(lambda: at_card.kept() == ("ประชุม", "20 11:45"))
    at_card.page.show()
    at_card.qtbot.waitUntil(lambda: not at_card.page.status.strip.isVisible())
